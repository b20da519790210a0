import { dictionary as en } from '#shared/i18n/app/en/index.ts'
import { dictionary as ru } from '#shared/i18n/app/ru/index.ts'
import { type TextKey, dictionary as uz } from '#shared/i18n/app/uz/index.ts'
import { dictionary as uzCyrl } from '#shared/i18n/app/uz-cyrl.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type Translate, translator } from '#shared/i18n/translate.ts'

const dictionaries = { uz, 'uz-Cyrl': uzCyrl, ru, en }

/** The Mini App's own texts, so that a browser test reads as the person does. */
export const appTexts = (locale: Locale): Translate<TextKey> => translator(dictionaries[locale], locale)
