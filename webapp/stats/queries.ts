import { createSignal } from 'solid-js'
import type { NumberTable, Period } from '#shared/stats/schema.ts'
import { api, call } from '#webapp/api.ts'

/** Which days are shown; it outlives the screen, so that going back shows the same. */
const [period, setPeriod] = createSignal<Period>('30')

export { period, setPeriod }

export const loadNumbers = (of: Period) => call(api.stats.$get({ query: { period: of } }))
export type Numbers = Awaited<ReturnType<typeof loadNumbers>>
export type NumbersDay = Numbers['days'][number]
export type NumbersPlace = Numbers['categories'][number]

export const loadVain = async (of: Period) =>
  (await call(api.stats.vain.$get({ query: { period: of } }))).items
export type Vain = Awaited<ReturnType<typeof loadVain>>[number]

/** Only admins are answered. */
export const loadModerators = async (of: Period) =>
  (await call(api.stats.moderators.$get({ query: { period: of } }))).items
export type Moderator = Awaited<ReturnType<typeof loadModerators>>[number]

/** Has the bot send a table into the person's chat. */
export const sendTable = (table: NumberTable, of: Period) =>
  table === 'moderators'
    ? call(api.stats.moderators.export.$post({ json: { period: of } }))
    : call(api.stats.export.$post({ json: { period: of, table } }))
