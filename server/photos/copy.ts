import { randomUUID } from 'node:crypto'
import { inArray } from 'drizzle-orm'
import { photos } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { storeVariant } from '#server/photos/process.ts'
import { countUnattached, lockOwner, photosOf } from '#server/photos/queries.ts'
import { limits } from '#shared/limits.ts'
import { photoPath, photoWidths } from '#shared/photos/files.ts'

/**
 * Copies ready photos of a person, so that either can be removed without the other; answers the copies' ids in order.
 * The rows come first and are swept like any upload that nobody finished, should this break off.
 * @throws {AppError} `photos.too_many`
 */
export async function copyPhotos(
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  ownerId: number,
  ids: string[],
) {
  const originals = (await photosOf(db, ids, ownerId)).filter(({ state }) => state === 'ready')
  if (originals.length === 0) return []
  const copies = await db.transaction(async (tx) => {
    await lockOwner(tx, ownerId)
    if ((await countUnattached(tx, ownerId)) + originals.length > limits.photos.unattached)
      throw new AppError('photos.too_many')
    const rows = originals.map(({ createdAt: _, adId: __, position: ___, ...original }) => ({
      ...original,
      id: randomUUID(),
      createKey: `copy ${randomUUID()}`,
      state: 'awaiting' as const,
    }))
    await tx.insert(photos).values(rows)
    return rows.map(({ id }) => id)
  })
  const pairs = originals.flatMap(({ id }, index) =>
    photoWidths.map((width) => ({ width, from: id, to: copies[index] as string })),
  )
  await Promise.all(
    pairs.map(async ({ width, from, to }) =>
      storeVariant(storage, to, width, await storage.get(photoPath(from, width))),
    ),
  )
  await db.update(photos).set({ state: 'ready' }).where(inArray(photos.id, copies))
  return copies
}
