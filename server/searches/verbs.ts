import { eq } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { savedSearches } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { lockOwner } from '#server/photos/queries.ts'
import { knownFilters } from '#server/search/known.ts'
import { compileSearch } from '#server/searches/compile.ts'
import { findSame, findSearch, ownSearch, type SearchRow } from '#server/searches/queries.ts'
import { limits } from '#shared/limits.ts'
import { type AdFilters, readFilters, writeFilters } from '#shared/search/filters.ts'
import type { SearchMode } from '#shared/searches/schema.ts'

/**
 * Keeps a search; one that is kept already stays as it is, unless another mode is asked for or it was off. Throws
 * `searches.empty` and `searches.too_many`.
 */
export const saveSearch = (
  { db }: Pick<Deps, 'db'>,
  userId: number,
  wanted: { query: string; mode?: SearchMode | undefined },
): Promise<SearchRow> =>
  db.transaction(async (tx) => {
    const filters = canonical(wanted.query)
    if (isVague(filters)) throw new AppError('searches.empty')
    await lockOwner(tx, userId)
    const same = await findSame(tx, userId, filters)
    if (same) {
      const mode = wanted.mode ?? (same.mode === 'off' ? 'instant' : same.mode)
      return mode === same.mode ? same : changeSearch({ db: tx }, userId, same.id, { mode })
    }
    const kept = await tx.$count(savedSearches, eq(savedSearches.userId, userId))
    if (kept >= limits.searches) throw new AppError('searches.too_many')
    const [row] = await tx
      .insert(savedSearches)
      .values({ userId, filters, mode: wanted.mode ?? 'instant', ...(await compileSearch(tx, filters)) })
      .returning({ id: savedSearches.id })
    return found(tx, userId, (row as { id: number }).id)
  })

/** Another mode or name for an own search. Throws `searches.not_found`. */
export async function changeSearch(
  { db }: Pick<Deps, 'db'>,
  userId: number,
  id: number,
  { mode, name }: { mode?: SearchMode | undefined; name?: string | null | undefined },
): Promise<SearchRow> {
  const change = { ...(mode !== undefined && { mode }), ...(name !== undefined && { name }) }
  if (Object.keys(change).length > 0) await db.update(savedSearches).set(change).where(ownSearch(userId, id))
  return found(db, userId, id)
}

/** Forgets an own search; one that is not there is none of anybody's concern. */
export const deleteSearch = ({ db }: Pick<Deps, 'db'>, userId: number, id: number) =>
  db.delete(savedSearches).where(ownSearch(userId, id))

/** The same list asked for in another way is the same; the order of a list is no part of what it shows. */
function canonical(query: string): AdFilters {
  const { sort: _, ...filters } = knownFilters(readFilters(new URLSearchParams(query)))
  return readFilters(new URLSearchParams(writeFilters(filters)))
}

/** Of nearly every new ad nobody wants to hear. */
const isVague = ({ photos: _p, negotiable: _n, ...rest }: AdFilters) => Object.keys(rest).length === 0

async function found(db: Db, userId: number, id: number): Promise<SearchRow> {
  const row = await findSearch(db, userId, id)
  if (!row) throw new AppError('searches.not_found')
  return row
}
