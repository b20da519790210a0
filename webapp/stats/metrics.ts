import type { StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import { groupDigits } from '#shared/money/money.ts'
import type { Numbers, NumbersDay, NumbersPlace } from '#webapp/stats/queries.ts'

export const metricIds = ['newAds', 'live', 'wait', 'decisions', 'views', 'contacts', 'sold', 'vain'] as const
export type MetricId = (typeof metricIds)[number]

export type Unit = 'count' | 'seconds' | 'percent'
type Row = Omit<NumbersPlace, 'id'> & Partial<Pick<NumbersDay, 'vain'>>
type AnyRow = { [K in keyof Row]: Row[K] | null }

interface Column {
  name: StaffTextKey
  unit: Unit
  of: (row: AnyRow) => number | null
}
/** One figure of the board: what its charts draw, and what their tables say beside it. */
export interface Metric {
  name: StaffTextKey
  main: Column
  more: readonly Column[]
  /** Whether it is known by category and district. */
  isPlaced: boolean
}

const count = (name: StaffTextKey, of: Column['of']): Column => ({ name, unit: 'count', of })
const plus = (...parts: (number | null)[]) => parts.reduce<number>((sum, part) => sum + (part ?? 0), 0)

export const metrics: Record<MetricId, Metric> = {
  newAds: simple('numbers.newAds', (row) => row.newAds),
  live: simple('numbers.live', (row) => row.live),
  wait: {
    name: 'numbers.wait',
    main: { name: 'numbers.median', unit: 'seconds', of: (row) => row.median },
    more: [{ name: 'numbers.p90', unit: 'seconds', of: (row) => row.p90 }],
    isPlaced: true,
  },
  decisions: {
    name: 'numbers.decisions',
    main: count('numbers.decisions', (row) => plus(row.approved, row.mended, row.rejected, row.kept)),
    more: [
      count('numbers.approved', (row) => plus(row.approved, row.mended)),
      count('numbers.rejected', (row) => row.rejected),
      count('numbers.kept', (row) => row.kept),
    ],
    isPlaced: true,
  },
  views: simple('numbers.views', (row) => row.views),
  contacts: simple('numbers.contacts', (row) => row.contacts),
  sold: {
    name: 'numbers.sold_share',
    main: {
      name: 'numbers.sold_share',
      unit: 'percent',
      of: (row) => (row.ended ? Math.round((plus(row.sold) / row.ended) * 100) : null),
    },
    more: [count('numbers.sold', (row) => row.sold), count('numbers.ended', (row) => row.ended)],
    isPlaced: true,
  },
  vain: { ...simple('numbers.vain', (row) => row.vain ?? 0), isPlaced: false },
}

function simple(name: StaffTextKey, of: Column['of']): Metric {
  return { name, main: count(name, of), more: [], isPlaced: true }
}

type Speak = Translate<StaffTextKey>

/** "12 500", "5 daq", "48%"; a dash where nothing is known. */
export function formatValue(value: number | null, unit: Unit, locale: string, t: Speak): string {
  if (value === null) return t('numbers.none')
  if (unit === 'seconds') return formatSpan(value, t)
  const number = groupNumber(value, locale)
  return unit === 'percent' ? t('numbers.percent', { count: number }) : number
}

/** English parts thousands by commas, the others by spaces; old phones know no Uzbek. */
export const groupNumber = (value: number, locale: string): string =>
  locale === 'en' ? groupDigits(value).replace(/\s/g, ',') : groupDigits(value)

/** A length of time by its largest unit. */
export function formatSpan(seconds: number, t: Speak): string {
  if (seconds < 60) return t('numbers.seconds', { count: Math.round(seconds) })
  if (seconds < 3600) return t('numbers.minutes', { count: Math.round(seconds / 60) })
  if (seconds < 2 * 86_400) return t('numbers.hours', { count: Math.round(seconds / 3600) })
  return t('numbers.days', { count: Math.round(seconds / 86_400) })
}

type Figure = { value: number | null; compared: { now: number; before: number } | null }

/** How a figure stands to the one before it; empty where there was none. Today is not over, so yesterday is only named. */
export function formatChange(figure: Figure, unit: Unit, period: string, locale: string, t: Speak): string {
  const { compared } = figure
  if (!compared) return ''
  const before = formatValue(compared.before, unit, locale, t)
  if (period === 'today') return t('numbers.yesterday', { value: before })
  if (unit !== 'count') return t('numbers.was', { value: before })
  if (compared.before === 0) return ''
  const percent = Math.round(((compared.now - compared.before) / compared.before) * 100)
  if (percent === 0) return t('numbers.same')
  const times = { percent: groupNumber(Math.abs(percent), locale) }
  return percent > 0 ? t('numbers.up', times) : t('numbers.down', times)
}

/** What is said below a figure besides how it has changed. */
export function detailOf(id: MetricId, { figures }: Numbers, locale: string, t: Speak): string {
  const number = (value: number) => formatValue(value, 'count', locale, t)
  switch (id) {
    case 'wait':
      return figures.wait.p90 === null ? '' : t('numbers.wait_p90', { time: formatSpan(figures.wait.p90, t) })
    case 'decisions':
      return figures.decisions.byBoard
        ? t('numbers.by_board', { count: number(figures.decisions.byBoard) })
        : ''
    case 'sold':
      return figures.sold.ended
        ? t('numbers.sold_of', { sold: number(figures.sold.sold), ended: number(figures.sold.ended) })
        : ''
    default:
      return ''
  }
}

/** The line of a small chart in its own units: a day of which nothing is known breaks it. */
export function sparkOf(values: readonly (number | null)[], width: number, height: number): string {
  const greatest = Math.max(1, ...values.map((value) => value ?? 0))
  const step = width / Math.max(1, values.length - 1)
  return values
    .map((value, index) => {
      if (value === null) return ''
      const first = index === 0 || values[index - 1] === null
      const y = height - (value / greatest) * height
      return `${first ? 'M' : 'L'}${(index * step).toFixed(1)} ${y.toFixed(1)}`
    })
    .join('')
}

/** Whether anything was ever there to be counted. */
export const isEmpty = ({ figures, days }: Numbers): boolean =>
  figures.live.value + figures.wait.waiting === 0 &&
  days.every((day) => day.newAds + day.views + day.vain + day.ended + day.approved + day.rejected === 0)

/** `12.03`, as it stands below a chart. */
export const shortDay = (day: string): string => `${day.slice(8)}.${day.slice(5, 7)}`
