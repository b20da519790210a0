import type { AdWithPhotos } from '#server/ads/views.ts'
import { type Bounds, lexemesWithin } from '#server/search/buckets.ts'
import { type Rate, toUzs } from '#shared/money/money.ts'
import { type AdFilters, isRange } from '#shared/search/filters.ts'
import type { Term } from '#shared/search/lexemes.ts'

/** Whole amounts that a price of a currency may be. */
export interface Amounts {
  readonly min: number
  readonly max: number
}

/** What the SQL functions `search_newest` and `search_priced` are asked; null is anything. */
export interface SearchQuery {
  /** tsquery of words. */
  readonly words: string | null
  /** tsquery of facets. */
  readonly facets: string | null
  /** What a price may be in each currency. */
  readonly price: { readonly uzs: Amounts; readonly usd: Amounts } | null
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
  const price = filters.price ? amountsWithin(filters.price, filters.currency ?? 'UZS', rate) : null
  const facets = facetGroups(filters)
  if (price) facets.push(priceLexemes(price))
  const ranges = rangesOf(filters)
  return {
    words: terms.length > 0 ? terms.map(termQuery).join(' & ') : null,
    facets: facets.length > 0 ? facets.map(anyOf).join(' & ') : null,
    price,
    numbers: ranges.length > 0 ? ranges.map(numberPath).join(' && ') : null,
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
    ...[category && `c:${category}`, region && `r:${region}`, district && `d:${district}`].map(maybe),
    ...[photos && 'photos', negotiable && 'negotiable'].map(maybe),
    ...choices,
    ...rangesOf(filters).map(({ key, ...bounds }) => lexemesWithin(`n:${key}`, bounds)),
  ].filter((group) => group !== undefined)
}

const rangesOf = ({ attributes = {} }: AdFilters) =>
  Object.entries(attributes).flatMap(([key, filter]) =>
    filter !== true && isRange(filter) ? [{ key, ...filter }] : [],
  )

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
const priceLexemes = ({ uzs, usd }: NonNullable<SearchQuery['price']>) => [
  ...lexemesWithin('p:uzs', uzs),
  ...lexemesWithin('p:usd', usd),
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
