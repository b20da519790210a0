/** What Russian and Uzbek Cyrillic sound like in the Latin letters that `fold` ends in. */
const latinOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'абвгдежзийклмнопрстуфхцыэўқғҳі'].map((letter, index) => [
      letter,
      'abvgdejziiklmnoprstufhsieokghi'.charAt(index),
    ]),
  ),
  ...{ ё: 'io', ч: 'ch', ш: 'sh', щ: 'sh', ю: 'iu', я: 'ia', ъ: '', ь: '' },
}

/** In this order: what several spellings have in common. `ck`, `c`, `q` and `k` are one letter, so are `x`, `kh`, `h`. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/['`´ʻʼ’‘ʽ]/g, ''],
  [/ph/g, 'f'],
  [/kh|x/g, 'h'],
  [/d?zh|dj/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)|q/g, 'k'],
  [/w/g, 'v'],
  [/y/g, 'i'],
  [/ts/g, 's'],
  [/ie/g, 'e'],
  [/(\p{L})\1+/gu, '$1'],
]

/**
 * A text as it sounds, blind to script, case, apostrophes and to the letters that are often taken for each other:
 * "Qoʻqon", "Кўкон" and "kokon" are one. Digits and punctuation stay. For comparing only, never for showing.
 */
export function fold(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase()
  const latin = lower.replace(/[а-яёўқғҳі]/g, (letter) => latinOf[letter] ?? '')
  return rules.reduce((folded, [pattern, letters]) => folded.replace(pattern, letters), latin)
}

/** The words and numbers of a folded text, without punctuation; "128gb" is two. */
export const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+|\d+/gu) ?? []

/** Words written together, as whole names are compared; two numbers stay two: "1–6 oylik" is not "16 oylik". */
export const joined = (words: readonly string[]): string =>
  words.reduce((key, word) => key + (/\d$/.test(key) && /^\d/.test(word) ? '-' : '') + word, '')

/** The words and numbers of a text written together: "128 ГБ" and "128gb" are one. */
export const keyOf = (text: string): string => joined(wordsOf(text))
