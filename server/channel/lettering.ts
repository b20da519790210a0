import { createRequire } from 'node:module'
import sharp from 'sharp'

/** Our own font, so that letters (Cyrillic and ʻ among them) are drawn alike on a machine that has none. */
const fontfile = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')
const font = 'DejaVu Sans Bold'

export interface Lettering {
  data: Buffer
  width: number
  height: number
}

/** White text made as large as fits into the box, on two lines where that makes it larger; transparent around. */
export const letterBox = (text: string, box: { width: number; height: number }) =>
  letter(text, { ...box, align: 'centre' })

/** White text broken into lines of `width` pixels; `points` at 72 dots an inch are pixels. */
export const letterLines = (text: string, o: { width: number; points: number }) =>
  letter(text, { width: o.width, dpi: 72, wrap: 'word-char', spacing: o.points / 4 }, o.points)

async function letter(
  text: string,
  options: {
    width: number
    height?: number
    dpi?: number
    wrap?: 'word-char'
    spacing?: number
    align?: 'centre'
  },
  points?: number,
): Promise<Lettering> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="white">${escaped(text)}</span>`,
      font: points ? `${font} ${points}` : font,
      fontfile,
      rgba: true,
      ...options,
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** What a font of letters can draw of a text: all but emoji. */
export const drawable = (text: string) =>
  text.replace(/[\p{Extended_Pictographic}\p{Regional_Indicator}]|\u200d|\ufe0f/gu, '').trim()

/** The text is Pango markup. */
const escaped = (text: string) =>
  text.replace(/[<>&]/g, (sign) => ({ '<': '&lt;', '>': '&gt;', '&': '&amp;' })[sign] as string)
