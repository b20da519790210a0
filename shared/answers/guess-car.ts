import { certainModels } from '#shared/answers/category-words.ts'
import { keyOf } from '#shared/answers/fold.ts'
import { namesOf } from '#shared/answers/match-option.ts'
import type { Category, Option } from '#shared/catalog/types.ts'

/** First year of cars made as Chevrolet in Uzbekistan; the same models were Daewoo until then. */
const firstChevrolet = 2008
const certain = new Set(certainModels.split(',').map(keyOf))
/** «Gaz» in an ad of a car is what it drives on. */
const ambiguousMakes = new Set(['gaz', 'other'])

export interface Named {
  readonly option: Option
  /** Folded, in one word. */
  readonly name: string
}

/**
 * The make and model that a text names, given its runs of words written together; only if both are sure. Of "Matiz"
 * the year tells the make; a second model ("Cobalt, Nexia bilan almashaman") leaves all open.
 */
export function guessCar(
  category: Category,
  runs: ReadonlySet<string>,
  year?: number,
): { make?: string; model?: string } {
  const [makes, models] = ['make', 'model'].map((wanted) => {
    const attribute = category.attributes.find(({ key }) => key === wanted)
    return attribute?.type === 'select' ? attribute.options : []
  })
  const named = makesIn(makes ?? [], runs)
  const [make, ...otherMakes] = new Set(named.map(({ option }) => option.id))
  if (otherMakes.length > 0) return {}
  const found = modelsIn(models ?? [], runs, make)
  if (found.length === 0) return make === undefined ? {} : { make }
  if (new Set(found.map(({ option }) => keyOf(option.labels.uz))).size > 1) return {}
  const options = [...new Set(found.map(({ option }) => option))]
  const maker = make ?? (options.length > 1 ? makerIn(year) : options[0]?.parent)
  const model = options.find(({ parent }) => parent === maker)
  return model && maker !== undefined ? { make: maker, model: model.id } : {}
}

/** The makes named, but for those whose names mean other things too. */
export const makesIn = (makes: readonly Option[], runs: ReadonlySet<string>): Named[] =>
  makes
    .filter(({ id }) => !ambiguousMakes.has(id))
    .flatMap((option) => namesIn(option, runs).map((name) => ({ option, name })))
    .filter(({ name }) => name.length > 2)

/** The models named: those of the make, if any, and those whose names mean nothing else; of two makers, both. */
export const modelsIn = (
  models: readonly Option[],
  runs: ReadonlySet<string>,
  make: string | undefined,
): Named[] =>
  withoutContained(
    models
      .flatMap((option) => namesIn(option, runs).map((name) => ({ option, name })))
      .filter(({ option }) => !option.id.endsWith('-other') && (option.parent === make || isCertain(option))),
  )

const makerIn = (year: number | undefined) =>
  year === undefined || year === firstChevrolet ? undefined : year > firstChevrolet ? 'chevrolet' : 'daewoo'

/** The option's names among the words; fewer than four digits may be anything else, so may a single letter. */
const namesIn = (option: Option, runs: ReadonlySet<string>) =>
  namesOf(option).whole.filter(
    (name) => runs.has(name) && (/^\d+$/.test(name) ? name.length > 3 : name.length > 1),
  )

/** Without "Malibu" where "Malibu 2" was found. */
const withoutContained = (found: readonly Named[]) =>
  found.filter(
    ({ name }) => !found.some((longer) => longer.name.length > name.length && longer.name.includes(name)),
  )

const isCertain = (option: Option) =>
  namesOf(option).whole.some((name) => /\D/.test(name) && certain.has(name.replace(/\d+$/, '')))
