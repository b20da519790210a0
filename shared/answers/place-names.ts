import { wordsOf } from '#shared/answers/fold.ts'
import { districtWords } from '#shared/answers/synonyms.ts'
import { regions } from '#shared/regions/regions.ts'

export interface PlaceName {
  /** Folded, in one word: "iangikorgon". */
  readonly key: string
  /** District ids; of a region, all of its districts. */
  readonly ids: readonly string[]
  readonly region: boolean
}

const kinds = {
  city: /^(?:sh|g|gor|city|siti|kiti|sha(?:ha?r|r)(?:i|da|dan|ga|ning|ida|idan|iga|ining)?|gorod\p{L}*)$/u,
  district: /^(?:t|tum|tuman\p{L}*|raion\p{L}*|district)$/u,
  region: /^(?:v|vil|viloiat\p{L}*|oblast\p{L}*|obl|region)$/u,
}
export type PlaceKind = keyof typeof kinds

/** What kind of place a folded word says it is: tumani, г., область. */
export const placeKind = (word: string): PlaceKind | undefined =>
  (['city', 'district', 'region'] as const).find((kind) => kinds[kind].test(word))

/** The name without the word for its kind; of a Russian adjective also what it is made of: Риштанский → Риштан. */
function keysOf(name: string): string[] {
  const key = wordsOf(name)
    .filter((word) => !placeKind(word))
    .join('')
  const stem = key.replace(/(?:in)?sk(?:ii|aia|i)$/, '')
  return stem === key ? [key] : [key, stem, key.replace(/sk(?:ii|aia|i)$/, '')]
}

const unique = (keys: readonly string[]) => [...new Set(keys)].filter((key) => key.length > 1)

/** Every name of every district and region, folded. */
export const placeNames: readonly PlaceName[] = regions.flatMap((region) => [
  ...unique(Object.values(region.names).flatMap(keysOf)).map((key) => ({
    key,
    ids: region.districts.map(({ id }) => id),
    region: true,
  })),
  ...region.districts.flatMap(({ id, names }) =>
    unique([...Object.values(names), ...(districtWords[id] ?? [])].flatMap(keysOf)).map((key) => ({
      key,
      ids: [id],
      region: false,
    })),
  ),
])

/** Endings of cases: in, from, to, of. */
const endings = /(?:ning|lik|dan|dagi|da|ga|ka|om|e|u|i|a)$/

/** A folded word as it may stand in the list: itself, or without its ending. */
export const stemsOf = (word: string): string[] => {
  const stem = word.replace(endings, '')
  return stem.length > 2 && stem !== word ? [word, stem] : [word]
}
