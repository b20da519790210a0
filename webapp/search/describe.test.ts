import { describe, expect, test } from 'vitest'
import { catalogFor } from '#shared/catalog/index.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import { dictionary } from '#shared/i18n/app/uz/index.ts'
import { translator } from '#shared/i18n/translate.ts'
import { type AdFilters, writeFilters } from '#shared/search/filters.ts'
import { activeFilters, tapRange, type Words, withoutAttribute } from '#webapp/search/describe.ts'

const tops = catalogFor('uz')
const category = (id: string) => tops.flatMap(({ children }) => children).find((child) => child.id === id)
const words: Words = {
  t: translator(dictionary, 'uz'),
  locale: 'uz',
  top: (id) => tops.find((top) => top.id === id),
  category,
  attributes: (id) =>
    (category(id) ? [category(id)] : (tops.find((top) => top.id === id)?.children ?? [])).flatMap(
      (known) => known?.attributes ?? [],
    ),
  place: ({ district, region }) => district ?? region ?? '',
}
const labels = (filters: AdFilters) =>
  activeFilters(filters, words).map(({ label }) => label.replaceAll('\u00a0', ' '))
const cars: AdFilters = {
  q: 'oq',
  category: 'transport.cars',
  attributes: {
    make: ['chevrolet'],
    model: ['chevrolet-cobalt'],
    year: { min: 2018, max: 2021 },
    mileage: { max: 100_000 },
    barter: true,
  },
  price: { min: 5000, max: 12_000 },
  currency: 'USD',
  district: 'andijon.asaka',
  photos: true,
  negotiable: true,
  sort: 'cheap',
}

describe('active filters', () => {
  test('say in words what is filtered by, but neither the words nor the order', () => {
    expect(labels(cars)).toEqual([
      'Yengil avtomobillar',
      'Cobalt',
      'Chiqqan yili: 2018 – 2021',
      'Yurgani: 100 000 km gacha',
      'Ayirboshlash mumkin',
      '5 000 $ – 12 000 $',
      'andijon.asaka',
      'Faqat rasmlilari',
      'Kelishiladi',
    ])
  })

  test('each removed alone leaves all the others; all removed one by one leave the words and the order', () => {
    let filters = cars
    for (let left = activeFilters(filters, words); left.length > 0; left = activeFilters(filters, words)) {
      const last = left.at(-1) as (typeof left)[number]
      const remaining = activeFilters(last.without, words).map(({ key }) => key)
      expect(remaining).toEqual(
        // Without its model the make is said again.
        expect.arrayContaining(left.slice(0, -1).map(({ key }) => key)),
      )
      filters = last.without
    }
    expect(writeFilters(filters)).toBe('q=oq&sort=cheap')
  })

  test('of a category lead up to the large one first, and take its answers along', () => {
    const [first] = activeFilters(cars, words)
    expect(first?.without).toMatchObject({ category: 'transport', district: 'andijon.asaka' })
    expect(first?.without).not.toHaveProperty('attributes')
  })

  test('of a large category are asked somewhere in it', () => {
    expect(labels({ category: 'realty', attributes: { rooms: { min: 4, max: 4 } } })[1]).toMatch(
      /^Nechta xona: 4/,
    )
  })

  test('of one end say which', () => {
    expect(labels({ price: { max: 5_000_000 } })).toEqual(['5 000 000 soʻm gacha'])
    expect(labels({ price: { min: 300 }, currency: 'USD' })).toEqual(['300 $ dan'])
  })
})

test('without a make there is no model', () => {
  const known = category('transport.cars') as CategoryView
  expect(withoutAttribute(cars, 'make', known.attributes).attributes).not.toHaveProperty('model')
  expect(withoutAttribute(cars, 'make', known.attributes).attributes).toHaveProperty('year')
})

test('tapped numbers make a range, widen it, and take it back', () => {
  expect(tapRange(undefined, 3)).toEqual({ min: 3, max: 3 })
  expect(tapRange({ min: 3, max: 3 }, 5)).toEqual({ min: 3, max: 5 })
  expect(tapRange({ min: 3, max: 3 }, 1)).toEqual({ min: 1, max: 3 })
  expect(tapRange({ min: 3, max: 3 }, 3)).toBeUndefined()
  expect(tapRange({ min: 2, max: 4 }, 3)).toEqual({ min: 3, max: 3 })
})
