import { type SQL, sql } from 'drizzle-orm'
import type { AdWithPhotos } from '#server/ads/views.ts'
import { type Bounds, lexemesWithin } from '#server/search/buckets.ts'
import { numbersOf } from '#server/search/known.ts'
import { limits } from '#shared/limits.ts'
import { type Rate, toUzs } from '#shared/money/money.ts'
import { type AdFilters, isRange } from '#shared/search/filters.ts'
import type { Term } from '#shared/search/lexemes.ts'

/** Whole amounts that a price of a currency may be. */
export interface Amounts {
  readonly min: number
  readonly max: number
}

/** What the SQL functions of search are asked; null is anything. */
export interface SearchQuery {
  /** tsquery of words. */
  readonly words: string | null
  /** Each a tsquery that an ad must fit, those first that fewest fit. */
  readonly facets: readonly string[]
  /** What a price may be in each currency, and the facets that come near. */
  readonly price: { readonly uzs: Amounts; readonly usd: Amounts; readonly facets: string } | null
  /** jsonpath of number attributes. */
  readonly numbers: string | null
}

/** Rows of one page, and the cursor of the next when there is one. */
export interface Found {
  rows: AdWithPhotos[]
  nextCursor: string | null
}

/** Larger than any amount and any place in the feed. */
export const endless = Number.MAX_SAFE_INTEGER

/** `filters` must be known to the catalogue. Prices in the other currency are compared at the rate, in whole so'm. */
export function queryOf(filters: AdFilters, terms: readonly Term[], rate: Rate): SearchQuery {
  const amounts = filters.price ? amountsWithin(filters.price, filters.currency ?? 'UZS', rate) : null
  const numbers = rangesOf(filters)
  return {
    words: allOf(terms.map(termQuery)),
    facets: facetGroups(filters).map(anyOf),
    price: amounts && { ...amounts, facets: anyOf(priceLexemes(amounts)) },
    numbers: numbers.length > 0 ? numbers.map(numberPath).join(' && ') : null,
  }
}

/** Groups of facets of which every ad that fits has one each; those of the price are not among them. */
export function facetGroups(filters: AdFilters): string[][] {
  const { category, region, district, photos, negotiable } = filters
  const choices = Object.entries(filters.attributes ?? {}).flatMap(([key, filter]) => {
    if (filter === true) return [[`a:${key}`]]
    return isRange(filter) ? [] : [filter.map((id) => `a:${key}=${id}`)]
  })
  return [
    ...[category && `c:${category}`, district && `d:${district}`].map(maybe),
    ...choices,
    ...rangeGroups(filters),
    ...[region && `r:${region}`, negotiable && 'negotiable', photos && 'photos'].map(maybe),
  ].filter((group) => group !== undefined)
}

/** What all must be true of, as one tsquery; null where there is nothing. */
export const allOf = (groups: readonly string[]) => (groups.length > 0 ? groups.join(' & ') : null)

/**
 * Facets as the SQL functions take them: none, two or seven, the first again where there are fewer; what is more goes with
 * the last.
 */
export function inSlots(facets: readonly string[]): SQL {
  const [first] = facets
  if (first === undefined) return sql`null::tsquery[]`
  const slots = facets.length > 2 ? 7 : 2
  const filled = Array.from({ length: slots }, (_, at) =>
    at === slots - 1 ? (allOf(facets.slice(at)) ?? first) : (facets[at] ?? first),
  )
  return sql`array[${sql.join(
    filled.map((facet) => sql`${facet}`),
    sql`, `,
  )}]::tsquery[]`
}

const rangesOf = ({ attributes = {} }: AdFilters) =>
  Object.entries(attributes).flatMap(([key, filter]) =>
    filter !== true && isRange(filter) ? [{ key, ...filter }] : [],
  )

/** An open end is where the catalogue's numbers end: the fewer lexemes, the quicker. */
const rangeGroups = (filters: AdFilters) =>
  rangesOf(filters).map(({ key, min, max }) => {
    const possible = numbersOf(filters.category, key)
    return lexemesWithin(`n:${key}`, { min: min ?? possible.min, max: max ?? possible.max })
  })

const maybe = (facet: string | undefined | false) => (facet ? [facet] : undefined)
const quote = (lexeme: string) => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`
/** A lexeme that no ad has stands for what cannot be. */
const anyOf = (lexemes: readonly string[]) =>
  `(${(lexemes.length > 0 ? lexemes : ['nothing']).map(quote).join(' | ')})`
const termQuery = (term: Term) => `(${term.map((lexemes) => lexemes.map(quote).join(' & ')).join(' | ')})`

const numberPath = ({ key, min, max }: { key: string } & Bounds) =>
  [min !== undefined && `$."${key}" >= ${min}`, max !== undefined && `$."${key}" <= ${max}`]
    .filter(Boolean)
    .join(' && ')

/** What is free costs nothing in so'm. */
const priceLexemes = ({ uzs, usd }: { uzs: Amounts; usd: Amounts }) => [
  ...lexemesWithin('p:uzs', { ...uzs, max: Math.min(uzs.max, limits.price.max.UZS) }),
  ...lexemesWithin('p:usd', { ...usd, max: Math.min(usd.max, limits.price.max.USD) }),
  ...(uzs.min <= 0 && uzs.max >= 0 ? ['p:free'] : []),
]

function amountsWithin({ min = 0, max = endless }: Bounds, currency: 'UZS' | 'USD', rate: Rate) {
  const own = { min: Math.ceil(min), max: Math.floor(max) }
  if (currency === 'USD')
    return {
      usd: own,
      uzs: { min: toUzs(min, 'USD', rate), max: Math.min(toUzs(max, 'USD', rate), endless) },
    }
  return {
    uzs: own,
    usd: { min: dollarsFrom(min, rate), max: max === endless ? endless : dollarsTo(max, rate) },
  }
}

/** The least whole sum in dollars that is worth at least so much in so'm. */
export function dollarsFrom(uzs: number, rate: Rate): number {
  let dollars = Math.max(0, Math.ceil(uzs / rate.uzsPerUsd))
  while (dollars > 0 && toUzs(dollars - 1, 'USD', rate) >= uzs) dollars--
  while (toUzs(dollars, 'USD', rate) < uzs) dollars++
  return dollars
}

/** The greatest whole sum in dollars that is worth at most so much in so'm; -1 when none is. */
export function dollarsTo(uzs: number, rate: Rate): number {
  const above = dollarsFrom(uzs, rate)
  return toUzs(above, 'USD', rate) <= uzs ? above : above - 1
}
