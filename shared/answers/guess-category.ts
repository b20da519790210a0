import {
  categoryWords,
  certainModels,
  outweighed,
  rented,
  rentWords,
  unsureWords,
} from '#shared/answers/category-words.ts'
import { keyOf, wordsOf } from '#shared/answers/fold.ts'
import { guessCar } from '#shared/answers/guess-car.ts'
import { phrasesOf, runsOf, says, saysAny } from '#shared/answers/says.ts'
import { catalog, categoryById } from '#shared/catalog/index.ts'

const known = Object.entries(categoryWords).map(([id, words]) => ({ id, phrases: phrasesOf(words) }))
const models = phrasesOf(certainModels)
const unsure = phrasesOf(unsureWords)
const rent = phrasesOf(rentWords)

/** Folded labels of the categories, whole and between commas and "va"; of two with one name, none. */
const labelled = new Map<string, string | undefined>()
for (const { id, labels } of catalog.flatMap(({ children }) => children))
  for (const key of new Set(
    Object.values(labels).flatMap((label) => label.split(/,|\sva\s|\sи\s/).map(keyOf)),
  ))
    labelled.set(key, labelled.has(key) && labelled.get(key) !== id ? undefined : id)

/** The category of an answer to "what do you sell?": its name, or a word that says it. */
export const readCategory = (typed: string): string | undefined =>
  labelled.get(keyOf(typed)) ?? guessCategory(typed)

/** The category that a free text surely speaks of; undefined when it may be another, or is no sale at all. */
export function guessCategory(text: string): string | undefined {
  const words = wordsOf(text)
  const found = known.filter(({ phrases }) => saysAny(words, phrases)).map(({ id }) => id)
  if (!found.includes('transport.cars') && (saysAny(words, models) || saysCar(words)))
    found.push('transport.cars')
  const silent = found.flatMap((id) => (outweighed[id] ?? []).map((beginning) => ({ id, beginning })))
  const left = found.filter((id) => !silent.some((by) => by.id !== id && id.startsWith(by.beginning)))
  const [only, ...more] = left
  if (only === undefined || more.length > 0) return undefined
  if (only === 'jobs.offered') return only
  if (unsure.some((phrase) => says(words, phrase))) return undefined
  return saysAny(words, rent) ? rented[only] : only
}

/** A make and a model of it, and no word of what the car is only for. */
function saysCar(words: readonly string[]): boolean {
  const cars = categoryById('transport.cars')
  if (!cars || words.includes('uchun') || words.includes('dlia') || words.includes('na')) return false
  const { make, model } = guessCar(cars, runsOf(words))
  return make !== undefined && model !== undefined
}
