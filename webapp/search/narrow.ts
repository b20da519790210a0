import type { AttributeView } from '#shared/catalog/view.ts'
import { type AdFilters, type AttributeFilter, isRange } from '#shared/search/filters.ts'
import { withoutAttribute } from '#webapp/search/describe.ts'
import { offeredOptions } from '#webapp/search/offered.ts'

/** The filters with some keys out, and others in. */
export function replaced(
  filters: AdFilters,
  gone: readonly (keyof AdFilters)[],
  change: AdFilters,
): AdFilters {
  const kept = Object.entries(filters).filter(([key]) => !gone.includes(key as keyof AdFilters))
  return { ...(Object.fromEntries(kept) as AdFilters), ...change }
}

/** The filters in another category, or in none; answers to what is `asked` there too stay. */
export function inCategory(
  filters: AdFilters,
  category: string | undefined,
  asked: readonly AttributeView[],
): AdFilters {
  const kept = Object.entries(filters.attributes ?? {}).flatMap(
    ([key, answer]): [string, AttributeFilter][] => {
      const attribute = asked.find((other) => other.key === key)
      if (answer === true) return attribute?.type === 'bool' ? [[key, answer]] : []
      if (isRange(answer)) return attribute?.type === 'number' ? [[key, answer]] : []
      const options = attribute?.type === 'select' ? attribute.options : []
      const known = answer.filter((id) => options.some((option) => option.id === id))
      return known.length > 0 ? [[key, known]] : []
    },
  )
  return replaced(filters, ['category', 'attributes'], {
    ...(category && { category }),
    ...(kept.length > 0 && { attributes: Object.fromEntries(kept) }),
  })
}

/** The filters with an answer changed or, undefined, taken back; a model goes with its make. */
export function answered(
  filters: AdFilters,
  key: string,
  answer: AttributeFilter | undefined,
  asked: readonly AttributeView[],
): AdFilters {
  if (!answer) return withoutAttribute(filters, key, asked)
  const all = { ...filters.attributes, [key]: answer }
  const fitting = Object.entries(all).flatMap(([other, value]) => {
    const attribute = asked.find((known) => known.key === other)
    if (attribute?.type !== 'select' || attribute.dependsOn !== key || value === true || isRange(value))
      return [[other, value]]
    const offered = offeredOptions(attribute, all)
    const left = value.filter((id) => offered.some((option) => option.id === id))
    return left.length > 0 ? [[other, left]] : []
  })
  return { ...filters, attributes: Object.fromEntries(fitting) }
}
