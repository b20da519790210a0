import { expect, test } from 'vitest'
import { rowsToDraw } from '#webapp/ui/windowed.ts'

const rows = { count: 2500, height: 300, top: 100, screen: 800 }

test('at the top the first rows are drawn and some below the screen', () => {
  expect(rowsToDraw(rows)).toEqual({ from: 0, to: 7 })
})

test('in the middle what is near the screen is drawn, however long the list', () => {
  const { from, to } = rowsToDraw({ ...rows, top: -300_000 })
  expect(from * 300).toBeLessThanOrEqual(300_000 - 800)
  expect(to * 300).toBeGreaterThanOrEqual(300_000 + 1600)
  expect(to - from).toBeLessThan(14)
})

test('beyond the end the last row is drawn; of nothing, nothing', () => {
  expect(rowsToDraw({ ...rows, top: -10_000_000 })).toEqual({ from: 2499, to: 2500 })
  expect(rowsToDraw({ ...rows, count: 0 })).toEqual({ from: 0, to: 0 })
})
