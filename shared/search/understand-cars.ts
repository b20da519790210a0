import { certainModels } from '#shared/answers/category-words.ts'
import { joined, keyOf, wordsOf } from '#shared/answers/fold.ts'
import { makesIn, modelsIn } from '#shared/answers/guess-car.ts'
import { namesOf } from '#shared/answers/match-option.ts'
import { attributeOf, categoryById } from '#shared/catalog/index.ts'
import type { Option } from '#shared/catalog/types.ts'

export interface FoundCar {
  readonly attributes: Readonly<Record<string, readonly string[]>>
  /** Places of the words that name it. */
  readonly at: readonly number[]
}

const optionsOf = (key: string): readonly Option[] => {
  const cars = categoryById('transport.cars')
  const attribute = cars && attributeOf(cars, key)
  return attribute?.type === 'select' ? attribute.options : []
}
const certain = new Set(certainModels.split(',').map(keyOf))

/** The car that words of a query name: a model of one name whoever made it ("Matiz"), or a make. */
export function carIn(words: readonly string[]): FoundCar | undefined {
  const runs = runsAt(words)
  const names = new Set(runs.keys())
  const makes = makesIn(optionsOf('make'), names)
  const [make, ...otherMakes] = new Set(makes.map(({ option }) => option.id))
  if (otherMakes.length > 0) return undefined
  const makeAt = makes.flatMap(({ name }) => runs.get(name) ?? [])
  const models = modelsIn(optionsOf('model'), names, make)
  const named = models.length > 0 ? models : allNumbered(names)
  if (named.length === 0) return make === undefined ? undefined : { attributes: { make: [make] }, at: makeAt }
  if (models.length > 0 && new Set(models.map(({ option }) => keyOf(option.labels.uz))).size > 1)
    return undefined
  const model = [...new Set(named.map(({ option }) => option))]
    .filter(({ parent }) => make === undefined || parent === make)
    .map(({ id }) => id)
  return { attributes: { model }, at: [...makeAt, ...named.flatMap(({ name }) => runs.get(name) ?? [])] }
}

/** "Nexia" alone is Nexia 1, 2 and 3. */
const allNumbered = (names: ReadonlySet<string>) =>
  optionsOf('model').flatMap((option) =>
    namesOf(option)
      .whole.filter((name) => /\d$/.test(name))
      .map((name) => ({ option, name: name.replace(/\d+$/, '') }))
      .filter(({ name }) => certain.has(name) && names.has(name)),
  )

/** Runs of one to four words written together, and the places of their words. */
function runsAt(words: readonly string[]): Map<string, number[]> {
  const runs = new Map<string, number[]>()
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= Math.min(from + 4, words.length); to++) {
      const places = Array.from({ length: to - from }, (_, index) => from + index)
      runs.set(joined(words.slice(from, to).flatMap(stemmed)), places)
    }
  return runs
}

/** "kobaltni", "матизы": the name is what is left without the ending. */
function stemmed(word: string): string {
  const [folded = ''] = wordsOf(word)
  return (
    [...certain].find((name) => folded.startsWith(name) && ending.test(folded.slice(name.length))) ?? folded
  )
}
const ending = /^(?:lar|ni|ning|ga|da|dan|i|im|imni|a|u|e|ov|li)$/
