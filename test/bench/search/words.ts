import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { countNewWords } from '#server/search/count-words.ts'
import { suggest } from '#server/search/suggest.ts'
import { termsOf } from '#server/search/terms.ts'
import { lexemesOf } from '#shared/search/lexemes.ts'
import type { Ads, BenchAd } from './ads.ts'
import { figuresOf, row, timed } from './measure.ts'
import { misspelt } from './misspelt.ts'
import { createRandom } from './random.ts'
import type { Word } from './vocabulary.ts'

/** Counts words while ads go by, as the board's job does. */
export function createWordCounts({ vocabulary }: Ads) {
  const written = new Map(vocabulary.map((word) => [word.lexemes, word]))
  const counts = new Map<Word, number>()
  return {
    counts,
    *of(ads: Iterable<BenchAd>) {
      for (const ad of ads) {
        for (const lexeme of new Set(`${ad.words.title} ${ad.words.description}`.split(' '))) {
          const word = written.get(lexeme)
          if (word) counts.set(word, (counts.get(word) ?? 0) + 1)
        }
        yield ad
      }
    },
  }
}

/** Puts counted words where the board's job would have put them: those that are one lexeme of letters. */
export async function loadWords(
  sql: postgres.Sql,
  { counts }: Pick<ReturnType<typeof createWordCounts>, 'counts'>,
) {
  const rows = [...counts]
    .filter(([{ lexemes }]) => /^[a-z]{2,40}$/.test(lexemes))
    .map(([{ lexemes, forms }, ads]) => ({
      word: lexemes,
      ads,
      latin: forms.find((form) => /^[a-z]/.test(form)) ?? null,
      cyrillic: forms.find((form) => /^[а-яёўқғҳ]/.test(form)) ?? null,
    }))
  for (let at = 0; at < rows.length; at += 5000)
    await sql`insert into words ${sql(rows.slice(at, at + 5000))}`
  await sql`insert into words_counted (feed_seq) select max(feed_seq) from ads`
  await sql.unsafe('vacuum analyze words')
}

/** So many ads are counted anew. */
const recounted = 10_000

/**
 * What typed words stand for, each asked for the first time: known, misspelt and half-typed ones; how often the right
 * word is among what a misspelt one stands for; and how long the words of new ads take to be counted.
 */
export async function measureWords(
  sql: postgres.Sql,
  { vocabulary }: Ads,
  { rounds }: { rounds: number },
): Promise<string[]> {
  const dbOf = (logger?: { logQuery(query: string, params: unknown[]): void }) =>
    drizzle(sql, logger ? { logger } : {}) as unknown as Db
  const random = createRandom(5)
  const word = (least = 5) => {
    for (;;) {
      const typed = vocabulary[random.below(20_000)]?.forms[0] ?? ''
      if (typed.length >= least) return typed
    }
  }

  async function measure(name: string, type: () => string, ask: (db: Db, typed: string) => Promise<unknown>) {
    const asBoard: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      const typed = type()
      const sent: { query: string; params: unknown[] }[] = []
      await ask(dbOf({ logQuery: (query, params) => void sent.push({ query, params }) }), typed)
      const sendAgain = async () => {
        for (const { query, params } of sent) await sql.unsafe(query, params as never[], { prepare: true })
      }
      // What a word stands for is remembered with the connection: a new one remembers nothing.
      const turns = [() => timed(asBoard, () => ask(dbOf(), typed)), () => timed(bare, sendAgain)]
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
    }
    return row(name, figuresOf(asBoard), figuresOf(bare))
  }

  let right = 0
  for (let round = 0; round < rounds; round++) {
    const meant = word()
    const [term] = await termsOf(dbOf(), `${misspelt(random, meant)} 5`)
    if (term?.some(([lexeme]) => lexeme === lexemesOf(meant)[0])) right++
  }
  const lines = [
    await measure('known word, what it stands for', word, termsOf),
    await measure('misspelt word, what it stands for', () => misspelt(random, word()), termsOf),
    await measure('suggestions, three letters', () => word().slice(0, 3), suggest),
    await measure('suggestions, misspelt', () => misspelt(random, word()), suggest),
    `the right word is among what a misspelt one stands for: ${((right / rounds) * 100).toFixed(0)} %`,
  ]
  const counting: number[] = []
  await sql`update words_counted set feed_seq = greatest(feed_seq - ${recounted}, 0)`
  await timed(counting, () => countNewWords({ db: dbOf() } as Deps))
  return [...lines, `words of ${recounted} new ads counted: ${((counting[0] ?? 0) / 1000).toFixed(1)} s`]
}
