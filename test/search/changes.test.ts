import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  changePrice,
  confirmAd,
  expireAds,
  markSold,
  ownAsItIs,
  removeAd,
  renewAd,
} from '#server/ads/verbs.ts'
import { ads, rates } from '#server/db/schema.ts'
import { draftFromAd } from '#server/drafts/verbs.ts'
import { AppError } from '#server/errors.ts'
import type { Draft } from '#shared/ads/schema.ts'
import type { Price } from '#shared/money/money.ts'
import { filtersOf } from './arbitrary.ts'
import { expectEveryPage } from './every-page.ts'
import { type SearchWorld, startSearchWorld } from './world.ts'

let world: SearchWorld
beforeAll(async () => {
  world = await startSearchWorld()
  // Ads lie far apart in the feed, as they do when most of those once published are gone.
  await world.client`alter sequence feed_seq increment by 41`
  await world.fill(fc.sample(draft, { numRuns: 600, seed: 7 }))
}, 120_000)
afterAll(() => world.stop())

const words = [
  'Kobalt',
  'Кобальт',
  'oq',
  'оқ',
  'traktor',
  'Трактор',
  'haydash',
  'hovli',
  '4',
  'arzon',
  'yangi',
  'qora',
]
const districts = ['andijon.asaka', 'andijon.andijon-sh', 'fargona.qoqon-sh', 'namangan.pop']

const sum = fc
  .tuple(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 0, max: 6 }))
  .map(([n, zeros]) => n * 10 ** zeros)
const price: fc.Arbitrary<Price> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('fixed', 'negotiable'),
      amount: sum,
      currency: fc.constantFrom('UZS', 'USD'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('negotiable' as const, 'free' as const)
      .map((kind) => ({ kind, amount: null, currency: null })),
  },
)
const about: fc.Arbitrary<Pick<Draft, 'categoryId' | 'attributes'>> = fc.oneof(
  fc.record({
    categoryId: fc.constant('services.machines'),
    attributes: fc.record({
      kind: fc.constantFrom('plough', 'harvest', 'crane'),
      pricePer: fc.constantFrom('hour', 'sotix'),
      machine: fc.constantFrom('MTZ-80', 'T-40'),
    }),
  }),
  fc.record({
    categoryId: fc.constant('transport.cars'),
    attributes: fc.record({
      make: fc.constant('chevrolet'),
      model: fc.constantFrom('chevrolet-cobalt', 'chevrolet-spark'),
      year: fc.integer({ min: 2008, max: 2025 }),
      mileage: fc.integer({ min: 0, max: 200_000 }),
      credit: fc.boolean(),
    }),
  }),
)
const text = (most: number) =>
  fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: most }).map((all) => all.join(' '))
const draft: fc.Arbitrary<Draft> = fc
  .record({ about, price, title: text(4), description: text(8), districtId: fc.constantFrom(...districts) })
  .map(({ about, price: { kind, amount, currency }, ...rest }) => ({
    ...about,
    ...rest,
    attributes: about.attributes ?? {},
    price: { kind, currency: currency ?? 'UZS', ...(amount !== null && { amount }) },
    contact: { name: 'Karimjon', telegram: true },
    photoIds: [],
  }))

/** Even, unlike `fc.double`, which likes the ends. */
const share = fc.integer({ min: 0, max: 999 }).map((thousandths) => thousandths / 1000)
type Change = (world: SearchWorld, adId: number) => Promise<unknown>
const own = (world: SearchWorld, adId: number) => ownAsItIs(world.db, world.sellerId, adId)
const changes: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 4,
    arbitrary: draft.map(
      (draft): Change =>
        async (world) =>
          world.approve(await world.submit(draft)),
    ),
  },
  {
    weight: 1,
    arbitrary: draft.map(
      (draft): Change =>
        (world) =>
          world.submit(draft),
    ),
  },
  {
    weight: 2,
    arbitrary: draft.chain((draft) =>
      fc.boolean().map(
        (approved): Change =>
          async (world, adId) => {
            await draftFromAd(world.deps, world.sellerId, adId)
            await world.submit(draft)
            if (approved) await world.approve(adId)
          },
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: price.map(
      (price): Change =>
        async (world, adId) =>
          changePrice(world.deps, await own(world, adId), price),
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(markSold, removeAd, renewAd, renewAd, confirmAd).map(
      (verb): Change =>
        async (world, adId) =>
          verb(world.deps, await own(world, adId)),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Change>(async (world, adId) => {
      await world.db.update(ads).set({ expiresAt: sql`now() - interval '1 second'` }).where(eq(ads.id, adId))
      await expireAds(world.deps)
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 110_000, max: 140_000 }).map(
      (tenths): Change =>
        (world) =>
          world.db
            .insert(rates)
            .values({ date: '2099-01-01', uzsPerUsd: tenths / 10 })
            .onConflictDoUpdate({ target: rates.date, set: { uzsPerUsd: tenths / 10 } }),
    ),
  },
)

it('every page of every list is as when each live ad is looked at, whatever happens to ads and to the rate', async () => {
  const query = fc.tuple(
    filtersOf(fc.constantFrom(...words), { categories: ['services.machines', 'transport.cars'], districts }),
    fc.integer({ min: 1, max: 40 }),
  )
  const step = fc.record({ change: changes, which: share })
  let found = 0
  let lists = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 8, maxLength: 20, size: 'max' }),
      fc.array(query, { minLength: 10, maxLength: 14, size: 'max' }),
      async (steps, queries) => {
        for (const { change, which } of steps) {
          // The newest are changed the most, as on a real board.
          const ids = await world.ids()
          const adId = ids[Math.floor(ids.length * (1 - which ** 3))] ?? ids.at(-1) ?? 0
          await change(world, adId).catch((error) => {
            if (!(error instanceof AppError)) throw error
          })
        }
        const live = await world.live()
        for (const [filters, limit] of queries) {
          lists++
          if ((await expectEveryPage(world.db, live, filters, limit)) > 0) found++
        }
      },
    ),
    { numRuns: 15, endOnFailure: true },
  )
  expect(found).toBeGreaterThan(lists / 3)
}, 240_000)

it('what is sold, raised or comes in while pages are turned makes no ad come twice, and hides none that stayed', async () => {
  const query = fc.record({
    q: fc.constantFrom(undefined, 'kobalt', 'traktor'),
    sort: fc.constantFrom('new', 'best', 'cheap', 'dear'),
  })
  await fc.assert(
    fc.asyncProperty(query, fc.array(share, { minLength: 3, maxLength: 6 }), async ({ q, sort }, raised) => {
      const filters = { sort, ...(q && { q }) } as const
      const before = await world.idsOf(filters)
      const touched = new Set<number>()
      const read: number[] = []
      let cursor: string | undefined
      for (;;) {
        const { rows, nextCursor } = await world.page(filters, cursor, 23)
        read.push(...rows)
        if (!nextCursor) break
        cursor = nextCursor
        const which = raised.shift()
        if (which === undefined) continue
        const adId = before[Math.floor(before.length * which)] as number
        if (touched.has(adId)) continue
        touched.add(adId)
        await markSold(world.deps, await own(world, adId))
        if (which < 0.5) await renewAd(world.deps, await own(world, adId))
      }
      const stayed = (ids: number[]) => ids.filter((id) => !touched.has(id))
      expect(stayed(read)).toEqual(stayed(before))
      // One raised after it was seen may come again by a new place only where the order is by price.
      expect(new Set(read).size).toBe(read.length)
    }),
    { numRuns: 12, endOnFailure: true },
  )
}, 240_000)
