import { query } from '@solidjs/router'
import { api, call } from '#webapp/api.ts'

/** One ad in full; asked for already when a finger touches its card. */
export const readAd = query((id: number) => call(api.ads[':id'].$get({ param: { id: String(id) } })), 'ad')

export const preloadAd = (id: number) => void readAd(id).catch(() => undefined)

/** The id under which Telegram keeps the ad's card for the caller; null when it does not take it now. */
export const prepareCard = async (id: number) =>
  (await call(api.ads[':id'].share.$post({ param: { id: String(id) } }))).id

/** Ads like one, and where its price stands among theirs. */
export const readSimilar = (id: number) => call(api.ads[':id'].similar.$get({ param: { id: String(id) } }))

export const revealContact = (id: number) => call(api.ads[':id'].contact.$post({ param: { id: String(id) } }))
export type Contact = Awaited<ReturnType<typeof revealContact>>
