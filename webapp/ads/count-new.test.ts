import { expect, test } from 'vitest'
import { countNew } from '#webapp/ads/count-new.ts'

const ads = (...ids: number[]) => ids.map((id) => ({ id }))

test('the ads before the first known one are new', () => {
  expect(countNew(ads(5, 4, 3), ads(7, 6, 5, 4))).toBe(2)
  expect(countNew(ads(5, 4), ads(5, 4))).toBe(0)
})

test('a sold ad at the top makes nothing new', () => {
  expect(countNew(ads(5, 4, 3), ads(4, 3))).toBe(0)
})

test('when no known ad is on the page, all of it is new', () => {
  expect(countNew(ads(1), ads(9, 8, 7))).toBe(3)
  expect(countNew([], [])).toBe(0)
})
