/** Pixels. */
export interface Size {
  width: number
  height: number
}
export interface Tile extends Size {
  x: number
  y: number
}
export interface Collage extends Size {
  /** One per photo shown, in the photos' order; the photo covers its tile, cropped from the middle. */
  tiles: Tile[]
}

const width = 1280
const gap = 6
const shown = 4
/** Canvas of several photos: 16:9 to 4:5, what Telegram shows large without cropping. */
const several = { min: (width * 9) / 16, max: (width * 5) / 4 }
/** A lone photo keeps its own ratio, short of slivers (3:1 to 1:2). */
const single = { min: width / 3, max: width * 2 }

/** Width to height of a photo beside others: what is narrower or wider is cropped, so that none is squeezed out. */
const neighbour = { min: 3 / 5, max: 16 / 9 }

/**
 * Where the first four of an ad's photos stand in one picture 1280 px wide; the server's picture and the form's
 * preview use the same. Two lie side by side, or one above the other when both are wide; of more, the cover is
 * the large one: above the rest when it is wide, beside them when it is tall. Needs at least one photo.
 */
export function collageLayout(photos: readonly Size[]): Collage {
  const ratios = photos.slice(0, shown).map(({ width, height }) => width / height)
  const [cover = 1, ...rest] = ratios.map((ratio) => clamp(ratio, neighbour))
  if (rest.length === 0) return column([ratios], single)
  if (rest.length === 1)
    return Math.min(...ratios) > 1.25 ? column([[cover], rest], several) : row([[cover], rest])
  return cover >= 1 ? column([[cover], rest], several) : row([[cover], rest])
}

const clamp = (value: number, { min, max }: { min: number; max: number }) =>
  Math.min(max, Math.max(min, value))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Rows one under another, the photos of each side by side in proportion to their ratios. */
function column(rows: readonly (readonly number[])[], range: { min: number; max: number }): Collage {
  const natural = rows.map((ratios) => (width - gap * (ratios.length - 1)) / sum(ratios))
  const height = Math.round(clamp(sum(natural) + gap * (rows.length - 1), range))
  const tiles = slots(natural, height).flatMap(({ start: y, length }, index) =>
    slots(rows[index] ?? [], width).map((slot) => ({ x: slot.start, y, width: slot.length, height: length })),
  )
  return { width, height, tiles }
}

/** Columns side by side, the photos of each one under another. */
function row(columns: readonly (readonly number[])[]): Collage {
  // For a height h, a column of ratios r is h / Σ(1/r) wide (gaps aside); together they fill the width.
  const shares = columns.map((ratios) => 1 / sum(ratios.map((ratio) => 1 / ratio)))
  const height = Math.round(clamp((width - gap * (columns.length - 1)) / sum(shares), several))
  const tiles = slots(shares, width).flatMap(({ start: x, length }, index) =>
    slots(
      (columns[index] ?? []).map((ratio) => 1 / ratio),
      height,
    ).map((slot) => ({ x, y: slot.start, width: length, height: slot.length })),
  )
  return { width, height, tiles }
}

/** Divides a length into whole pixels in proportion, gaps between; the last ends exactly at the end. */
function slots(parts: readonly number[], length: number) {
  const scale = (length - gap * (parts.length - 1)) / sum(parts)
  let end = -gap
  return parts.map((part, index) => {
    const start = Math.round(end + gap)
    end = index === parts.length - 1 ? length : end + gap + part * scale
    return { start, length: Math.round(end) - start }
  })
}
