import type { AdCard } from '#server/ads/views.ts'
import { countNew } from '#webapp/ads/count-new.ts'
import { remember } from '#webapp/ads/known.ts'
import { api, call } from '#webapp/api.ts'
import { boot } from '#webapp/boot.ts'
import { type Batch, createPaged, type Paged } from '#webapp/ui/paged.ts'

async function load(category: string | undefined, cursor?: string): Promise<Batch<AdCard>> {
  const query = { ...(category && { category }), ...(cursor && { cursor }) }
  const page = await call(api.ads.$get({ query }))
  remember(page.items)
  return page
}

const feeds = new Map<string, Paged<AdCard>>()

/** The feed of all ads or of one category; it is kept while the app is open, so that going back finds it as it was. */
export function feedOf(category?: string): Paged<AdCard> {
  const key = category ?? ''
  const known = feeds.get(key)
  if (known) return known
  const first = category ? undefined : boot.feed
  if (first) remember(first.items)
  const feed = createPaged<AdCard>((cursor) => load(category, cursor), first)
  feeds.set(key, feed)
  return feed
}

/** Asks how many new ads there are; the browser answers from its cache when nothing has changed (ETag). */
export async function lookForNew(category: string | undefined): Promise<{ count: number; more: boolean }> {
  const page = await load(category)
  const count = countNew(feedOf(category).items(), page.items)
  return { count, more: count > 0 && count === page.items.length && page.nextCursor !== null }
}
