import { and, eq, sql } from 'drizzle-orm'
import { changeAd } from '#server/ads/verbs.ts'
import { ads, moderationDecisions } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { undoable } from '#server/moderation/queries.ts'

/** Columns that hold moments: kept as text among what was before. */
const moments = new Set(['expiresAt', 'confirmedAt', 'askedAt'])

/**
 * Takes a decision back within the hour, if the ad has not changed since: it waits again as it was before, what was
 * mended included, and its post is taken down. A moderator undoes their own decisions and the board's, an admin
 * everybody's. Throws `moderation.undo_late`, `auth.forbidden`, `ads.not_found`.
 */
export const undoDecision = (deps: Deps, o: { moderatorId: number; isAdmin: boolean; decisionId: number }) =>
  deps.db.transaction(async (tx) => {
    const it = eq(moderationDecisions.id, o.decisionId)
    const [known] = await tx.select().from(moderationDecisions).where(it)
    if (!known) throw new AppError('ads.not_found')
    if (!o.isAdmin && known.moderatorId !== null && known.moderatorId !== o.moderatorId)
      throw new AppError('auth.forbidden')
    const [decision] = await tx
      .update(moderationDecisions)
      .set({ undoneAt: sql`now()`, undoneBy: o.moderatorId })
      .where(and(it, undoable))
      .returning()
    if (!decision) throw new AppError('moderation.undo_late')
    const { adId, revision, previous } = decision
    const ad = await changeAd(tx, deps, {
      where: and(eq(ads.id, adId), eq(ads.revision, revision)),
      from: ['active', 'rejected'],
      action: 'undone',
      actorId: o.moderatorId,
      set: { ...restored(previous), state: 'pending' },
    })
    if (!ad) throw new AppError('moderation.undo_late')
    await deps.jobs.enqueue(tx, 'ads.tell_seller', { adId, outcome: 'undone' })
    await deps.jobs.enqueue(tx, 'moderation.prepare', { adId, revision: ad.revision })
    return { adId, revision: ad.revision }
  })

/** No publication stands any more: an ad that waits without one has no post. */
function restored({ publishedAt, ...previous }: Record<string, unknown>) {
  const columns = Object.entries(previous).map(([column, value]) => [
    column,
    moments.has(column) && typeof value === 'string' ? new Date(value) : value,
  ])
  return { ...Object.fromEntries(columns), ...(publishedAt !== undefined && { publishedAt: null }) }
}
