import type { SQL } from 'drizzle-orm'
import type { PhotoView } from '#server/ads/views.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import {
  countUnattached,
  deletePhoto,
  findByKey,
  insertPhoto,
  lockOwner,
  lockPhotoWhere,
  markUploaded,
  type PhotoRow,
  photosOf,
  removableBy,
  uploadKey,
} from '#server/photos/queries.ts'
import { limits } from '#shared/limits.ts'
import { type PhotoType, photoPath, photoWidths } from '#shared/photos/files.ts'

/** What the API tells of a photo; its pictures lie under `photoPath(id, width)` once it is `ready`. */
export const toPhotoView = ({ id, state, problem, width, height, thumbhash }: PhotoRow): PhotoView => ({
  id,
  state,
  problem,
  width,
  height,
  thumbhash,
})

export interface NewPhoto {
  contentType: PhotoType
  /** Bytes. */
  contentLength: number
}

/**
 * Promises a place for one photo and signs the URL to which the app puts exactly these bytes.
 * The same `createKey` again answers the same photo with a fresh URL.
 * @throws {AppError} `photos.too_many`; `request.invalid` when the key was used for another file
 */
export async function createPhoto(
  deps: Deps,
  ownerId: number,
  createKey: string,
  { contentType, contentLength }: NewPhoto,
) {
  const row = await promisePhoto(deps, ownerId, createKey, { contentType, contentLength })
  const expiresInSeconds = limits.photos.uploadSeconds
  const expiresAt = new Date(Date.now() + expiresInSeconds * 1000).toISOString()
  const uploadUrl = await deps.storage.presignPut({
    key: uploadKey(row.id),
    contentType,
    contentLength,
    expiresInSeconds,
  })
  return { id: row.id, uploadUrl, expiresAt }
}

/** The photo's row, made unless the key was used before; that it was for the same file is made sure of. */
const promisePhoto = (
  { db }: Deps,
  ownerId: number,
  createKey: string,
  { contentType, contentLength }: NewPhoto,
) =>
  db.transaction(async (tx) => {
    await lockOwner(tx, ownerId)
    const known = await findByKey(tx, ownerId, createKey)
    if (known) {
      if (known.contentType !== contentType || known.contentLength !== contentLength)
        throw new AppError('request.invalid')
      return known
    }
    if ((await countUnattached(tx, ownerId)) >= limits.photos.unattached)
      throw new AppError('photos.too_many')
    return insertPhoto(tx, { ownerId, createKey, contentType, contentLength })
  })

/**
 * Takes a photo whose bytes the server holds itself, because they came through Telegram; from there on it goes the
 * way of every other. The same `createKey` again is the same photo.
 * @throws {AppError} `photos.too_many`
 */
export async function addPhoto(
  deps: Deps,
  ownerId: number,
  createKey: string,
  { contentType, bytes }: { contentType: PhotoType; bytes: Uint8Array },
) {
  const photo = await promisePhoto(deps, ownerId, createKey, { contentType, contentLength: bytes.length })
  if (photo.state !== 'awaiting') return photo
  await deps.storage.put(uploadKey(photo.id), bytes, { contentType })
  return completePhoto(deps, ownerId, photo.id)
}

/**
 * The app says that all bytes are in storage; the job that looks at them follows. Harmless when repeated.
 * @throws {AppError} `photos.not_found`; `photos.not_uploaded` when storage does not have what was announced
 */
export async function completePhoto(deps: Deps, ownerId: number, id: string) {
  const photo = await ownPhoto(deps, ownerId, id)
  if (photo.state !== 'awaiting') return photo
  const stored = await deps.storage.head(uploadKey(id))
  if (stored?.contentLength !== photo.contentLength) throw new AppError('photos.not_uploaded')
  const uploaded = await deps.db.transaction(async (tx) => {
    const row = await markUploaded(tx, id)
    if (row) await deps.jobs.enqueue(tx, 'photos.process', { photoId: id })
    return row
  })
  return uploaded ?? ownPhoto(deps, ownerId, id)
}

/**
 * Removes a photo of one's own with all that is stored of it, unless others can see it in an ad.
 * @throws {AppError} `photos.not_found`
 */
export async function removePhoto(deps: Deps, ownerId: number, id: string) {
  if (!(await erasePhoto(deps, id, removableBy(deps.db, ownerId)))) throw new AppError('photos.not_found')
}

/**
 * Erases what is stored of a photo, then its row, if the condition still holds once the row is locked. In this
 * order nothing is left in storage that no row knows of, wherever a crash falls; the lock keeps an ad that is
 * being sent from taking the photo meanwhile.
 * @returns whether it was erased
 */
export const erasePhoto = (deps: Pick<Deps, 'db' | 'storage'>, id: string, condition: SQL | undefined) =>
  deps.db.transaction(async (tx) => {
    if (!(await lockPhotoWhere(tx, id, condition))) return false
    await eraseObjects(deps, id)
    await deletePhoto(tx, id)
    return true
  })

/** Erases the original and all variants, whichever of them are there. */
export const eraseObjects = ({ storage }: Pick<Deps, 'storage'>, id: string) =>
  Promise.all(
    [uploadKey(id), ...photoWidths.map((width) => photoPath(id, width))].map((key) => storage.delete(key)),
  )

async function ownPhoto(deps: Deps, ownerId: number, id: string) {
  const [photo] = await photosOf(deps.db, [id], ownerId)
  if (!photo) throw new AppError('photos.not_found')
  return photo
}
