import { placesIn } from '#shared/answers/place.ts'
import { limits } from '#shared/limits.ts'
import { regionById } from '#shared/regions/regions.ts'
import { amountsOf } from '#shared/search/amounts.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { lexemesOf } from '#shared/search/lexemes.ts'
import { wordyPlaces } from '#shared/search/meanings.ts'
import { type Item, itemsOf } from '#shared/search/pieces.ts'
import { isIdle } from '#shared/search/synonyms.ts'
import { filtersOfAmount } from '#shared/search/understand-amounts.ts'
import { categoryIn, type Word } from '#shared/search/understand-category.ts'

/** What one part of a query means, and the words it was read from: taken back, they are words of the query again. */
export interface UnderstoodPart {
  readonly text: string
  readonly filters: AdFilters
}
export interface Understood {
  /** All parts together; `q` is what was not understood. */
  readonly filters: AdFilters
  readonly parts: readonly UnderstoodPart[]
}

interface Span {
  readonly start: number
  readonly end: number
}
interface Claim {
  readonly spans: readonly Span[]
  readonly filters: AdFilters
}

const longest = limits.query.max
const wordy = new Set(wordyPlaces.split(',').flatMap((name) => lexemesOf(name)))

/**
 * Reads the filters that a query surely names, in any script: "andijonda 10 ming dollargacha kobalt" is a model, a
 * region and a highest price. What may mean something else stays in `q`, where it is looked for as words.
 */
export function understand(text: string): Understood {
  const query = text.normalize('NFKC').replace(/\s+/g, ' ').trim().slice(0, longest)
  const place = placeIn(query)
  const items = itemsOf(query).filter((item) => !place?.spans.some((span) => overlap(span, item)))
  const amounts = amountsOf(items)
  const telling = amounts.filter(
    ({ bounded, currency, unit, scale }) => bounded || currency || unit || scale > 1,
  )
  const isFree = (at: number) => !telling.some(({ from, to }) => at >= from && at < to)
  const words: Word[] = items.flatMap((item, at) => (isFree(at) ? [wordOf(item, query, at)] : []))
  const { about, sure: category } = categoryIn(
    words,
    amounts.flatMap(({ unit }) => unit ?? []),
  )
  const claims: Claim[] = []
  if (category && category.items.length > 0)
    claims.push({ spans: category.items.map((at) => items[at] as Item), filters: category.filters })
  if (place) claims.push(place)
  const taken = new Set(category?.items)
  for (const amount of amounts) {
    if (taken.has(amount.from)) continue
    const filters = filtersOfAmount(amount, category, about)
    if (filters && addsTo(claims, filters))
      claims.push({ spans: items.slice(amount.from, amount.to), filters })
  }
  return answerOf(query, claims)
}

const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end
const wordOf = ({ value, start, end }: Item, query: string, at: number): Word => ({
  typed: query.slice(start, end),
  value,
  at,
})

/** One value of each filter: "2019 yoki 2020" leaves the second in `q`. */
function addsTo(claims: readonly Claim[], { attributes, price, category }: AdFilters): boolean {
  const keys = Object.keys(attributes ?? {})
  return !claims.some(
    ({ filters }) =>
      (price && filters.price) ||
      keys.some((key) => filters.attributes?.[key] !== undefined) ||
      (category && filters.category && category !== filters.category),
  )
}

/** The one place that is named; a region beside one of its districts only says which is meant. */
function placeIn(query: string): Claim | undefined {
  const named = placesIn(query).filter(
    ({ key, said }) => said || !lexemesOf(key).some((word) => wordy.has(word)),
  )
  const districts = new Set(named.map(({ id }) => id).filter((id) => id.includes('.')))
  const regions = new Set(named.map(({ id }) => id).filter((id) => regionById(id)))
  const [district, ...others] = districts
  const [region, ...more] = regions
  if (others.length > 0 || more.length > 0) return undefined
  if (district) {
    if (region && !district.startsWith(`${region}.`)) return undefined
    return { spans: named, filters: { region: district.split('.')[0] as string, district } }
  }
  return region ? { spans: named, filters: { region } } : undefined
}

function answerOf(query: string, claims: readonly Claim[]): Understood {
  const parts = claims.map(({ spans, filters }) => ({ text: textOf(query, spans), filters }))
  const spans = claims.flatMap((claim) => claim.spans)
  let left = ''
  for (let at = 0; at < query.length; at++)
    left += spans.some(({ start, end }) => at >= start && at < end) ? ' ' : query.charAt(at)
  const q = tidy(left)
  const attributes = Object.assign({}, ...claims.map(({ filters }) => filters.attributes ?? {}))
  return {
    filters: {
      ...(saysSomething(q, claims) && { q }),
      ...Object.assign({}, ...claims.map(({ filters }) => filters)),
      ...(Object.keys(attributes).length > 0 && { attributes }),
    },
    parts,
  }
}

/** In the order of the query, without what stood between. */
function textOf(query: string, spans: readonly Span[]): string {
  const sorted = [...spans].sort((a, b) => a.start - b.start)
  let text = ''
  let end = -1
  for (const span of sorted) {
    if (span.start < end) continue
    const between = end < 0 ? '' : query.slice(end, span.start)
    text += (/^[\s-]*$/.test(between) ? between : ' ') + query.slice(span.start, span.end)
    end = span.end
  }
  return text.replace(/\s+/g, ' ').trim()
}

const tidy = (left: string) =>
  left
    .replace(/(^|\s)[-–—,.;:+!?]+(?=\s|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;:–-]+|[\s,;:–-]+$/g, '')

/** Nothing but "sotiladi" and the like is no query beside filters. */
function saysSomething(q: string, claims: readonly Claim[]): boolean {
  const lexemes = lexemesOf(q)
  return claims.length === 0 ? q !== '' : lexemes.some((lexeme) => !isIdle(lexeme))
}
