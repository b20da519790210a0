/** A colour as the Mini App named it: `#rrggbb`, or a theme parameter such as `secondary_bg_color`. */
export const resolveColor = (color: string, params: Record<string, string>) =>
  color.startsWith('#') ? color : (params[color] ?? params.bg_color ?? '#ffffff')

/** Black or white, whichever reads better on the colour (W3C's perceived brightness). */
export function readableOn(color: string): '#000000' | '#ffffff' {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 > 150 ? '#000000' : '#ffffff'
}
