import { and, eq, sql } from 'drizzle-orm'
import { changeAd } from '#server/ads/verbs.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads, moderationDecisions, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { undoable } from '#server/moderation/queries.ts'
import { reopenReports } from '#server/reports/settle.ts'
import { isBanned } from '#server/users/standing.ts'

/** Columns that hold moments: kept as text among what was before. */
const moments = new Set(['expiresAt', 'confirmedAt', 'askedAt'])

/**
 * Takes a decision back within the hour, if the ad has not changed since: it is again as it was before, what was mended
 * included; one that waits has no post. The reports that were settled with it are open again. A moderator undoes their
 * own decisions and the board's, an admin everybody's. Throws `moderation.undo_late`, `auth.forbidden`, `ads.not_found`,
 * and `people.banned` where an ad of somebody banned would come back.
 */
export const undoDecision = (deps: Deps, o: { moderatorId: number; isAdmin: boolean; decisionId: number }) =>
  deps.db.transaction(async (tx) => {
    const it = eq(moderationDecisions.id, o.decisionId)
    const [known] = await tx.select().from(moderationDecisions).where(it)
    if (!known) throw new AppError('ads.not_found')
    if (!o.isAdmin && known.moderatorId !== null && known.moderatorId !== o.moderatorId)
      throw new AppError('auth.forbidden')
    if (known.outcome === 'rejected' && (await isOfBanned(tx, known.adId)))
      throw new AppError('people.banned')
    const [decision] = await tx
      .update(moderationDecisions)
      .set({ undoneAt: sql`now()`, undoneBy: o.moderatorId })
      .where(and(it, undoable))
      .returning()
    if (!decision) throw new AppError('moderation.undo_late')
    const { adId } = decision
    const ad = await (decision.outcome === 'kept' ? lockKept : restore)(tx, deps, decision, o.moderatorId)
    if (!ad) throw new AppError('moderation.undo_late')
    await reopenReports(tx, deps.jobs, { adId, decisionId: decision.id, moderatorId: o.moderatorId })
    return { adId, revision: ad.revision }
  })

/** Whether the ad's seller is banned; nobody bans them until the transaction ends. */
async function isOfBanned(tx: Db, adId: number): Promise<boolean> {
  const [row] = await tx
    .select({ seller: users })
    .from(ads)
    .innerJoin(users, eq(users.id, ads.sellerId))
    .where(eq(ads.id, adId))
    .for('no key update', { of: users })
  return row !== undefined && isBanned(row.seller)
}

type DecisionRow = typeof moderationDecisions.$inferSelect

/** The ad as it was before the decision: it waits, or is live where it was when it was taken down. */
async function restore(tx: Db, deps: Deps, { adId, revision, previous }: DecisionRow, actorId: number) {
  const ad = await changeAd(tx, deps, {
    where: and(eq(ads.id, adId), eq(ads.revision, revision)),
    from: ['active', 'rejected'],
    action: 'undone',
    actorId,
    set: restored(previous),
  })
  if (ad?.state === 'pending') {
    await deps.jobs.enqueue(tx, 'ads.tell_seller', { adId, outcome: 'undone' })
    await deps.jobs.enqueue(tx, 'moderation.prepare', { adId, revision: ad.revision })
  } else if (ad) await deps.jobs.enqueue(tx, 'ads.tell_seller', { adId, outcome: 'approved' })
  return ad
}

/** A live ad that was reported and kept is as it was. */
async function lockKept(tx: Db, _: Deps, { adId, revision }: DecisionRow, actorId: number) {
  const [ad] = await tx
    .select({ revision: ads.revision })
    .from(ads)
    .where(and(eq(ads.id, adId), eq(ads.revision, revision), eq(ads.state, 'active')))
    .for('update')
  if (ad) await writeAudit(tx, { actorId, action: 'undone', adId })
  return ad
}

/** No publication stands any more: an ad that waits without one has no post. */
function restored({ publishedAt, ...previous }: Record<string, unknown>) {
  const columns = Object.entries(previous).map(([column, value]) => [
    column,
    moments.has(column) && typeof value === 'string' ? new Date(value) : value,
  ])
  return { ...Object.fromEntries(columns), ...(publishedAt !== undefined && { publishedAt: null }) }
}
