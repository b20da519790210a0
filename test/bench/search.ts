/**
 * `npm run bench [-- --ads 50000 --searches 5000 --rounds 30]`: how long lists, searches and counts take among a million
 * live ads, what typed words stand for and how they go on, and matching a new ad with 100,000 saved searches, in the
 * embedded PostgreSQL. Each is asked once to be warm, then as the board does it, up to the JSON of its answer, and as its
 * bare SQL through the driver, prepared, in turns: machines differ and are shared, ratios less.
 */
import { parseArgs } from 'node:util'
import { createAds } from './search/ads.ts'
import { casesFor } from './search/cases.ts'
import { startBenchDatabase } from './search/database.ts'
import { measureList } from './search/lists.ts'
import { loadAds } from './search/load.ts'
import { measureMatching } from './search/matching.ts'
import { header } from './search/measure.ts'
import { createWordCounts, loadWords, measureWords } from './search/words.ts'

const { values } = parseArgs({
  options: {
    ads: { type: 'string', default: '1000000' },
    searches: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '100' },
  },
})
const size = { ads: Number(values.ads), searches: Number(values.searches), rounds: Number(values.rounds) }
const say = (line: string) => process.stdout.write(`${line}\n`)
const started = performance.now()
const seconds = () => `${((performance.now() - started) / 1000).toFixed(0)} s`

const { sql, db, stop } = await startBenchDatabase()
try {
  const board = createAds(size.ads)
  const counts = createWordCounts(board)
  await loadAds(sql, counts.of(board.all()))
  await loadWords(sql, counts)
  const [sizes] = await sql`
    select pg_size_pretty(pg_relation_size('ads')) as heap, pg_size_pretty(pg_relation_size('ads_search')) as search,
      pg_size_pretty(pg_indexes_size('ads')) as indexes`
  say(`${size.ads} live ads, loaded in ${seconds()}: ${JSON.stringify(sizes)}\n`)
  say(header)
  for (const one of casesFor(board.vocabulary)) say(await measureList(sql, one, size))
  for (const line of await measureWords(sql, board, size)) say(line)
  for (const line of await measureMatching(db, board, size)) say(line)
  say(`\n${seconds()} in all`)
} finally {
  await stop()
}
