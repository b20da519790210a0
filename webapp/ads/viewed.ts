import type { AdCard } from '#server/ads/views.ts'
import { readStored, store } from '#webapp/stored.ts'

const key = 'viewed'
const most = 12

/** Ads looked at on this phone, the last one first, as their cards were then. */
export const viewed = (): readonly AdCard[] => readStored<AdCard[]>(key) ?? []

/** Notes that an ad was looked at; of a whole ad only what its card shows is kept. */
export function noteViewed(ad: AdCard): void {
  const { id, state, title, categoryId, attributes, price, regionId, districtId } = ad
  const { publishedAt, confirmedAt, cover, photoCount } = ad
  const place = { regionId, districtId }
  const card = {
    id,
    state,
    title,
    categoryId,
    attributes,
    price,
    ...place,
    publishedAt,
    confirmedAt,
    cover,
    photoCount,
  }
  store(key, [card, ...viewed().filter((other) => other.id !== id)].slice(0, most))
}

/** Forgets an ad that is gone. */
export const forgetViewed = (id: number): void =>
  store(
    key,
    viewed().filter((ad) => ad.id !== id),
  )
