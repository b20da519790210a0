import { announcements } from '#shared/i18n/staff/ru/announcements.ts'
import { audit } from '#shared/i18n/staff/ru/audit.ts'
import { board } from '#shared/i18n/staff/ru/board.ts'
import { channels } from '#shared/i18n/staff/ru/channels.ts'
import { moderation } from '#shared/i18n/staff/ru/moderation.ts'
import { numbers } from '#shared/i18n/staff/ru/numbers.ts'
import { people } from '#shared/i18n/staff/ru/people.ts'
import { reports } from '#shared/i18n/staff/ru/reports.ts'
import { staff } from '#shared/i18n/staff/ru/staff.ts'
import type { StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const dictionary: Dictionary<StaffTextKey> = {
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
