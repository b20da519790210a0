/**
 * `npm run bench [-- ads rounds searches]`: how long lists, searches and counts take among a million live ads, what
 * typed words stand for and how they go on, and matching a new ad with 100,000 saved searches (or as many as said), in
 * the embedded PostgreSQL. Each is asked once to be warm, then as the board does it, up to the JSON of its answer, and as
 * its bare SQL through the driver, prepared, in turns: machines differ and are shared, ratios less.
 */
import { drizzle } from 'drizzle-orm/postgres-js'
import { listAds } from '#server/ads/feed.ts'
import type { Db } from '#server/db/client.ts'
import { cursors } from '#server/search/cursor.ts'
import { countAds } from '#server/search/pages.ts'
import { createAds } from './search/ads.ts'
import { type Case, casesFor } from './search/cases.ts'
import { startBenchDatabase } from './search/database.ts'
import { loadAds } from './search/load.ts'
import { measureMatching } from './search/matching.ts'
import { figuresOf, header, row, timed } from './search/measure.ts'
import { createRandom } from './search/random.ts'
import { measureWords } from './search/words.ts'

const [ads = 1_000_000, rounds = 100, searches = 100_000] = process.argv.slice(2).map(Number)
const limit = 20
const say = (line: string) => process.stdout.write(`${line}\n`)

const started = performance.now()
const database = await startBenchDatabase()
try {
  const board = createAds(ads)
  const { vocabulary, all } = board
  await loadAds(database.sql, all())
  const [size] = await database.sql`
    select pg_size_pretty(pg_relation_size('ads')) as heap, pg_size_pretty(pg_relation_size('ads_search')) as search,
      pg_size_pretty(pg_indexes_size('ads')) as indexes`
  say(`${ads} live ads in ${((performance.now() - started) / 1000).toFixed(0)} s: ${JSON.stringify(size)}\n`)

  // The statements the board sends are written down, to be sent again without it.
  let sent: { query: string; params: unknown[] }[] = []
  const logger = { logQuery: (query: string, params: unknown[]) => void sent.push({ query, params }) }
  const db = drizzle(database.sql, { logger }) as unknown as Db

  say(header)
  for (const one of casesFor(vocabulary)) await measure(one)
  for (const line of await measureWords(database.sql, board, rounds)) say(line)
  for (const line of await measureMatching(database.db, board, { ads, searches, rounds })) say(line)

  async function measure({ name, filters, depth, count }: Case) {
    const random = createRandom(3)
    const asBoard: number[] = []
    const bare: number[] = []
    for (let round = 0; round < rounds; round++) {
      const wanted = filters(random)
      const cursor = depth === undefined ? undefined : placeInFeed(depth)
      const answer = async () =>
        JSON.stringify(await (count ? countAds(db, wanted) : listAds(db, { filters: wanted, cursor, limit })))
      sent = []
      await answer()
      const statements = sent
      const sendAgain = async () => {
        for (const { query, params } of statements)
          await database.sql.unsafe(query, params as never[], { prepare: true })
      }
      const turns = [() => timed(asBoard, answer), () => timed(bare, sendAgain)]
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn()
    }
    say(row(name, figuresOf(asBoard), figuresOf(bare)))
  }

  /** The cursor of a page that has this share of the feed before it. */
  function placeInFeed(depth: number) {
    return cursors.new.write([Math.round(ads * (1 - depth))])
  }
} finally {
  await database.stop()
}
