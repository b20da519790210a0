import { createSignal, For, Show } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'

export interface Bar {
  label: string
  value: number | null
  /** The value as it is read. */
  text: string
}

/** Bars that are shown before all are asked for. */
const first = 8

/** One bar a row, the longest as wide as there is room. */
export function Bars(props: { bars: readonly Bar[] }) {
  const [isWhole, setWhole] = createSignal(false)
  const greatest = () => Math.max(1, ...props.bars.map(({ value }) => value ?? 0))
  const shown = () => (isWhole() ? props.bars : props.bars.slice(0, first))
  return (
    <Show when={props.bars.length > 0} fallback={<p class="numbers__none">{t('numbers.no_data')}</p>}>
      <ul class="numbers__bars">
        <For each={shown()}>
          {(bar) => (
            <li class="numbers__bar">
              <span class="numbers__bar-label">{bar.label}</span>
              <span class="numbers__bar-value">{bar.text}</span>
              <span
                class="numbers__bar-line"
                style={{ width: `${((bar.value ?? 0) / greatest()) * 100}%` }}
                aria-hidden="true"
              />
            </li>
          )}
        </For>
      </ul>
      <Show when={props.bars.length > first && !isWhole()}>
        <button type="button" class="numbers__more" onClick={() => setWhole(true)}>
          {t('numbers.more')} ({props.bars.length})
        </button>
      </Show>
    </Show>
  )
}
