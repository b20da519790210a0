import { fold } from '#shared/answers/fold.ts'
import type { WordKind } from '#shared/moderation/hints.ts'
import { readingsOf, type Token } from '#shared/moderation/tokens.ts'

/** Something in a text to be aware of, as it stands there. */
export interface Finding {
  of: WordKind
  quote: string
}

/**
 * Phrases by what they are about. Words of a phrase stand next to each other; `*` stands for any letters of a word; a
 * spelling in one script stands for all. What ordinary ads say ("karta orqali", "yetkazib berish") is not here.
 */
export const phrases: Readonly<Record<Exclude<WordKind, 'link' | 'listed'>, readonly string[]>> = {
  prepayment: [
    'oldindan toʻlov*',
    'oldindan toʻla*',
    'oldindan pul*',
    'avval toʻlov*',
    'avval toʻla*',
    'avval pul*',
    'pulni oldin*',
    'pulni avval*',
    'pul oldin*',
    'toʻlov oldin*',
    'kartaga tashla*',
    'kartaga oʻtkaz*',
    'kartaga pul*',
    'kartaga jonat*',
    'kartaga yubor*',
    'plastikka tashla*',
    'plastikka pul*',
    'zakalat*',
    'zaklat*',
    'предоплат*',
    'задаток',
    'задатка',
    'задатком',
    'оплата вперед*',
    'оплата вперёд*',
    'деньги вперед*',
    'деньги вперёд*',
    'сначала деньги',
    'сначала оплат*',
    'переведите на карт*',
    'перевести на карт*',
    'перевод на карт*',
    'скиньте на карт*',
    'кинуть на карт*',
    'деньги на карт*',
    'оплата на карт*',
    'prepay*',
    'pay first',
    'payment in advance',
  ],
  card: [
    'karta raqam*',
    'kartangiz*',
    'karta kod*',
    'karta parol*',
    'sms kod*',
    'smsdagi kod*',
    'smsda kelgan*',
    'kelgan kod*',
    'kodni ayt*',
    'kodni yubor*',
    'номер карт*',
    'номер вашей карт*',
    'данные карт*',
    'код из смс',
    'код смс',
    'смс код*',
    'код из sms',
    'пин код*',
    'срок действия карт*',
    'cvv*',
    'cvc*',
    'card number',
    'sms code',
  ],
  delivery: [
    'havolani bos*',
    'havola orqali toʻla*',
    'havola orqali yetkaz*',
    'havola yubor*',
    'silka tashla*',
    'silkani bos*',
    'ssilka tashla*',
    'ssilkani bos*',
    'ссылке оплат*',
    'ссылку оплат*',
    'ссылку на доставк*',
    'ссылка на доставк*',
    'ссылке доставк*',
    'перейдите по ссылк*',
    'пройдите по ссылк*',
    'оформите доставк*',
    'безопасная сделка',
    'безопасную сделк*',
    'xavfsiz toʻlov havola*',
    'click the link',
    'follow the link',
  ],
}

/** A word before or after a phrase that turns it round; so does the ending of "toʻlovsiz". */
const denials = new Set(
  [
    'без',
    'нет',
    'не надо',
    'не нужна',
    'нужна не',
    'bez',
    'yoʻq',
    'kerakmas',
    'emas',
    'shartmas',
    'soʻralmaydi',
    'olinmaydi',
    'olmayman',
    'olmaymiz',
    'soramayman',
    'siz',
    'no',
    'without',
  ].flatMap((word) => fold(word).split(' ')),
)

interface Phrase {
  of: WordKind
  /** Each as the pieces between its `*`. */
  words: readonly (readonly string[])[]
  /** All words written together: for those that are torn apart or glued; empty where `*` stands within a word. */
  joined: string
  open: boolean
}

const pieceOf = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

const phraseOf = (of: WordKind, written: string): Phrase => {
  const words = written
    .split(/[\s-]+/)
    .map((word) => word.split(/\*+/).map(pieceOf))
    .filter((pieces) => pieces.some(Boolean))
  const isWhole = words.every(([, ...rest]) => rest.every((piece) => piece === ''))
  return { of, words, joined: isWhole ? words.flat().join('') : '', open: words.at(-1)?.at(-1) === '' }
}

/** A word that admins have listed also counts with endings, unless it is so short that it begins many others. */
const listedPhrase = (word: string) =>
  phraseOf('listed', word.includes('*') || word.length < 5 ? word : `${word}*`)

const listedPhrases = new WeakMap<readonly string[], readonly Phrase[]>()
/** Made once for a list, which may be long. */
function phrasesOfList(listed: readonly string[]): readonly Phrase[] {
  const made = listedPhrases.get(listed) ?? listed.map(listedPhrase).filter(({ words }) => words.length > 0)
  listedPhrases.set(listed, made)
  return made
}

/** Whether a word has a pattern's pieces, with anything between them: one pass that never turns back. */
function fits([first = '', ...rest]: readonly string[], word: string): boolean {
  const last = rest.pop()
  if (last === undefined) return word === first
  if (!word.startsWith(first)) return false
  let at = first.length
  for (const piece of rest) {
    const found = word.indexOf(piece, at)
    if (found < 0) return false
    at = found + piece.length
  }
  return word.length - at >= last.length && word.endsWith(last)
}

const known = Object.entries(phrases).flatMap(([of, list]) =>
  list.map((text) => phraseOf(of as WordKind, text)),
)

/** A word torn apart is looked for only when it is so long that two ordinary words do not make it by chance. */
const leastTorn = 8

/** Where a phrase that begins with this token ends; undefined when it does not begin here. */
function endOf(phrase: Phrase, tokens: readonly Token[], from: number): number | undefined {
  const plain = phrase.words.every((pieces, index) => {
    const word = tokens[from + index]?.folded
    return word !== undefined && fits(pieces, word)
  })
  if (plain) return from + phrase.words.length - 1
  if (phrase.joined.length < leastTorn) return undefined
  let together = ''
  for (let to = from; to < tokens.length && together.length < phrase.joined.length; to++) {
    together += tokens[to]?.folded ?? ''
    if (together === phrase.joined) return to
    // Glued or torn, its end may go on as the phrase's last word may.
    if (phrase.open && together.startsWith(phrase.joined) && to - from < phrase.words.length + 2) return to
    if (!phrase.joined.startsWith(together)) return undefined
  }
  return undefined
}

function isDenied({ words }: Phrase, tokens: readonly Token[], from: number, to: number): boolean {
  const around = [tokens[from - 1], tokens[to + 1], tokens[to + 2]]
  return (
    around.some((token) => token !== undefined && denials.has(token.folded)) ||
    tokens[to]?.folded === `${words.at(-1)?.[0]}siz`
  )
}

function find(text: string, tokens: readonly Token[], wanted: readonly Phrase[]): Finding[] {
  return wanted.flatMap((phrase) => {
    for (let from = 0; from < tokens.length; from++) {
      const to = endOf(phrase, tokens, from)
      if (to === undefined || (phrase.of !== 'listed' && isDenied(phrase, tokens, from, to))) continue
      return [{ of: phrase.of, quote: text.slice(tokens[from]?.start, tokens[to]?.end) }]
    }
    return []
  })
}

/** Where a link leads; spaces and words in place of its points do not hide it. */
const point = String.raw`\s?(?:\.|\(dot\)|\[dot\]|\(точка\)|\(nuqta\))\s?`
const domain = new RegExp(
  String.raw`(?<![\p{L}\p{N}@._-])(?:https?:\/\/)?((?:[a-z0-9-]+${point}){1,4}(?:uz|ru|com|net|org|info|io|kz|kg|tj|biz|shop|online|site|xyz|top|club|cc|me|link|click|live|store|pw|website|space|fun))(?![\p{L}\p{N}])(\/\S*)?`,
  'giu',
)
const names = /(^|[^\p{L}\p{N}._%+-])@[a-z]\w{4,}/giu
/** Names that swindlers' addresses borrow. */
const borrowed =
  /olx|uzum|pochta|uzpost|\bbts|fargo|dostavk|delivery|yetkaz|payme|click|uzcard|humo|oplata|tolov/i
const genuine =
  /^(www\.)?(olx\.uz|uzum\.uz|payme\.uz|click\.uz|pochta\.uz|uz\.post|bts\.uz|humocard\.uz|uzcard\.uz)$/i

function links(text: string): Finding[] {
  const found = [...text.matchAll(domain)].map(([quote, host = '']): Finding => {
    const name = host
      .toLowerCase()
      .replace(/\s|\(dot\)|\[dot\]|\(точка\)|\(nuqta\)/g, (part) => (part.trim() ? '.' : ''))
    return { of: borrowed.test(name) && !genuine.test(name) ? 'delivery' : 'link', quote: quote.trim() }
  })
  return [
    ...found,
    ...[...text.matchAll(names)].map(([quote]): Finding => ({ of: 'link', quote: quote.trim() })),
  ]
}

const shown = 80

/**
 * What a text says that swindlers say, and which of the `listed` words it has, in any script, spelled around with
 * spaces, points, digits and look-alike letters. Each kind and quote once.
 */
export function suspicions(text: string, listed: readonly string[] = []): Finding[] {
  const wanted = [...known, ...phrasesOfList(listed)]
  const found = [...readingsOf(text).flatMap((tokens) => find(text, tokens, wanted)), ...links(text)]
  const kinds = new Map<string, Finding>()
  for (const finding of found) {
    const quote = finding.quote.replace(/\s+/g, ' ').slice(0, shown)
    const key = finding.of === 'listed' || finding.of === 'link' ? `${finding.of} ${fold(quote)}` : finding.of
    if (!kinds.has(key)) kinds.set(key, { of: finding.of, quote })
  }
  return [...kinds.values()]
}
