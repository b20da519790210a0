import type { AdFilters } from '#shared/search/filters.ts'
import type { Understood } from '#shared/search/understand.ts'
import { queryOf } from '#webapp/ads/feed.ts'
import { api, call } from '#webapp/api.ts'
import type { Asked, Found } from '#webapp/search/asked.ts'
import { noteSearch } from '#webapp/search/recent.ts'
import { mergeUnderstood } from '#webapp/search/understand.ts'

/** How long somebody who pressed "search" waits for the words to be understood before they are searched for as they are. */
const patienceMs = 1500

/** How many ads pass; `more` when they were not counted to the end. */
export const countAds = (filters: AdFilters): Promise<{ count: number; more: boolean }> =>
  call(api.ads.count.$get({ query: queryOf(filters) }))

export const suggest = async (q: string): Promise<readonly Found[]> =>
  (await call(api.search.suggestions.$get({ query: { q } }))).items

const understood = new Map<string, Promise<Understood>>()
const mostUnderstood = 50

/** What the server reads in a query; asked once, a failure is not remembered. */
export function understand(q: string): Promise<Understood> {
  const known = understood.get(q)
  if (known) return known
  if (understood.size >= mostUnderstood) understood.clear()
  // What JSON leaves out is absent.
  const answer = call(api.search.understood.$get({ query: { q } })) as Promise<Understood>
  understood.set(q, answer)
  answer.catch(() => understood.delete(q))
  return answer
}

/** The list that typed words ask for, beginning from one that is shown; noted among the recent searches. */
export async function ask(typed: string, before: Asked): Promise<Asked> {
  const { q: _before, ...rest } = before.filters
  if (!typed) return { ...before, filters: rest }
  noteSearch(typed)
  // The words of the list itself were understood already, or taken back.
  if (typed === before.filters.q) return before
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMs))
  const answer = await Promise.race([understand(typed).catch(() => undefined), late])
  return answer ? mergeUnderstood(before, answer) : { filters: { ...rest, q: typed }, parts: [], kept: [] }
}
