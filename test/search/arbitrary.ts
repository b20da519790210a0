import fc from 'fast-check'
import { catalog, categoryById } from '#shared/catalog/index.ts'
import type { Attribute } from '#shared/catalog/types.ts'
import { regions } from '#shared/regions/regions.ts'
import { type AdFilters, type AttributeFilter, sorts } from '#shared/search/filters.ts'

const categories = catalog.flatMap(({ children }) => children.map(({ id }) => id))
const districts = regions.flatMap(({ districts }) => districts.map(({ id }) => id))
/** Often left out, so that something is found. */
const seldom = <T>(value: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 2, arbitrary: value })

/** Sums of all sizes, the common ones round. */
const sum = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 9 }))
  .map(([n, zeros]) => n * 10 ** zeros)
const rangeOf = (end: fc.Arbitrary<number>) =>
  fc.oneof(
    fc.tuple(end, end).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) })),
    end.map((min) => ({ min })),
    end.map((max) => ({ max })),
  )

function filterOf(attribute: Attribute): fc.Arbitrary<AttributeFilter> {
  if (attribute.type === 'bool') return fc.constant(true)
  if (attribute.type === 'select')
    return fc.uniqueArray(fc.constantFrom(...attribute.options.map(({ id }) => id)), {
      minLength: 1,
      maxLength: 4,
    })
  const { min, max, decimals = 0 } = attribute as Extract<Attribute, { type: 'number' }>
  const end = fc.integer({ min: 0, max: 1000 }).map((thousandths) => {
    const share = thousandths / 1000
    const least = Math.max(min, 1)
    return Number((least * (max / least) ** share).toFixed(decimals))
  })
  return rangeOf(end)
}

/** At most two filters of a category's own. */
function attributesOf(
  categoryId: string | undefined,
): fc.Arbitrary<Record<string, AttributeFilter> | undefined> {
  const filtered = (categoryById(categoryId ?? '')?.attributes ?? []).filter(({ filter }) => filter)
  if (filtered.length === 0) return fc.constant(undefined)
  return seldom(
    fc
      .uniqueArray(fc.constantFrom(...filtered), { minLength: 1, maxLength: 2, selector: ({ key }) => key })
      .chain((chosen) =>
        fc.record(Object.fromEntries(chosen.map((attribute) => [attribute.key, filterOf(attribute)]))),
      ),
  )
}

/** Filters of every kind, in every sort; `words` are those that queries are made of. */
export function filtersOf(
  words: fc.Arbitrary<string>,
  from: { categories?: readonly string[]; districts?: readonly string[] } = {},
): fc.Arbitrary<AdFilters> {
  const category = seldom(
    fc
      .tuple(fc.constantFrom(...(from.categories ?? categories)), fc.boolean())
      .map(([id, top]) => (top ? (id.split('.')[0] as string) : id)),
  )
  const district = seldom(fc.constantFrom(...(from.districts ?? districts)))
  return category.chain((category) =>
    fc
      .record({
        q: seldom(fc.array(words, { minLength: 1, maxLength: 2 }).map((all) => all.join(' '))),
        category: fc.constant(category),
        district,
        region: seldom(fc.constantFrom(...regions.map(({ id }) => id))),
        price: seldom(rangeOf(sum)),
        currency: seldom(fc.constant('USD' as const)),
        photos: seldom(fc.constant(true as const)),
        negotiable: seldom(fc.constant(true as const)),
        attributes: attributesOf(category),
        sort: seldom(fc.constantFrom(...sorts)),
      })
      .map(({ region, district, ...all }) => ({ ...all, ...(district ? { district } : { region }) }))
      // Optional fields are left out, as the reading of a query string does.
      .map(
        (all) =>
          Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as AdFilters,
      ),
  )
}
