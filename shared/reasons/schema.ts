import * as v from 'valibot'
import { limits } from '#shared/limits.ts'
import { adFields, reasonId } from '#shared/moderation/schema.ts'
import { says } from '#shared/problems.ts'
import { storable } from '#shared/text/clean.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'

const line = (max: number) =>
  v.pipe(
    v.string(says({ code: 'required' })),
    v.transform(storable),
    v.trim(),
    v.minLength(1, says({ code: 'required' })),
    v.maxLength(max, says({ code: 'too_long', max })),
  )

/** In Uzbek; Cyrillic is transliterated where nobody has written it, and who reads another language reads Uzbek then. */
const texts = (max: number) => {
  const text = line(max)
  return v.strictObject({ uz: text, 'uz-Cyrl': v.optional(text), ru: v.optional(text), en: v.optional(text) })
}

/** What a reason says and does; a moderator may mark other places and decide otherwise about `final`. */
export const reasonContentSchema = v.strictObject({
  /** In a word or two, for moderators. */
  name: texts(limits.reasonName.max),
  /** What the seller reads. */
  text: texts(limits.reasonText.max),
  /** Places of the ad that it marks. */
  fields: v.pipe(
    v.array(v.picklist(adFields)),
    v.transform((fields) => adFields.filter((field) => fields.includes(field))),
  ),
  /** Nothing can be mended. */
  final: v.boolean(),
})
export type ReasonContent = v.InferOutput<typeof reasonContentSchema>
export type ReasonTexts = ReasonContent['text']

/** The texts as they are shown, in each language. */
export const inAllLanguages = ({ uz, ru, en, 'uz-Cyrl': cyrillic }: ReasonTexts) => ({
  uz,
  'uz-Cyrl': cyrillic ?? toCyrillic(uz),
  ru: ru ?? uz,
  en: en ?? uz,
})

export const reasonIdSchema = v.object({ id: reasonId })

/** `PUT /api/admin/reasons/:id`; an id nobody knows with revision 0 makes a new one. */
export const putReasonSchema = v.strictObject({
  /** Checked by `reasonContentSchema` afterwards; null: as the board has it built in. */
  content: v.nullable(v.record(v.string(), v.unknown())),
  archived: v.boolean(),
  revision: v.pipe(v.number(), v.integer()),
})

/** `POST /api/admin/reasons/order`: all of them or some, the first first. */
export const orderReasonsSchema = v.strictObject({ ids: v.pipe(v.array(reasonId), v.maxLength(100)) })
