import { createSignal } from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { MyAd } from '#server/ads/views.ts'
import type { AdState } from '#shared/ads/states.ts'
import { api, call } from '#webapp/api.ts'

const getCounts = () => call(api.my.counts.$get())
const [counts, setCounts] = createSignal<Awaited<ReturnType<typeof getCounts>>>({})

/** How many ads of mine are in each state, as far as it is known. */
export { counts }
export const loadCounts = async () => setCounts(await getCounts())

const [ads, setAds] = createStore<Record<number, MyAd>>({})

/** An ad of mine as it was last heard of; every screen shows this one, so a change is seen everywhere at once. */
export const myAd = (id: number): MyAd | undefined => ads[id]

/** Keeps the newest that is known of an ad: an answer that comes late never undoes a newer one. */
export function remember(ad: MyAd): void {
  const known = ads[ad.id]
  if (!known || known.revision <= ad.revision) setAds(ad.id, reconcile(ad))
}

/** A page of my ads, newest first; without a state all but the removed ones. */
export async function listMyAds(state: AdState | undefined, cursor: string | undefined) {
  const query = { ...(state && { state }), ...(cursor && { cursor }) }
  const page = await call(api.my.ads.$get({ query }))
  page.items.forEach(remember)
  return page
}

export async function loadMyAd(id: number): Promise<MyAd> {
  const ad = await call(api.ads[':id'].$get({ param: { id: String(id) } }))
  remember(ad)
  return ad
}

/** What was begun and not sent yet. */
export const loadDraft = () => call(api.draft.$get())

const daysOf = (id: number) => call(api.my.ads[':id'].stats.$get({ param: { id: String(id) } }))
export type AdDays = Awaited<ReturnType<typeof daysOf>>['days']

/** What happened around an ad on each of the last 30 days, the oldest first. */
export const loadDays = async (id: number): Promise<AdDays> => (await daysOf(id)).days
