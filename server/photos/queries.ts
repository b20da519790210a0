import { and, count, eq, exists, inArray, isNull, lt, notExists, or, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, drafts, photos, users } from '#server/db/schema.ts'

export type PhotoRow = typeof photos.$inferSelect

/** Where the app puts the bytes that nobody has looked at yet. */
export const uploadKey = (photoId: string) => `uploads/${photoId}`

export async function findPhoto(db: Db, id: string) {
  const [row] = await db.select().from(photos).where(eq(photos.id, id))
  return row
}

/** Those of the photos that belong to `ownerId`, in the order of `ids`. */
export async function photosOf(db: Db, ids: readonly string[], ownerId: number): Promise<PhotoRow[]> {
  if (!ids.length) return []
  const rows = await db
    .select()
    .from(photos)
    .where(and(inArray(photos.id, [...ids]), eq(photos.ownerId, ownerId)))
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

export async function findByKey(db: Db, ownerId: number, createKey: string) {
  const [row] = await db
    .select()
    .from(photos)
    .where(and(eq(photos.ownerId, ownerId), eq(photos.createKey, createKey)))
  return row
}

/** Makes one person's requests wait for each other until the transaction ends. */
export const lockOwner = (tx: Db, ownerId: number) =>
  tx.select({ id: users.id }).from(users).where(eq(users.id, ownerId)).for('no key update')

export async function countUnattached(db: Db, ownerId: number) {
  const [row] = await db
    .select({ count: count() })
    .from(photos)
    .where(and(eq(photos.ownerId, ownerId), isNull(photos.adId)))
  return row?.count ?? 0
}

export async function insertPhoto(db: Db, values: typeof photos.$inferInsert) {
  const [row] = await db.insert(photos).values(values).returning()
  return row as PhotoRow
}

/** Takes the photo from `awaiting` to `uploaded`; `undefined` when it was not awaiting any more. */
export async function markUploaded(db: Db, id: string) {
  const [row] = await db
    .update(photos)
    .set({ state: 'uploaded' })
    .where(and(eq(photos.id, id), eq(photos.state, 'awaiting')))
    .returning()
  return row
}

type Settled = Pick<
  typeof photos.$inferInsert,
  'state' | 'problem' | 'width' | 'height' | 'thumbhash' | 'phash'
>

/** Writes what was found in an `uploaded` photo; `undefined` when it is gone or was settled before. */
export async function settlePhoto(db: Db, id: string, values: Settled) {
  const [row] = await db
    .update(photos)
    .set(values)
    .where(and(eq(photos.id, id), eq(photos.state, 'uploaded')))
    .returning()
  return row
}

/** In no ad, or in one that nobody but its seller sees. */
const isRemovable = (db: Db) =>
  or(
    isNull(photos.adId),
    exists(
      db
        .select({ one: sql`1` })
        .from(ads)
        .where(and(eq(ads.id, photos.adId), inArray(ads.state, ['rejected', 'removed']))),
    ),
  )

export const removableBy = (db: Db, ownerId: number) => and(eq(photos.ownerId, ownerId), isRemovable(db))

/** Uploaded before `before`, in no ad and in no draft. */
const isOrphan = (db: Db, before: Date) =>
  and(
    isNull(photos.adId),
    lt(photos.createdAt, before),
    notExists(
      db
        .select({ one: sql`1` })
        .from(drafts)
        .where(sql`${drafts.userId} = ${photos.ownerId} and ${drafts.data}->'photoIds' ? ${photos.id}::text`),
    ),
  )

/** Of an ad that was removed before `before`. */
const isOfRemovedAd = (db: Db, before: Date) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(ads)
      .where(and(eq(ads.id, photos.adId), eq(ads.state, 'removed'), lt(ads.updatedAt, before))),
  )

/** Photos that nobody will ever see again. */
export const isForgotten = (db: Db, orphansBefore: Date, removedBefore: Date) =>
  or(isOrphan(db, orphansBefore), isOfRemovedAd(db, removedBefore))

export async function idsWhere(db: Db, condition: ReturnType<typeof and>, limit: number) {
  const rows = await db.select({ id: photos.id }).from(photos).where(condition).limit(limit)
  return rows.map((row) => row.id)
}

/** Locks the photo against being attached, if the condition (still) holds; `undefined` otherwise. */
export async function lockPhotoWhere(tx: Db, id: string, condition: ReturnType<typeof and>) {
  const [row] = await tx
    .select()
    .from(photos)
    .where(and(eq(photos.id, id), condition))
    .for('update')
  return row
}

export const deletePhoto = (db: Db, id: string) => db.delete(photos).where(eq(photos.id, id))

/** Those of the ids whose upload is still needed: bytes are awaited or about to be looked at. */
export async function unsettledOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .select({ id: photos.id })
    .from(photos)
    .where(and(inArray(photos.id, [...ids]), inArray(photos.state, ['awaiting', 'uploaded'])))
  return new Set(rows.map((row) => row.id))
}
