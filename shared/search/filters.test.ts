import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type AdFilters, readFilters, sorts, writeFilters } from '#shared/search/filters.ts'

const read = (query: string) => readFilters(new URLSearchParams(query))

it('a query string says what is wanted', () => {
  expect(
    read(
      'q=+oq++cobalt&category=transport.cars&region=andijon&price=8000..12000&currency=USD&photos=true&attr.gearbox=manual,auto&attr.year=2018..&attr.credit=true&sort=cheap',
    ),
  ).toEqual({
    q: 'oq cobalt',
    category: 'transport.cars',
    region: 'andijon',
    price: { min: 8000, max: 12_000 },
    currency: 'USD',
    photos: true,
    attributes: { gearbox: ['auto', 'manual'], year: { min: 2018 }, credit: true },
    sort: 'cheap',
  })
})

it('what cannot be read is left out, and nothing else', () => {
  expect(read('')).toEqual({})
  expect(
    read(
      "category='; drop&price=a..b&currency=EUR&photos=1&sort=odd&attr.x=..&attr.=a&attr.__proto__=a&attr.y=,&q=%20",
    ),
  ).toEqual({})
  expect(read('price=20..10&currency=UZS&attr.make=cobalt,<b>,cobalt')).toEqual({
    price: { min: 10, max: 20 },
    attributes: { make: ['cobalt'] },
  })
})

it('whatever is written is read as the same, and is written the same again', () => {
  const number = fc.nat(1e9)
  const range = fc.tuple(number, number).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }))
  const id = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(\.[a-z]{1,5})?$/)
  const options = fc
    .uniqueArray(id, { minLength: 1, maxLength: 4 })
    .filter((ids) => !ids.includes('true'))
    .map((ids) => ids.sort())
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 2 })
  const filters = fc
    .record({
      q: optional(fc.stringMatching(/^[a-zа-яўқғҳ&=+%#]{1,9}( [a-z]{1,9}){0,3}$/)),
      category: optional(id),
      region: optional(id),
      district: optional(id),
      price: optional(
        fc.oneof(
          range,
          number.map((min) => ({ min })),
          number.map((max) => ({ max })),
        ),
      ),
      currency: optional(fc.constant('USD' as const)),
      photos: optional(fc.constant(true as const)),
      negotiable: optional(fc.constant(true as const)),
      attributes: optional(
        fc.dictionary(
          fc.stringMatching(/^[a-z][a-zA-Z0-9]{0,7}$/),
          fc.oneof(options, range, fc.constant(true as const)),
          { minKeys: 1, maxKeys: 4 },
        ),
      ),
      sort: optional(fc.constantFrom(...sorts)),
    })
    .map(({ currency, ...rest }) => {
      const all = { ...rest, ...(rest.price && { currency }) }
      return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as AdFilters
    })
  fc.assert(
    fc.property(filters, (wanted) => {
      const written = writeFilters(wanted)
      expect(read(written)).toEqual(wanted)
      expect(writeFilters(read(written))).toBe(written)
    }),
  )
})
