import { expect, test } from 'vitest'
import { barsOf, totalsOf } from '#webapp/mine/stats.ts'

const days = [
  { day: '2026-03-01', views: 0, contacts: 0, favorites: 0 },
  { day: '2026-03-02', views: 400, contacts: 1, favorites: 3 },
  { day: '2026-03-03', views: 200, contacts: 100, favorites: 0 },
]

test('totals are of all days', () => {
  expect(totalsOf(days)).toEqual({ views: 600, contacts: 101, favorites: 3 })
})

test('bars stand on one ground and share one scale; one among hundreds is still seen', () => {
  const [none, most, half] = barsOf(days, { width: 300, height: 80 })
  expect(none?.views).toEqual({ y: 80, height: 0 })
  expect(most?.views).toEqual({ y: 0, height: 80 })
  expect(most?.contacts).toEqual({ y: 78, height: 2 })
  expect(most?.favorites).toEqual({ y: 78, height: 2 })
  expect(half?.favorites).toEqual({ y: 80, height: 0 })
  expect(half?.views).toEqual({ y: 40, height: 40 })
  expect(half?.contacts).toEqual({ y: 60, height: 20 })
  expect((half?.x ?? 0) + (half?.width ?? 0)).toBeLessThanOrEqual(300)
})

test('an ad of today has one bar and no division by nothing', () => {
  const [bar] = barsOf([{ day: '2026-03-01', views: 0, contacts: 0, favorites: 0 }], {
    width: 300,
    height: 80,
  })
  expect(bar?.views.height).toBe(0)
})
