import type { Deps } from '#server/deps.ts'
import type { CsvCell } from '#server/exports/csv.ts'
import { sendTable } from '#server/exports/send.ts'
import { shiftDay, tashkentDay } from '#server/stats/days.ts'
import { readNumbers } from '#server/stats/figures.ts'
import { readModerators } from '#server/stats/moderators.ts'
import type { Counts, Decided } from '#server/stats/numbers.ts'
import { findVain } from '#server/stats/vain.ts'
import { categoryById, labelOf, topCategoryById } from '#shared/catalog/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import type { StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import { placeLabel } from '#shared/regions/regions.ts'
import { daysOf, type NumberTable, type Period } from '#shared/stats/schema.ts'

/** Searches that a file holds at most. */
const mostSearches = 1000

interface Wanted {
  userId: number
  locale: Locale
  period: Period
  table: NumberTable
}

/** Sends one of the tables of numbers to whoever asks for it; see `sendTable`. */
export async function sendNumbers(deps: Deps, { table, period, ...to }: Wanted, now = new Date()) {
  const t = staffTexts(to.locale)
  const today = tashkentDay(now)
  const title = t(`numbers.file_${table}`)
  return sendTable(deps, {
    ...to,
    name: `${table}-${today}`,
    caption: `${title} · ${t(`numbers.period_${period}`)}`,
    rows: await rowsOf(deps, table, period, to.locale, now),
    asked: { table, period },
  })
}

async function rowsOf({ db }: Deps, table: NumberTable, period: Period, locale: Locale, now: Date) {
  const t = staffTexts(locale)
  const header = (keys: readonly StaffTextKey[]) => keys.map((key) => t(key))
  switch (table) {
    case 'days': {
      const { days } = await readNumbers(db, period, now)
      const keys = ['numbers.day', 'numbers.live', ...columns, 'numbers.vain'] as const
      return [header(keys), ...days.map((row) => [row.day, row.live, ...cells(row), row.vain])]
    }
    case 'categories':
    case 'districts': {
      const rows = (await readNumbers(db, period, now))[table]
      const name = (id: string) =>
        table === 'categories' ? categoryName(id, locale) : placeLabel(id, locale)
      const keys = [`numbers.${table}`, 'numbers.live', ...columns] as const
      return [header(keys), ...rows.map((row) => [name(row.id) ?? row.id, row.live, ...cells(row)])]
    }
    case 'moderators': {
      const rows = await readModerators(db, period, now)
      return [
        header(['numbers.moderator', ...decisions, 'numbers.median_minutes']),
        ...rows.map((row): CsvCell[] => [
          row.name ?? t('numbers.board'),
          row.approved,
          row.mended,
          row.rejected,
          row.kept,
          row.undone,
          minutes(row.median),
        ]),
      ]
    }
    case 'vain': {
      const today = tashkentDay(now)
      const from = shiftDay(today, 1 - daysOf(period))
      const rows = await findVain(db, from, shiftDay(today, 1), mostSearches)
      return [
        header(['numbers.vain', 'numbers.category', 'numbers.place', 'numbers.times']),
        ...rows.map(({ typed, category, place, times }): CsvCell[] => [
          typed,
          category && categoryName(category, locale),
          place && (placeLabel(place, locale) ?? place),
          times,
        ]),
      ]
    }
  }
}

const categoryName = (id: string, locale: Locale) => {
  const category = categoryById(id) ?? topCategoryById(id)
  return category ? labelOf(category.labels, locale) : id
}

const decisions = [
  'numbers.approved',
  'numbers.mended',
  'numbers.rejected',
  'numbers.kept',
  'numbers.undone',
] as const
const columns = [
  'numbers.newAds',
  ...decisions,
  'numbers.median_minutes',
  'numbers.p90_minutes',
  'numbers.views',
  'numbers.contacts',
  'numbers.sold',
  'numbers.ended',
] as const

const cells = (row: Counts & Decided): CsvCell[] => [
  row.newAds,
  row.approved,
  row.mended,
  row.rejected,
  row.kept,
  row.undone,
  minutes(row.median),
  minutes(row.p90),
  row.views,
  row.contacts,
  row.sold,
  row.ended,
]
const minutes = (seconds: number | null) => seconds && Math.round(seconds / 60)
