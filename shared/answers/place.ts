import { slips } from '#shared/answers/distance.ts'
import { fold } from '#shared/answers/fold.ts'
import {
  type PlaceKind,
  type PlaceName,
  placeKind,
  placeNames,
  stemsOf,
} from '#shared/answers/place-names.ts'
import { commonNames } from '#shared/answers/synonyms.ts'
import type { Problem } from '#shared/errors.ts'
import { districtById } from '#shared/regions/regions.ts'

interface Word {
  readonly key: string
  readonly start: number
  readonly end: number
}
interface Found {
  /** Districts that bear the name, of the kind that was said beside it. */
  readonly districts: readonly string[]
  /** All districts of the region that bears it, unless it was said to be something else. */
  readonly region: readonly string[]
  /** Indexes of the first word and behind the last. */
  readonly from: number
  readonly to: number
}
/** `choices` are district ids, cities first; `rest` is what was said besides: a mahalla, a street. */
export type PlaceAnswer = { districtId: string; rest?: string } | { choices: string[] } | { problem: Problem }

/** Words of an answer; in a longer text slips are not looked for. */
const longest = 20
const problem: PlaceAnswer = { problem: { code: 'district' } }

/** The district or city meant by "Rishton tumani, Doʻstlik MFY", "в Маргилане", "Андижон"; choices when it is unclear. */
export function readPlace(typed: string): PlaceAnswer {
  const words = splitWords(typed)
  const kinds = words.map(({ key }) => placeKind(key))
  const named = findNames(words, kinds, exact)
  const found = named.length > 0 || words.length > longest ? named : findNames(words, kinds, nearest)
  const meant = meantBy(found)
  const [only, ...more] = meant
  if (only === undefined) return problem
  if (more.length > 0) return { choices: meant }
  const rest = restOf(typed, words, kinds, found)
  return rest ? { districtId: only, rest } : { districtId: only }
}

/** The one district that a whole ad speaks of, by its full name; words that mean other things too do not count. */
export function findPlace(text: string): string | undefined {
  const words = splitWords(text)
  const kinds = words.map(({ key }) => placeKind(key))
  const [only, ...more] = meantBy(
    findNames(words, kinds, exact).filter((name) => isCertain(name, words, kinds)),
  )
  return more.length > 0 ? undefined : only
}

/** A name that stands in a text, with the word for its kind. */
export interface NamedPlace {
  /** Of a region or of a district. */
  readonly id: string
  readonly start: number
  readonly end: number
  /** The folded word, and whether something beside the name says that it is a place: "tumani", "в", an ending. */
  readonly key: string
  readonly said: boolean
}

/** The regions and districts that a text names exactly, each of one meaning; a region goes before its city. */
export function placesIn(text: string): NamedPlace[] {
  const words = splitWords(text)
  const kinds = words.map(({ key }) => placeKind(key))
  return findNames(words, kinds, exact).flatMap(({ districts, region, from, to }) => {
    const [only, ...more] = districts
    const id = region[0]?.split('.')[0] ?? (more.length === 0 ? only : undefined)
    const first = words[from]
    const last = words[to - 1]
    if (id === undefined || !first || !last) return []
    const before = words[from - 1]
    const led = before && (inWords.test(before.key) || kinds[from - 1] === 'city') ? before : undefined
    const kind = kinds[to] === undefined ? undefined : words[to]
    const said = led !== undefined || kind !== undefined || inEndings.test(last.key)
    return [{ id, start: (led ?? first).start, end: (kind ?? last).end, key: first.key, said }]
  })
}

/** In, from. */
const inWords = /^(?:v|vo|iz)$/
const inEndings = /(?:da|dan|dagi|lik)$/

function isCertain({ from, to }: Found, words: readonly Word[], kinds: readonly (PlaceKind | undefined)[]) {
  const key = words[from]?.key ?? ''
  const kind = kinds[to]
  if (kind === 'city' || kind === 'district') return true
  return key.length > 4 && !commonNames.some((name) => key.startsWith(fold(name)))
}

/** The districts meant by the names found, cities first. */
function meantBy(found: readonly Found[]): string[] {
  const districts = found.filter((name) => name.districts.length > 0)
  const regions = found.filter((name) => name.region.length > 0)
  const sure = districts.filter((name) => name.region.length === 0)
  const said = sure.length > 0 ? sure : districts
  const within = regions.flatMap(({ region }) => region)
  const meant =
    said.length > 0 ? unique(said.flatMap(({ districts: ids }) => narrowed(ids, within))) : unique(within)
  return [...meant].sort((a, b) => rank(a) - rank(b))
}

const unique = (ids: readonly string[]) => [...new Set(ids)]
/** Those in the region that was named as well, where any are. */
function narrowed(ids: readonly string[], within: readonly string[]): readonly string[] {
  const here = ids.filter((id) => within.includes(id))
  return here.length > 0 ? here : ids
}
const isCity = (id: string) => districtById(id)?.kind === 'city'
const rank = (id: string) => (isCity(id) ? 0 : 1)

function splitWords(typed: string): Word[] {
  return [...typed.matchAll(/[\p{L}'`´ʻʼ’‘ʽ]+|\d+/gu)].flatMap((match) => {
    const key = fold(match[0])
    return key ? [{ key, start: match.index, end: match.index + match[0].length }] : []
  })
}

/** Every name that stands in the text, of two words or one, and what it is a name of. */
function findNames(
  words: readonly Word[],
  kinds: readonly (PlaceKind | undefined)[],
  lookUp: (key: string) => PlaceName[],
): Found[] {
  const found: Found[] = []
  for (let from = 0; from < words.length; from++) {
    if (kinds[from]) continue
    for (const to of [from + 2, from + 1]) {
      if (to > words.length || (to === from + 2 && kinds[from + 1])) continue
      const names = lookUp(
        words
          .slice(from, to)
          .map(({ key }) => key)
          .join(''),
      )
      if (names.length === 0) continue
      found.push({ ...meaning(names, kindBeside(kinds, from, to)), from, to })
      from = to - 1
      break
    }
  }
  return found
}

/** "Andijon shahri", "Андижанская область"; only a city has the word before its name: "г. Андижан". */
const kindBeside = (kinds: readonly (PlaceKind | undefined)[], from: number, to: number) =>
  kinds[to] ?? (kinds[from - 1] === 'city' ? 'city' : undefined)

function meaning(
  names: readonly PlaceName[],
  kind: PlaceKind | undefined,
): Pick<Found, 'districts' | 'region'> {
  const region = unique(names.filter((name) => name.region).flatMap(({ ids }) => ids))
  const districts = unique(names.filter((name) => !name.region).flatMap(({ ids }) => ids))
  if (kind === 'region') return region.length > 0 ? { districts: [], region } : { districts, region: [] }
  if (!kind || districts.length === 0) return { districts, region }
  const ofKind = districts.filter((id) => isCity(id) === (kind === 'city'))
  return { districts: ofKind.length > 0 ? ofKind : districts, region: [] }
}

function exact(key: string): PlaceName[] {
  for (const stem of stemsOf(key)) {
    const names = placeNames.filter((name) => name.key === stem)
    if (names.length > 0) return names
  }
  return []
}

function nearest(key: string): PlaceName[] {
  const near = placeNames.flatMap((name) => {
    const found = Math.min(...stemsOf(key).map((stem) => slips(stem, name.key) ?? Number.POSITIVE_INFINITY))
    return Number.isFinite(found) ? [{ name, found }] : []
  })
  const least = Math.min(...near.map(({ found }) => found))
  return near.filter(({ found }) => found === least).map(({ name }) => name)
}

/** What was typed besides the place and its region. */
function restOf(
  typed: string,
  words: readonly Word[],
  kinds: readonly (PlaceKind | undefined)[],
  found: readonly Found[],
) {
  const used = new Set<number>()
  for (const { from, to } of found) {
    for (let at = from; at < to; at++) used.add(at)
    if (kinds[to]) used.add(to)
    if (kinds[from - 1]) used.add(from - 1)
  }
  let rest = ''
  let end = 0
  words.forEach((word, at) => {
    if (!used.has(at)) rest += typed.slice(end, word.end)
    else rest += typed.slice(end, word.start).replace(/[^\s\p{L}\d]/gu, ' ')
    end = word.end
  })
  const cleaned = (rest + typed.slice(end)).replace(/\s+/g, ' ').replace(/^[\s,.;:–-]+|[\s,;:–-]+$/g, '')
  return /[\p{L}\d]/u.test(cleaned) ? cleaned : ''
}
