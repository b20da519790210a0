import { parsePhone } from '#shared/text/phone.ts'

/** What stands in the place of a way to reach the seller. */
const veil = '•••'

/**
 * A seller's text without phone numbers, links, addresses and account names: those are given out in Telegram alone,
 * counted and limited, and never to a search engine. Rather too much is hidden than too little.
 */
export function maskContacts(text: string): { text: string; masked: boolean } {
  const { plain, origins } = plainOf(text)
  const hidden = merged([...linksIn(plain), ...phonesIn(plain)])
  let shown = ''
  let at = 0
  for (const [start, end] of hidden) {
    shown += text.slice(at, origins[start]) + veil
    at = origins[end] ?? text.length
  }
  return { text: shown + text.slice(at), masked: hidden.length > 0 }
}

/** From and to in the plain text, the end not included. */
type Span = readonly [start: number, end: number]

/**
 * The text as a person reads it, digits in circles and of full width as digits, without what is invisible; and for
 * each of its UTF-16 units the place in the original that it came from.
 */
function plainOf(text: string) {
  let plain = ''
  const origins: number[] = []
  let at = 0
  for (const char of text) {
    const read = char.normalize('NFKC').replace(/[\p{Cf}\p{Mn}\p{Me}]/gu, '')
    for (let unit = 0; unit < read.length; unit++) origins.push(at)
    plain += read
    at += char.length
  }
  origins.push(at)
  return { plain, origins }
}

/** Hosts that name a country, a shop or a messenger; any other word with a dot is a slip of the writer. */
const host = String.raw`(?:[\p{L}\d-]+\.)+(?:uz|ru|com|net|org|info|io|me|kz|kg|tj|biz|shop|online|site|store|app|link|ly|рф)`
const messenger = String.raw`(?:telegram|телеграмм?|tg|тг|instagramm?|insta|инстаграмм?|инста|whats ?app|ватсап|вотсап|viber|imo)`
const links = [
  String.raw`(?:https?|tg):\/\/\S+`,
  String.raw`[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
  String.raw`@[a-z]\w{2,}`,
  String.raw`(?:t|telegram|wa|т)\s?\.\s?(?:me|ме)\s?\/\s?\S+`,
  String.raw`(?<![\p{L}\d])${host}(?![\p{L}\d])(?:[\/?#]\S*)?`,
  // "telegram: karimjon", "insta karim_77": after a colon any name, else one that is no word.
  String.raw`(?<=(?<!\p{L})${messenger}\p{L}{0,4}\s?[:=–—-]\s?)[a-z][\w.]{3,}`,
  String.raw`(?<=(?<!\p{L})${messenger}\s)(?=[a-z]*[\d_])[a-z][\w.]{3,}`,
].map((source) => new RegExp(source, 'giu'))

const linksIn = (plain: string): Span[] =>
  links.flatMap((link) =>
    [...plain.matchAll(link)].map(({ 0: { length }, index }) => [index, index + length] as const),
  )

/** Digits with what people put between them; lines are never joined. */
const numbers = /\+?\d(?:[ .\-–—()/_,*]{0,3}\d)*/g
/** As dialled at home, with 8 or 998 before it, or Russian. */
const shortest = 9
const longest = 12

function phonesIn(plain: string): Span[] {
  // A letter o among digits stands for a zero: "9O 123 45 67".
  const digitsOnly = plain.replace(/(?<=\d[ .-]?)[oо](?=[ .-]?\d)/gi, '0')
  return [...digitsOnly.matchAll(numbers)].flatMap(({ 0: number, index }) => {
    const groups = [...number.matchAll(/\d+/g)].map((group) => ({
      digits: group[0],
      start: index + group.index,
      end: index + group.index + group[0].length,
    }))
    return phonesAmong(groups, number.startsWith('+') ? index : undefined)
  })
}

interface Group {
  digits: string
  start: number
  end: number
}

/** All that some neighbouring groups say together: "2021 90 1234567" holds "90 1234567". `plus` is where a + stands. */
function phonesAmong(groups: readonly Group[], plus: number | undefined): Span[] {
  const found: Span[] = []
  for (const [from, first] of groups.entries()) {
    let digits = ''
    for (const [offset, last] of groups.slice(from).entries()) {
      digits += last.digits
      if (digits.length > longest) break
      const parts = groups.slice(from, from + offset + 1)
      if (isPhone(digits, parts, from === 0 && plus !== undefined) || isLocal(parts))
        found.push([from === 0 ? (plus ?? first.start) : first.start, last.end])
    }
  }
  return found
}

function isPhone(digits: string, parts: readonly Group[], hasPlus: boolean) {
  if (digits.length < shortest || (!hasPlus && isSum(parts))) return false
  return (digits.length === shortest || /^(998|8|7|996|992)/.test(digits)) && parsePhone(digits) !== undefined
}

/** "900 000 000", "95000000": round, and parted by threes or not at all. */
const isSum = (parts: readonly Group[]) =>
  parts
    .map(({ digits }) => digits)
    .join('')
    .endsWith('00000') && parts.slice(1).every(({ digits }) => digits.length === 3)

/** A number of the town without its code: "229-45-67". */
const isLocal = (parts: readonly Group[]) => parts.map(({ digits }) => digits.length).join() === '3,2,2'

/** In order, those that touch or overlap made one. */
function merged(spans: Span[]): Span[] {
  const result: [number, number][] = []
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else result.push([start, end])
  }
  return result
}
