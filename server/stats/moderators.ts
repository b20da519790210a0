import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { midnight, shiftDay, tashkentDay } from '#server/stats/days.ts'
import { daysOf, type Period } from '#shared/stats/schema.ts'

/** Who decided how much within a period and how long it took, the busiest first; a null `id` is the board itself. */
export async function readModerators(db: Db, period: Period, now = new Date()) {
  const from = midnight(shiftDay(tashkentDay(now), 1 - daysOf(period))).toISOString()
  const rows = await db.execute<{
    id: string | null
    name: string | null
    approved: number
    mended: number
    rejected: number
    kept: number
    undone: number
    median: number | null
  }>(sql`
    select moderator_id as id, nullif(trim(concat(max(first_name), ' ', max(last_name))), '') as name,
      count(*) filter (where outcome = 'approved' and undone_at is null)::int as approved,
      count(*) filter (where outcome = 'mended' and undone_at is null)::int as mended,
      count(*) filter (where outcome = 'rejected' and undone_at is null)::int as rejected,
      count(*) filter (where outcome = 'kept' and undone_at is null)::int as kept,
      count(undone_at)::int as undone,
      (percentile_disc(0.5) within group (order by extract(epoch from at - waiting_since))
        filter (where undone_at is null))::float8 as median
    from moderation_decisions left join users on users.id = moderator_id
    where at >= ${from} and at <= ${now.toISOString()}
    group by moderator_id order by count(*) desc, moderator_id`)
  return rows.map(({ id, median, name, approved, mended, rejected, kept, undone }) => ({
    id: id === null ? null : Number(id),
    name,
    approved,
    mended,
    rejected,
    kept,
    undone,
    median: id === null ? null : median && Math.round(median),
  }))
}
export type ModeratorNumbers = Awaited<ReturnType<typeof readModerators>>[number]
