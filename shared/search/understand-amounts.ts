import { worthIn } from '#shared/answers/units.ts'
import { attributeOf, categoryById, topCategoryById } from '#shared/catalog/index.ts'
import type { Attribute } from '#shared/catalog/types.ts'
import type { Amount } from '#shared/search/amounts.ts'
import type { AdFilters, Range } from '#shared/search/filters.ts'
import type { FoundCategory } from '#shared/search/understand-category.ts'

/** Categories priced in dollars when nobody says so, and the sums that are then said. */
const inDollars: readonly (readonly [RegExp, Range & { readonly min: number; readonly max: number }])[] = [
  [/^transport\.(?:cars|trucks|farm|special)$/, { min: 500, max: 500_000 }],
  [/^realty(?:\.(?:houses|flats|land|commercial|garages))?$/, { min: 1_000, max: 1_000_000 }],
  [/^phones\.smartphones$/, { min: 50, max: 3_000 }],
]
const million = 1_000_000
/** Fewer thousands may be dollars of what nobody named. */
const surelySums = 100_000
const yearUnit = /^(?:il|ilgi|god|goda|g|ili|ilda|godu)$/
const roomUnit = /^(?:hona|honali|honalik|komnat\p{L}*)$/u

/**
 * What an amount surely says of price, year, rooms, land, mileage or storage; undefined leaves it in words. `about` is
 * the category that the query may speak of: enough to know the currency of a sum.
 */
export function filtersOfAmount(
  amount: Amount,
  category: FoundCategory | undefined,
  about: string | undefined,
): AdFilters | undefined {
  const id = category?.filters.category
  if (amount.currency || !amount.unit) {
    const year = amount.currency || amount.scale > 1 ? undefined : yearOf(amount, id)
    return year ?? priceOf(amount, about)
  }
  const { unit } = amount
  if (yearUnit.test(unit)) return yearOf(amount, id)
  // Words name the category; where only a unit does, its part says both.
  const own = category?.items.length === 0 && id !== undefined ? { category: id } : {}
  const attributes = roomUnit.test(unit)
    ? ranged('rooms', amount.range, id)
    : (measured('land', 'sotix', amount, id) ??
      (amount.bounded
        ? (measured('mileage', 'km', amount, id) ?? measured('area', 'm2', amount, id))
        : undefined) ??
      stored(amount, id))
  return attributes && { ...own, attributes }
}

/** Of the category, or of any under a top category. */
function asked(id: string | undefined, key: string): Attribute | undefined {
  if (id === undefined) return undefined
  const category = categoryById(id)
  const categories = category ? [category] : (topCategoryById(id)?.children ?? [])
  return categories.flatMap((one) => attributeOf(one, key) ?? [])[0]
}

/** Only what every ad must tell: a filter by anything else would hide those that do not. */
function ranged(key: string, range: Range, id: string | undefined): AdFilters['attributes'] {
  const attribute = asked(id, key)
  if (attribute?.type !== 'number' || !attribute.filter || !attribute.required) return undefined
  const ends = [range.min, range.max].filter((end) => end !== undefined)
  return ends.every((end) => end >= attribute.min && end <= attribute.max) ? { [key]: range } : undefined
}

function measured(
  key: string,
  unit: string,
  amount: Amount,
  id: string | undefined,
): AdFilters['attributes'] {
  const worth = amount.unit === undefined ? undefined : worthIn(unit, amount.unit)
  return worth === undefined ? undefined : ranged(key, times(amount.range, worth), id)
}

const times = ({ min, max }: Range, worth: number): Range => ({
  ...(min !== undefined && { min: Number((min * worth).toFixed(3)) }),
  ...(max !== undefined && { max: Number((max * worth).toFixed(3)) }),
})

function yearOf({ range }: Amount, id: string | undefined): AdFilters | undefined {
  const attributes = Object.values(range).every(Number.isInteger) ? ranged('year', range, id) : undefined
  return attributes && { attributes }
}

/** A phone's storage is one of few choices, told by nearly every ad. */
function stored({ unit, range, bounded }: Amount, id: string | undefined): AdFilters['attributes'] {
  const worth = unit === undefined ? undefined : worthIn('gb', unit)
  const storage = asked(id, 'storage')
  if (worth === undefined || bounded || storage?.type !== 'select') return undefined
  const option = storage.options.find((one) => one.id === String((range.min ?? 0) * worth))
  return option && Number(option.id) >= 32 ? { storage: [option.id] } : undefined
}

/** A sum that nothing bounds is the most that one would pay. */
function priceOf({ range, bounded, currency, scale }: Amount, id: string | undefined): AdFilters | undefined {
  const ends = Object.values(range)
  const price = bounded ? range : { max: range.max as number }
  if (currency) return { price, ...(currency === 'USD' && { currency }) }
  if (Math.max(...ends) >= million) return { price }
  const [, sums] = inDollars.find(([pattern]) => id !== undefined && pattern.test(id)) ?? []
  if (sums && (bounded || scale > 1) && ends.every((end) => end >= sums.min && end <= sums.max))
    return { price, currency: 'USD' }
  return bounded && scale > 1 && !sums && Math.max(...ends) >= surelySums ? { price } : undefined
}
