import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { adColumns } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads, drafts, photos } from '#server/db/schema.ts'
import type { Draft } from '#shared/ads/schema.ts'

export type DraftRow = typeof drafts.$inferSelect

export const findDraft = async (db: Db, userId: number): Promise<DraftRow | undefined> =>
  (await db.select().from(drafts).where(eq(drafts.userId, userId)))[0]

/** The draft, kept from changing until the transaction ends. */
export const lockDraft = async (tx: Db, userId: number): Promise<DraftRow | undefined> =>
  (await tx.select().from(drafts).where(eq(drafts.userId, userId)).for('update'))[0]

/** Starts a draft; undefined when there is one already. */
export const insertDraft = async (db: Db, row: { userId: number; data: Draft; adId?: number }) =>
  (await db.insert(drafts).values(row).onConflictDoNothing().returning())[0]

/** Saves over the named revision; undefined when somebody else was faster. */
export const updateDraft = async (db: Db, userId: number, revision: number, data: Draft) =>
  (
    await db
      .update(drafts)
      .set({ data, revision: sql`${drafts.revision} + 1`, updatedAt: sql`now()` })
      .where(and(eq(drafts.userId, userId), eq(drafts.revision, revision)))
      .returning()
  )[0]

export const deleteDraft = (db: Db, userId: number) => db.delete(drafts).where(eq(drafts.userId, userId))

/** A person's own photos among `ids`, in the order of `ids`, but for those of another ad than the one being mended. */
export async function findDraftPhotos(db: Db, ownerId: number, ids: readonly string[], adId: number | null) {
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(photos)
    .where(and(eq(photos.ownerId, ownerId), inArray(photos.id, [...ids]), unattachedOr(adId)))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

const unattachedOr = (adId: number | null) =>
  adId === null ? isNull(photos.adId) : or(isNull(photos.adId), eq(photos.adId, adId))

/** What the person answered last time about place and contact. */
export const findLastAd = async (db: Db, sellerId: number) =>
  (await db.select(adColumns).from(ads).where(eq(ads.sellerId, sellerId)).orderBy(desc(ads.id)).limit(1))[0]

/** Makes the ad's photos exactly `ids`, in that order; others are let go and swept later. One of another ad stays there. */
export async function attachPhotos(tx: Db, adId: number, ownerId: number, ids: readonly string[]) {
  await tx.update(photos).set({ adId: null, position: null }).where(eq(photos.adId, adId))
  for (const [position, id] of ids.entries())
    await tx
      .update(photos)
      .set({ adId, position })
      .where(and(eq(photos.id, id), eq(photos.ownerId, ownerId), isNull(photos.adId)))
}
