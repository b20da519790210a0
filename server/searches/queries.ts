import { and, desc, eq, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { savedSearches } from '#server/db/schema.ts'
import { describeFilters } from '#server/searches/describe.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'

const columns = {
  id: savedSearches.id,
  userId: savedSearches.userId,
  filters: savedSearches.filters,
  name: savedSearches.name,
  mode: savedSearches.mode,
}
export type SearchRow = Pick<typeof savedSearches.$inferSelect, keyof typeof columns>

/** One of a person's own searches. */
export const ownSearch = (userId: number, id: number) =>
  and(eq(savedSearches.id, id), eq(savedSearches.userId, userId))

/** A person's searches, the one saved last first. */
export const findSearches = (db: Db, userId: number): Promise<SearchRow[]> =>
  db
    .select(columns)
    .from(savedSearches)
    .where(eq(savedSearches.userId, userId))
    .orderBy(desc(savedSearches.id))

export const findSearch = async (db: Db, userId: number, id: number): Promise<SearchRow | undefined> =>
  (await db.select(columns).from(savedSearches).where(ownSearch(userId, id)))[0]

/** The person's search of exactly these filters. */
export const findSame = async (db: Db, userId: number, filters: AdFilters): Promise<SearchRow | undefined> =>
  (
    await db
      .select(columns)
      .from(savedSearches)
      .where(
        and(
          eq(savedSearches.userId, userId),
          sql`md5(filters::text) = md5(${JSON.stringify(filters)}::jsonb::text)`,
        ),
      )
  )[0]

/** What a search is called: as its person named it, or what it asks for in their language. */
export const nameOf = ({ name, filters }: Pick<SearchRow, 'name' | 'filters'>, locale: Locale): string =>
  name ?? describeFilters(filters, locale)

export const toSearchView = (row: SearchRow, locale: Locale) => ({
  id: row.id,
  name: nameOf(row, locale),
  query: writeFilters(row.filters),
  mode: row.mode,
})
export type SearchView = ReturnType<typeof toSearchView>
