import type { AuditRow, Names } from '#server/audit/queries.ts'
import { fullName } from '#server/users/queries.ts'
import { adActions } from '#shared/audit/schema.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import { dictionary, type StaffTextKey } from '#shared/i18n/staff/uz/index.ts'
import { inAllLanguages, type ReasonTexts } from '#shared/reasons/schema.ts'

/** Whether there is such a text at all: what was written by a newer or an older board may have none. */
export const isText = (key: string): key is StaffTextKey => key in dictionary

/** Who did what to what, in one sentence; a deed that nobody here knows is told by its own name. */
export function sentenceOf(row: AuditRow, names: Names, locale: Locale): string {
  const t = staffTexts(locale)
  const params = { who: actorName(row, names, locale), what: objectName(row, names, locale) }
  const key = `audit.did_${row.action}`
  const text = isText(key) ? t(key, params) : t('audit.did', { ...params, action: row.action })
  return text.replace(/\s+/g, ' ').replace(/[\s:]+$/, '')
}

function objectName(row: AuditRow, names: Names, locale: Locale): string {
  const { adId, userId } = row
  const t = staffTexts(locale)
  if (adId !== null) {
    const title = names.ads.get(adId)?.title
    return title ? `«${title}»` : t('audit.ad_number', { id: adId })
  }
  return userId === null ? thingName(row, names, locale) : personName(userId, names, locale)
}

/** Letters of an announcement that name it. */
const longestName = 40

/** A channel, an announcement or a reason; empty for what is only one. */
function thingName({ before, after }: AuditRow, names: Names, locale: Locale): string {
  const { channelId, announcement, texts, name } = { ...(before as Named | null), ...(after as Named | null) }
  if (channelId !== undefined) return `«${names.channels.get(channelId) ?? channelId}»`
  if (name) return `«${inAllLanguages(name)[locale]}»`
  const text = texts?.uz ?? (announcement === undefined ? undefined : names.announcements.get(announcement))
  return text ? `«${text.length > longestName ? `${text.slice(0, longestName)}…` : text}»` : ''
}
interface Named {
  channelId?: number
  announcement?: number
  texts?: { uz: string }
  name?: ReasonTexts
}

function personName(id: number, names: Names, locale: Locale): string {
  const user = names.people.get(id)
  return (user && fullName(user)) || staffTexts(locale)('audit.person_number', { id })
}

/** What only sellers and buyers do: nobody's name there is that of somebody who was forgotten. */
const personal: readonly string[] = adActions.filter((action) => action !== 'expired' && action !== 'hidden')

/** The board itself is the bot. */
export function actorName({ actorId, action }: AuditRow, names: Names, locale: Locale): string {
  if (actorId !== null) return personName(actorId, names, locale)
  return staffTexts(locale)(personal.includes(action) ? 'audit.somebody' : 'audit.board')
}

/** `2026-03-12 14:05` in Tashkent. */
export const momentOf = (at: Date): string =>
  new Date(at.getTime() + 5 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
