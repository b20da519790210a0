import * as v from 'valibot'
import { limits } from '#shared/limits.ts'

/** Why an ad is sent back; the texts are `reason.<id>` in `shared/i18n/common`. */
export const rejectionReasons = [
  'photos',
  'text',
  'price',
  'category',
  'contact',
  'duplicate',
  'forbidden',
  'fraud',
  'other',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

export const approveSchema = v.strictObject({ revision: v.pipe(v.number(), v.integer()) })
export const rejectSchema = v.strictObject({
  revision: v.pipe(v.number(), v.integer()),
  reason: v.picklist(rejectionReasons),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.rejectionNote.max)), ''),
})
