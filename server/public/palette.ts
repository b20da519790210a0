import { thumbHashToAverageRGBA } from 'thumbhash'

/** Colours that stand in the places of pictures until they have come, as classes: the pages allow no style attribute. */
export function createPalette() {
  const classes = new Map<string, string>()
  return {
    /** The class for a picture's average colour. */
    of(thumbhash: string | null) {
      const colour = thumbhash && averageOf(thumbhash)
      if (!colour) return ''
      const known = classes.get(colour)
      if (known) return known
      const name = `c${classes.size}`
      classes.set(colour, name)
      return name
    },
    /** What the style sheet says of them; empty when there are none. */
    css: () => [...classes].map(([colour, name]) => `.${name}{background:${colour}}`).join(''),
  }
}

/** `#a1b2c3`; empty when the hash cannot be read, which costs only the colour. */
function averageOf(thumbhash: string) {
  try {
    const { r, g, b } = thumbHashToAverageRGBA(Buffer.from(thumbhash, 'base64'))
    const hex = (part: number) =>
      Math.round(Math.min(1, Math.max(0, part)) * 255)
        .toString(16)
        .padStart(2, '0')
    return `#${hex(r)}${hex(g)}${hex(b)}`
  } catch {
    return ''
  }
}
