import * as v from 'valibot'
import { limits } from '#shared/limits.ts'

/** What is wrong with an ad, the most frequent first; the texts are `report.<id>` in `shared/i18n/common`. */
export const reportReasons = ['sold', 'fraud', 'wrong', 'contact', 'duplicate', 'forbidden', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** `open` until a moderator has looked: then something was done about the ad, or there was no reason to. */
export const reportStates = ['open', 'upheld', 'dismissed'] as const
export type ReportState = (typeof reportStates)[number]

export const reportSchema = v.strictObject({
  reason: v.picklist(reportReasons),
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(limits.reportNote.max)), ''),
})
export type Report = v.InferOutput<typeof reportSchema>
