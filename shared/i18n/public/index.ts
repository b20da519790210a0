import { ads as adsEn } from '#shared/i18n/app/en/ads.ts'
import { ads as adsRu } from '#shared/i18n/app/ru/ads.ts'
import { type AdsKey, ads as adsUz } from '#shared/i18n/app/uz/ads.ts'
import { en as commonEn } from '#shared/i18n/common/en.ts'
import { ru as commonRu } from '#shared/i18n/common/ru.ts'
import { type CommonKey, uz as commonUz } from '#shared/i18n/common/uz.ts'
import { uzCyrl as commonCyrl } from '#shared/i18n/common/uz-cyrl.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { cyrillicOf, type Dictionary, type Translate, translator } from '#shared/i18n/translate.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { type PublicKey, uz } from './uz.ts'

/** What is said of an ad is said in the app's own words. */
export type PageKey = PublicKey | AdsKey | CommonKey

const dictionaries: Record<Locale, () => Dictionary<PageKey>> = {
  uz: () => ({ ...commonUz, ...adsUz, ...uz }),
  'uz-Cyrl': () => ({ ...commonCyrl, ...cyrillicOf<AdsKey>(adsUz), ...cyrillicOf<PublicKey>(uz) }),
  ru: () => ({ ...commonRu, ...adsRu, ...ru }),
  en: () => ({ ...commonEn, ...adsEn, ...en }),
}
const translators = new Map<Locale, Translate<PageKey>>()

/** The texts of the public pages in a locale; for the server alone. */
export function pageTexts(locale: Locale): Translate<PageKey> {
  const known = translators.get(locale)
  if (known) return known
  const t = translator<PageKey>(dictionaries[locale](), locale)
  translators.set(locale, t)
  return t
}
