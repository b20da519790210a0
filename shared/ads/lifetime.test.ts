import { expect, it } from 'vitest'
import { lifetimeOf, usualLifetimes } from '#shared/ads/lifetime.ts'
import { catalog } from '#shared/catalog/index.ts'

it('where nobody has set anything every category lives as long as the catalogue says', () => {
  for (const { id, lifetimeDays } of catalog.flatMap(({ children }) => children))
    expect([id, lifetimeOf(usualLifetimes, id)]).toEqual([id, lifetimeDays])
})

it('the nearest that is named counts', () => {
  const lifetimes = { all: 20, categories: { services: 60, 'services.machines': 7 } }
  expect(lifetimeOf(lifetimes, 'services.machines')).toBe(7)
  expect(lifetimeOf(lifetimes, 'services.repair')).toBe(60)
  expect(lifetimeOf(lifetimes, 'transport.cars')).toBe(20)
})
