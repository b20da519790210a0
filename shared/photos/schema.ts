import * as v from 'valibot'
import { limits } from '#shared/limits.ts'

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Widths of the public variants, in CSS pixels at the long side's scale. */
export const photoWidths = [320, 800, 1600] as const
export type PhotoWidth = (typeof photoWidths)[number]

export const newPhotoSchema = v.strictObject({
  contentType: v.picklist(photoTypes, 'photos.type'),
  contentLength: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1, 'photos.type'),
    v.maxValue(limits.photos.bytes, 'photos.too_large'),
  ),
})
export const photoIdSchema = v.object({ id: v.pipe(v.string(), v.uuid()) })
/** `GET /api/photos?ids=a,b`: how far the server is with them. */
export const photoIdsSchema = v.object({
  ids: v.pipe(
    v.string(),
    v.transform((ids) => ids.split(',')),
    v.array(v.pipe(v.string(), v.uuid())),
    v.maxLength(limits.photos.max),
  ),
})

/** `awaiting` the upload, `uploaded` and being looked at, `ready` to show, or `refused` with a reason. */
export const photoStates = ['awaiting', 'uploaded', 'ready', 'refused'] as const
export type PhotoState = (typeof photoStates)[number]

/** The path below the public base of one variant of a photo. */
export const photoPath = (photoId: string, width: PhotoWidth) => `public/photos/${photoId}/${width}.webp`
