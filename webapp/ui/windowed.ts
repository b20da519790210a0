/** Rows of equal height and what of them is near the screen. All in CSS pixels. */
export interface Rows {
  count: number
  /** With the gap below it. */
  height: number
  /** Where the first row begins, seen from the screen's upper edge. */
  top: number
  screen: number
}

/** How many screens above and below are drawn too, so that a thrown list does not show holes. */
const spare = 1.5

/** The first row to draw and the one after the last. */
export function rowsToDraw({ count, height, top, screen }: Rows): { from: number; to: number } {
  const edge = screen * spare
  const last = Math.max(0, count - 1)
  const from = Math.min(last, Math.max(0, Math.floor((-top - edge) / height)))
  const to = Math.min(count, Math.max(from + 1, Math.ceil((screen - top + edge) / height)))
  return { from, to }
}
