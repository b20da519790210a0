import type { AdCard } from '#server/ads/views.ts'

/** Cards seen since the app was opened, so that an ad's page shows at once what its card showed. */
const cards = new Map<number, AdCard>()

export const remember = (seen: readonly AdCard[]) => {
  for (const card of seen) cards.set(card.id, card)
}
export const knownCard = (id: number): AdCard | undefined => cards.get(id)
