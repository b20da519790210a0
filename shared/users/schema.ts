import * as v from 'valibot'
import { locales } from '#shared/i18n/locales.ts'

export const roles = ['user', 'moderator', 'admin'] as const
export type Role = (typeof roles)[number]

export const patchMeSchema = v.strictObject({ locale: v.picklist(locales) })
