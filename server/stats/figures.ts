import type { Db } from '#server/db/client.ts'
import { shiftDay } from '#server/stats/days.ts'
import { type Counts, type Decided, type Read, readAll, type Span, spansOf } from '#server/stats/numbers.ts'
import type { Period } from '#shared/stats/schema.ts'

/** Like with like, see `spansOf`; null where there is nothing to compare with. */
type Compared = { now: number; before: number } | null

/**
 * The board in numbers: figures of a period with those before it, a row a day, and a row for each top category and
 * district where anything was. Days are days in Tashkent.
 */
export async function readNumbers(db: Db, period: Period, now = new Date()) {
  const spans = spansOf(period, now)
  const read = await readAll(db, spans)
  const { whole, shown } = spans
  const all = daysBetween(spans.first, whole.to).map((day) => dayRow(read, day, whole.to))
  const within = (span: Span) => all.filter(({ day }) => span.from <= day && day <= span.to)
  const sum = (span: Span, of: keyof Counts | 'vain') =>
    within(span).reduce((total, day) => total + day[of], 0)
  const added = (of: keyof Counts | 'vain') => ({
    value: sum(whole, of),
    compared: { now: sum(spans.now, of), before: sum(spans.before, of) } as Compared,
  })
  const decided = (span: 'whole' | 'now' | 'before') => decidedOf(read, (row) => row.span === span)
  const share = (span: Span) => percent(sum(span, 'sold'), sum(span, 'ended'))
  const [was] = within({ from: spans.before.to, to: spans.before.to })
  const live = liveNow(read)
  const { waiting, since } = read.waiting

  return {
    period,
    ...whole,
    figures: {
      newAds: added('newAds'),
      live: { value: live, compared: both(live, was?.live ?? null) },
      wait: {
        value: decided('whole').median,
        p90: decided('whole').p90,
        /** How many wait now, and for how many seconds the oldest of them has. */
        waiting,
        oldest: since && Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000)),
        compared: both(decided('now').median, decided('before').median),
      },
      decisions: {
        value: total(decided('whole')),
        ...decided('whole'),
        compared: both(total(decided('now')), total(decided('before'))),
      },
      views: added('views'),
      contacts: added('contacts'),
      /** Of a hundred ads that ended, how many were sold; null where none ended. */
      sold: {
        value: share(whole),
        sold: sum(whole, 'sold'),
        ended: sum(whole, 'ended'),
        compared: both(share(spans.now), share(spans.before)),
      },
      vain: period === '90' ? { ...added('vain'), compared: null } : added('vain'),
    },
    days: within(shown),
    categories: rowsBy(read, 'category'),
    districts: rowsBy(read, 'district'),
  }
}
export type Numbers = Awaited<ReturnType<typeof readNumbers>>

const both = (now: number | null, before: number | null): Compared =>
  now === null || before === null ? null : { now, before }

const percent = (part: number, whole: number) => (whole === 0 ? null : Math.round((part / whole) * 100))
export const total = ({ approved, mended, rejected, kept }: Decided) => approved + mended + rejected + kept

/** Every live ad lies in one category and in one district: either gives them all. */
const liveNow = ({ live }: Read) => live.reduce((sum, row) => sum + (row.category === null ? 0 : row.live), 0)

const nothing: Counts = { newAds: 0, sold: 0, ended: 0, views: 0, contacts: 0 }
const undecided: Decided = {
  approved: 0,
  mended: 0,
  rejected: 0,
  kept: 0,
  undone: 0,
  byBoard: 0,
  median: null,
  p90: null,
}
const countsOf = ({ newAds, sold, ended, views, contacts }: Counts): Counts => ({
  newAds,
  sold,
  ended,
  views,
  contacts,
})

function decidedOf({ decisions }: Read, is: (row: Read['decisions'][number]) => boolean): Decided {
  const { approved, mended, rejected, kept, undone, byBoard, median, p90 } = decisions.find(is) ?? undecided
  const seconds = (value: number | null) => value && Math.round(value)
  return { approved, mended, rejected, kept, undone, byBoard, median: seconds(median), p90: seconds(p90) }
}

function dayRow(read: Read, day: string, today: string) {
  const facts = read.facts.find((row) => row.day === day)
  return {
    day,
    ...countsOf(facts ?? nothing),
    live: day === today ? liveNow(read) : (facts?.live ?? null),
    ...decidedOf(read, (row) => row.day === day),
    vain: read.vain.get(day) ?? 0,
  }
}

/** The fullest first. */
function rowsBy(read: Read, by: 'category' | 'district') {
  const ids = new Set([...read.facts, ...read.decisions, ...read.live].flatMap((row) => row[by] ?? []))
  return [...ids]
    .map((id) => ({
      id,
      ...countsOf(read.facts.find((row) => row[by] === id) ?? nothing),
      live: read.live.find((row) => row[by] === id)?.live ?? 0,
      ...decidedOf(read, (row) => row[by] === id),
    }))
    .sort((a, b) => b.newAds - a.newAds || b.live - a.live || a.id.localeCompare(b.id))
}

function daysBetween(from: string, to: string): string[] {
  const days = [from]
  for (let day = from; day < to; ) {
    day = shiftDay(day, 1)
    days.push(day)
  }
  return days
}
