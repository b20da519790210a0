import { type StaffTextKey, dictionary as uz } from '#shared/i18n/staff/uz/index.ts'
import { cyrillicOf, type Dictionary } from '#shared/i18n/translate.ts'

export const dictionary: Dictionary<StaffTextKey> = cyrillicOf<StaffTextKey>(uz)
