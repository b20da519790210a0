import { attributeOf, catalog, categoryById, topCategoryById } from '#shared/catalog/index.ts'
import type { Attribute, Category } from '#shared/catalog/types.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { type AdFilters, type AttributeFilter, isRange } from '#shared/search/filters.ts'

/** Filters without what the catalogue does not know: a link from another version of the board still shows the rest. */
export function knownFilters(filters: AdFilters): AdFilters {
  const { category, region, district, attributes, ...rest } = filters
  const categories = category ? categoriesUnder(category) : []
  const known = knownAttributes(attributes ?? {}, categories.length > 0 ? categories : everyCategory)
  return {
    ...rest,
    ...(category && categories.length > 0 && { category }),
    ...(region && regionById(region) && { region }),
    ...(district && districtById(district) && { district }),
    ...(Object.keys(known).length > 0 && { attributes: known }),
  }
}

const everyCategory = catalog.flatMap(({ children }) => children)

function categoriesUnder(id: string): readonly Category[] {
  const category = categoryById(id)
  return category ? [category] : (topCategoryById(id)?.children ?? [])
}

/** Between what a number attribute may be, of a category or of all. */
export function numbersOf(category: string | undefined, key: string): { min: number; max: number } {
  const under = category ? categoriesUnder(category) : []
  const numbers = (under.length > 0 ? under : everyCategory).flatMap((one) => {
    const attribute = attributeOf(one, key)
    return attribute?.type === 'number' ? [attribute] : []
  })
  if (numbers.length === 0) return { min: 0, max: 0 }
  return {
    min: Math.min(...numbers.map(({ min }) => min)),
    max: Math.max(...numbers.map(({ max }) => max)),
  }
}

function knownAttributes(
  filters: Readonly<Record<string, AttributeFilter>>,
  categories: readonly Category[],
) {
  const known: Record<string, AttributeFilter> = {}
  for (const [key, filter] of Object.entries(filters)) {
    const attributes = categories.flatMap((category) => attributeOf(category, key) ?? [])
    const fitting = fit(
      filter,
      attributes.filter((attribute) => attribute.filter),
    )
    if (fitting) known[key] = fitting
  }
  return known
}

/** What of a filter at least one of the attributes of its key can have. */
function fit(filter: AttributeFilter, attributes: readonly Attribute[]): AttributeFilter | undefined {
  if (filter === true) return attributes.some(({ type }) => type === 'bool') ? true : undefined
  if (isRange(filter)) return attributes.some(({ type }) => type === 'number') ? filter : undefined
  const options = attributes.flatMap((attribute) =>
    attribute.type === 'select' ? attribute.options.map(({ id }) => id) : [],
  )
  const known = filter.filter((id) => options.includes(id))
  return known.length > 0 ? known : undefined
}
