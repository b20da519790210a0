import { type StaffTextKey, dictionary as uz } from '#shared/i18n/staff/uz/index.ts'
import { cyrillicOf, type Dictionary } from '#shared/i18n/translate.ts'

export const dictionary: Dictionary<StaffTextKey> = cyrillicOf<StaffTextKey>(uz, {
  'audit.person': 'Одам: исми, @номи ёки телефони',
  'people.no_username': 'Телеграмда @номи йўқ',
  'people.search': 'Исм, @ном, рақам ёки ID',
})
