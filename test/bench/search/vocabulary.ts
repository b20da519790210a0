import { lexemesOf } from '#shared/search/lexemes.ts'
import { toCyrillic } from '#shared/text/transliterate.ts'
import { createRandom, type Random } from './random.ts'

/** A word as it is written, in one or two scripts, and as it is searched. */
export interface Word {
  forms: readonly string[]
  lexemes: string
}

const latin = {
  starts: [
    'b',
    'd',
    'f',
    'g',
    'h',
    'j',
    'k',
    'l',
    'm',
    'n',
    'p',
    'q',
    'r',
    's',
    't',
    'v',
    'x',
    'sh',
    'ch',
    'gʻ',
  ],
  vowels: ['a', 'a', 'a', 'i', 'i', 'o', 'oʻ', 'u', 'e'],
  ends: ['', '', '', 'n', 'r', 'l', 'm', 'q', 'sh', 't', 'z'],
}
const russian = {
  starts: [
    'б',
    'в',
    'г',
    'д',
    'ж',
    'з',
    'к',
    'л',
    'м',
    'н',
    'п',
    'р',
    'с',
    'т',
    'ф',
    'х',
    'ц',
    'ч',
    'ш',
    'ст',
    'пр',
  ],
  vowels: ['а', 'о', 'е', 'и', 'у', 'я', 'ы', 'ю'],
  ends: ['', '', '', 'н', 'р', 'л', 'й', 'ть', 'к', 'с'],
}

/** Made-up words, the commonest first: Uzbek ones in both scripts, each third one Russian. */
export function createVocabulary(size: number): readonly Word[] {
  const random = createRandom(1)
  const words: Word[] = []
  const known = new Set<string>()
  while (words.length < size) {
    const isRussian = words.length % 3 === 2
    const word = spell(random, isRussian ? russian : latin)
    const lexemes = lexemesOf(word).join(' ')
    if (known.has(lexemes)) continue
    known.add(lexemes)
    words.push({ forms: isRussian ? [word] : [word, word, toCyrillic(word)], lexemes })
  }
  return words
}

function spell(random: Random, { starts, vowels, ends }: typeof latin) {
  let word = ''
  for (let syllables = 1 + random.below(4); syllables > 0; syllables--)
    word += random.one(starts) + random.one(vowels) + random.one(ends)
  return word
}
