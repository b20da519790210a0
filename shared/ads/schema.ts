import * as v from 'valibot'
import { adStates } from '#shared/ads/states.ts'
import { limits } from '#shared/limits.ts'
import { currencies, priceKinds } from '#shared/money/money.ts'
import { cursorSchema, rowRevision } from '#shared/schema.ts'
import { storable } from '#shared/text/clean.ts'

const typed = (max: number) => v.pipe(v.string(), v.maxLength(max), v.transform(storable))

/** What a person has answered so far: kept as typed, judged only when sent (`checkAd`). */
export const draftSchema = v.strictObject({
  categoryId: v.optional(typed(60)),
  attributes: v.optional(
    v.record(typed(40), v.union([typed(500), v.pipe(v.number(), v.finite()), v.boolean()])),
    {},
  ),
  title: v.optional(typed(1000)),
  description: v.optional(typed(10_000)),
  price: v.optional(
    v.strictObject({
      kind: v.picklist(priceKinds),
      /** Whole units; a string is what was typed and could not be read as a number. */
      amount: v.optional(v.union([v.pipe(v.number(), v.finite()), typed(60)])),
      currency: v.picklist(currencies),
    }),
  ),
  districtId: v.optional(typed(60)),
  mahalla: v.optional(typed(500)),
  landmark: v.optional(typed(500)),
  contact: v.optional(
    v.strictObject({
      name: v.optional(typed(500)),
      phone: v.optional(typed(60)),
      /** Whether buyers may write to the seller in Telegram. */
      telegram: v.boolean(),
    }),
  ),
  /** In the order shown; the first is the cover. */
  photoIds: v.optional(v.pipe(v.array(v.pipe(v.string(), v.uuid())), v.maxLength(limits.photos.max)), []),
})
export type Draft = v.InferOutput<typeof draftSchema>

export const putDraftSchema = v.strictObject({
  draft: draftSchema,
  /** Revision the change was made upon; the newest `savedAt` wins when another device was faster. */
  revision: rowRevision,
})

/** `GET /api/ads`: beside these, what `readFilters` reads. */
export const listQuerySchema = v.objectWithRest(
  {
    cursor: v.optional(v.pipe(v.string(), v.maxLength(200))),
    limit: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^\d{1,2}$/),
        v.transform(Number),
        v.minValue(1),
        v.maxValue(limits.page.max),
      ),
      String(limits.page.default),
    ),
  },
  v.union([v.string(), v.array(v.string())]),
)
/** `GET /api/ads/count`: what `readFilters` reads. */
export const countQuerySchema = v.record(v.string(), v.union([v.string(), v.array(v.string())]))

export const myAdsQuerySchema = v.object({
  ...cursorSchema.entries,
  state: v.optional(v.picklist(adStates)),
})

/** `PATCH /api/ads/:id`: a new price needs no moderator; the revision guards against a change seen too late. */
export const newPriceSchema = v.strictObject({
  price: v.strictObject({
    kind: v.picklist(priceKinds),
    amount: v.optional(v.pipe(v.number(), v.integer())),
    currency: v.picklist(currencies),
  }),
  revision: rowRevision,
})

export const revisionSchema = v.strictObject({ revision: rowRevision })
export const adIdSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
})
