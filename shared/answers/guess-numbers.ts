import type { Token } from '#shared/answers/numbers.ts'
import { currencyOf } from '#shared/answers/price.ts'
import { isUnit } from '#shared/answers/units.ts'
import type { Category } from '#shared/catalog/types.ts'

interface Sign {
  /** What must stand behind the number, folded. */
  readonly after?: RegExp
  /** Or before it. */
  readonly before?: RegExp
  readonly least?: number
}

/** Attribute key → what makes a number in a free text surely its value. */
const signs: Readonly<Record<string, Sign>> = {
  mileage: {
    after: /^(?:km|kilometr\p{L}*|iurgan)$/u,
    before: /^(?:iurgan\p{L}*|probeg)$/u,
    least: 500,
  },
  land: { after: /^(?:soti[hk]\p{L}*|sot[ok]k?\p{L}*)$/u },
  area: { after: /^(?:kvm2?|m2|kvadrat\p{L}*)$/u },
  rooms: { after: /^(?:hona|honali|honalik|komnat\p{L}*)$/u },
  floor: { after: /^(?:kavat|kavatda|kavati|etaj|etaje)$/ },
  floors: { after: /^(?:kavatli|kavatlik|etajn\p{L}*)$/u },
  milk: { after: /^(?:litr|litrdan|l|litra|litrov)$/ },
  battery: { after: /^(?:%|foiz|prosent\p{L}*)$/u },
  diagonal: { after: /^(?:dium|diuim\p{L}*|diagonal\p{L}*)$/u },
}
const quiet = /^[-–—.,:~+]$/

/** Numbers whose words beside them say what they are; one said twice with two values stays open. */
export function guessNumbers(category: Category, tokens: readonly Token[]): Record<string, number> {
  const words = tokens
    .map(({ value }) => value)
    .filter((value) => typeof value === 'number' || !quiet.test(value))
  const found: [string, number][] = []
  for (const { key } of category.attributes) {
    const sign = signs[key]
    const values = key === 'year' ? years(words) : sign ? matching(words, sign) : []
    const [only, ...more] = new Set(values)
    if (only !== undefined && more.length === 0) found.push([key, only])
  }
  return Object.fromEntries([...found, ...ofFloors(words)])
}

type Words = readonly (string | number)[]
const is = (word: string | number | undefined, pattern: RegExp | undefined) =>
  typeof word === 'string' && pattern !== undefined && pattern.test(word)

const matching = (words: Words, { after, before, least = 0 }: Sign) =>
  words.filter((word, at): word is number => {
    if (typeof word !== 'number' || word < least || words[at - 1] === '/') return false
    if (is(words[at + 1], after)) return true
    return (
      is(words[at - 1], before) && !is(words[at + 1], /^[$%]$/) && currencyOf(words[at + 1]) === undefined
    )
  })

/** Whole numbers that can only be a year: no sum, and nothing measured. */
const years = (words: Words) =>
  words.filter((word, at): word is number => {
    if (typeof word !== 'number' || !Number.isInteger(word) || word < 1960 || word > 2027) return false
    const next = words[at + 1]
    if (is(next, /^(?:iil\p{L}*|il|god\p{L}*|g|i)$/u)) return true
    return !currencyOf(next) && !currencyOf(words[at - 1]) && !(typeof next === 'string' && isUnit(next))
  })

/** "3/4/9" in a flat's ad: rooms, floor, floors; "4/9" beside the word for floor. */
function ofFloors(words: Words): [string, number][] {
  for (let at = 0; at < words.length; at++) {
    const [a, first, b, second, c] = words.slice(at, at + 5)
    if (typeof a !== 'number' || first !== '/' || typeof b !== 'number' || words[at - 1] === '/') continue
    if (second === '/' && typeof c === 'number' && a < 10 && b <= c && c < 30)
      return [
        ['rooms', a],
        ['floor', b],
        ['floors', c],
      ]
    if (
      second !== '/' &&
      a <= b &&
      [words[at + 3], words[at - 1]].some((word) => is(word, /^(?:kavat|etaj)/))
    )
      return [
        ['floor', a],
        ['floors', b],
      ]
  }
  return []
}
