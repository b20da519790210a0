import * as v from 'valibot'
import { limits } from '#shared/limits.ts'
import { photoTypes } from '#shared/photos/files.ts'

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
