import { expect, test } from 'vitest'
import { placesIn, placesLeft } from '#shared/ads/places.ts'
import { catalog } from '#shared/catalog/index.ts'
import { limits } from '#shared/limits.ts'

const { all, category, categories } = limits.openAds

test('who has nothing open may have all; a category with a limit of its own says so beforehand', () => {
  const left = placesLeft({})
  expect(left).toEqual({ all, categories })
  expect(placesIn(left, 'lost.animals')).toBe(categories.lost)
  expect(placesIn(left, 'transport.cars')).toBe(all)
})

test('each open ad takes a place in its category and in all', () => {
  const left = placesLeft({ transport: category - 1, lost: 1 })
  expect(left.all).toBe(all - category)
  expect(placesIn(left, 'transport.trucks')).toBe(1)
  expect(placesIn(left, 'lost.things')).toBe(categories.lost - 1)
})

test('a full category leaves no place there and some elsewhere', () => {
  const left = placesLeft({ services: category })
  expect(placesIn(left, 'services.machines')).toBe(0)
  expect(placesIn(left, 'phones.phones')).toBe(all - category)
})

test('whoever has more than a limit that was lowered has none left, not fewer', () => {
  const left = placesLeft({ services: all + 3 })
  expect(left.all).toBe(0)
  expect(placesIn(left, 'services.machines')).toBe(0)
})

test('the limits name categories that there are', () => {
  const ids = catalog.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(Object.keys(categories)))
})
