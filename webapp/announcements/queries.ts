import type { Audience } from '#shared/announcements/schema.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { api, call } from '#webapp/api.ts'

const at = (id: number) => ({ param: { id: String(id) } })

export const loadAnnouncements = (cursor?: string) =>
  call(api.admin.announcements.$get({ query: cursor === undefined ? {} : { cursor } }))
export type Announcement = Awaited<ReturnType<typeof loadAnnouncements>>['items'][number]

/** As it is typed: empty translations are left out by the server. */
export interface Input {
  texts: Record<Locale, string>
  audience: Audience
}

/** The same `key` writes the same one, however often it is tried. */
export const writeAnnouncement = ({ texts, audience }: Input, key: string) =>
  call(
    api.admin.announcements.$post({
      json: { texts: { ...texts }, audience: { ...audience } },
      header: { 'idempotency-key': key },
    }),
  )
/** Changes the one that was seen. */
export const changeAnnouncement = (id: number, { texts, audience }: Input, revision: number) =>
  call(
    api.admin.announcements[':id'].$put({
      ...at(id),
      json: { texts: { ...texts }, audience: { ...audience }, revision },
    }),
  )
export const deleteAnnouncement = (id: number) => call(api.admin.announcements[':id'].$delete(at(id)))

/** How many would get it, and how many cannot be written to. */
export const countAudience = (audience: Audience) =>
  call(api.admin.announcements.audience.$post({ json: { audience: { ...audience } } }))
export type Reach = Awaited<ReturnType<typeof countAudience>>

export const loadAnnouncement = (id: number) => call(api.admin.announcements[':id'].$get(at(id)))
export const testAnnouncement = (id: number) =>
  call(api.admin.announcements[':id'].test.$post({ ...at(id), json: {} }))
export const startAnnouncement = (id: number, revision: number) =>
  call(api.admin.announcements[':id'].start.$post({ ...at(id), json: { revision } }))
export const stopAnnouncement = (id: number) => call(api.admin.announcements[':id'].stop.$post(at(id)))
export const resumeAnnouncement = (id: number) => call(api.admin.announcements[':id'].resume.$post(at(id)))
