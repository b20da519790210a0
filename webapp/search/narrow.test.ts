import { expect, test } from 'vitest'
import { catalogFor } from '#shared/catalog/index.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { answered, inCategory } from '#webapp/search/narrow.ts'

const children = catalogFor('uz').flatMap((top) => top.children)
const asked = (id: string) => children.find((category) => category.id === id)?.attributes ?? []
const cars: AdFilters = {
  q: 'oq',
  category: 'transport.cars',
  attributes: { make: ['chevrolet'], model: ['chevrolet-cobalt'], year: { min: 2019 } },
}

test('another category keeps the answers it asks for too', () => {
  expect(inCategory(cars, 'transport.trucks', asked('transport.trucks'))).toEqual({
    q: 'oq',
    category: 'transport.trucks',
    attributes: { year: { min: 2019 } },
  })
  expect(inCategory(cars, undefined, [])).toEqual({ q: 'oq' })
})

test('a make more keeps the chosen model, another make drops it', () => {
  const both = answered(cars, 'make', ['chevrolet', 'kia'], asked('transport.cars'))
  expect(both.attributes).toMatchObject({ model: ['chevrolet-cobalt'] })
  const other = answered(cars, 'make', ['kia'], asked('transport.cars'))
  expect(other.attributes).toEqual({ make: ['kia'], year: { min: 2019 } })
})

test('an answer taken back is gone, and what hangs on it', () => {
  const { attributes } = answered(cars, 'make', undefined, asked('transport.cars'))
  expect(attributes).toEqual({ year: { min: 2019 } })
})
