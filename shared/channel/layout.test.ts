import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { collageLayout, type Tile } from './layout.ts'

const wide = { width: 4000, height: 3000 }
const tall = { width: 3000, height: 4000 }
const overlap = (a: Tile, b: Tile) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

describe('collageLayout', () => {
  it('a single photo keeps its own ratio', () => {
    expect(collageLayout([wide])).toEqual({
      width: 1280,
      height: 960,
      tiles: [{ x: 0, y: 0, width: 1280, height: 960 }],
    })
    expect(collageLayout([tall]).height).toBe(Math.round((1280 * 4) / 3))
  })

  it('two wide photos lie one above the other, two tall ones side by side', () => {
    const stacked = collageLayout([wide, wide]).tiles
    expect(stacked.map(({ x }) => x)).toEqual([0, 0])
    const beside = collageLayout([tall, tall]).tiles
    expect(beside.map(({ y }) => y)).toEqual([0, 0])
    expect(beside[0]?.width).toBe(beside[1]?.width)
  })

  it('the cover is the largest and comes first', () => {
    for (const cover of [wide, tall]) {
      const [first, ...rest] = collageLayout([cover, wide, wide, wide]).tiles
      expect(first).toMatchObject({ x: 0, y: 0 })
      for (const tile of rest)
        expect(tile.width * tile.height).toBeLessThan((first?.width ?? 0) * (first?.height ?? 0))
    }
  })

  it('shows up to four tiles inside the canvas, of whole pixels, none over another, none a sliver', () => {
    const side = fc.integer({ min: 50, max: 12_000 })
    const photo = fc.record({ width: side, height: side })
    fc.assert(
      fc.property(fc.array(photo, { minLength: 1, maxLength: 10 }), (photos) => {
        const { width, height, tiles } = collageLayout(photos)
        expect(width).toBe(1280)
        expect(tiles).toHaveLength(Math.min(4, photos.length))
        if (photos.length > 1) {
          expect(width / height).toBeGreaterThanOrEqual(4 / 5)
          expect(width / height).toBeLessThanOrEqual(16 / 9)
        }
        for (const [index, tile] of tiles.entries()) {
          expect(Object.values(tile).every(Number.isInteger)).toBe(true)
          expect(tile.x + tile.width).toBeLessThanOrEqual(width)
          expect(tile.y + tile.height).toBeLessThanOrEqual(height)
          expect(Math.min(tile.width, tile.height)).toBeGreaterThan(80)
          for (const other of tiles.slice(index + 1)) expect(overlap(tile, other)).toBe(false)
        }
        expect(Math.max(...tiles.map((tile) => tile.x + tile.width))).toBe(width)
        expect(Math.max(...tiles.map((tile) => tile.y + tile.height))).toBe(height)
      }),
    )
  })
})
