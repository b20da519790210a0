import * as v from 'valibot'
import { topCategoryById } from '#shared/catalog/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { says } from '#shared/problems.ts'
import { regionById } from '#shared/regions/regions.ts'
import { rowRevision } from '#shared/schema.ts'
import { cleanText } from '#shared/text/clean.ts'

const option = says({ code: 'option' })
const { max } = limits.announcement
const words = v.pipe(
  v.string(says({ code: 'required' })),
  v.transform((text) => cleanText(text.toWellFormed())),
  v.maxLength(max, says({ code: 'too_long', max })),
)
const translation = v.optional(
  v.pipe(
    words,
    v.transform((text) => text || undefined),
  ),
)

/** Whom an announcement is for: sellers are those with an ad that is not removed, in the region and category if named. */
export const audienceSchema = v.strictObject({
  who: v.picklist(['sellers', 'everybody'], option),
  region: v.optional(
    v.pipe(
      v.string(option),
      v.check((id) => regionById(id) !== undefined, option),
    ),
  ),
  /** A top category. */
  category: v.optional(
    v.pipe(
      v.string(option),
      v.check((id) => topCategoryById(id) !== undefined, says({ code: 'category' })),
    ),
  ),
  /** None: all. */
  languages: v.optional(
    v.pipe(v.array(v.picklist(locales, option), option), v.maxLength(locales.length, option)),
    [],
  ),
})
export type Audience = v.InferOutput<typeof audienceSchema>

export const announcementSchema = v.strictObject({
  texts: v.strictObject({
    uz: v.pipe(words, v.minLength(1, says({ code: 'required' }))),
    'uz-Cyrl': translation,
    ru: translation,
    en: translation,
  }),
  audience: audienceSchema,
})
export type AnnouncementInput = v.InferOutput<typeof announcementSchema>

/** An announcement as it was seen. */
export const announcementSeen = v.strictObject({ revision: rowRevision })

/** What is sent to write one; checked by `announcementSchema` afterwards, so that every wrong field can be named. */
export const announcementDraftSchema = v.strictObject({
  texts: v.record(v.string(), v.unknown()),
  audience: v.record(v.string(), v.unknown()),
})
