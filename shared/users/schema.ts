import * as v from 'valibot'
import { locales } from '#shared/i18n/locales.ts'

export const roles = ['user', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

export const patchMeSchema = v.strictObject({ locale: v.picklist(locales) })

/** The signed answer to a Mini App's contact request, as it came. */
export const contactSchema = v.strictObject({ response: v.pipe(v.string(), v.maxLength(4096)) })
