import { certainModels } from '#shared/answers/category-words.ts'
import { keyOf } from '#shared/answers/fold.ts'
import { namesOf } from '#shared/answers/match-option.ts'
import type { Category, Option } from '#shared/catalog/types.ts'

/** First year of cars made as Chevrolet in Uzbekistan; the same models were Daewoo until then. */
const firstChevrolet = 2008
const certain = new Set(certainModels.split(',').map(keyOf))
const digitsOnly = /^\d*$/

/** The make and model that the text names, if both are sure: of "Matiz" the year tells the make. */
export function guessCar(
  category: Category,
  runs: ReadonlySet<string>,
  year: number | undefined,
): Record<string, string> {
  const make = category.attributes.find(({ key }) => key === 'make')
  const model = category.attributes.find(({ key }) => key === 'model')
  if (make?.type !== 'select' || model?.type !== 'select') return {}
  const makes = make.options.filter((option) => option.id !== 'other' && longestName(option, runs) > 0)
  const named = makes.length === 1 ? makes[0]?.id : undefined
  const models = longest(
    model.options.filter(({ id, parent }) => !id.endsWith('-other') && (named ? parent === named : true)),
    runs,
    named === undefined,
  )
  const [only, ...more] = models.length > 1 ? models.filter(({ parent }) => parent === makeIn(year)) : models
  if (only?.parent && more.length === 0) return { make: only.parent, model: only.id }
  return named && models.length === 0 ? { make: named } : {}
}

const makeIn = (year: number | undefined) =>
  year === undefined || year === firstChevrolet ? undefined : year > firstChevrolet ? 'chevrolet' : 'daewoo'

/** The length of an option's longest name among the words; digits alone ("2107") and single letters are no names. */
const longestName = (option: Option, runs: ReadonlySet<string>) =>
  Math.max(
    0,
    ...namesOf(option)
      .whole.filter((name) => name.length > 2 && runs.has(name))
      .map((name) => name.length),
  )

/** The models with the longest name in the text; without their make only those whose name means nothing else. */
function longest(options: readonly Option[], runs: ReadonlySet<string>, alone: boolean): Option[] {
  const found = options
    .map((option) => ({ option, length: longestName(option, runs) }))
    .filter(({ option, length }) => length > 0 && (!alone || isCertain(option)))
  const most = Math.max(...found.map(({ length }) => length))
  return found.filter(({ length }) => length === most).map(({ option }) => option)
}

const isCertain = (option: Option) =>
  namesOf(option).whole.some((name) => !digitsOnly.test(name) && certain.has(name.replace(/\d+$/, '')))
