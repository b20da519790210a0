import { lexemesOf, type Term } from '#shared/search/lexemes.ts'
import { idleWords, synonymGroups } from '#shared/search/synonym-groups.ts'

const phrasesOf = (list: string) => list.split(',').map((phrase) => lexemesOf(phrase))
const keyOf = (lexemes: readonly string[]) => lexemes.join(' ')
const unique = (phrases: readonly (readonly string[])[]): Term => [
  ...new Map(phrases.map((phrase) => [keyOf(phrase), phrase])).values(),
]

/** Lexemes of a phrase → all phrases that mean the same, itself among them. */
export const synonyms: ReadonlyMap<string, Term> = new Map(
  synonymGroups.flatMap((group) => {
    const phrases = unique(phrasesOf(group))
    return phrases.map((phrase) => [keyOf(phrase), phrases] as const)
  }),
)

/** Lexemes that stand alone in a group: words that are known although no ad may say them. */
export const synonymLexemes: ReadonlySet<string> = new Set(
  [...synonyms.keys()].filter((key) => !key.includes(' ')),
)

const longest = Math.max(...[...synonyms.keys()].map((key) => key.split(' ').length))

/** The longest phrase of a group that begins at a place of a query, and what means the same. */
export function synonymsAt(
  lexemes: readonly string[],
  at: number,
): { length: number; term: Term } | undefined {
  for (let length = Math.min(longest, lexemes.length - at); length > 0; length--) {
    const term = synonyms.get(keyOf(lexemes.slice(at, at + length)))
    if (term) return { length, term }
  }
  return undefined
}

const idle = new Set(phrasesOf(idleWords).map(keyOf))

/** Whether a lexeme says nothing of what is wanted. */
export const isIdle = (lexeme: string): boolean => idle.has(lexeme)
