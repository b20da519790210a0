import { query } from '@solidjs/router'
import { api, call } from '#webapp/api.ts'

/** One ad in full; asked for already when a finger touches its card. */
export const readAd = query((id: number) => call(api.ads[':id'].$get({ param: { id: String(id) } })), 'ad')

export const preloadAd = (id: number) => void readAd(id).catch(() => undefined)

export const revealContact = (id: number) => call(api.ads[':id'].contact.$post({ param: { id: String(id) } }))
export type Contact = Awaited<ReturnType<typeof revealContact>>
