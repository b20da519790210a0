import type { AttributeValues } from '#shared/catalog/types.ts'
import type { CatalogView, CategoryView, TopCategoryView } from '#shared/catalog/view.ts'

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
