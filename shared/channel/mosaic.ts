/** A picture's place in an album, in percent of the album's width and height. */
export interface Tile {
  left: number
  top: number
  width: number
  height: number
}

const MAX_IN_ROW = 3
/** An album is about as high as Telegram lets one photo be. */
const TARGET_HEIGHT = 1.05

/**
 * Lays 1–10 pictures out in rows, as Telegram does: each row fills the width, and of all ways to break the rows the one
 * nearest to a pleasant height, with rows of like heights, wins.
 * @param ratios width divided by height, in order.
 * @returns the tiles, and the whole's width divided by its height.
 */
export function mosaic(ratios: readonly number[]): { ratio: number; tiles: Tile[] } {
  const clamped = ratios.map((ratio) => Math.min(1.8, Math.max(0.6, ratio)))
  const [best] = breaks(clamped.length)
    .map((rows) => ({ rows, heights: rowHeights(clamped, rows) }))
    .toSorted((a, b) => cost(a.heights) - cost(b.heights))
  if (!best) return { ratio: 1, tiles: [] }
  const total = sum(best.heights)
  const tiles: Tile[] = []
  let top = 0
  best.rows.forEach((count, row) => {
    const ofRow = clamped.slice(tiles.length, tiles.length + count)
    const height = (100 * (best.heights[row] ?? 0)) / total
    let left = 0
    for (const ratio of ofRow) {
      const width = (100 * ratio) / sum(ofRow)
      tiles.push({ left, top, width, height })
      left += width
    }
    top += height
  })
  return { ratio: 1 / total, tiles }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

/** All ways to write `count` as a sum of row lengths. */
function breaks(count: number): number[][] {
  if (count === 0) return [[]]
  return Array.from({ length: Math.min(MAX_IN_ROW, count) }, (_, index) => index + 1).flatMap((row) =>
    breaks(count - row).map((rest) => [row, ...rest]),
  )
}

/** Heights in units of the album's width. */
function rowHeights(ratios: readonly number[], rows: readonly number[]): number[] {
  let at = 0
  return rows.map((count) => {
    at += count
    return 1 / sum(ratios.slice(at - count, at))
  })
}

function cost(heights: readonly number[]): number {
  const spread = Math.max(...heights) - Math.min(...heights)
  return Math.abs(sum(heights) - TARGET_HEIGHT) + spread * 0.35
}
