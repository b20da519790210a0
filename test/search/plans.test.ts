import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import fc from 'fast-check'
import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { countByState, findAd, findLastPlace, findMyAds } from '#server/ads/queries.ts'
import { similarTo } from '#server/ads/similar.ts'
import type { Db } from '#server/db/client.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { findOwnIds, findSaved, findSavedIds, findSavers, isSaved } from '#server/favorites/queries.ts'
import { cursors } from '#server/search/cursor.ts'
import { countAds, findPage } from '#server/search/pages.ts'
import { suggest } from '#server/search/suggest.ts'
import { termsOf } from '#server/search/terms.ts'
import { lastTold, planDailyAlerts, takeAlerts } from '#server/searches/alerts.ts'
import { matchAd } from '#server/searches/match.ts'
import { findSame, findSearches } from '#server/searches/queries.ts'
import { sellerRoutes } from '#server/sellers/routes.ts'
import type { AdFilters } from '#shared/search/filters.ts'
import { createAds } from '../bench/search/ads.ts'
import { casesFor } from '../bench/search/cases.ts'
import { loadAds } from '../bench/search/load.ts'
import { createRandom } from '../bench/search/random.ts'
import { createSearches, loadSearches } from '../bench/search/searches.ts'
import { createWordCounts, loadWords } from '../bench/search/words.ts'
import { createTestDatabase } from '../db.ts'
import { filtersOf } from './arbitrary.ts'
import type { LiveAd } from './brute-force.ts'
import { expectEveryPage } from './every-page.ts'
import { createTelling, type Told } from './told-plans.ts'

const amount = 30_000
const searches = 1_000
const limit = 20
const channelId = 1
const board = createAds(amount)
const buyer = 10_000_001
const seller = 5

let database: Awaited<ReturnType<typeof createTestDatabase>>
let client: postgres.Sql
let telling: Awaited<ReturnType<typeof createTelling>>
let car: number

/** So much of everything that no plan can afford to look at all of it. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'), inject('template'))
  client = postgres(database.url, { max: 2, onnotice: () => {} })
  const counts = createWordCounts(board)
  await loadAds(client, counts.of(board.all()))
  await loadWords(client, counts)
  const db = drizzle(client) as unknown as Db
  const like = board.all().take(1000).toArray()
  car = like.find(({ categoryId }) => categoryId === 'transport.cars')?.id ?? 0
  await loadSearches(db, createSearches(searches, like, board))
  await client`insert into saved_searches (user_id, filters, mode, words, facets, numbers, anchors, version)
    select user_id + 1000 * n, filters, 'daily', words, facets, numbers, anchors, version
    from saved_searches, generate_series(1, 9) n`
  await client`insert into favorites (user_id, ad_id)
    select ${buyer}::bigint + n % 1000, 1 + n * 7 % ${amount} from generate_series(1, 40000) n on conflict do nothing`
  await client`insert into search_alerts (user_id, ad_id, mode, search_ids, told_at)
    select ${buyer}::bigint + n % 1000, 1 + n * 11 % ${amount}, case when n % 2 = 0 then 'instant' else 'daily' end,
      array[n], case when n % 50 > 1 then now() end
    from generate_series(1, 40000) n on conflict do nothing`
  await client`insert into channel_posts (ad_id, channel_id) select id, ${channelId} from ads`
  await client.unsafe('vacuum analyze')
  telling = await createTelling(database.url)
}, 600_000)
afterAll(async () => {
  await telling?.sql.end()
  await client?.end()
  await database?.drop()
})

interface Bounds {
  /** One of these indexes is read, whatever else. */
  by: RegExp
  /** Rows of the largest sort: a page, where nothing else is said. */
  sorted?: number
  looked?: number
}
/**
 * Of a window of the feed or of prices the matches are put in order; of the best match, a thousand, from windows of twice
 * as many.
 */
const list: Bounds = { by: /^ads_(?:search|feed|price|price_down)$/, sorted: 2000, looked: 5000 }
const small = /^(?:rates|board_settings|words_counted)$/

/** What is wrong with how it was done. */
const problems = ({ indexes, wholeTables, sorted, looked }: Told, { by, ...most }: Bounds): string[] => [
  ...[...wholeTables].filter((table) => !small.test(table)).map((table) => `reads all of ${table}`),
  ...([...indexes].some((index) => by.test(index)) ? [] : [`does not read by ${by}: ${[...indexes]}`]),
  ...(sorted > (most.sorted ?? 51) ? [`sorts ${sorted}`] : []),
  ...(looked > (most.looked ?? 500) ? [`looks at ${looked}`] : []),
]

describe('however many ads there are, by an index and looking at few is read', () => {
  const random = createRandom(5)
  it.each(casesFor(board.vocabulary))('$name', async ({ filters, count, depth }) => {
    const cursor = depth === undefined ? undefined : cursors.new.write([Math.round(amount * (1 - depth))])
    for (let round = 0; round < 2; round++) {
      const wanted = filters(random)
      const told = await telling.told((db) =>
        count ? countAds(db, wanted) : findPage(db, { filters: wanted, cursor, limit }),
      )
      expect(problems(told, list)).toEqual([])
    }
  })

  const word = board.vocabulary[900]?.forms[0] as string
  const common = board.vocabulary[3]?.forms[0] as string
  const jobs: Deps['jobs'] = { enqueue: async () => {}, enqueueAll: async () => {} }
  it.each<[string, (db: Db) => Promise<unknown>, Bounds]>([
    ['an ad', (db) => findAd(db, channelId, eq(ads.id, 777)), { by: /^ads_pkey$/ }],
    [
      'similar ads and prices to compare',
      (db) => similarTo(db, car),
      { by: /^ads_search$/, sorted: 400, looked: 12_000 },
    ],
    ['a known word', (db) => termsOf(db, `${common} 5`), { by: /^words_(?:pkey|prefix)$/ }],
    [
      'a misspelt word',
      (db) => termsOf(db, `${word}s 5`),
      { by: /^words_similar$/, sorted: 3000, looked: 3000 },
    ],
    [
      'how a word goes on',
      (db) => suggest(db, word.slice(0, 3)),
      { by: /^words_prefix$/, sorted: 1000, looked: 2000 },
    ],
    ['what a seller sells', (db) => page(sellerRoutes({ db } as Deps), `/${seller}`), { by: /^ads_seller$/ }],
    ['my ads', (db) => findMyAds(db, channelId, seller, {}), { by: /^ads_seller$/ }],
    [
      'my live ads, deep',
      (db) => findMyAds(db, channelId, seller, { state: 'active', before: 15_000 }),
      { by: /^ads_seller$/ },
    ],
    ['how many ads I have', (db) => countByState(db, seller), { by: /^ads_seller$/ }],
    ['where my last ad was', (db) => findLastPlace(db, seller), { by: /^ads_seller$/ }],
    ['saved ads', (db) => findSaved(db, buyer, undefined), { by: /^favorites_newest$/ }],
    ['saved ads, deep', (db) => findSaved(db, buyer, 20_000), { by: /^favorites_newest$/ }],
    ['hearts', (db) => findSavedIds(db, buyer), { by: /^favorites_newest$/ }],
    ['ads without a heart', (db) => findOwnIds(db, seller), { by: /^ads_seller$/ }],
    ['a heart', (db) => isSaved(db, buyer, 8), { by: /^favorites_/ }],
    ['who saved an ad', (db) => findSavers(db, 8), { by: /^favorites_ad$/ }],
    ['saved searches', (db) => findSearches(db, buyer), { by: /^saved_searches_same$/ }],
    ['the same search', (db) => findSame(db, buyer, { q: word }), { by: /^saved_searches_same$/ }],
    [
      'whose search a new ad fits',
      (db) => matchAd({ db, jobs }, { adId: car }),
      { by: /^saved_searches_anchors$/, sorted: 1000, looked: 3000 },
    ],
    ['when a person was last told', (db) => lastTold(db, buyer + 3), { by: /^search_alerts_(?:told|pkey)$/ }],
    [
      'what a person is to be told',
      (db) => takeAlerts(db, buyer + 50, 'instant'),
      { by: /^search_alerts_waiting$/ },
    ],
    [
      'who is to be told today',
      (db) => planDailyAlerts({ db, jobs }),
      { by: /^search_alerts_waiting$/, sorted: 1000, looked: 1000 },
    ],
  ])('%s', async (_, ask, bounds) => {
    expect(problems(await telling.told(ask), bounds)).toEqual([])
  })
})

const page = async (routes: { request(path: string): Response | Promise<Response> }, path: string) => {
  expect((await routes.request(path)).status).toBe(200)
}

it.each<[string, AdFilters]>([
  ['ads_search', { q: board.vocabulary[900]?.forms[0] as string }],
  ['ads_feed', {}],
])('without the index %s it would be noticed', async (index, filters) => {
  await telling.sql.unsafe(`begin; drop index ${index}`)
  try {
    const told = await telling.told((db) => findPage(db, { filters, limit }))
    expect(problems(told, list)).toContainEqual(expect.stringMatching(/^looks at/))
  } finally {
    await telling.sql.unsafe('rollback')
  }
})

it('every page of every list is as when each of many ads is looked at', async () => {
  const live: LiveAd[] = []
  for (const ad of board.all())
    live.push({ ...ad, lexemes: new Set(Object.values(ad.words).flatMap((words) => words.split(' '))) })
  const { length } = board.vocabulary
  const word = fc
    .integer({ min: 0, max: 1000 })
    .map((thousandths) => board.vocabulary[Math.floor(length ** (thousandths / 1000)) - 1]?.forms[0] ?? '')
  let found = 0
  await fc.assert(
    fc.asyncProperty(filtersOf(word), fc.integer({ min: 5, max: 50 }), async (filters: AdFilters, limit) => {
      if ((await expectEveryPage(drizzle(client) as unknown as Db, live, filters, limit)) > 0) found++
    }),
    { numRuns: 15, endOnFailure: true },
  )
  expect(found).toBeGreaterThan(5)
}, 240_000)
