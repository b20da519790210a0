import { type TextKey, dictionary as uz } from '#shared/i18n/app/uz/index.ts'
import { exceptions } from '#shared/i18n/common/uz-cyrl.ts'
import { cyrillicOf, type Dictionary } from '#shared/i18n/translate.ts'

export const dictionary: Dictionary<TextKey> = cyrillicOf<TextKey>(uz, exceptions)
