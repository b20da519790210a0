import { wordsOfAd } from '#server/search/words.ts'
import { catalog } from '#shared/catalog/index.ts'
import type { Attribute, AttributeValue, Category } from '#shared/catalog/types.ts'
import type { PriceKind } from '#shared/money/money.ts'
import { regions } from '#shared/regions/regions.ts'
import { createRandom, createZipf, type Random } from './random.ts'
import { createVocabulary, type Word } from './vocabulary.ts'

/** A live ad as it lies in the database, and the words it is searched by. */
export interface BenchAd {
  id: number
  sellerId: number
  categoryId: string
  attributes: Record<string, AttributeValue>
  regionId: string
  districtId: string
  title: string
  description: string
  priceKind: PriceKind | null
  priceAmount: number | null
  priceCurrency: 'UZS' | 'USD' | null
  hasPhotos: boolean
  feedSeq: number
  words: { title: string; labels: string; place: string; description: string }
}

const sellers = 1000
/** This share of the ads was raised since, at any later time. */
const raised = 0.1

/** All that ads have in common but their own words and prices: what a category's seller would answer, and where. */
interface Kind {
  categoryId: string
  attributes: Record<string, AttributeValue>
  regionId: string
  districtId: string
  labels: string
  place: string
  dear: boolean
}

export interface Ads {
  vocabulary: readonly Word[]
  all(): Generator<BenchAd>
}

/** The same ads in every run: some categories, districts, words and prices are far commoner than others. */
export function createAds(count: number): Ads {
  const vocabulary = createVocabulary(60_000)
  return {
    vocabulary,
    *all() {
      const random = createRandom(2)
      const kinds = createKinds(random)
      const places = placesInFeed(random, count)
      const kind = createZipf(random, kinds.length, 60)
      const word = createZipf(random, vocabulary.length)
      const words = (length: number) => Array.from({ length }, () => vocabulary[word()] as Word)
      const written = (of: readonly Word[]) => of.map(({ forms }) => random.one(forms)).join(' ')
      const searched = (of: readonly Word[]) => of.map(({ lexemes }) => lexemes).join(' ')
      for (let id = 1; id <= count; id++) {
        const { labels, place, dear, ...about } = kinds[kind()] as Kind
        const title = words(3 + random.below(4))
        const description = words(6 + random.below(30))
        yield {
          id,
          sellerId: 1 + random.below(sellers),
          ...about,
          ...priceOf(random, dear),
          title: written(title),
          description: written(description),
          hasPhotos: random.chance(0.85),
          feedSeq: places[id - 1] as number,
          words: { title: searched(title), labels, place, description: searched(description) },
        }
      }
    },
  }
}

/** Ads as they came, but for those that were raised to a later place. */
function placesInFeed(random: Random, count: number): Float64Array {
  const times = Float64Array.from({ length: count }, (_, n) =>
    random.chance(raised) ? n + random.next() * (count - n) : n,
  )
  const places = new Float64Array(count)
  const order = Uint32Array.from({ length: count }, (_, n) => n).sort(
    (a, b) => (times[a] as number) - (times[b] as number),
  )
  for (const [place, n] of order.entries()) places[n] = place + 1
  return places
}

/** Some hundreds of ways to answer, the commonest first, with all categories and districts among them. */
function createKinds(random: Random): readonly Kind[] {
  const categories = catalog.flatMap(({ children }) => children)
  const districts = regions.flatMap((region) => region.districts.map(({ id }) => [region.id, id] as const))
  const district = createZipf(random, districts.length, 4)
  return Array.from({ length: 6000 }, (_, index) => {
    const category = categories[index % categories.length] as Category
    const [regionId, districtId] = districts[district()] as (typeof districts)[number]
    const about = { categoryId: category.id, attributes: answer(random, category), regionId, districtId }
    const typed = { title: '', description: '', mahalla: null, landmark: null }
    const { labels, place } = wordsOfAd({ ...about, ...typed })
    return { ...about, labels, place, dear: /^(?:transport|realty|machinery)/.test(category.id) }
  })
}

function answer(random: Random, category: Category): Record<string, AttributeValue> {
  const given: Record<string, AttributeValue> = {}
  for (const attribute of category.attributes) {
    if (!attribute.required && random.chance(0.4)) continue
    const value = valueOf(random, attribute, given)
    if (value !== undefined) given[attribute.key] = value
  }
  return given
}

function valueOf(random: Random, attribute: Attribute, given: Record<string, AttributeValue>) {
  switch (attribute.type) {
    case 'select': {
      const { dependsOn, options } = attribute
      const offered = dependsOn ? options.filter(({ parent }) => parent === given[dependsOn]) : options
      // The first options are the likeliest.
      return offered[Math.floor(random.next() ** 2 * offered.length)]?.id
    }
    case 'number': {
      const { min, max, decimals = 0 } = attribute
      const value = Math.exp(Math.log(Math.max(min, 1)) + random.next() * Math.log(max / Math.max(min, 1)))
      return Math.min(max, Number(value.toFixed(decimals)))
    }
    case 'bool':
      return random.chance(0.4)
    case 'text':
      return `${random.one(['MTZ', 'A', 'LG', 'T'])}-${random.below(100)}`
  }
}

/** Round sums about a middle one, as people name them. */
function priceOf(random: Random, dear: boolean) {
  const kindOf = random.next()
  if (kindOf < 0.03) return { priceKind: 'free' as const, priceAmount: null, priceCurrency: null }
  if (kindOf < 0.08) return { priceKind: 'negotiable' as const, priceAmount: null, priceCurrency: null }
  const priceCurrency = random.chance(dear ? 0.8 : 0.1) ? ('USD' as const) : ('UZS' as const)
  const middle = (dear ? 9000 : 120) * (priceCurrency === 'UZS' ? 12_000 : 1)
  const spread = random.next() + random.next() + random.next() - 1.5
  const sum = middle * Math.exp(spread * 3)
  const digits = 10 ** Math.max(0, Math.floor(Math.log10(sum)) - (random.chance(0.6) ? 0 : 1))
  return {
    priceKind: random.chance(0.3) ? ('negotiable' as const) : ('fixed' as const),
    priceAmount: Math.max(1, Math.round(sum / digits) * digits),
    priceCurrency,
  }
}
