import { and, eq, ne } from 'drizzle-orm'
import { findAd } from '#server/ads/queries.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { deleteDraft, insertDraft, lockDraft } from '#server/drafts/queries.ts'
import { toDraft } from '#server/drafts/rows.ts'
import { readDraft } from '#server/drafts/verbs.ts'
import { AppError } from '#server/errors.ts'
import { copyPhotos } from '#server/photos/copy.ts'

/**
 * Begins a new ad like one of the person's own, with photos of its own, in place of whatever the draft held: who
 * calls has asked. Throws `ads.not_found`, `photos.too_many`.
 */
export async function copyAd(deps: Deps, userId: number, adId: number) {
  const mine = and(eq(ads.id, adId), eq(ads.sellerId, userId), ne(ads.state, 'removed'))
  const row = await findAd(deps.db, deps.config.telegram.channelId, mine)
  if (!row) throw new AppError('ads.not_found')
  const draft = toDraft(row)
  const photoIds = await copyPhotos(deps, userId, draft.photoIds)
  return deps.db.transaction(async (tx) => {
    await lockDraft(tx, userId)
    await deleteDraft(tx, userId)
    await insertDraft(tx, { userId, data: { ...draft, photoIds } })
    return readDraft({ ...deps, db: tx }, userId)
  })
}
