import { createEffect, createSignal, onCleanup, onMount } from 'solid-js'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { formatValue, shortDay, type Unit } from '#webapp/stats/metrics.ts'

const height = 190
/** Pixels between two days that are written out below the chart. */
const apart = 56

/** A number a day as a line; the day under the finger is read out above it. */
export default function DayChart(props: {
  name: string
  unit: Unit
  days: readonly string[]
  values: readonly (number | null)[]
}) {
  let holder!: HTMLDivElement
  const [pointed, setPointed] = createSignal<number | null>(null)
  const [look, setLook] = createSignal({ width: 0, theme: 0 })
  const format = (value: number | null) => formatValue(value, props.unit, locale(), t)
  const shown = () => Math.min(pointed() ?? props.days.length - 1, props.days.length - 1)
  const most = () => {
    const greatest = Math.max(0, ...props.values.map((value) => value ?? 0))
    const day = props.days[props.values.indexOf(greatest)] ?? props.days[0] ?? ''
    return t('numbers.chart', { name: props.name, most: format(greatest), day: shortDay(day) })
  }

  onMount(() => {
    const sizes = new ResizeObserver((entries) =>
      setLook((before) => ({ ...before, width: Math.floor(entries.at(-1)?.contentRect.width ?? 0) })),
    )
    sizes.observe(holder)
    // A canvas does not follow the theme by itself.
    const themes = new MutationObserver(() => setLook((before) => ({ ...before, theme: before.theme + 1 })))
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] })
    onCleanup(() => {
      sizes.disconnect()
      themes.disconnect()
    })
  })

  createEffect(() => {
    const { width } = look()
    if (width === 0) return
    const color = (name: string) => getComputedStyle(holder).getPropertyValue(name).trim()
    const days = props.days
    const axis = {
      stroke: color('--vb-hint'),
      font: '12px sans-serif',
      ticks: { show: false },
      grid: { stroke: color('--vb-separator'), width: 1 },
    }
    const chart = new uPlot(
      {
        width,
        height,
        legend: { show: false },
        padding: [8, 8, 0, 0],
        cursor: { y: false, drag: { x: false, y: false } },
        scales: { x: { time: false }, y: { range: (_, __, max) => [0, Math.max(1, (max ?? 1) * 1.05)] } },
        axes: [
          {
            ...axis,
            grid: { show: false },
            size: 28,
            space: apart,
            incrs: [1, 2, 3, 5, 7, 10, 14, 15, 30],
            values: (_, splits) => splits.map((at) => (days[at] ? shortDay(days[at]) : '')),
          },
          {
            ...axis,
            size: (_, values) => 14 + 7 * Math.max(2, ...(values ?? []).map((text) => text.length)),
            ...(props.unit === 'seconds' && { incrs: timeSteps }),
            values: (_, splits) => splits.map((at) => (Number.isInteger(at) ? format(at) : '')),
          },
        ],
        series: [
          {},
          {
            stroke: color('--vb-accent'),
            fill: color('--vb-fill'),
            width: 2,
            points: { show: props.days.length <= 31, size: 5, fill: color('--vb-accent') },
          },
        ],
        hooks: { setCursor: [({ cursor }) => setPointed(cursor.idx ?? null)] },
      },
      [days.map((_, index) => index), [...props.values]],
      holder,
    )
    onCleanup(() => chart.destroy())
  })

  return (
    <>
      <p class="numbers__readout" aria-hidden="true">
        <b>{format(props.values[shown()] ?? null)}</b> {shortDay(props.days[shown()] ?? '')}
      </p>
      <div class="numbers__chart" role="img" aria-label={most()} ref={holder} />
    </>
  )
}

/** Seconds that make round steps of time. */
const timeSteps = [
  1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 43_200, 86_400, 172_800, 604_800,
]
