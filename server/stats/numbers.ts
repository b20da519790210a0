import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { factsBetween, lastWritten } from '#server/stats/board-days.ts'
import { dayOfColumn, midnight, shiftDay, tashkentDay } from '#server/stats/days.ts'
import { daysOf, type Period } from '#shared/stats/schema.ts'

/** A chart of today alone would be a dot: it shows the days before it too. */
const leastDays = 7

/** Days in Tashkent, both ends included. */
export interface Span {
  from: string
  to: string
}
export interface Spans {
  /** What the figures are of. */
  whole: Span
  /** What the charts show. */
  shown: Span
  /** Like is compared with like: days that are over with as many before them; today alone with all of yesterday. */
  now: Span
  before: Span
  /** The first day that is read. */
  first: string
}

export function spansOf(period: Period, now: Date): Spans {
  const today = tashkentDay(now)
  const days = daysOf(period)
  const from = shiftDay(today, 1 - days)
  const span = { from, to: days === 1 ? today : shiftDay(today, -1) }
  const before = { from: shiftDay(span.from, -days), to: shiftDay(span.to, -days) }
  const shown = { from: shiftDay(today, 1 - Math.max(days, leastDays)), to: today }
  const first = before.from < shown.from ? before.from : shown.from
  return { whole: { from, to: today }, shown, now: span, before, first }
}

/** What is counted by adding up. */
export type Counts = Record<'newAds' | 'sold' | 'ended' | 'views' | 'contacts', number>

interface FactRow extends Counts {
  [column: string]: unknown
  day: string | null
  category: string | null
  district: string | null
  live: number | null
}

/** By day from the first that is read; by top category and by district within the whole span. */
async function readFacts(db: Db, { first, whole }: Spans): Promise<FactRow[]> {
  const today = whole.to
  const last = await lastWritten(db, today)
  const unwritten = last && last >= first ? shiftDay(last, 1) : first
  return db.execute<FactRow>(sql`
    with facts as (
      select day, category_id, district_id, new_ads, live, sold, ended, views, contacts
      from board_days where day >= ${first} and day < ${unwritten}
      union all
      select day, category_id, district_id, new_ads, null, sold, ended, views, contacts
      from (${factsBetween(unwritten, shiftDay(today, 1))}) fresh
    ), named as (
      select *, split_part(category_id, '.', 1) as category, day >= ${whole.from} as inside from facts
    )
    select to_char(day, 'YYYY-MM-DD') as day, category, district_id as district, sum(live)::int as live,
      sum(new_ads)::int as "newAds", sum(sold)::int as sold, sum(ended)::int as ended, sum(views)::int as views,
      sum(contacts)::int as contacts
    from named group by grouping sets ((day), (category, inside), (district_id, inside))
    having grouping(day) = 0 or inside`)
}

export interface Decided {
  approved: number
  mended: number
  rejected: number
  /** Reported ads that were left as they are. */
  kept: number
  undone: number
  /** Of those approved: by the board itself. */
  byBoard: number
  /** Seconds that ads had waited when somebody decided upon them; null where nobody did. */
  median: number | null
  p90: number | null
}
interface DecidedRow extends Decided {
  [column: string]: unknown
  day: string | null
  category: string | null
  district: string | null
  span: string | null
}

/** What is told of any set of decisions: one that was undone is only that, and what the board decides has not waited. */
const decided = sql`
  count(*) filter (where outcome = 'approved' and undone_at is null)::int as approved,
  count(*) filter (where outcome = 'mended' and undone_at is null)::int as mended,
  count(*) filter (where outcome = 'rejected' and undone_at is null)::int as rejected,
  count(*) filter (where outcome = 'kept' and undone_at is null)::int as kept,
  count(undone_at)::int as undone,
  count(*) filter (where moderator_id is null and undone_at is null)::int as "byBoard",
  (percentile_disc(0.5) within group (order by waited) filter (where by_person))::float8 as median,
  (percentile_disc(0.9) within group (order by waited) filter (where by_person))::float8 as p90`

const decisionsWithin = ({ from, to }: Span) => sql`
  select *, ${dayOfColumn(sql`at`)} as day, split_part(category_id, '.', 1) as category,
    moderator_id is not null and undone_at is null as by_person, extract(epoch from at - waiting_since) as waited
  from moderation_decisions
  where at >= ${midnight(from).toISOString()} and at < ${midnight(shiftDay(to, 1)).toISOString()}`

/** By day within what is shown; by category and by district within the whole; and each span in all. */
async function readDecisions(db: Db, spans: Spans): Promise<DecidedRow[]> {
  const { whole, shown, now, before } = spans
  const inAll = (name: string, span: Span) => sql`
    select null::text as day, null::text as category, null::text as district, ${name}::text as span, ${decided}
    from (${decisionsWithin(span)}) d`
  return db.execute<DecidedRow>(sql`
    select to_char(day, 'YYYY-MM-DD') as day, null::text as category, null::text as district, null::text as span, ${decided}
    from (${decisionsWithin(shown)}) d group by day
    union all
    select null, category, district_id, null, ${decided}
    from (${decisionsWithin(whole)}) d where category_id is not null
    group by grouping sets ((category), (district_id))
    union all ${inAll('whole', whole)} union all ${inAll('now', now)} union all ${inAll('before', before)}`)
}

/** Live ads now, by top category and by district. */
async function readLive(db: Db) {
  const rows = await db.execute<{ category: string | null; district: string | null; live: number }>(sql`
    select category, null as district, sum(live)::int as live from (
      select split_part(category_id, '.', 1) as category, count(*) as live from ads where state = 'active' group by category_id
    ) c group by category
    union all
    select null, district_id, count(*)::int from ads where state = 'active' group by district_id`)
  return rows
}

/** What waits now, and since when the oldest does. */
async function readWaiting(db: Db) {
  const [row] = await db.execute<{ waiting: number; since: string | null }>(sql`
    select count(*)::int as waiting, min(submitted_at)::text as since from ads where state = 'pending'`)
  return { waiting: row?.waiting ?? 0, since: row?.since ? new Date(row.since) : null }
}

async function readVainDays(db: Db, { first, whole }: Spans) {
  const rows = await db.execute<{ day: string; times: number }>(sql`
    select to_char(day, 'YYYY-MM-DD') as day, sum(times)::int as times from vain_searches
    where day >= ${first} and day <= ${whole.to} group by day`)
  return new Map(rows.map(({ day, times }) => [day, times]))
}

/** All that numbers are made of, in as few questions as there are kinds of rows. */
export async function readAll(db: Db, spans: Spans) {
  const [facts, decisions, live, waiting, vain] = await Promise.all([
    readFacts(db, spans),
    readDecisions(db, spans),
    readLive(db),
    readWaiting(db),
    readVainDays(db, spans),
  ])
  return { facts, decisions, live, waiting, vain }
}
export type Read = Awaited<ReturnType<typeof readAll>>
