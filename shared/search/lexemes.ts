import { wordsOf } from '#shared/answers/fold.ts'

/**
 * A text as search sees it, in its order: words and numbers without script, case, apostrophes and punctuation. The same
 * is done to an ad when it is written and to a query when it is asked. Only `a`–`z` and digits remain.
 */
export const lexemesOf = (text: string): string[] =>
  wordsOf(text)
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')

/**
 * One thing a query asks for. An ad has it when it has all lexemes of at least one of the alternatives: "mashina" may be
 * `[['mashina'], ['avto'], ['avtomobil']]`, and a misspelt or half-typed word the words it may stand for.
 */
export type Term = readonly (readonly string[])[]
