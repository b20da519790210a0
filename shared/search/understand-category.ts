import { rentWords } from '#shared/answers/category-words.ts'
import { namesOf } from '#shared/answers/match-option.ts'
import { categoryById, topCategoryById } from '#shared/catalog/index.ts'
import type { Category } from '#shared/catalog/types.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { lexemesOf, soundsOf } from '#shared/search/lexemes.ts'
import { fitting, letting, meanings, phoneWords, wordyPlaces } from '#shared/search/meanings.ts'
import { isIdle } from '#shared/search/synonyms.ts'
import { carIn } from '#shared/search/understand-cars.ts'

/** A word, number or sign of a query that no amount took. */
export interface Word {
  readonly typed: string
  readonly value: number | string
  /** Its place among the items of the query. */
  readonly at: number
}
/** The category that the words or the units of a query surely name. */
export interface FoundCategory {
  readonly filters: AdFilters
  /** Places of the words that name it; empty where only a unit does ("4 xonali"), or a phone's model, which stays in `q`. */
  readonly items: readonly number[]
}
interface Found {
  readonly category: string
  readonly attributes: NonNullable<AdFilters['attributes']>
  readonly at: readonly number[]
}

const keysOf = (list: string) => list.split(',').map((phrase) => lexemesOf(phrase).join(' '))
const known = new Map(
  meanings.flatMap((meaning) => keysOf(meaning.words).map((key) => [key, meaning] as const)),
)
const longest = Math.max(...[...known.keys()].map((key) => key.split(' ').length))
const rent = new Set(keysOf(rentWords))
const phones = new Set(keysOf(phoneWords))
const homeUnit = /^(?:hona|honali|honalik|komnat\p{L}*|soti[hk]\p{L}*|sot[ok]k\p{L}*)$/u
const storageUnit = /^(?:gb|gig|gigabait|tb|terabait|tera)$/

/** What a query is about, sure or not, and the category if the rest of the query leaves no doubt of it. */
export function categoryIn(words: readonly Word[], units: readonly string[]) {
  const lexemes = words.map(({ typed, value }) =>
    typeof value === 'number' ? String(value) : (lexemesOf(typed)[0] ?? ''),
  )
  const found = [...meaningsIn(lexemes), ...carsIn(words)]
  const about = joinOf(found) ?? (found.length > 0 ? undefined : impliedBy(lexemes, units))
  return { about: about?.category, sure: about && sureIn(words, lexemes, about) }
}

function sureIn(words: readonly Word[], lexemes: readonly string[], about: Found): FoundCategory | undefined {
  if (lexemes.some((lexeme) => lexeme === 'uchun' || lexeme === 'dlia')) return undefined
  const rents = lexemes.flatMap((lexeme, at) => (rent.has(lexeme) ? [at] : []))
  const category = rents.length > 0 ? letting[about.category] : about.category
  if (category === undefined) return undefined
  const used = [...about.at, ...rents]
  if (!lexemes.every((lexeme, at) => used.includes(at) || fits(lexeme, words[at], category))) return undefined
  if (isPhoneModel(about, words)) return { filters: { category }, items: [] }
  const { attributes } = about
  return {
    filters: { category, ...(Object.keys(attributes).length > 0 && { attributes }) },
    items: used.flatMap((at) => words[at]?.at ?? []),
  }
}

function meaningsIn(lexemes: readonly string[]): Found[] {
  const found: Found[] = []
  for (let at = 0; at < lexemes.length; at++)
    for (let length = Math.min(longest, lexemes.length - at); length > 0; length--) {
      const meaning = known.get(lexemes.slice(at, at + length).join(' '))
      if (!meaning) continue
      const places = Array.from({ length }, (_, index) => at + index)
      found.push({ category: meaning.category, attributes: meaning.attributes ?? {}, at: places })
      at += length - 1
      break
    }
  return found
}

function carsIn(words: readonly Word[]): Found[] {
  const car = carIn(words.map(({ typed }) => typed))
  // Xiaomi makes cars too.
  const isPhone = car?.at.some((at) => phones.has(lexemesOf(words[at]?.typed ?? '')[0] ?? ''))
  return car && !isPhone ? [{ category: 'transport.cars', ...car }] : []
}

/** All of one category, of which one may be the top of the others ("uy kvartira"), and no question answered twice. */
function joinOf(found: readonly Found[]): Found | undefined {
  const categories = [...new Set(found.map(({ category }) => category))].sort((a, b) => b.length - a.length)
  const [category] = categories
  if (category === undefined || !categories.every((id) => id === category || category.startsWith(`${id}.`)))
    return undefined
  const attributes = found.map((one) => one.attributes)
  const keys = attributes.flatMap(Object.keys)
  if (new Set(keys).size < keys.length) return undefined
  return { category, attributes: Object.assign({}, ...attributes), at: found.flatMap(({ at }) => at) }
}

/** Rooms and sotix are only of homes and land; gigabytes beside the words for phones are of phones. */
function impliedBy(lexemes: readonly string[], units: readonly string[]): Found | undefined {
  if (units.some((unit) => homeUnit.test(unit))) return { category: 'realty', attributes: {}, at: [] }
  const isPhone = units.some((unit) => storageUnit.test(unit)) && lexemes.some((lexeme) => phones.has(lexeme))
  return isPhone ? { category: 'phones.smartphones', attributes: {}, at: [] } : undefined
}

/** "iPhone 13": which one it is stands in words only, so the words stay together. */
function isPhoneModel({ category, attributes, at }: Found, words: readonly Word[]): boolean {
  if (category !== 'phones.smartphones' || !attributes['brand']) return false
  const next = words[Math.max(...at) + 1]
  return typeof next?.value === 'number' || (next !== undefined && phones.has(soundsOf(next.typed)[0] ?? ''))
}

const remembered = new Map<string, ReadonlySet<string>>()

/** Whether a word may be said of the things of a category: a number, a choice of its questions, a place, an idle word. */
function fits(lexeme: string, word: Word | undefined, category: string): boolean {
  if (typeof word?.value === 'number' || lexeme === '' || isIdle(lexeme)) return true
  const fit = remembered.get(category) ?? fittingWords(category)
  remembered.set(category, fit)
  return fit.has(lexeme)
}

function fittingWords(id: string): ReadonlySet<string> {
  const top = id.split('.')[0] ?? id
  const category = categoryById(id)
  const categories: readonly Category[] = category ? [category] : (topCategoryById(id)?.children ?? [])
  const options = categories.flatMap(({ attributes }) =>
    attributes.flatMap((attribute) => (attribute.type === 'select' ? attribute.options : [])),
  )
  return new Set([
    ...[fitting[top], fitting[id], id.startsWith('phones.') ? phoneWords : ''].flatMap((list) =>
      lexemesOf(list ?? ''),
    ),
    ...lexemesOf(wordyPlaces),
    ...options.flatMap((option) => [
      ...Object.values(option.labels).flatMap(lexemesOf),
      ...namesOf(option).whole.flatMap(lexemesOf),
    ]),
  ])
}
