import { Show } from 'solid-js'
import { locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import {
  detailOf,
  formatChange,
  formatValue,
  type MetricId,
  metrics,
  sparkOf,
} from '#webapp/stats/metrics.ts'
import type { Numbers } from '#webapp/stats/queries.ts'
import { haptic } from '#webapp/telegram.ts'

const size = { width: 120, height: 28 }

/** A big figure, how it has changed, and its line; tapping it shows it in all charts below. */
export function FigureCard(props: {
  id: MetricId
  numbers: Numbers
  selected: boolean
  tabIndex: number
  onSelect: () => void
}) {
  const metric = () => metrics[props.id]
  const unit = () => metric().main.unit
  const figure = () => props.numbers.figures[props.id]
  const change = () => formatChange(figure(), unit(), props.numbers.period, locale(), t)
  const detail = () => detailOf(props.id, props.numbers, locale(), t)
  return (
    <button
      type="button"
      role="radio"
      class="numbers__card"
      aria-checked={props.selected}
      tabIndex={props.tabIndex}
      onClick={() => {
        haptic('select')
        props.onSelect()
      }}
    >
      <span class="numbers__card-name">{t(metric().name)}</span>
      <span class="numbers__card-value">{formatValue(figure().value, unit(), locale(), t)}</span>
      <Show when={change()}>
        <span class="numbers__card-note">{change()}</span>
      </Show>
      <Show when={detail()}>
        <span class="numbers__card-note">{detail()}</span>
      </Show>
      <svg
        class="numbers__spark"
        viewBox={`-1 -2 ${size.width + 2} ${size.height + 4}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={sparkOf(props.numbers.days.map(metric().main.of), size.width, size.height)} />
      </svg>
    </button>
  )
}
