import type { StaffKey } from '#shared/i18n/staff/uz/staff.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

/** The same texts as in `uz`. */
export const staff: Dictionary<StaffKey> = {
  'staff.title': 'Manage',
  'staff.queue': 'Ads that wait',
  'staff.numbers': 'Numbers',
  'staff.audit': 'What was changed',
}
