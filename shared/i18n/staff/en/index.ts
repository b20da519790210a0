import { announcements } from '#shared/i18n/staff/en/announcements.ts'
import { audit } from '#shared/i18n/staff/en/audit.ts'
import { board } from '#shared/i18n/staff/en/board.ts'
import { channels } from '#shared/i18n/staff/en/channels.ts'
import { moderation } from '#shared/i18n/staff/en/moderation.ts'
import { numbers } from '#shared/i18n/staff/en/numbers.ts'
import { people } from '#shared/i18n/staff/en/people.ts'
import { reports } from '#shared/i18n/staff/en/reports.ts'
import { staff } from '#shared/i18n/staff/en/staff.ts'
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
