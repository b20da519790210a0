import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { dayOfColumn, midnight, shiftDay, tashkentDay } from '#server/stats/days.ts'
import { forgetOldSearches } from '#server/stats/vain.ts'

/** Before the board. */
const beginning = '2020-01-01'

/**
 * What happened from a day on until before another, as rows of `day, category_id, district_id` and what is counted, one
 * or more for each; read through indexes on when it happened.
 */
export function factsBetween(from: string, before: string): SQL {
  const [since, until] = [midnight(from).toISOString(), midnight(before).toISOString()]
  return sql`
    select ${dayOfColumn(sql`created_at`)} as day, category_id, district_id,
      1 as new_ads, 0 as sold, 0 as ended, 0 as views, 0 as contacts
    from ads where created_at >= ${since} and created_at < ${until}
    union all
    select ${dayOfColumn(sql`audit.at`)}, category_id, district_id,
      0, (action = 'sold')::int, 1, 0, 0
    from audit join ads on ads.id = audit.ad_id
    where action in ('sold', 'expired', 'removed') and audit.at >= ${since} and audit.at < ${until}
      and (action = 'sold' or before ->> 'state' = 'active')
    union all
    select day, category_id, district_id, 0, 0, 0, views, contacts
    from ad_days join ads on ads.id = ad_days.ad_id
    where day >= ${from} and day < ${before}`
}

/** The last day that is written down; undefined when none is. */
export async function lastWritten(db: Db, before: string): Promise<string | undefined> {
  const [row] = await db.execute<{ day: string | null }>(
    sql`select to_char(max(day), 'YYYY-MM-DD') as day from board_days where day < ${before}`,
  )
  return row?.day ?? undefined
}

/**
 * Job `stats.close_days`: writes down the days that are over and not yet written, with how many ads were live when the
 * last of them ended, and forgets what was searched for long ago.
 */
export const closeDays = ({ db }: Pick<Deps, 'db'>, now = new Date()) =>
  db.transaction(async (tx) => {
    const today = tashkentDay(now)
    const yesterday = shiftDay(today, -1)
    const last = await lastWritten(tx, today)
    await forgetOldSearches(tx, today)
    if (last === yesterday) return
    const from = last ? shiftDay(last, 1) : beginning
    await tx.execute(sql`
      insert into board_days (day, category_id, district_id, new_ads, sold, ended, views, contacts)
      select day, category_id, district_id, sum(new_ads), sum(sold), sum(ended), sum(views), sum(contacts)
      from (${factsBetween(from, today)}) facts group by day, category_id, district_id
      on conflict do nothing`)
    await tx.execute(sql`
      insert into board_days (day, category_id, district_id, live)
      select ${yesterday}::date, category_id, district_id, count(*) from ads where state = 'active'
      group by category_id, district_id
      on conflict (day, category_id, district_id) do update set live = excluded.live`)
  })
