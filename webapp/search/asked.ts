import { type AdFilters, writeFilters } from '#shared/search/filters.ts'
import type { UnderstoodPart } from '#shared/search/understand.ts'

/** A line below the field: words, in a category where that is more than words. */
export interface Found {
  text: string
  category?: string | undefined
}
/** A list and how its filters came about; beside the address this goes with the entry of the history. */
export interface Asked {
  filters: AdFilters
  /** Words of the query that have become filters and may become words again. */
  parts: readonly UnderstoodPart[]
  /** Words that were taken back and stay words. */
  kept: readonly string[]
}

export const searchPath = (filters: AdFilters) => {
  const query = writeFilters(filters)
  return query ? `/search?${query}` : '/search'
}

/** What an entry of the history says of the words of its list. */
export function readAsked(state: unknown): Omit<Asked, 'filters'> {
  const { parts = [], kept = [] } = (state ?? {}) as Partial<Asked>
  return { parts, kept }
}
