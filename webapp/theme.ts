/** Telegram's theme as CSS variables, mended where its colours are too pale to read. */

type Rgb = readonly [number, number, number]

const hex = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i
const parse = (color: string): Rgb | undefined => {
  const match = hex.exec(color)
  return match
    ? ([1, 2, 3].map((index) => Number.parseInt(match[index] ?? '', 16)) as unknown as Rgb)
    : undefined
}
const format = (color: Rgb) =>
  `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
const mix = (color: Rgb, other: Rgb, share: number): Rgb =>
  color.map((part, index) => part + ((other[index] ?? 0) - part) * share) as unknown as Rgb

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]

/** Relative luminance: https://www.w3.org/TR/WCAG21/#dfn-relative-luminance */
function luminance(color: Rgb) {
  const [r, g, b] = color.map((part) => {
    const share = part / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrastOf(one: Rgb, other: Rgb) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** Contrast of two `#rrggbb` colours, 1 to 21; 1 when one cannot be read. */
export function contrast(one: string, other: string): number {
  const [a, b] = [parse(one), parse(other)]
  return a && b ? contrastOf(a, b) : 1
}

export const isDark = (color: string): boolean => luminance(parse(color) ?? [255, 255, 255]) < 0.25

/** The colour itself, or moved towards black or white just until it can be read on every one of the backgrounds. */
export function readable(color: string, backgrounds: readonly string[], ratio = 4.5): string {
  const start = parse(color)
  const grounds = backgrounds.map(parse).filter((ground) => ground !== undefined)
  const first = grounds[0]
  if (!start || !first) return color
  const end = contrastOf(white, first) > contrastOf(black, first) ? white : black
  for (let step = 0; step <= 20; step++) {
    const candidate = mix(start, end, step / 20)
    const shown = parse(format(candidate)) ?? candidate
    if (grounds.every((ground) => contrastOf(shown, ground) >= ratio)) return format(candidate)
  }
  return format(end)
}

export type ThemeParams = Readonly<Record<string, string | undefined>>

/** The variables to set for a theme: every `--tg-theme-*` as given and the `--vb-*` colours made readable. */
export function themeVariables(theme: ThemeParams): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, color] of Object.entries(theme))
    if (color && parse(color)) variables[`--tg-theme-${name.replace(/_/g, '-')}`] = color
  const { bg_color: background, text_color: text } = theme
  if (!background || !text) return variables
  const page = theme.secondary_bg_color ?? background
  const section = theme.section_bg_color ?? background
  const grounds = [section, page]
  const link = theme.link_color ?? theme.button_color ?? text
  const accent = theme.accent_text_color ?? link
  const button = theme.button_color ?? accent
  return {
    ...variables,
    '--vb-hint': readable(theme.subtitle_text_color ?? theme.hint_color ?? text, grounds),
    '--vb-header': readable(theme.section_header_text_color ?? accent, grounds),
    '--vb-link': readable(link, grounds),
    '--vb-accent': readable(accent, grounds),
    '--vb-danger': readable(theme.destructive_text_color ?? '#d62f2f', grounds),
    '--vb-button': readable(button, [theme.button_text_color ?? '#ffffff']),
  }
}
