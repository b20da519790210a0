import { attributeOf, categoryById, topOfCategory } from '#shared/catalog/index.ts'
import { districtById, regionOfDistrict } from '#shared/regions/regions.ts'
import { type AdFilters, isRange, type Range } from '#shared/search/filters.ts'
import { lexemesOf, type Term } from '#shared/search/lexemes.ts'
import type { WrittenAd } from './relevance-ads.ts'

const uzsPerUsd = 12_000
const sumOf = (price: string | undefined) =>
  Number(price?.replace('$', '') || Number.NaN) * (price?.startsWith('$') ? uzsPerUsd : 1)
const within = (value: number, { min = -Infinity, max = Infinity }: Range) => value >= min && value <= max

/** The filters and words by the plainest rules, over ads in memory: the title's words first. */
export const matcherOf = (ads: readonly WrittenAd[]) => {
  const known = ads.map((ad) => {
    const title = new Set(lexemesOf(ad.title))
    return { ad, title, all: new Set([...title, ...lexemesOf(`${ad.description} ${labelsOf(ad)}`)]) }
  })
  return (filters: AdFilters, terms: readonly Term[]): WrittenAd[] => {
    const has = (lexemes: ReadonlySet<string>) =>
      terms.filter((term) => term.some((one) => one.every((lexeme) => lexemes.has(lexeme)))).length
    return known
      .filter(({ ad, all }) => has(all) === terms.length && passes(ad, filters))
      .sort((a, b) => has(b.title) - has(a.title))
      .map(({ ad }) => ad)
  }
}

function passes(ad: WrittenAd, { category, region, district, price, currency, attributes = {} }: AdFilters) {
  const unit = currency === 'USD' ? uzsPerUsd : 1
  return (
    (!category || ad.categoryId === category || ad.categoryId.startsWith(`${category}.`)) &&
    (!region || ad.districtId.startsWith(`${region}.`)) &&
    (!district || ad.districtId === district) &&
    (!price || within(sumOf(ad.price) / unit, price)) &&
    Object.entries(attributes).every(([key, filter]) => {
      const value = ad.attributes[key]
      if (filter === true) return value === true
      return isRange(filter) ? within(Number(value), filter) : filter.includes(String(value))
    })
  )
}

/** What an ad says by its category, its answers and its place. */
function labelsOf({ categoryId, districtId, attributes }: WrittenAd): string {
  const category = categoryById(categoryId)
  const answers = Object.entries(attributes).flatMap(([key, value]) => {
    const attribute = category && attributeOf(category, key)
    if (attribute?.type !== 'select') return typeof value === 'boolean' ? [] : [String(value)]
    const option = attribute.options.find(({ id }) => id === value)
    return option ? [option.labels.uz, option.labels.ru] : []
  })
  const names = [topOfCategory(categoryId), category].flatMap((one) =>
    one ? [one.labels.uz, one.labels.ru] : [],
  )
  const places = [districtById(districtId), regionOfDistrict(districtId)]
  return [...names, ...answers, ...places.flatMap((place) => Object.values(place?.names ?? {}))].join(' ')
}
