import type { Message } from '#shared/i18n/translate.ts'

/** Texts of the screen that leads to all that moderators and admins do. */
export const staff = {
  'staff.title': 'Boshqaruv',
  'staff.queue': 'Kutayotgan eʼlonlar',
  'staff.numbers': 'Raqamlar',
  'staff.audit': 'Oʻzgarishlar tarixi',
} as const satisfies Record<string, Message>

export type StaffKey = keyof typeof staff
