import { and, eq, inArray } from 'drizzle-orm'
import { type AdRow, type AdWithPhotos, adColumns, priceOf, toCard } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'
import { currentRate } from '#server/rates/queries.ts'
import { findPage } from '#server/search/pages.ts'
import { categoryById } from '#shared/catalog/index.ts'
import { type Rate, toUzs } from '#shared/money/money.ts'
import type { AdFilters, AttributeFilter } from '#shared/search/filters.ts'

/** So many similar ads are shown at most. */
const shown = 10
/** The prices of so many similar ads are looked at, and fewer than so many say nothing. */
const compared = { most: 50, least: 8 }
/** Of the others so many must be dearer, or cheaper, before it is said. */
const clearly = 0.6

export interface PricePosition {
  /** Among the similar ones. */
  position: 'cheap' | 'usual' | 'dear'
  /** How many similar prices that is said of. */
  count: number
}

/**
 * Live ads like one that anybody may see, the most alike first, and where its price stands among the prices of those
 * that can be compared with it; null when too few can. Throws `ads.not_found`.
 */
export async function similarTo(db: Db, adId: number) {
  const [ad] = await db
    .select(adColumns)
    .from(ads)
    .where(and(eq(ads.id, adId), inArray(ads.state, ['active', 'sold', 'expired'])))
  if (!ad) throw new AppError('ads.not_found')
  const [rows, price] = await Promise.all([findSimilar(db, ad), placePrice(db, ad)])
  return { items: rows.map(toCard), price }
}

/** Asks for ever less likeness, until there are enough; each question is one page of the search. */
async function findSimilar(db: Db, ad: AdRow): Promise<AdWithPhotos[]> {
  const category = { category: ad.categoryId }
  const region = { region: ad.regionId }
  const [same, price] = [{ attributes: sameChoices(ad) }, nearPrice(ad)]
  const questions: AdFilters[] = [
    { ...category, ...same, ...price, ...region },
    { ...category, ...same, ...price },
    { ...category, ...price, ...region },
    { ...category, ...region },
    category,
  ]
  const found = new Map<number, AdWithPhotos>()
  for (const filters of questions) {
    const { rows } = await findPage(db, {
      filters: { ...filters, sort: 'new' },
      limit: shown + found.size + 1,
    })
    for (const row of rows) if (row.ad.id !== ad.id && found.size < shown) found.set(row.ad.id, row)
    if (found.size === shown) break
  }
  return [...found.values()]
}

/** What every ad of the category must say and buyers choose by: the make, the kind, the condition. */
function sameChoices(ad: AdRow): Record<string, AttributeFilter> {
  const asked = categoryById(ad.categoryId)?.attributes ?? []
  return Object.fromEntries(
    asked.flatMap(({ key, type, required, filter }) => {
      const value = ad.attributes[key]
      return type === 'select' && required && filter && typeof value === 'string' ? [[key, [value]]] : []
    }),
  )
}

function nearPrice({ priceAmount: amount, priceCurrency: currency }: AdRow): AdFilters {
  if (!amount || !currency) return {}
  return { price: { min: Math.floor(amount * 0.6), max: Math.ceil(amount * 1.6) }, currency }
}

/** Where the price stands among those of other sellers; the average deal, not the newest, is what a buyer asks about. */
async function placePrice(db: Db, ad: AdRow): Promise<PricePosition | null> {
  const filters = comparable(ad)
  if (!filters) return null
  const [{ rows }, rate] = await Promise.all([
    findPage(db, { filters: { ...filters, sort: 'new' }, limit: compared.most }),
    currentRate(db),
  ])
  const own = inUzs(ad, rate)
  const others = rows
    .filter(({ ad: other }) => other.sellerId !== ad.sellerId)
    .filter(({ ad: other }) => other.attributes['pricePer'] === ad.attributes['pricePer'])
    .flatMap(({ ad: other }) => inUzs(other, rate) ?? [])
  if (own === undefined || others.length < compared.least) return null
  const share = (than: (price: number) => boolean) => others.filter(than).length / others.length
  const position =
    share((price) => price > own) >= clearly
      ? 'cheap'
      : share((price) => price < own) >= clearly
        ? 'dear'
        : 'usual'
  return { position, count: others.length }
}

function inUzs(ad: AdRow, rate: Rate): number | undefined {
  const price = priceOf(ad)
  return price?.amount && price.currency ? toUzs(price.amount, price.currency, rate) : undefined
}

/**
 * What ads must share for their prices to be comparable: every required choice, and every required number within a
 * quarter, years within two. Undefined where that would say too little of the thing: fewer than two such answers, or a
 * model in the seller's own words.
 */
function comparable(ad: AdRow): AdFilters | undefined {
  const asked = categoryById(ad.categoryId)?.attributes ?? []
  if (asked.some(({ key, type }) => key === 'model' && type === 'text')) return undefined
  const near = asked.flatMap(({ key, type, required, filter }): [string, AttributeFilter][] => {
    const value = ad.attributes[key]
    if (type !== 'number' || !required || !filter || typeof value !== 'number') return []
    const margin = key === 'year' ? 2 : Math.abs(value) / 4
    return [[key, { min: value - margin, max: value + margin }]]
  })
  const attributes = { ...sameChoices(ad), ...Object.fromEntries(near) }
  return Object.keys(attributes).length >= 2 ? { category: ad.categoryId, attributes } : undefined
}
