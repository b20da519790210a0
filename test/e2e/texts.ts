import { dictionary as en } from '#shared/i18n/app/en/index.ts'
import { dictionary as ru } from '#shared/i18n/app/ru/index.ts'
import { type TextKey, dictionary as uz } from '#shared/i18n/app/uz/index.ts'
import { dictionary as uzCyrl } from '#shared/i18n/app/uz-cyrl.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { dictionary as staffEn } from '#shared/i18n/staff/en/index.ts'
import { dictionary as staffRu } from '#shared/i18n/staff/ru/index.ts'
import { type StaffTextKey, dictionary as staffUz } from '#shared/i18n/staff/uz/index.ts'
import { dictionary as staffUzCyrl } from '#shared/i18n/staff/uz-cyrl.ts'
import { type Translate, translator } from '#shared/i18n/translate.ts'

const dictionaries = {
  uz: { ...uz, ...staffUz },
  'uz-Cyrl': { ...uzCyrl, ...staffUzCyrl },
  ru: { ...ru, ...staffRu },
  en: { ...en, ...staffEn },
}

/** The Mini App's own texts, so that a browser test reads as the person does. */
export const appTexts = (locale: Locale): Translate<TextKey | StaffTextKey> =>
  translator(dictionaries[locale], locale)
