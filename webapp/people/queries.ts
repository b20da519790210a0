import type { Ban, PeopleQuery, ReportSide } from '#shared/people/schema.ts'
import type { Role } from '#shared/users/schema.ts'
import { api, call } from '#webapp/api.ts'

const of = (id: number) => ({ param: { id: String(id) } })
const at = (id: number, cursor: string | undefined) => ({
  ...of(id),
  query: cursor === undefined ? {} : { cursor },
})

export const searchPeople = (query: PeopleQuery) => call(api.people.$get({ query }))
export type FoundPerson = Awaited<ReturnType<typeof searchPeople>>['items'][number]

export const loadPerson = (id: number) => call(api.people[':id'].$get(of(id)))
export type Person = Awaited<ReturnType<typeof loadPerson>>

export const loadAdsOf = (id: number, cursor?: string) => call(api.people[':id'].ads.$get(at(id, cursor)))
export type AdOf = Awaited<ReturnType<typeof loadAdsOf>>['items'][number]
export const loadReportsOf = (id: number, side: ReportSide, cursor?: string) => {
  const { param, query } = at(id, cursor)
  return call(api.people[':id'].reports.$get({ param, query: { ...query, side } }))
}
export type ReportOf = Awaited<ReturnType<typeof loadReportsOf>>['items'][number]
export const loadDecisionsOn = (id: number, cursor?: string) =>
  call(api.people[':id'].decisions.$get(at(id, cursor)))
export type DecisionOn = Awaited<ReturnType<typeof loadDecisionsOn>>['items'][number]
export const loadHistoryOf = (id: number, cursor?: string) =>
  call(api.people[':id'].history.$get(at(id, cursor)))
export type Deed = Awaited<ReturnType<typeof loadHistoryOf>>['items'][number]
export const loadNotesOn = (id: number, cursor?: string) => call(api.people[':id'].notes.$get(at(id, cursor)))
export type Note = Awaited<ReturnType<typeof loadNotesOn>>['items'][number]

export const banPerson = (id: number, ban: Ban) => call(api.people[':id'].ban.$post({ ...of(id), json: ban }))
export const liftBan = (id: number) => call(api.people[':id'].lift.$post(of(id)))
export const setRole = (id: number, role: Role) =>
  call(api.people[':id'].role.$put({ ...of(id), json: { role } }))
export const setOwnLimit = (id: number, openAds: number | null) =>
  call(api.people[':id'].limit.$put({ ...of(id), json: { openAds } }))
export const addNote = (id: number, text: string) =>
  call(api.people[':id'].notes.$post({ ...of(id), json: { text } }))
export const deleteNote = (id: number, noteId: number) =>
  call(api.people[':id'].notes[':noteId'].$delete({ param: { id: String(id), noteId: String(noteId) } }))
