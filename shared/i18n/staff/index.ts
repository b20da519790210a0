import type { Locale } from '#shared/i18n/locales.ts'
import { dictionary as en } from '#shared/i18n/staff/en/index.ts'
import { dictionary as ru } from '#shared/i18n/staff/ru/index.ts'
import { type StaffTextKey, dictionary as uz } from '#shared/i18n/staff/uz/index.ts'
import { dictionary as uzCyrl } from '#shared/i18n/staff/uz-cyrl.ts'
import { type Dictionary, type Translate, translator } from '#shared/i18n/translate.ts'

const dictionaries: Record<Locale, Dictionary<StaffTextKey>> = { uz, 'uz-Cyrl': uzCyrl, ru, en }
const translators = new Map<Locale, Translate<StaffTextKey>>()

/** The texts of moderators and admins in a locale, for what the server writes for them. */
export function staffTexts(locale: Locale): Translate<StaffTextKey> {
  const known = translators.get(locale)
  if (known) return known
  const t = translator<StaffTextKey>(dictionaries[locale], locale)
  translators.set(locale, t)
  return t
}
