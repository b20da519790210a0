import type { Locale } from '#shared/i18n/locales.ts'
import { type Dictionary, type Translate, translator } from '#shared/i18n/translate.ts'
import { en } from './en.ts'
import { ru } from './ru.ts'
import { type BotKey, uz } from './uz.ts'
import { uzCyrl } from './uz-cyrl.ts'

export type { BotKey } from './uz.ts'

const dictionaries: Record<Locale, Dictionary<BotKey>> = { uz, 'uz-Cyrl': uzCyrl, ru, en }
const translators = new Map<Locale, Translate<BotKey>>()

/** The texts of the bot and of the channel in a locale; all locales are loaded, so not for the Mini App. */
export function botTexts(locale: Locale): Translate<BotKey> {
  const known = translators.get(locale)
  if (known) return known
  const t = translator<BotKey>(dictionaries[locale], locale)
  translators.set(locale, t)
  return t
}
