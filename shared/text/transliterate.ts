import { irregularWords, latinWords } from '#shared/text/transliterate-words.ts'

// Rules: "Oʻzbek tilining asosiy imlo qoidalari", Cabinet of Ministers resolution 339 of 24 August 1995.

const apostrophe = "['`´ʻʼ’‘ʽ]"

/** What is no Uzbek word: places, tags, entities, addresses, @names, #tags, /commands, A52s, 5G. */
const untouched = [
  /\{[^{}]*\}/,
  /<\/?[a-zA-Z][^<>]*>/,
  /&#?\w+;/,
  /(?:https?:\/\/|tg:\/\/|www\.|t\.me\/)\S+/,
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  /[\w-]+\.(?:uz|com|ru|org|net|me)(?![\p{L}\d])(?:\/\S*)?/u,
  /[a-zA-Z]{1,6}\d[\da-zA-Z]*/,
  /\d+[A-Z]{1,2}(?!\p{L})/u,
]
const letter = '\\p{Script=Latin}'
const soft = `[oOgG]${apostrophe}`
/** Groups: what is untouched; an @name, #tag or /command, if it does not follow a word. Lookbehind would stop iOS 16.3. */
const latinToken = new RegExp(
  `(${untouched.map((pattern) => pattern.source).join('|')})|([@#/][a-zA-Z]\\w*)|` +
    `(?:${soft}|${letter})(?:${soft}|${letter}|${apostrophe}(?=${letter})|ʼ)*`,
  'gu',
)
const endsInWord = /[\p{L}\d]$/u

/** Whatever may follow a known stem; keeps `rulon` from being read as `rul`. */
const suffixes =
  /^(?:lar|ning|ni|ga|ka|qa|dagi|dan|da|gacha|cha|lik|li|siz|chi|dosh|dek|day|mi|dir|imiz|ingiz|miz|ngiz|im|ing|si|i|m|ng)+$/

const cyrillicOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'abdefghijklmnopqrstuvxyzʼ'].map((latin, index) => [
      latin,
      'абдефгҳижклмнопқрстувхйзъ'.charAt(index),
    ]),
  ),
  ...{ yoʻ: 'йў', oʻ: 'ў', gʻ: 'ғ', sʼh: 'сҳ', sh: 'ш', ch: 'ч', yo: 'ё', yu: 'ю', ya: 'я' },
}
const latinSound = /yoʻ|oʻ|gʻ|sʼh|sh|ch|ts|ye|yo|yu|ya|./gu
const afterVowel = /(?:[aeiou]|oʻ)$/
/** A stem's own t before -sa, -sin, -siz: ketsa, oʻtsin, uyatsiz. */
const nativeTs = /^s(?:a(?:m|ng|ngiz|k|lar)?|in(?:lar)?|iz(?:lar|lik)?)$/

/**
 * Uzbek Latin → Cyrillic, with any of the apostrophes people type. Places in braces, tags, addresses, @names,
 * names that stay Latin (`latinWords`) and words with c or w, which Uzbek does not have, are left as they are.
 */
export const toCyrillic = (latin: string): string =>
  latin.replace(
    latinToken,
    (token: string, skipped: string | undefined, mark: string | undefined, at: number) => {
      if (skipped !== undefined) return skipped
      if (mark === undefined) return wordToCyrillic(token)
      return endsInWord.test(latin.slice(0, at)) ? mark.charAt(0) + toCyrillic(mark.slice(1)) : mark
    },
  )

function wordToCyrillic(typed: string) {
  const word = typed.replace(new RegExp(apostrophe, 'g'), 'ʼ').replace(/([oOgG])ʼ/g, '$1ʻ')
  const lower = word.toLowerCase()
  const name = stemOf(lower, (stem) => latinWords.has(stem))
  if (name) return word.slice(0, name.length) + lettersToCyrillic(word.slice(name.length), name)
  const stem = stemOf(lower, (candidate) => Object.hasOwn(irregularWords, candidate))
  if (stem) {
    const irregular = irregularWords[stem] ?? ''
    if (stem === lower) return inCaseOf(word, irregular)
    return inCaseOf(word, irregular.replace(/ь$/, '') + lettersToCyrillic(lower.slice(stem.length), stem))
  }
  return /c(?!h)|w|[^a-zʻʼ]/.test(lower) ? typed : lettersToCyrillic(word)
}

/** The longest beginning of the word that is known and followed by nothing or by suffixes. */
function stemOf(word: string, known: (stem: string) => boolean) {
  for (let end = word.length; end > 1; end--) {
    const stem = word.slice(0, end)
    if (known(stem) && (end === word.length || suffixes.test(word.slice(end)))) return stem
  }
  return undefined
}

function lettersToCyrillic(word: string, stem = '') {
  const lower = word.toLowerCase()
  const casing = casingOf(word)
  return lower.replace(latinSound, (sound, at: number) =>
    casing(at, soundToCyrillic(sound, stem + lower.slice(0, at), lower.slice(at + 1))),
  )
}

function soundToCyrillic(sound: string, before: string, rest: string) {
  const opens = before === '' || afterVowel.test(before)
  if (sound === 'e') return opens ? 'э' : 'е'
  if (sound === 'ye') return opens || /[yʼ]$/.test(before) ? 'е' : 'ье'
  if (sound === 'ts') return opens && !nativeTs.test(rest) ? 'ц' : 'тс'
  return cyrillicOf[sound] ?? sound
}

/** Gives what stands for the letter at a place the case of that letter: Sh → Ш, Ё → Yo, in capitals ШОҲ → SHOH. */
function casingOf(word: string) {
  const capitals = /\p{L}.*\p{Lu}/u.test(word) && word === word.toUpperCase()
  return (at: number, text: string) => {
    if (!/\p{Lu}/u.test(word.charAt(at))) return capitals ? text.toUpperCase() : text
    return capitals ? text.toUpperCase() : text.charAt(0).toUpperCase() + text.slice(1)
  }
}

const inCaseOf = (word: string, text: string) =>
  word === word.toUpperCase() ? text.toUpperCase() : casingOf(word)(0, text)

const latinOf: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(cyrillicOf).map(([latin, cyrillic]) => [cyrillic, latin])),
  ...{ щ: 'sh', э: 'e', ы: 'i', ь: '', ьо: 'yo' },
}
const cyrillicSound = /йў|сҳ|ьо|./gu

/** Uzbek Cyrillic → Latin with ʻ (U+02BB) in oʻ and gʻ and ʼ (U+02BC) for ъ; everything else is left as it is. */
export const toLatin = (cyrillic: string): string => cyrillic.replace(/\p{Script=Cyrillic}+/gu, wordToLatin)

function wordToLatin(word: string) {
  const latin = lettersToLatin(word)
  const stem = stemOf(latin.toLowerCase(), (candidate) => irregularLatin.has(candidate))
  return stem ? inCaseOf(word, irregularLatin.get(stem) + latin.toLowerCase().slice(stem.length)) : latin
}

function lettersToLatin(word: string) {
  const lower = word.toLowerCase()
  const casing = casingOf(word)
  return lower.replace(cyrillicSound, (sound, at: number) =>
    casing(at, soundToLatin(sound, lower.slice(0, at), lower.charAt(at + 1))),
  )
}

function soundToLatin(sound: string, before: string, next: string) {
  if (sound === 'е') return before === '' || /[аеёиоуўэюяыъь]$/.test(before) ? 'ye' : 'e'
  if (sound === 'ц') return /[аеёиоуўэюяы]$/.test(before) ? 'ts' : 's'
  if (sound === 'ъ') return /[еёюя]/.test(next) && !/[аеёиоуўэюя]$/.test(before) ? '' : 'ʼ'
  return latinOf[sound] ?? sound
}

/** What the rules make of an irregular word's Cyrillic → its Latin spelling: sentyabr → sentabr. */
const irregularLatin: ReadonlyMap<string, string> = new Map(
  Object.entries(irregularWords)
    .map(([latin, cyrillic]) => [lettersToLatin(cyrillic), latin] as const)
    .filter(([byRule, latin]) => byRule !== latin),
)
