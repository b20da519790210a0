import { createHash } from 'node:crypto'
import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import type { savedSearches } from '#server/db/schema.ts'
import { fixedRate } from '#server/rates/queries.ts'
import { knownFilters } from '#server/search/known.ts'
import { allOf, facetGroups, queryOf } from '#server/search/query.ts'
import { termsOf } from '#server/search/terms.ts'
import { searchVersionOf } from '#server/search/words.ts'
import { catalog } from '#shared/catalog/index.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'

type Columns = Pick<
  typeof savedSearches.$inferInsert,
  'priceMin' | 'priceMax' | 'priceCurrency' | 'anchors' | 'version'
>
export type Compiled = Columns & Record<'words' | 'facets' | 'numbers' | 'compiledAt', SQL>

/** In every ad; no lexeme. */
const anything = '*'

/**
 * What of a saved search's row a new ad is compared with. Prices stay as asked, whatever the rate.
 * @param shares how common lexemes are, for who compiles many; else asked for
 */
export async function compileSearch(db: Db, filters: AdFilters, shares?: Shares): Promise<Compiled> {
  const { price, currency, ...rest } = filters
  const terms = rest.q ? await termsOf(db, rest.q) : []
  const { words, facets, numbers } = queryOf(rest, terms, fixedRate)
  const groups = [...terms.map((term) => [...term]), ...facetGroups(rest).map((group) => group.map(alone))]
  return {
    words: sql`${words}::tsquery`,
    facets: sql`${allOf(facets)}::tsquery`,
    numbers: sql`${numbers}::jsonpath`,
    priceMin: price?.min ?? null,
    priceMax: price?.max ?? null,
    priceCurrency: price ? (currency ?? 'UZS') : null,
    // What the catalogue no longer knows would fit more than was asked: such a search fits nothing.
    anchors: isKnown(filters) ? anchorsOf(groups, shares ?? (await readShares(db, groups.flat(2)))) : [],
    version: searchesVersion(),
    compiledAt: sql`now()`,
  }
}

const alone = (lexeme: string) => [lexeme] as const
const isKnown = (filters: AdFilters) => writeFilters(knownFilters(filters)) === writeFilters(filters)

/** Of which an ad must have one: alternatives, each of lexemes that come together. */
type Group = readonly (readonly string[])[]

/** The rarest lexemes of which an ad that fits has one: of each alternative its rarest, of all groups the rarest. */
function anchorsOf(groups: readonly Group[], shares: Shares): string[] {
  const share = (lexeme: string) => shares.get(lexeme) ?? guess(lexeme)
  const options = groups.map((group) => {
    const rarest = group.map((lexemes) => lexemes.reduce((a, b) => (share(b) < share(a) ? b : a)))
    return { lexemes: [...new Set(rarest)], share: rarest.reduce((sum, lexeme) => sum + share(lexeme), 0) }
  })
  const [first, ...others] = options
  return first ? others.reduce((a, b) => (b.share < a.share ? b : a), first).lexemes : [anything]
}

/** What share of the ads has a lexeme. */
export type Shares = ReadonlyMap<string, number>

/** As PostgreSQL has counted for its planner, which knows the common ones; of all lexemes where none are named. */
export async function readShares(db: Db, lexemes?: readonly string[]): Promise<Shares> {
  if (lexemes?.length === 0) return new Map()
  const rows = await db.execute<{ lexeme: string; share: number }>(sql`
    select lexeme, max(share)::float8 as share
    from pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs) as common (lexeme, share)
    where schemaname = 'public' and tablename = 'ads' and attname in ('search_words', 'search_facets')
      and ${lexemes ? inArray(sql`lexeme`, [...lexemes]) : sql`lexeme is not null`}
    group by lexeme`)
  return new Map(rows.map((row) => [row.lexeme, row.share]))
}

/** A word is rare; of the facets a choice or a district, less so a region, least what nearly every ad has. */
function guess(lexeme: string): number {
  const [kind = '', rest] = lexeme.split(':')
  if (rest === undefined) return kind === 'photos' || kind === 'negotiable' ? 0.8 : 0.0001
  if (kind === 'r') return 0.3
  return kind === 'c' && !rest.includes('.') ? 0.1 : 0.01
}

let version: number | undefined

/** Another number when the catalogue or how words are made plain has changed: then searches are compiled anew. */
export function searchesVersion(): number {
  version ??= createHash('sha1')
    .update(catalog.flatMap(({ children }) => children.map(({ id }) => searchVersionOf(id))).join())
    .digest()
    .readInt32BE()
  return version
}
