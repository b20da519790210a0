/** BCP 47 tags of the languages the board speaks. */
export const locales = ['uz', 'uz-Cyrl', 'ru', 'en'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'uz'

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale)

/** The board's locale for an IETF tag as Telegram sends it: `uz` means Latin, anything unknown means Uzbek. */
export function localeOf(languageCode: string | undefined): Locale {
  const language = languageCode?.toLowerCase().split('-')[0]
  if (language === 'ru' || language === 'en') return language
  return defaultLocale
}
