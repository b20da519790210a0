import type { AdRow } from '#server/ads/views.ts'
import { type Rate, toUzs } from '#shared/money/money.ts'
import {
  type AdFilters,
  type AttributeFilter,
  isRange,
  type Range,
  type Sort,
} from '#shared/search/filters.ts'
import type { Term } from '#shared/search/lexemes.ts'

/** A live ad and every word that it may be found by. */
export type LiveAd = Pick<
  AdRow,
  | 'id'
  | 'categoryId'
  | 'regionId'
  | 'districtId'
  | 'attributes'
  | 'priceKind'
  | 'priceAmount'
  | 'priceCurrency'
  | 'hasPhotos'
> & { feedSeq: number; lexemes: ReadonlySet<string> }

/** What the board's lists should show, found by looking at every ad; `terms` are those of the filters' words. */
export const fitting = (ads: readonly LiveAd[], filters: AdFilters, terms: readonly Term[], rate: Rate) =>
  ads.filter(
    (ad) =>
      terms.every((term) => term.some((lexemes) => lexemes.every((lexeme) => ad.lexemes.has(lexeme)))) &&
      (!filters.category ||
        ad.categoryId === filters.category ||
        ad.categoryId.startsWith(`${filters.category}.`)) &&
      (!filters.region || ad.regionId === filters.region) &&
      (!filters.district || ad.districtId === filters.district) &&
      (!filters.photos || ad.hasPhotos) &&
      (!filters.negotiable || ad.priceKind === 'negotiable') &&
      (!filters.price || costs(ad, filters.price, filters.currency ?? 'UZS', rate)) &&
      Object.entries(filters.attributes ?? {}).every(([key, filter]) => has(ad.attributes[key], filter)),
  )

const within = (value: number, { min, max }: Range) =>
  (min === undefined || value >= min) && (max === undefined || value <= max)

function costs(ad: LiveAd, { min, max }: Range, currency: 'UZS' | 'USD', rate: Rate) {
  const value = valueOf(ad, rate)
  if (value === undefined) return false
  if (ad.priceCurrency === currency) return within(ad.priceAmount as number, { min, max } as Range)
  const inUzs = (sum: number | undefined) =>
    sum === undefined ? undefined : currency === 'USD' ? toUzs(sum, 'USD', rate) : sum
  return within(value, { min: inUzs(min), max: inUzs(max) } as Range)
}

function has(value: unknown, filter: AttributeFilter) {
  if (filter === true) return value === true
  if (isRange(filter)) return typeof value === 'number' && within(value, filter)
  return typeof value === 'string' && filter.includes(value)
}

/** So'm; what is given away costs none, and what names no sum has no value. */
function valueOf({ priceKind, priceAmount, priceCurrency }: LiveAd, rate: Rate) {
  if (priceAmount === null) return priceKind === 'free' ? 0 : undefined
  return toUzs(priceAmount, priceCurrency ?? 'UZS', rate)
}

/** `rank` is asked for the best match only, of the newest thousand, then of the next. */
export function inOrder(ads: LiveAd[], sort: Sort, rate: Rate, rank?: ReadonlyMap<number, number>): LiveAd[] {
  const newest = ads.toSorted((a, b) => b.feedSeq - a.feedSeq)
  if (sort === 'new') return newest
  if (sort === 'best') {
    const rankOf = ({ id }: LiveAd) => rank?.get(id) ?? 0
    const thousands = Array.from({ length: Math.ceil(newest.length / 1000) }, (_, n) =>
      newest.slice(n * 1000, (n + 1) * 1000),
    )
    return thousands.flatMap((thousand) => thousand.toSorted((a, b) => rankOf(b) - rankOf(a)))
  }
  const isFree = (ad: LiveAd) => valueOf(ad, rate) === 0
  const priced = newest.filter((ad) => (valueOf(ad, rate) ?? 0) > 0)
  const value = (ad: LiveAd) => valueOf(ad, rate) as number
  const open = newest.filter((ad) => valueOf(ad, rate) === undefined)
  const cheap = priced.toSorted((a, b) => value(a) - value(b))
  return sort === 'cheap'
    ? [...newest.filter(isFree), ...cheap, ...open]
    : [...priced.toSorted((a, b) => value(b) - value(a)), ...newest.filter(isFree), ...open]
}
