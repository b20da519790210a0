import type { AdCard } from '#server/ads/views.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'
import { countNew } from '#webapp/ads/count-new.ts'
import { remember } from '#webapp/ads/known.ts'
import { api, call } from '#webapp/api.ts'
import { boot } from '#webapp/boot.ts'
import { type Batch, createPaged, type Paged } from '#webapp/ui/paged.ts'

/** Filters as the API takes them. */
export const queryOf = (filters: AdFilters): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(writeFilters(filters)))

async function load(filters: AdFilters, cursor?: string): Promise<Batch<AdCard>> {
  const page = await call(api.ads.$get({ query: { ...queryOf(filters), ...(cursor && { cursor }) } }))
  remember(page.items)
  return page
}

/** Lists that are kept, the one looked at last at the end; the feed of all ads always is. */
const kept = new Map<string, Paged<AdCard>>()
const mostKept = 12

/** The list of ads that pass; it is kept while the app is open, so that going back finds it as it was. */
export function listOf(filters: AdFilters): Paged<AdCard> {
  const key = writeFilters(filters)
  const list = kept.get(key) ?? createList(filters, key === '' ? boot.feed : undefined)
  kept.delete(key)
  kept.set(key, list)
  const oldest = [...kept.keys()].find((other) => other !== '' && other !== key)
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  return list
}

function createList(filters: AdFilters, first: Batch<AdCard> | undefined) {
  if (first) remember(first.items)
  return createPaged<AdCard>((cursor) => load(filters, cursor), first)
}

/** Asks how many new ads there are; the browser answers from its cache when nothing has changed (ETag). */
export async function lookForNew(filters: AdFilters): Promise<{ count: number; more: boolean }> {
  const page = await load(filters)
  const count = countNew(listOf(filters).items(), page.items)
  return { count, more: count > 0 && count === page.items.length && page.nextCursor !== null }
}
