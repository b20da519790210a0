import { drizzle } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { recountWords } from '#server/search/count-words.ts'
import { suggest } from '#server/search/suggest.ts'
import { termsOf } from '#server/search/terms.ts'
import { lexemesOf } from '#shared/search/lexemes.ts'
import type { Ads } from './ads.ts'
import { figuresOf, row, timed } from './measure.ts'
import { createRandom, type Random } from './random.ts'

/**
 * What typed words stand for, each asked for the first time: known, misspelt and half-typed ones; how often the right
 * word is among what a misspelt one stands for; and how long the words of all live ads take to be counted.
 */
export async function measureWords(
  sql: postgres.Sql,
  { vocabulary }: Ads,
  rounds: number,
): Promise<string[]> {
  const dbOf = (logger?: { logQuery(query: string, params: unknown[]): void }) =>
    drizzle(sql, logger ? { logger } : {}) as unknown as Db
  const counting: number[] = []
  await timed(counting, () => recountWords({ db: dbOf() } as Deps))
  await sql`analyze words`
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
  return [
    await measure('known word, what it stands for', word, termsOf),
    await measure('misspelt word, what it stands for', () => misspelt(random, word()), termsOf),
    await measure('suggestions, three letters', () => word().slice(0, 3), suggest),
    await measure('suggestions, misspelt', () => misspelt(random, word()), suggest),
    `the right word is among what a misspelt one stands for: ${((right / rounds) * 100).toFixed(0)} %`,
    `words of all live ads counted anew: ${((counting[0] ?? 0) / 1000).toFixed(1)} s`,
  ]
}

/** A letter missed, doubled, exchanged with the next or taken for another, never the first. */
function misspelt(random: Random, word: string): string {
  const at = 1 + random.below(word.length - 2)
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)]
  return random.one([
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + random.one([...'aeioutdnrk']) + after,
  ])
}
