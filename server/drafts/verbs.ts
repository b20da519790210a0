import { and, eq, type SQL, sql } from 'drizzle-orm'
import { findAd } from '#server/ads/queries.ts'
import { changeAd, reasonFor } from '#server/ads/verbs.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import {
  attachPhotos,
  deleteDraft,
  findDraft,
  findDraftPhotos,
  findLastAd,
  insertDraft,
  lockDraft,
  updateDraft,
} from '#server/drafts/queries.ts'
import { suggestionFrom, toDraft, toRow } from '#server/drafts/rows.ts'
import { AppError } from '#server/errors.ts'
import { readPlaces, requirePlace } from '#server/limits/places.ts'
import { prepareWhenReady, unrejected } from '#server/moderation/verbs.ts'
import { toPhotoView } from '#server/photos/verbs.ts'
import { searchColumns } from '#server/search/words.ts'
import { checkAd } from '#shared/ads/check.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { type AdState, transitions } from '#shared/ads/states.ts'

/** States from which an ad is edited; it waits for a moderator then. */
const editable: readonly AdState[] = transitions.pending

/**
 * The person's draft with its photos; `suggested` is what the last ad said of place and contact,
 * `places` how many more ads there may be.
 */
export async function readDraft(deps: Pick<Deps, 'db' | 'config' | 'settings'>, userId: number) {
  const { db } = deps
  const [draft, last] = [await findDraft(db, userId), await findLastAd(db, userId)]
  return {
    draft: draft?.data ?? null,
    revision: draft?.revision ?? 0,
    adId: draft?.adId ?? null,
    photos: (await findDraftPhotos(db, userId, draft?.data.photoIds ?? [], draft?.adId ?? null)).map(
      toPhotoView,
    ),
    suggested: last ? suggestionFrom(last) : {},
    places: await readPlaces(db, deps, userId, draft?.adId ?? null),
  }
}

/** Saves the draft over the revision it was made upon (0: there was none). Throws `ads.changed` when another device was faster. */
export async function saveDraft(db: Db, userId: number, revision: number, data: Draft) {
  const saved =
    revision === 0 ? await insertDraft(db, { userId, data }) : await updateDraft(db, userId, revision, data)
  if (!saved) throw new AppError('ads.changed')
  return { revision: saved.revision }
}

/** Puts a rejected or live ad of the person's own back into the draft, for mending. */
export const draftFromAd = (deps: Deps, userId: number, adId: number) =>
  deps.db.transaction(async (tx) => {
    const mine = and(eq(ads.id, adId), eq(ads.sellerId, userId))
    const row = await findAd(tx, deps.config.telegram.channelId, mine)
    if (row?.ad.rejectionFinal) throw new AppError('ads.wrong_state')
    if (!row || !editable.includes(row.ad.state)) throw await reasonFor(tx, mine, editable)
    const standing = await lockDraft(tx, userId)
    if (standing?.adId !== adId) {
      await deleteDraft(tx, userId)
      await insertDraft(tx, { userId, adId, data: toDraft(row) })
    }
    return readDraft({ ...deps, db: tx }, userId)
  })

/**
 * Sends the draft to the moderators: a new ad, or the mended one again. The same `key` gives the same ad.
 * Throws `ads.invalid` with the fields, `ads.changed` when the draft is not the one that was seen, `drafts.empty`, `ads.too_many`.
 */
export const submitDraft = (deps: Deps, o: { userId: number; revision: number; key: string }) =>
  deps.db.transaction(async (tx) => {
    const draft = await lockDraft(tx, o.userId)
    const [sent] = await tx
      .select({ id: ads.id })
      .from(ads)
      .where(and(eq(ads.sellerId, o.userId), eq(ads.submitKey, o.key)))
    if (sent) return { adId: sent.id }
    if (!draft) throw new AppError('drafts.empty')
    if (draft.revision !== o.revision) throw new AppError('ads.changed')

    const photos = await findDraftPhotos(tx, o.userId, draft.data.photoIds, draft.adId)
    const checked = checkAd(draft.data, photos)
    if ('problems' in checked) throw new AppError('ads.invalid', checked.problems)

    // By the database's clock, as decisions are: which came first is asked.
    const row = { ...toRow(checked.ad), submitKey: o.key, submittedAt: sql`now()` }
    const { categoryId } = row
    await requirePlace(tx, deps, { sellerId: o.userId, categoryId, adId: draft.adId })
    const adId =
      draft.adId === null
        ? await insertAd(tx, o.userId, row)
        : await resubmitAd(tx, deps, o.userId, draft.adId, row)
    await attachPhotos(tx, adId, o.userId, checked.ad.photoIds)
    await deleteDraft(tx, o.userId)
    await prepareWhenReady(tx, deps.jobs, adId)
    return { adId }
  })

type Row = ReturnType<typeof toRow> & { submitKey: string; submittedAt: SQL }

async function insertAd(tx: Db, sellerId: number, row: Row) {
  const [ad] = await tx
    .insert(ads)
    .values({ ...row, ...searchColumns(row), sellerId })
    .returning({ id: ads.id })
  const { id: adId } = ad as { id: number }
  await writeAudit(tx, {
    actorId: sellerId,
    action: 'submitted',
    adId,
    after: { state: 'pending', revision: 1 },
  })
  return adId
}

async function resubmitAd(tx: Db, deps: Deps, sellerId: number, adId: number, row: Row) {
  const mine = and(eq(ads.id, adId), eq(ads.sellerId, sellerId))
  // An edit waits while its post stands as it was approved; of what was sent back nothing stands.
  const publishedAt = sql`case when ${ads.state} = 'active' then ${ads.publishedAt} end`
  const set = { ...row, state: 'pending', publishedAt, ...unrejected }
  const ad = await changeAd(tx, deps, {
    where: and(mine, eq(ads.rejectionFinal, false)),
    from: editable,
    action: 'submitted',
    actorId: sellerId,
    set,
  })
  if (ad) return adId
  const reason = await reasonFor(tx, mine, editable)
  throw reason.code === 'ads.changed' ? new AppError('ads.wrong_state') : reason
}
