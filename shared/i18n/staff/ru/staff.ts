import type { StaffKey } from '#shared/i18n/staff/uz/staff.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

/** The same texts as in `uz`. */
export const staff: Dictionary<StaffKey> = {
  'staff.title': 'Управление',
  'staff.queue': 'Объявления на проверке',
  'staff.numbers': 'Цифры',
  'staff.audit': 'История изменений',
}
