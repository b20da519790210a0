import { createSignal } from 'solid-js'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import { isLocale, type Locale, localeOf } from '#shared/i18n/locales.ts'
import { type Dictionary, type Params, type Translate, translator } from '#shared/i18n/translate.ts'
import { formatOtherCurrency, priceParts } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'
import { rate } from '#webapp/boot.ts'
import { languageCode } from '#webapp/telegram.ts'

export type { TextKey }

const dictionaries: Record<Locale, () => Promise<{ dictionary: Dictionary<TextKey> }>> = {
  uz: () => import('#shared/i18n/app/uz/index.ts'),
  'uz-Cyrl': () => import('#shared/i18n/app/uz-cyrl.ts'),
  ru: () => import('#shared/i18n/app/ru/index.ts'),
  en: () => import('#shared/i18n/app/en/index.ts'),
}

const key = 'locale'
const [speech, setSpeech] = createSignal<{ locale: Locale; translate: Translate<TextKey> }>()

/** The language of the screen: what was chosen before, else Telegram's. */
export const locale = (): Locale => speech()?.locale ?? firstLocale()

export function firstLocale(): Locale {
  const stored = localStorage.getItem(key)
  return isLocale(stored) ? stored : localeOf(languageCode)
}

/** Loads a language and shows it everywhere at once; it is remembered on this device. */
export async function setLocale(next: Locale): Promise<void> {
  const { dictionary } = await dictionaries[next]()
  setSpeech({ locale: next, translate: translator(dictionary, next) })
  document.documentElement.lang = next
  localStorage.setItem(key, next)
}

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

const dayMs = 86_400_000
const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
const two = (part: number) => String(part).padStart(2, '0')

/** `12.03.2026` in the phone's time zone. */
export function formatDate(iso: string): string {
  const date = new Date(iso)
  return `${two(date.getDate())}.${two(date.getMonth() + 1)}.${date.getFullYear()}`
}

/** "hozirgina", "5 daqiqa oldin", "bugun", "kecha", "3 kun oldin", after a month the date. */
export function timeAgo(iso: string, now = new Date()): string {
  const date = new Date(iso)
  const minutes = Math.floor((now.getTime() - date.getTime()) / 60_000)
  if (minutes < 1) return t('time.just_now')
  if (minutes < 60) return t('time.minutes', { count: minutes })
  // Rounded, because a day of a change to summer time has not 24 hours.
  const days = Math.round((midnight(now) - midnight(date)) / dayMs)
  if (days === 0) return t('time.today')
  if (days === 1) return t('time.yesterday')
  return days <= 30 ? t('time.days', { count: days }) : formatDate(iso)
}
