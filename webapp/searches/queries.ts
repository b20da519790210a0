import { createSignal } from 'solid-js'
import type { SearchView } from '#server/searches/queries.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'
import type { SearchMode } from '#shared/searches/schema.ts'
import { api, call } from '#webapp/api.ts'

const [searches, setSearches] = createSignal<readonly SearchView[]>()
const one = (id: number) => ({ param: { id: String(id) } })

/** My saved searches, the one saved last first; undefined until they are known. */
export { searches }
export const loadSearches = async () => setSearches((await call(api.searches.$get())).items)

/** The same list in another order is the same search. */
const queryOf = ({ sort: _, ...filters }: AdFilters) => writeFilters(filters)
export const savedOf = (filters: AdFilters): SearchView | undefined =>
  searches()?.find(({ query }) => query === queryOf(filters))

export async function saveSearch(filters: AdFilters): Promise<SearchView> {
  const saved = await call(api.searches.$post({ json: { query: queryOf(filters) } }))
  setSearches((before = []) => [saved, ...before.filter(({ id }) => id !== saved.id)])
  return saved
}

/** Shown at once; what the server refuses is taken back. */
export async function chooseMode(id: number, mode: SearchMode) {
  const before = searches()
  setSearches((all) => all?.map((search) => (search.id === id ? { ...search, mode } : search)))
  await call(api.searches[':id'].$patch({ ...one(id), json: { mode } })).catch((error: unknown) => {
    setSearches(before)
    throw error
  })
}

export async function deleteSearch(id: number) {
  const before = searches()
  setSearches((all) => all?.filter((search) => search.id !== id))
  await call(api.searches[':id'].$delete(one(id))).catch((error: unknown) => {
    setSearches(before)
    throw error
  })
}
