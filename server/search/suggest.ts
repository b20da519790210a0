import type { Db } from '#server/db/client.ts'
import { mend } from '#server/search/terms.ts'
import { findCompletions, findWords, type WordRow } from '#server/search/vocabulary.ts'
import { lexemesOf, soundsOf } from '#shared/search/lexemes.ts'
import { isIdle } from '#shared/search/synonyms.ts'
import { understand } from '#shared/search/understand.ts'

export interface Suggestion {
  /** The whole query, completed. */
  text: string
  /** Of a top category or a sub-category, where nearly all such ads are of one. */
  category?: string
}

const most = 8
const cyrillic = /[а-яёўқғҳ]/i
const lastWord = /[\p{L}\p{M}'`´ʻʼ’‘ʽ]+$/u

/**
 * How a query may go on: its last word completed by the words of live ads, the most frequent first, as people write
 * them in the script of the query; a misspelt word that begins none is mended.
 */
export async function suggest(db: Db, query: string): Promise<Suggestion[]> {
  const text = query.normalize('NFKC').replace(/\s+/g, ' ').trimStart()
  const typed = lastWord.exec(text)?.[0] ?? ''
  const beginning = soundsOf(typed.toLowerCase()).join('')
  if (beginning.length < 2) return []
  const head = text.slice(0, text.length - typed.length)
  const rows = await wordsFor(db, beginning, lexemesOf(typed)[0] ?? beginning)
  const script = cyrillic.test(typed) ? 'cyrillic' : 'latin'
  const found = new Map<string, Suggestion>()
  for (const row of rows) {
    if (found.size === most) break
    const form = row[script]
    if (!form || isIdle(row.word)) continue
    const whole = head + form
    const category = understand(whole).filters.category ?? (head === '' ? row.categoryId : null)
    // What is typed already says nothing new unless it says the category.
    if (whole !== text || category) found.set(whole, { text: whole, ...(category && { category }) })
  }
  return [...found.values()]
}

async function wordsFor(db: Db, beginning: string, word: string): Promise<WordRow[]> {
  const [own, longer] = await Promise.all([
    findWords(db, [...new Set([word, beginning])]),
    findCompletions(db, beginning, most * 2),
  ])
  const rows = [...new Map([...own, ...longer].map((row) => [row.word, row])).values()]
  if (rows.length > 0) return rows
  const mended = await mend(db, word, 0)
  const known = await findWords(db, mended)
  return known.sort((a, b) => mended.indexOf(a.word) - mended.indexOf(b.word))
}
