import type { Audience } from '#shared/announcements/schema.ts'
import { api, call } from '#webapp/api.ts'

const at = (id: number) => ({ param: { id: String(id) } })

export const loadAnnouncements = (cursor?: string) =>
  call(api.admin.announcements.$get({ query: cursor === undefined ? {} : { cursor } }))
export type Announcement = Awaited<ReturnType<typeof loadAnnouncements>>['items'][number]

/** What is typed; empty translations are left out by the server. */
export interface Typed {
  texts: { uz: string; 'uz-Cyrl': string; ru: string; en: string }
  audience: Audience
}
const bodyOf = ({ texts, audience }: Typed) => ({ texts: { ...texts }, audience: { ...audience } })

/** The same `key` writes the same one, however often it is tried. */
export const writeAnnouncement = (typed: Typed, key: string) =>
  call(api.admin.announcements.$post({ json: bodyOf(typed), header: { 'idempotency-key': key } }))
export const changeAnnouncement = (id: number, typed: Typed) =>
  call(api.admin.announcements[':id'].$put({ ...at(id), json: bodyOf(typed) }))
export const deleteAnnouncement = (id: number) => call(api.admin.announcements[':id'].$delete(at(id)))

/** How many would get it, and how many cannot be written to. */
export const countAudience = (audience: Audience) =>
  call(api.admin.announcements.audience.$post({ json: { audience: { ...audience } } }))
export type Reach = Awaited<ReturnType<typeof countAudience>>

export const loadAnnouncement = (id: number) => call(api.admin.announcements[':id'].$get(at(id)))
export const testAnnouncement = (id: number) =>
  call(api.admin.announcements[':id'].test.$post({ ...at(id), json: {} }))
export const startAnnouncement = (id: number) => call(api.admin.announcements[':id'].start.$post(at(id)))
export const stopAnnouncement = (id: number) => call(api.admin.announcements[':id'].stop.$post(at(id)))
export const resumeAnnouncement = (id: number) => call(api.admin.announcements[':id'].resume.$post(at(id)))
