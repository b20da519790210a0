import { createSignal } from 'solid-js'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import { isLocale, type Locale, localeOf } from '#shared/i18n/locales.ts'
import { type Dictionary, type Params, type Translate, translator } from '#shared/i18n/translate.ts'
import { formatOtherCurrency, priceParts } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'
import { rate } from '#webapp/boot.ts'
import type { Glance } from '#webapp/catalog/glance.ts'
import { keep, recall } from '#webapp/storage.ts'
import { languageCode } from '#webapp/telegram.ts'
import { formatAge, formatDate, formatDay } from '#webapp/time.ts'

export type { TextKey }

interface Texts {
  dictionary: Dictionary<TextKey>
  glance: Glance
}
const texts: Record<Locale, () => Promise<Texts>> = {
  uz: () => import('#webapp/texts/uz.static.ts'),
  'uz-Cyrl': () => import('#webapp/texts/uz-cyrl.static.ts'),
  ru: () => import('#webapp/texts/ru.static.ts'),
  en: () => import('#webapp/texts/en.static.ts'),
}

const key = 'locale'
const [speech, setSpeech] = createSignal<{ locale: Locale; glance: Glance; translate: Translate<TextKey> }>()

/** The language of the screen: what was chosen before, else Telegram's, outside of Telegram the browser's. */
export const locale = (): Locale => speech()?.locale ?? firstLocale()

export function firstLocale(): Locale {
  const stored = recall('local', key)
  return isLocale(stored) ? stored : localeOf(languageCode ?? navigator.language)
}

/** Loads a language and shows it everywhere at once; it is remembered on this device. */
export async function setLocale(next: Locale): Promise<void> {
  const { dictionary, glance } = await texts[next]()
  setSpeech({ locale: next, glance, translate: translator(dictionary, next) })
  document.documentElement.lang = next
  keep('local', key, next)
}

/** The top categories and the places in the current language. */
export const glance = (): Glance =>
  speech()?.glance ?? { categories: [], regions: [], closings: {}, pricePer: {} }

/** A text in the current language; follows a change of language. The key itself before the first one is loaded. */
export const t = (text: TextKey, params?: Params): string => speech()?.translate(text, params) ?? text

/** "12 500 000 soʻm", "Kelishiladi", "Bepul"; empty where no price is named. */
export const formatPrice = (price: Price | null): string => priceParts(price, t).main

/** What is said beside the sum, "kelishiladi"; mostly empty. */
export const priceNote = (price: Price | null): string => priceParts(price, t).note

/** The same sum in the other currency at the day's rate, "≈ 990 $"; empty where there is no sum or no rate. */
export function otherPrice(price: Price | null): string {
  const today = rate()
  return today ? formatOtherCurrency(price, today, t) : ''
}

/** "hozirgina", "5 daqiqa oldin", "bugun", "kecha", "3 kun oldin", after a month the date. */
export const timeAgo = (iso: string): string => formatAge(iso, new Date(), t)
/** The same by days only, for where there is little room. */
export const dayAgo = (iso: string): string => formatDay(iso, new Date(), t)
export { formatDate }
