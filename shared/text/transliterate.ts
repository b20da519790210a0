import { irregularWords, latinWords } from '#shared/text/transliterate-words.ts'

// Rules: "Oʻzbek tilining asosiy imlo qoidalari" (Cabinet resolution 339 of 24 August 1995).

const apostrophes = "'`´ʻʼ’‘ʽ"
const anyApostrophe = new RegExp(`[${apostrophes}]`, 'gu')

/** What is no Uzbek word: places, tags, entities, addresses, names of people and commands, A52s, 5G. */
const untouched = [
  /\{[^{}]*\}/,
  /<\/?[a-z][^<>]*>/,
  /&#?\w+;/,
  /(?:https?:\/\/|tg:\/\/|www\.|t\.me\/)\S+/,
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /(?<![\p{L}\d])[@#/][a-z]\w*/,
  /\b[\w-]+\.(?:uz|com|ru|org|net|me)\b(?:\/\S*)?/,
  /\b[a-z]{1,6}-?\d[\da-z]*/,
  /\b\d+[A-Z]{1,2}(?![\p{L}])/,
]
  .map((pattern) => pattern.source.replaceAll('[a-z]', '[a-zA-Z]').replaceAll('a-z]', 'a-zA-Z]'))
  .join('|')
const latinToken = new RegExp(
  `(${untouched})|\\p{Script=Latin}(?:\\p{Script=Latin}|[${apostrophes}](?=\\p{Script=Latin})|(?<=[oOgG])[${apostrophes}]|ʼ)*`,
  'gu',
)

/** Everything that may follow a stem of `irregularWords`; keeps `rulon` from being read as `rul`. */
const suffixes =
  /^(?:lar|ning|ni|ga|ka|qa|dagi|dan|da|gacha|cha|lik|li|siz|chi|dosh|dek|day|mi|dir|imiz|ingiz|miz|ngiz|im|ing|si|i|m|ng)+$/u

const pairs: Readonly<Record<string, string>> = {
  yoʻ: 'йў',
  oʻ: 'ў',
  gʻ: 'ғ',
  sʼh: 'сҳ',
  sh: 'ш',
  ch: 'ч',
  yo: 'ё',
  yu: 'ю',
  ya: 'я',
}
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abdefghijklmnopqrstuvxyzʼ'].map((letter, index) => [letter, 'абдефгҳижклмнопқрстувхйзъ'[index] ?? '']),
)
const unit = /yoʻ|oʻ|gʻ|sʼh|sh|ch|ts|ye|yo|yu|ya|./gu
const vowel = /[aeiouʻ]$/
/** A verb's or noun's own t before -sa, -sin, -siz: ketsa, oʻtsin, uyatsiz. */
const nativeTs = /^s(?:a(?:m|ng|ngiz|k|lar)?|in(?:lar)?|iz(?:lar|lik)?)$/

/**
 * Uzbek Latin → Cyrillic, with any of the apostrophes people type. Places in braces, tags, addresses, @names,
 * names that stay Latin (`latinWords`) and words with c or w, which Uzbek does not have, are left as they are.
 */
export const toCyrillic = (latin: string): string =>
  latin.replace(latinToken, (word, skip: string | undefined) => (skip === undefined ? wordToCyrillic(word) : skip))

function wordToCyrillic(word: string) {
  const canonical = word
    .replace(/([oOgG])[^\p{Script=Latin}]/gu, '$1ʻ')
    .replace(anyApostrophe, (mark) => (mark === 'ʻ' ? mark : 'ʼ'))
  const lower = canonical.toLowerCase()
  const kept = stemOf(lower, (stem) => latinWords.has(stem))
  if (kept) return word.slice(0, kept.length) + lettersToCyrillic(lower.slice(kept.length), true)
  const irregular = stemOf(lower, (stem) => Object.hasOwn(irregularWords, stem))
  if (irregular) {
    const rest = lower.slice(irregular.length)
    const stem = irregularWords[irregular] ?? ''
    return inCaseOf(word, (rest ? stem.replace(/ь$/, '') : stem) + lettersToCyrillic(rest, true))
  }
  if (/c(?!h)|w|[^a-zʻʼ]/.test(lower)) return word
  return lettersToCyrillic(canonical, false)
}

/** The longest beginning of the word that is known and followed by nothing or by suffixes. */
function stemOf(word: string, known: (stem: string) => boolean) {
  for (let end = word.length; end > 1; end--) {
    const rest = word.slice(end)
    if (known(word.slice(0, end)) && (rest === '' || suffixes.test(rest))) return word.slice(0, end)
  }
  return undefined
}

function lettersToCyrillic(word: string, continues: boolean) {
  const lower = word.toLowerCase()
  const allCapitals = word.length > 1 && word === word.toUpperCase()
  return lower.replace(unit, (sound, at: number) => {
    const before = lower.slice(0, at)
    const cyrillic = soundToCyrillic(sound, before, lower.slice(at + 1), before === '' && !continues)
    const first = word[at] ?? ''
    if (first === first.toLowerCase() && first !== first.toUpperCase()) return cyrillic
    if (allCapitals) return cyrillic.toUpperCase()
    return first === first.toLowerCase() ? cyrillic : (cyrillic[0] ?? '').toUpperCase() + cyrillic.slice(1)
  })
}

function soundToCyrillic(sound: string, before: string, rest: string, atStart: boolean) {
  if (sound === 'e') return atStart || vowel.test(before) ? 'э' : 'е'
  if (sound === 'ye') return atStart || vowel.test(before) ? 'е' : before.endsWith('ʼ') || before.endsWith('y') ? 'е' : 'ье'
  if (sound === 'ts') return nativeTs.test(rest) || (!atStart && !vowel.test(before)) ? 'тс' : 'ц'
  return pairs[sound] ?? letters[sound] ?? sound
}

const inCaseOf = (model: string, text: string) =>
  model.length > 1 && model === model.toUpperCase()
    ? text.toUpperCase()
    : model[0] === model[0]?.toUpperCase()
      ? (text[0] ?? '').toUpperCase() + text.slice(1)
      : text

const latinOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(letters).map(([latin, cyrillic]) => [cyrillic, latin])),
  ...{ в: 'v', ў: 'oʻ', ғ: 'gʻ', ш: 'sh', щ: 'sh', ч: 'ch', ё: 'yo', ю: 'yu', я: 'ya', э: 'e', ы: 'i', ь: '' },
}
const cyrillicVowel = /[аеёиоуўэюяыъь]$/

/** Uzbek Cyrillic → Latin with ʻ (U+02BB) in oʻ and gʻ and ʼ (U+02BC) for ъ; everything else is left as it is. */
export const toLatin = (cyrillic: string): string => cyrillic.replace(/\p{Script=Cyrillic}+/gu, wordToLatin)

function wordToLatin(word: string) {
  const lower = word.toLowerCase()
  const byRule = lettersToLatin(lower)
  const stem = stemOf(byRule, (candidate) => irregularLatin.has(candidate))
  return inCaseOf(word, stem ? irregularLatin.get(stem) + byRule.slice(stem.length) : byRule)
}
