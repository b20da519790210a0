import * as v from 'valibot'
import { locales } from '#shared/i18n/locales.ts'

export const roles = ['user', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

/** What a person wishes of the board; what is not named stays. */
export const patchMeSchema = v.strictObject({
  locale: v.optional(v.picklist(locales)),
  /** Whether the bot writes once a day what happened around the person's ads. */
  digest: v.optional(v.boolean()),
})

/** The signed answer to a Mini App's contact request, as it came. */
export const contactSchema = v.strictObject({ response: v.pipe(v.string(), v.maxLength(4096)) })
export type Preferences = v.InferOutput<typeof patchMeSchema>
