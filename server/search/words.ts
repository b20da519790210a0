import { createHash } from 'node:crypto'
import { type SQL, sql } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import { wordsOf } from '#shared/answers/fold.ts'
import { placeKind, placeNames } from '#shared/answers/place-names.ts'
import { categoryById, labelOf, topOfCategory } from '#shared/catalog/index.ts'
import type { Attribute, AttributeValue, Labels } from '#shared/catalog/types.ts'
import { unitLabel } from '#shared/catalog/units.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { lexemesOf } from '#shared/search/lexemes.ts'

const searched = [
  'categoryId',
  'attributes',
  'title',
  'description',
  'regionId',
  'districtId',
  'mahalla',
  'landmark',
] as const satisfies readonly (keyof AdRow)[]
/** What of an ad is searched. */
export type SearchedAd = Pick<AdRow, (typeof searched)[number]>
/** Whether a change touches what is searched. */
export const isSearched = (change: object): boolean => searched.some((column) => column in change)

/** Raised when the same ad would give other words although its category's are the same. */
const rules = 1
const locales = ['uz', 'ru'] as const

/** The words that an ad is found by, from the weightiest to the lightest. */
export function wordsOfAd(ad: SearchedAd) {
  const { title, description } = ad
  const place = [...placeWords(ad.regionId, ad.districtId), ad.mahalla ?? '', ad.landmark ?? '']
  return {
    title: plain(title),
    labels: plain(labelsOf(ad).join(' ')),
    place: plain(place.join(' ')),
    description: plain(description),
  }
}

const plain = (text: string) => lexemesOf(text).join(' ')

/** What is written into `ads.search_words` and `ads.search_version`, in the transaction that writes the rest. */
export function searchColumns(ad: SearchedAd): { searchWords: SQL; searchVersion: number } {
  const { title, labels, place, description } = wordsOfAd(ad)
  return {
    searchWords: sql`search_words(${title}, ${labels}, ${place}, ${description})`,
    searchVersion: searchVersionOf(ad.categoryId),
  }
}

/** What an ad says without its seller's having typed it: its category and what was chosen, as a buyer would say it. */
function labelsOf({ categoryId, attributes }: SearchedAd): string[] {
  const category = categoryById(categoryId)
  const labels = [topOfCategory(categoryId)?.labels, category?.labels].flatMap(inAll)
  const said = (category?.attributes ?? []).flatMap((attribute) => {
    const value = attributes[attribute.key]
    return value === undefined ? [] : valueWords(attribute, value)
  })
  return [...new Set([...labels, ...said])]
}

const inAll = (labels: Labels | undefined) => (labels ? locales.map((locale) => labelOf(labels, locale)) : [])

function valueWords(attribute: Attribute, value: AttributeValue): string[] {
  switch (attribute.type) {
    case 'select':
      // "Other" is what nobody looks for.
      return /(?:^|-)other$/.test(String(value))
        ? []
        : inAll(attribute.options.find(({ id }) => id === value)?.labels)
    case 'number': {
      const { unit } = attribute
      return [String(value), ...(unit ? locales.map((locale) => unitLabel(unit, locale)) : [])]
    }
    case 'bool':
      return value === true ? inAll(attribute.labels) : []
    case 'text':
      return [String(value)]
  }
}

/** The names of a region and a district in every language, without the words for what they are. */
function placeWords(regionId: string, districtId: string): string[] {
  const names = [regionById(regionId), districtById(districtId)].flatMap((place) =>
    Object.values(place?.names ?? {}),
  )
  const bare = names.flatMap((name) => name.split(' ')).filter((word) => !placeKind(wordsOf(word)[0] ?? ''))
  // Names in one word, and what an adjective is made of: Риштанский → Риштан.
  const keys = placeNames.filter(({ region, ids }) => !region && ids[0] === districtId).map(({ key }) => key)
  return [...new Set([...bare, ...keys])]
}

const versions = new Map<string, number>()

/**
 * By which rules a category's ads get their words: another number when its labels or how they are made plain have
 * changed, and then its ads are put right by `reindex`.
 */
export function searchVersionOf(categoryId: string): number {
  const known = versions.get(categoryId)
  if (known !== undefined) return known
  const category = categoryById(categoryId)
  const labels = [topOfCategory(categoryId)?.labels, category?.labels].flatMap(inAll)
  const said = (category?.attributes ?? []).flatMap((attribute) =>
    attribute.type === 'select'
      ? attribute.options.flatMap(({ id, labels }) => [id, ...inAll(labels)])
      : [attribute.type, ...inAll(attribute.labels)],
  )
  const all = [...labels, ...said, ...placeNames.map(({ key }) => key)]
  const digest = createHash('sha1')
    .update(`${rules} ${plain(all.join(' '))}`)
    .digest()
  const version = digest.readUInt32BE() >>> 1 || 1
  versions.set(categoryId, version)
  return version
}
