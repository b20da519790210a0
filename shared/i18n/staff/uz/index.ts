import { announcements } from '#shared/i18n/staff/uz/announcements.ts'
import { audit } from '#shared/i18n/staff/uz/audit.ts'
import { board } from '#shared/i18n/staff/uz/board.ts'
import { channels } from '#shared/i18n/staff/uz/channels.ts'
import { moderation } from '#shared/i18n/staff/uz/moderation.ts'
import { numbers } from '#shared/i18n/staff/uz/numbers.ts'
import { people } from '#shared/i18n/staff/uz/people.ts'
import { reports } from '#shared/i18n/staff/uz/reports.ts'
import { staff } from '#shared/i18n/staff/uz/staff.ts'

/** What only moderators and admins read, apart from the texts that everybody loads. */
export const dictionary = {
  ...announcements,
  ...audit,
  ...board,
  ...channels,
  ...moderation,
  ...people,
  ...numbers,
  ...reports,
  ...staff,
}
export type StaffTextKey = keyof typeof dictionary
