import { generate } from 'lean-qr'

/** Modules of white around a code (ISO/IEC 18004). */
const quiet = 4

/** A text as a QR code: its side in modules with the quiet zone, and an SVG path over the black ones. */
export function qrPath(text: string): { size: number; path: string } {
  const code = generate(text)
  let path = ''
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++) if (code.get(x, y)) path += `M${x + quiet} ${y + quiet}h1v1h-1z`
  return { size: code.size + 2 * quiet, path }
}
