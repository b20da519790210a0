import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import { findStanding } from '#server/ads/queries.ts'
import { changeAd, newTerm } from '#server/ads/verbs.ts'
import type { Db } from '#server/db/client.ts'
import { ads, photos } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import type { RejectionReason } from '#shared/moderation/schema.ts'

interface Decision {
  moderatorId: number
  adId: number
  /** The revision that the moderator saw. */
  revision: number
}

/** Puts a waiting ad live. Throws `moderation.decided`, `moderation.photos_not_ready`, `ads.changed` or `ads.not_found`. */
export const approveAd = (deps: Deps, decision: Decision) =>
  deps.db.transaction(async (tx) => {
    const [ad] = await tx.select({ categoryId: ads.categoryId }).from(ads).where(eq(ads.id, decision.adId))
    if (!ad) throw new AppError('ads.not_found')
    return decide(tx, deps, decision, 'approved', {
      state: 'active',
      // What is edited while it is live keeps its place: editing is no way to the top.
      feedSeq: sql`case when ${ads.expiresAt} > now() then ${ads.feedSeq} else nextval('feed_seq') end`,
      publishedAt: sql`coalesce(${ads.publishedAt}, now())`,
      ...newTerm(ad.categoryId),
      rejectionReason: null,
      rejectionNote: null,
    })
  })

/** Sends a waiting ad back to its seller with a reason. Throws as `approveAd` does. */
export const rejectAd = (deps: Deps, decision: Decision & { reason: RejectionReason; note: string }) =>
  deps.db.transaction((tx) =>
    decide(tx, deps, decision, 'rejected', {
      state: 'rejected',
      rejectionReason: decision.reason,
      rejectionNote: decision.note || null,
    }),
  )

async function decide(
  tx: Db,
  deps: Deps,
  decision: Decision,
  outcome: 'approved' | 'rejected',
  set: Record<string, unknown>,
) {
  const it = eq(ads.id, decision.adId)
  const unsettled = tx
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.adId, ads.id), inArray(photos.state, ['awaiting', 'uploaded'])))
  const settled = outcome === 'approved' ? notExists(unsettled) : undefined
  const where = and(it, eq(ads.revision, decision.revision), settled)
  const changed = await changeAd(tx, deps, {
    where,
    from: ['pending'],
    action: outcome,
    actorId: decision.moderatorId,
    set,
  })
  if (changed) {
    await deps.jobs.enqueue(tx, 'ads.tell_seller', { adId: changed.id, outcome })
    return { state: changed.state }
  }
  const now = await findStanding(tx, it)
  if (!now) throw new AppError('ads.not_found')
  if (now.state !== 'pending') throw new AppError('moderation.decided')
  throw new AppError(now.revision === decision.revision ? 'moderation.photos_not_ready' : 'ads.changed')
}

/**
 * Tells the moderators of a waiting ad once all of its photos are looked at; called by whoever may have settled the
 * last one. The ad's row is locked first, so that of two photos settling at once the later one sees both.
 */
export async function announceWhenReady(tx: Db, jobs: Jobs, adId: number) {
  const [ad] = await tx
    .select({ state: ads.state, revision: ads.revision })
    .from(ads)
    .where(eq(ads.id, adId))
    .for('update')
  if (ad?.state !== 'pending') return
  const [waiting] = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.adId, adId), inArray(photos.state, ['awaiting', 'uploaded'])))
    .limit(1)
  if (!waiting) await jobs.enqueue(tx, 'moderation.announce', { adId, revision: ad.revision })
}
