import type { Db } from '#server/db/client.ts'
import {
  findCompletions,
  findSimilar,
  findWords,
  isTaught,
  similarTaught,
} from '#server/search/vocabulary.ts'
import { distance, slips } from '#shared/answers/distance.ts'
import { lexemesOf, soundsOf, type Term, typedWords } from '#shared/search/lexemes.ts'
import { isIdle, synonyms, synonymsAt } from '#shared/search/synonyms.ts'

/** A half-typed word stands for so many. */
const mostCompletions = 12
/** A misspelt one for so many, out of so many that look like it. */
const mostMended = 3
const mostSimilar = 40
/** A word in so few ads may be somebody's slip, if another is so many times more frequent. */
const few = 3
const timesMore = 20
/** A half-typed word that is a word too also stands for what is so many times more frequent. */
const timesLonger = 10
/** Words of a query that are looked at; the rest is left out. */
const mostWords = 12

/**
 * What a typed query asks for: each word with what means the same, what its last word may be the beginning of, and what
 * a word that nobody wrote may be a slip of. Words that say nothing ("sotiladi") are left out unless there are no others.
 */
export async function termsOf(db: Db, text: string): Promise<Term[]> {
  const all = lexemesOf(text)
  const telling = all.filter((lexeme) => !isIdle(lexeme))
  const lexemes = (telling.length > 0 ? telling : all).slice(0, mostWords)
  const beginning = beginningOf(text, lexemes.at(-1))
  const terms: Promise<Term>[] = []
  for (let at = 0; at < lexemes.length; ) {
    const meant = synonymsAt(lexemes, at)
    const lexeme = lexemes[at] ?? ''
    at += meant?.length ?? 1
    terms.push(
      meant
        ? Promise.resolve(meant.term)
        : resolve(db, lexeme, at === lexemes.length ? beginning : undefined),
    )
  }
  return Promise.all(terms)
}

/** The last word as far as it is typed, if it is a word of the query at all. */
function beginningOf(text: string, last: string | undefined): string | undefined {
  const typed = typedWords(text).at(-1) ?? ''
  const [sounds] = soundsOf(typed).slice(-1)
  return sounds && last && lexemesOf(typed).at(-1) === last ? sounds : undefined
}

interface Remembered {
  readonly term: Promise<Term>
  readonly until: number
}
const remembered = new WeakMap<Db, Map<string, Remembered>>()
const mostRemembered = 5_000
const freshFor = 60_000

/** What one word stands for; remembered for a minute, for many people type the same. */
function resolve(db: Db, word: string, beginning: string | undefined): Promise<Term> {
  if (!/^[a-z]{2,}$/.test(word)) return Promise.resolve([[word]])
  const terms = remembered.get(db) ?? new Map<string, Remembered>()
  remembered.set(db, terms)
  const key = `${word} ${beginning ?? ''}`
  const known = terms.get(key)
  if (known && known.until > Date.now()) return known.term
  if (terms.size >= mostRemembered) terms.clear()
  const term = lookUp(db, word, beginning)
  terms.set(key, { term, until: Date.now() + freshFor })
  term.catch(() => terms.delete(key))
  return term
}

async function lookUp(db: Db, word: string, beginning: string | undefined): Promise<Term> {
  const [spelt, completions] = await Promise.all([
    findWords(db, [word, ...variantsOf(word)]),
    beginning ? findCompletions(db, beginning, mostCompletions) : [],
  ])
  const ads = spelt.find((row) => row.word === word)?.ads ?? 0
  const known = ads > 0 || isTaught(word)
  const longer = completions.filter((row) => !known || row.ads >= Math.max(ads, 1) * timesLonger)
  const mended = known && ads >= few ? [] : await mend(db, word, known ? Math.max(ads, 1) * timesMore : 0)
  const found = spelt.length + longer.length > 0
  // What is half typed is no slip, unless hardly anything begins so.
  const meant = known || !found || sum(longer) < few ? mended : []
  return distinct([
    [word],
    ...spelt.map((row) => [row.word]),
    ...longer.map((row) => [row.word]),
    ...meant.flatMap((one) => synonyms.get(one) ?? [[one]]),
  ])
}

const sum = (rows: readonly { ads: number }[]) => rows.reduce((total, { ads }) => total + ads, 0)
const distinct = (term: Term): Term => [...new Map(term.map((one) => [one.join(' '), one])).values()]

/** The words that a misspelt one may be, by the fewest slips and then by how many ads have them. */
export async function mend(db: Db, word: string, least: number): Promise<string[]> {
  if (word.length < 4) return []
  const near = [
    ...(await findSimilar(db, word, mostSimilar)).filter(({ ads }) => ads >= least),
    ...(least === 0 ? similarTaught(word).map((taught) => ({ word: taught, ads: 0 })) : []),
  ]
  return near
    .filter((row) => row.word !== word && slips(word, row.word) !== undefined)
    .map((row) => ({ ...row, slips: distance(word, row.word) }))
    .sort((a, b) => a.slips - b.slips || b.ads - a.ads)
    .map((row) => row.word)
    .filter((one, at, all) => all.indexOf(one) === at)
    .slice(0, mostMended)
}

/** Who has no ў on the keyboard types у, and who hears it types o: the word with one or all of them exchanged. */
function variantsOf(word: string): string[] {
  if (word.length < 4) return []
  const places = [...word].flatMap((letter, at) => (letter === 'o' || letter === 'u' ? [at] : []))
  const exchanged = (at: readonly number[]) =>
    [...word].map((letter, place) => (at.includes(place) ? (letter === 'o' ? 'u' : 'o') : letter)).join('')
  return places.length > 3 ? [] : [...places.map((at) => exchanged([at])), exchanged(places)]
}
