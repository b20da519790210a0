import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { today } from '#server/stats/queries.ts'
import { banned } from '#server/users/standing.ts'

/**
 * Job `digest.plan`: everybody around whose ads something happened yesterday, who wants to know, can be reached and is
 * not banned, is told once. That it is their turn is written with the job that tells them, so neither is there without the other.
 */
export const planDigests = ({ db, jobs }: Pick<Deps, 'db' | 'jobs'>) =>
  db.transaction(async (tx) => {
    const turns = await tx.execute<{ id: string; day: string }>(sql`
      update users set digested_on = ${today} - 1
      where digest and unreachable_at is null and not ${banned()} and digested_on is distinct from ${today} - 1
        and exists (
          select from ads join ad_days on ad_days.ad_id = ads.id
          where ads.seller_id = users.id and ads.state <> 'removed'
            and ad_days.day = ${today} - 1 and views + contacts + favorites > 0
        )
      returning id, to_char(digested_on, 'YYYY-MM-DD') as day`)
    for (const { id, day } of turns) await jobs.enqueue(tx, 'digest.tell', { userId: Number(id), day })
  })

/** What happened around a person's ads on a day, the busiest first. */
export async function findDigest(db: Db, userId: number, day: string) {
  const rows = await db.execute<{ title: string; views: number; contacts: number; favorites: number }>(sql`
    select title, views, contacts, favorites from ad_days join ads on ads.id = ad_days.ad_id
    where seller_id = ${userId} and state <> 'removed' and day = ${day} and views + contacts + favorites > 0
    order by contacts desc, favorites desc, views desc, ads.id`)
  return rows.map(({ title, views, contacts, favorites }) => ({ title, views, contacts, favorites }))
}
