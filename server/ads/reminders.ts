import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { tellSavers } from '#server/favorites/verbs.ts'

/** Ads asked about in one run of the job; the rest come ten minutes later. */
const batch = 500
/** Seconds. */
const day = 86_400

/**
 * Job `ads.ask`: some days before an ad ends its seller is asked whether it is still for sale, once a term and not
 * before half of it is over; who saved it hears on the last day that it ends, a day later at least, unless it was
 * confirmed by then. Neither the ad's revision nor its post changes by being asked about.
 */
export async function askStillForSale({ db, jobs, settings }: Pick<Deps, 'db' | 'jobs' | 'settings'>) {
  const { askDaysBefore } = await settings.read()
  const half = sql`(${ads.expiresAt} - ${ads.confirmedAt}) / 2`
  const isDue = and(
    eq(ads.state, 'active'),
    isNull(ads.askedAt),
    gt(ads.expiresAt, sql`now()`),
    sql`${ads.expiresAt} <= now() + least(${`${askDaysBefore} days`}::interval, ${half})`,
  )
  const due = await db.select({ id: ads.id }).from(ads).where(isDue).limit(batch)
  for (const { id } of due)
    await db.transaction(async (tx) => {
      const asked = await tx
        .update(ads)
        .set({ askedAt: sql`now()` })
        .where(and(eq(ads.id, id), isDue))
        .returning({ left: sql<number>`extract(epoch from ${ads.expiresAt} - now())::int` })
      if (!asked[0]) return
      const { left } = asked[0]
      await jobs.enqueue(tx, 'ads.tell_seller', { adId: id, outcome: 'ask' })
      await tellSavers(tx, jobs, id, { event: 'ends' }, { delay: Math.max(day, left - day) })
    })
}
