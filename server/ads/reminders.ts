import { and, eq, isNull, sql } from 'drizzle-orm'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { tellSavers } from '#server/favorites/verbs.ts'

/** Ads asked about in one run of the job; the rest come ten minutes later. */
const batch = 500
/** Seconds. */
const day = 86_400

/**
 * Job `ads.ask`: two days before an ad ends its seller is asked whether it is still for sale, once a term; who saved
 * it hears a day later that it ends, unless it was confirmed by then. Neither the ad's revision nor its post changes by being asked about.
 */
export async function askStillForSale({ db, jobs }: Pick<Deps, 'db' | 'jobs'>) {
  const isDue = and(
    eq(ads.state, 'active'),
    isNull(ads.askedAt),
    sql`${ads.expiresAt} between now() and now() + interval '2 days'`,
  )
  const due = await db.select({ id: ads.id }).from(ads).where(isDue).limit(batch)
  for (const { id } of due)
    await db.transaction(async (tx) => {
      const asked = await tx
        .update(ads)
        .set({ askedAt: sql`now()` })
        .where(and(eq(ads.id, id), isDue))
        .returning({ id: ads.id })
      if (asked.length === 0) return
      await jobs.enqueue(tx, 'ads.tell_seller', { adId: id, outcome: 'ask' })
      await tellSavers(tx, jobs, id, { event: 'ends' }, { delay: day })
    })
}
