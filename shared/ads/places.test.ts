import { expect, test } from 'vitest'
import { type OpenAdsLimits, ownLimits, placesIn, placesLeft } from '#shared/ads/places.ts'

const limits: OpenAdsLimits = { all: 50, category: 20, categories: { lost: 5, jobs: 10 } }

test('who has nothing open may have all; a category with a limit of its own says so beforehand', () => {
  const left = placesLeft({}, limits)
  expect(left).toEqual({ all: 50, categories: { lost: 5, jobs: 10 } })
  expect(placesIn(left, 'lost.animals')).toBe(5)
  expect(placesIn(left, 'transport.cars')).toBe(50)
})

test('each open ad takes a place in its category and in all', () => {
  const left = placesLeft({ transport: 19, lost: 1 }, limits)
  expect(left.all).toBe(30)
  expect(placesIn(left, 'transport.trucks')).toBe(1)
  expect(placesIn(left, 'lost.things')).toBe(4)
})

test('a full category leaves no place there and some elsewhere', () => {
  const left = placesLeft({ services: 20 }, limits)
  expect(placesIn(left, 'services.machines')).toBe(0)
  expect(placesIn(left, 'phones.phones')).toBe(30)
})

test('whoever has more than a limit that was lowered has none left, not fewer', () => {
  const left = placesLeft({ services: 53 }, limits)
  expect(left.all).toBe(0)
  expect(placesIn(left, 'services.machines')).toBe(0)
})

test('a limit of one’s own is for whatever one has', () => {
  const left = placesLeft({ lost: 30, services: 60 }, ownLimits(100))
  expect(left).toEqual({ all: 10, categories: {} })
  expect(placesIn(left, 'lost.animals')).toBe(10)
})
