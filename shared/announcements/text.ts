import type { Locale } from '#shared/i18n/locales.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'

/** An announcement as it was written; only Uzbek in Latin must be. */
export interface AnnouncementTexts {
  uz: string
  'uz-Cyrl'?: string | undefined
  ru?: string | undefined
  en?: string | undefined
}

/** What somebody with this language reads: Cyrillic Uzbek is made of Latin, the others fall back to it. */
export const announcementText = (texts: AnnouncementTexts, locale: Locale): string =>
  texts[locale] || (locale === 'uz-Cyrl' ? toCyrillic(texts.uz) : texts.uz)

/** `draft` until it is started, `stopped` while somebody has it wait, `done` when everybody's turn was. */
export const announcementStates = ['draft', 'sending', 'stopped', 'done'] as const
export type AnnouncementState = (typeof announcementStates)[number]

/**
 * `sending` is committed before the call; `uncertain`: Telegram's answer was lost, and it is not sent again.
 * `unreachable`: the bot was blocked or never started; `skipped`: banned meanwhile; `refused`: Telegram would not.
 */
export const recipientStates = [
  'waiting',
  'sending',
  'sent',
  'uncertain',
  'unreachable',
  'skipped',
  'refused',
] as const
export type RecipientState = (typeof recipientStates)[number]
