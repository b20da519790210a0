import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { prepareWhenReady } from '#server/moderation/verbs.ts'
import { makePicture, type Picture } from '#server/photos/image.ts'
import { findPhoto, settlePhoto, uploadKey } from '#server/photos/queries.ts'
import { ObjectNotFoundError, ObjectTooLargeError, type Storage } from '#server/photos/storage.ts'
import { eraseObjects } from '#server/photos/verbs.ts'
import type { PhotoProblem } from '#shared/errors.ts'
import { limits } from '#shared/limits.ts'
import { type PhotoWidth, photoPath } from '#shared/photos/files.ts'

/**
 * Job `photos.process`: looks at an uploaded original, stores what is shown of it and forgets the original.
 * May run twice, also at once; throws only when a service fails, so that the queue repeats it.
 */
export async function processPhoto(deps: Deps, { photoId }: JobData['photos.process']) {
  const { db, storage, jobs } = deps
  const photo = await findPhoto(db, photoId)
  if (photo?.state === 'uploaded') {
    const picture = await look(deps, photoId)
    if ('variants' in picture) await storeVariants(deps, photoId, picture)
    const settled = await db.transaction(async (tx) => {
      const row = await settlePhoto(tx, photoId, outcomeOf(picture))
      if (row?.adId == null) return row
      if (row.state === 'refused')
        await jobs.enqueue(tx, 'ads.tell_seller', { adId: row.adId, outcome: 'photo_refused' })
      await prepareWhenReady(tx, jobs, row.adId)
      return row
    })
    // Removed meanwhile: what was just stored must not outlive it.
    if (!settled && !(await findPhoto(db, photoId))) return void (await eraseObjects(deps, photoId))
  }
  await storage.delete(uploadKey(photoId))
}

async function look({ storage }: Deps, photoId: string): Promise<{ problem: PhotoProblem } | Picture> {
  try {
    return await makePicture(await storage.get(uploadKey(photoId), { maxBytes: limits.photos.bytes }))
  } catch (error) {
    if (error instanceof ObjectTooLargeError) return { problem: 'too_large' }
    // Another run was faster and has settled the photo already.
    if (error instanceof ObjectNotFoundError) return { problem: 'broken' }
    throw error
  }
}

const storeVariants = ({ storage }: Deps, photoId: string, { variants }: Picture) =>
  Promise.all(variants.map(({ width, body }) => storeVariant(storage, photoId, width, body)))

function outcomeOf(picture: { problem: PhotoProblem } | Picture) {
  if ('problem' in picture) return { state: 'refused', problem: picture.problem } as const
  const { width, height, thumbhash, phash } = picture
  return { state: 'ready', width, height, thumbhash, phash } as const
}

/** Variants never change under their key, so a phone or a CDN may keep them for good. */
export const storeVariant = (storage: Storage, photoId: string, width: PhotoWidth, body: Uint8Array) =>
  storage.put(photoPath(photoId, width), body, {
    contentType: 'image/webp',
    cacheControl: 'public, max-age=31536000, immutable',
  })
