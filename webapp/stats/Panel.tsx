import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'

/** A chart with its heading, and the same as a table for who would rather read. */
export function Panel(props: { title: string; chart: JSX.Element; table: JSX.Element }) {
  const id = createUniqueId()
  const [isTable, setTable] = createSignal(false)
  return (
    <section class="numbers__panel" aria-labelledby={id}>
      <div class="numbers__panel-head">
        <h2 class="numbers__panel-title" id={id}>
          {props.title}
        </h2>
        <button
          type="button"
          class="numbers__switch"
          aria-label={`${t(isTable() ? 'numbers.as_chart' : 'numbers.as_table')}: ${props.title}`}
          onClick={() => {
            haptic('select')
            setTable(!isTable())
          }}
        >
          {t(isTable() ? 'numbers.as_chart' : 'numbers.as_table')}
        </button>
      </div>
      <div class="numbers__panel-body">
        <Show when={isTable()} fallback={props.chart}>
          {props.table}
        </Show>
      </div>
    </section>
  )
}
