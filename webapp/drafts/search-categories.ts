import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CatalogView, CategoryView, TopCategoryView } from '#shared/catalog/view.ts'
import { fold } from '#webapp/ui/search-options.ts'

/** One way to find a category: by its own name, or by an answer to one of its questions ("Cobalt", "Sigir"). */
export interface Way {
  readonly label: string
  readonly category: CategoryView
  readonly top: TopCategoryView
  /** The answers that the found word already gives. */
  readonly answers: AttributeValues
}

/** All ways to find a category, the names of the categories first. Only answers that name the thing count. */
export function waysToCategories(catalog: CatalogView): readonly Way[] {
  const pairs = catalog.flatMap((top) => top.children.map((category) => ({ category, top })))
  const byName = pairs.map(({ category, top }) => ({
    label: `${category.label} ${top.label}`,
    category,
    top,
    answers: {},
  }))
  const byAnswer = pairs.flatMap(({ category, top }) =>
    category.attributes.flatMap((attribute) => {
      if (attribute.type !== 'select' || !(attribute.hashtag || attribute.card)) return []
      return attribute.options
        .filter(({ id }) => !/(^|-)other$/.test(id))
        .map(({ id, label, parent }) => ({
          label,
          category,
          top,
          answers: {
            ...(attribute.dependsOn && parent && { [attribute.dependsOn]: parent }),
            [attribute.key]: id,
          },
        }))
    }),
  )
  return [...byName, ...byAnswer]
}

const mostGuessed = 3
/** Questions whose answer is what the thing is called; "new" or "for sale" is said of anything. */
const naming = new Set(['make', 'model', 'brand', 'kind', 'breed', 'species'])
const nameOf = ({ label, category, answers }: Way) =>
  Object.keys(answers).length > 0 ? label : category.label
const wordsOf = (text: string) => fold(text).match(/[\p{L}\p{N}]+/gu) ?? []

/** The categories whose name, or whose thing's name, stands in a text: the most telling first, each once. */
export function waysNamedIn(text: string, ways: readonly Way[]): readonly Way[] {
  const said = new Set(wordsOf(text))
  const named = ways.filter((way) => {
    const words = wordsOf(nameOf(way))
    const names = Object.keys(way.answers).every((key) => naming.has(key))
    return names && words.length > 0 && words.every((word) => said.has(word))
  })
  const longestFirst = named.sort((a, b) => nameOf(b).length - nameOf(a).length)
  const isFirst = (way: Way, place: number) =>
    longestFirst.findIndex(({ category }) => category.id === way.category.id) === place
  return longestFirst.filter(isFirst).slice(0, mostGuessed)
}
