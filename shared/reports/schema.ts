import * as v from 'valibot'
import { adIdSchema } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'

/** What is wrong with an ad, the most frequent first; the texts are `report.<id>` in `shared/i18n/common`. */
export const reportReasons = ['sold', 'fraud', 'wrong', 'contact', 'duplicate', 'forbidden', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/**
 * `open` until a moderator has looked: then something was done about the ad, or there was no reason to. `lapsed` where
 * nobody can say any more: the ad ended, or its seller mended it first.
 */
export const reportStates = ['open', 'upheld', 'dismissed', 'lapsed'] as const
export type ReportState = (typeof reportStates)[number]

export const reportSchema = v.strictObject({
  reason: v.picklist(reportReasons),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.reportNote.max)), ''),
})
export type Report = v.InferOutput<typeof reportSchema>

/** Which reported ads: this one alone, or a page that begins behind the weight and the id of the last one. */
export const reportedSchema = v.object({
  ad: v.optional(adIdSchema.entries.id),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,6}(\.\d{1,2})?_\d{1,15}$/))),
})
export type ReportedQuery = v.InferOutput<typeof reportedSchema>
