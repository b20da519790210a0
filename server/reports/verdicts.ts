import { and, eq, inArray } from 'drizzle-orm'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, moderationDecisions } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { approveAd, type Decision, type Rejection, rejectAd } from '#server/moderation/verbs.ts'
import { countOpen } from '#server/reports/queries.ts'
import { settleReports } from '#server/reports/settle.ts'

type Verdict = Decision & { moderatorId: number }

/**
 * There is nothing wrong with a reported ad: a live one stays as it is, one that waits goes live at its old place.
 * Throws `moderation.decided` when nothing is open any more, else as `approveAd` does.
 */
export const dismissReports = (deps: Deps, verdict: Verdict) =>
  deps.db.transaction(async (tx) => {
    const ad = await lockReported(tx, verdict)
    return ad.state === 'pending'
      ? approveAd({ ...deps, db: tx }, verdict)
      : keep(tx, deps, { ...verdict, ad })
  })

/** What was reported is right: the ad is taken down and goes back to its seller. Throws as `dismissReports` does. */
export const takeDown = (deps: Deps, verdict: Verdict & Rejection) =>
  deps.db.transaction(async (tx) => {
    await lockReported(tx, verdict)
    return rejectAd({ ...deps, db: tx }, { ...verdict, from: ['pending', 'active'] })
  })

async function lockReported(tx: Db, { adId, revision }: Verdict) {
  const [ad] = await tx
    .select({
      state: ads.state,
      revision: ads.revision,
      categoryId: ads.categoryId,
      districtId: ads.districtId,
    })
    .from(ads)
    .where(and(eq(ads.id, adId), inArray(ads.state, ['pending', 'active'])))
    .for('update')
  if (!ad || (await countOpen(tx, adId)) === 0) throw new AppError('moderation.decided')
  if (ad.revision !== revision) throw new AppError('ads.changed')
  return ad
}

/** A decision that changes nothing of the ad, kept so that it can be undone. */
async function keep(
  tx: Db,
  { jobs }: Deps,
  { adId, moderatorId, revision, ad }: Verdict & { ad: Awaited<ReturnType<typeof lockReported>> },
) {
  const [decision] = await tx
    .insert(moderationDecisions)
    .values({
      adId,
      moderatorId,
      outcome: 'kept',
      revision,
      previous: {},
      categoryId: ad.categoryId,
      districtId: ad.districtId,
    })
    .returning({ id: moderationDecisions.id })
  const { id: decisionId } = decision as { id: number }
  await writeAudit(tx, { actorId: moderatorId, action: 'kept', adId })
  await settleReports(tx, jobs, { adId, decisionId, moderatorId, as: 'dismissed' })
  return { state: 'active' as const, decisionId }
}
