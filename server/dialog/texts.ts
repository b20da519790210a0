import { dictionary as en } from '#shared/i18n/app/en/index.ts'
import { dictionary as ru } from '#shared/i18n/app/ru/index.ts'
import { type TextKey, dictionary as uz } from '#shared/i18n/app/uz/index.ts'
import { dictionary as uzCyrl } from '#shared/i18n/app/uz-cyrl.ts'
import type { BotKey } from '#shared/i18n/bot/index.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type Translate, translator } from '#shared/i18n/translate.ts'

/** The form's own texts, so that no question is written twice, and the dialog's. */
export type DialogKey = TextKey | Extract<BotKey, `dialog.${string}`>

const form = { uz, ru, en, 'uz-Cyrl': uzCyrl } as const
const translators = new Map<Locale, Translate<DialogKey>>()

export function dialogTexts(locale: Locale): Translate<DialogKey> {
  const known = translators.get(locale)
  if (known) return known
  const [ofForm, ofBot] = [translator<TextKey>(form[locale], locale), botTexts(locale)]
  const t: Translate<DialogKey> = (key, params) => (isOfBot(key) ? ofBot(key, params) : ofForm(key, params))
  translators.set(locale, t)
  return t
}

const isOfBot = (key: DialogKey): key is Extract<BotKey, `dialog.${string}`> => key.startsWith('dialog.')
