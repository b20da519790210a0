import { describe, expect, test } from 'vitest'
import { mosaic } from './mosaic.ts'

describe('album mosaic', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('%i pictures fill the album without gaps', (count) => {
    const ratios = Array.from({ length: count }, (_, index) => (index % 3 === 0 ? 0.75 : 1.4))
    const { tiles, ratio } = mosaic(ratios)
    expect(tiles).toHaveLength(count)
    expect(tiles.reduce((area, tile) => area + tile.width * tile.height, 0)).toBeCloseTo(10_000)
    expect(Math.max(...tiles.map((tile) => tile.left + tile.width))).toBeCloseTo(100)
    expect(Math.max(...tiles.map((tile) => tile.top + tile.height))).toBeCloseTo(100)
    expect(ratio).toBeGreaterThan(0.4)
    expect(ratio).toBeLessThan(3)
  })

  test('two upright pictures stand side by side', () => {
    const { tiles } = mosaic([0.75, 0.75])
    expect(tiles.map((tile) => tile.top)).toEqual([0, 0])
  })

  test('a panorama does not make its row a thread', () => {
    const { tiles, ratio } = mosaic([8, 1])
    const widthToHeight = ratio * ((tiles[0]?.width ?? 0) / (tiles[0]?.height ?? 1))
    expect(widthToHeight).toBeLessThanOrEqual(1.81)
  })
})
