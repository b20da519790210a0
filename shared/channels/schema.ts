import * as v from 'valibot'
import { categoryById, topCategoryById } from '#shared/catalog/index.ts'
import { gaps, longestSignature, postLists, postStyles } from '#shared/channels/choices.ts'
import { locales } from '#shared/i18n/locales.ts'
import { says } from '#shared/problems.ts'
import { regionById } from '#shared/regions/regions.ts'
import { cleanText } from '#shared/text/clean.ts'

const signatureLines = 3

const option = says({ code: 'option' })
const listOf = (known: (id: string) => boolean, problem: string) =>
  v.pipe(
    v.array(v.pipe(v.string(option), v.check(known, problem)), option),
    v.maxLength(200, says({ code: 'too_many', max: 200 })),
    v.transform((ids) => [...new Set(ids)]),
  )
const range = says({ code: 'range', min: 0, max: 1439 })
const minuteOfDay = v.nullable(
  v.pipe(
    v.number(says({ code: 'type' })),
    v.integer(says({ code: 'type' })),
    v.minValue(0, range),
    v.maxValue(1439, range),
  ),
)

/** What an admin sets of a channel. */
export const channelSettingsSchema = v.pipe(
  v.strictObject({
    enabled: v.boolean(option),
    /** Categories of either level; none: all. */
    categories: listOf(
      (id) => categoryById(id) !== undefined || topCategoryById(id) !== undefined,
      says({ code: 'category' }),
    ),
    /** None: all. */
    regions: listOf((id) => regionById(id) !== undefined, option),
    locale: v.picklist(locales, option),
    style: v.picklist(postStyles, option),
    gap: v.picklist(gaps, option),
    /** Minutes of the day in Tashkent. */
    quietFrom: minuteOfDay,
    quietTo: minuteOfDay,
    signature: v.pipe(
      v.string(says({ code: 'type' })),
      v.transform((text) => cleanText(text.toWellFormed())),
      v.maxLength(longestSignature, says({ code: 'too_long', max: longestSignature })),
      v.check(
        (text) => text.split('\n').length <= signatureLines,
        says({ code: 'too_many', max: signatureLines }),
      ),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['quietFrom'], ['quietTo']],
      ({ quietFrom, quietTo }) => quietFrom === null || quietTo !== null,
      says({ code: 'required' }),
    ),
    ['quietTo'],
  ),
  v.forward(
    v.partialCheck(
      [['quietFrom'], ['quietTo']],
      ({ quietFrom, quietTo }) => quietTo === null || quietFrom !== null,
      says({ code: 'required' }),
    ),
    ['quietFrom'],
  ),
)
export type ChannelSettings = v.InferOutput<typeof channelSettingsSchema>

/** `PUT /api/admin/channels/:id`; the revision is the one the changes were made upon. */
export const putChannelSchema = v.strictObject({
  /** Checked by `channelSettingsSchema` afterwards, so that every wrong field can be named. */
  settings: v.record(v.string(), v.unknown()),
  revision: v.pipe(v.number(), v.integer()),
})

/** Ids of channels are negative. */
export const channelParamSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number)),
})

/** `@name`, `t.me/name`, or the id. */
export const addChannelSchema = v.strictObject({ chat: v.pipe(v.string(), v.maxLength(200)) })

export const listPostsSchema = v.object({
  list: v.picklist(postLists),
  cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,15}$/))),
})

/** `POST …/retry`: one ad, or all. */
export const retrySchema = v.strictObject({ adId: v.optional(v.pipe(v.number(), v.safeInteger())) })
