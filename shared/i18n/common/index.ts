import type { Locale } from '#shared/i18n/locales.ts'
import { type Dictionary, type Translate, translator } from '#shared/i18n/translate.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { type CommonKey, uz } from './uz.ts'
import { uzCyrl } from './uz-cyrl.ts'

const dictionaries: Record<Locale, Dictionary<CommonKey>> = { uz, 'uz-Cyrl': uzCyrl, ru, en }
const translators = new Map<Locale, Translate<CommonKey>>()

/** The shared texts in a locale, for the server: all locales are loaded. The Mini App loads one at a time. */
export function common(locale: Locale): Translate<CommonKey> {
  const known = translators.get(locale)
  if (known) return known
  const t = translator<CommonKey>(dictionaries[locale], locale)
  translators.set(locale, t)
  return t
}
