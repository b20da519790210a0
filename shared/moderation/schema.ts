import * as v from 'valibot'
import { draftSchema } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { hintKinds } from '#shared/moderation/hints.ts'
import { spoken } from '#shared/moderation/language.ts'
import { cursorSchema, rowId, rowRevision } from '#shared/schema.ts'
import { storable } from '#shared/text/clean.ts'
import { trustLevels } from '#shared/users/trust.ts'

/** Why an ad is sent back, on every board; what they say is in `shared/reasons/built-in.ts`. */
export type RejectionReason =
  | 'photos'
  | 'text'
  | 'price'
  | 'category'
  | 'contact'
  | 'duplicate'
  | 'forbidden'
  | 'fraud'
  | 'other'

/** Places of an ad that a moderator can mark or mend; the texts are `field.<id>` in `shared/i18n/common`. */
export const adFields = [
  'photos',
  'title',
  'description',
  'category',
  'attributes',
  'price',
  'place',
  'contact',
] as const
export type AdField = (typeof adFields)[number]

/** One place to change, with what a moderator would write there, and which photos where it is those. */
export interface RejectionMark {
  field: AdField
  suggestion?: string | undefined
  photoIds?: string[] | undefined
}

/** What a decision came to; `mended` is approved after a moderator's own changes, `kept` a live ad that was reported. */
export const decisionOutcomes = ['approved', 'mended', 'rejected', 'kept'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** One of the built-in reasons, or one that admins have added. */
export const reasonId = v.pipe(v.string(), v.regex(/^[a-z0-9_]{2,20}$/))

const id = rowId
const revision = rowRevision
const { title, description, categoryId, attributes, price, districtId } = draftSchema.entries

/** `changes` are made in the same step; they are judged as the seller's own answers are. */
export const approveSchema = v.strictObject({
  revision,
  changes: v.optional(
    v.strictObject({
      title,
      description,
      categoryId,
      attributes: v.exactOptional(attributes.wrapped),
      price,
      districtId,
    }),
  ),
})
export type AdChanges = NonNullable<v.InferOutput<typeof approveSchema>['changes']>

const words = v.pipe(v.string(), v.transform(storable), v.trim())
export const rejectSchema = v.strictObject({
  revision,
  reason: reasonId,
  note: v.optional(v.pipe(words, v.maxLength(limits.rejectionNote.max)), ''),
  marks: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          field: v.picklist(adFields),
          suggestion: v.optional(v.pipe(words, v.minLength(1), v.maxLength(limits.rejectionNote.max))),
          photoIds: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(limits.photos.max))),
        }),
      ),
      v.maxLength(adFields.length),
      v.check((marks) => new Set(marks.map(({ field }) => field)).size === marks.length),
    ),
    [],
  ),
  final: v.optional(v.boolean(), false),
})

const category = v.pipe(v.string(), v.maxLength(60))
const filterEntries = {
  /** A top category or one below it. */
  category: v.exactOptional(category),
  language: v.exactOptional(v.picklist(spoken)),
  /** Ads with this hint, with any, or with none. */
  hint: v.exactOptional(v.picklist([...hintKinds, 'any', 'none'])),
}
const filterSchema = v.strictObject(filterEntries)
export type QueueFilter = v.InferOutput<typeof filterSchema>

export const queueSchema = v.strictObject({
  ...cursorSchema.entries,
  ...filterEntries,
  /** Only of sellers that are trusted. */
  trusted: v.exactOptional(v.literal('true')),
})

/** How many ads one moderator may have in hand. */
const inHand = 10

/**
 * `POST /api/moderation/desk`: which ads the moderator has in hand and keeps, and how many more are wanted. Whatever
 * is not named is given back, so an empty one is how a desk is left.
 */
export const deskSchema = v.strictObject({
  holding: v.pipe(v.array(id), v.maxLength(inHand)),
  want: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(inHand)),
  /** Not these: put off, or being decided upon. */
  skip: v.optional(v.pipe(v.array(id), v.maxLength(1000)), []),
  /** This one before all others. */
  first: v.exactOptional(id),
  filter: v.optional(filterSchema, {}),
})
export type Desk = v.InferOutput<typeof deskSchema>

/** `POST /api/moderation/approve`: many at once, each as it was seen. */
export const approveManySchema = v.strictObject({
  ads: v.pipe(v.array(v.strictObject({ id, revision })), v.minLength(1), v.maxLength(100)),
})

export const trustSchema = v.strictObject({ trust: v.picklist(trustLevels) })
