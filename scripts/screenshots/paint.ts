/** The size of every scene: what a phone's camera gives, made smaller. */
export const width = 1600
export const height = 1200

type Stops = readonly (string | readonly [offset: number, colour: string])[]

/** A scene draws itself with these; gradients and blurs are named once and collected for the picture's head. */
export interface Paint {
  /** A gradient from top to bottom (or left to right), ready for `fill="…"`. */
  down(...stops: Stops): string
  across(...stops: Stops): string
  /** A gradient from the middle outwards. */
  glow(...stops: Stops): string
  /** A blur of so many pixels, ready for `filter="…"`. */
  blur(pixels: number): string
  /** A clip of this shape, ready for `clip-path="…"`. */
  clip(shape: string): string
  /** What was named so far. */
  defs(): string
}

export function createPaint(): Paint {
  const named: string[] = []
  const name = (element: (id: string) => string) => {
    const id = `p${named.length}`
    named.push(element(id))
    return `url(#${id})`
  }
  return {
    down: (...stops) =>
      name((id) => `<linearGradient id="${id}" x2="0" y2="1">${stopsOf(stops)}</linearGradient>`),
    across: (...stops) => name((id) => `<linearGradient id="${id}">${stopsOf(stops)}</linearGradient>`),
    glow: (...stops) => name((id) => `<radialGradient id="${id}">${stopsOf(stops)}</radialGradient>`),
    blur: (pixels) =>
      name(
        (id) =>
          `<filter id="${id}" x="-50%" y="-50%" width="200%" height="200%"><feGaussianBlur stdDeviation="${pixels}"/></filter>`,
      ),
    clip: (shape) => name((id) => `<clipPath id="${id}">${shape}</clipPath>`),
    defs: () => named.join(''),
  }
}

/** A colour may carry its opacity behind a slash: `#ffffff/0.4`. */
const stopsOf = (stops: Stops) =>
  stops
    .map((stop, index) => {
      const [offset, colour] = typeof stop === 'string' ? [index / (stops.length - 1), stop] : stop
      const [plain, opacity = '1'] = colour.split('/')
      return `<stop offset="${offset}" stop-color="${plain}" stop-opacity="${opacity}"/>`
    })
    .join('')

/** Numbers between 0 and 1 that look random and are the same every time (mulberry32). */
export function dice(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Draws `count` times and joins. */
export const repeat = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
export const ellipse = (cx: number, cy: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`
export const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
export const line = (d: string, stroke: string, thickness: number, more = '') =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${thickness}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
/** Moves a drawing, and makes it larger or smaller (a negative `scaleX` mirrors it). */
export const at = (x: number, y: number, drawing: string, scaleX = 1, scaleY = Math.abs(scaleX)) =>
  `<g transform="translate(${x} ${y}) scale(${scaleX} ${scaleY})">${drawing}</g>`

/** The soft shadow under a thing that stands on the ground. */
export const shadow = (paint: Paint, cx: number, cy: number, rx: number, ry: number, opacity = 0.35) =>
  ellipse(cx, cy, rx, ry, '#1a1208', `opacity="${opacity}" filter="${paint.blur(ry * 0.45)}"`)
