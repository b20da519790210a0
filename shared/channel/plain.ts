import { cleanLine, cleanText } from '#shared/text/clean.ts'

/** Invisible, and part of no name, tag or address by Telegram's rules; zero-width joiners are (TDLib, MessageEntity.cpp). */
const wordJoiner = '\u2060'

/** Where Telegram would begin to see a mention, hashtag, cashtag, command, link or e-mail address. */
const live = new RegExp(
  [
    String.raw`@(?=\w)`,
    String.raw`[#＃](?=[\p{L}\p{N}\p{M}_\u200c·])`,
    String.raw`\$(?=[A-Z])`,
    String.raw`(?<![\p{L}\p{N}_/<>])\/(?=\w)`,
    String.raw`:(?=\/\/)`,
    String.raw`(?<=\S)\.(?=\p{L})`,
  ].join('|'),
  'gu',
)
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Somebody's text as it may stand among ours in a message: looks as typed, yet nothing in it is a link, a mention or
 * a tag, and text that runs from right to left keeps to itself (Unicode's first strong isolate).
 */
export function asPlain(text: string): string {
  const dead = text.toWellFormed().replace(live, `$&${wordJoiner}`)
  return rightToLeft.test(dead) ? `\u2068${dead}\u2069` : dead
}

/** A single line of somebody's text, at most `max` UTF-16 units as typed. */
export const plainLine = (text: string, max: number) => asPlain(shorten(cleanLine(text.toWellFormed()), max))

/** Several lines of somebody's text, at most `max` UTF-16 units as typed and `lines` lines. */
export function plainText(text: string, max: number, lines: number) {
  const written = cleanText(text.toWellFormed())
    .split('\n')
    .filter((line) => line.trim())
  const kept = written.slice(0, lines).join('\n')
  return asPlain(shorten(written.length > lines ? `${kept}…` : kept, max))
}

/** At most `max` UTF-16 units; what is cut off, at the edge of a character as people see it, is told by an ellipsis. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text
  let end = 0
  for (const { index, segment } of new Intl.Segmenter('uz', { granularity: 'grapheme' }).segment(text)) {
    if (index + segment.length > max - 1) break
    end = index + segment.length
  }
  return max < 1 ? '' : `${text.slice(0, end).trimEnd()}…`
}
