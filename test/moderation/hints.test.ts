import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { adHints, ads, photos, users } from '#server/db/schema.ts'
import { nearBands } from '#server/moderation/near.ts'
import { prepareAd } from '#server/moderation/prepare.ts'
import { hintsShown } from '#server/moderation/queries.ts'
import type { HintKind } from '#shared/moderation/hints.ts'
import { type BotWorld, startBotWorld } from '../bot/world.ts'
import { people } from '../people.ts'

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  for (const id of [people.karimjon, people.dilnoza, people.ivan, 6001, 6002])
    await world.db
      .insert(users)
      .values({ id, firstName: 'Sotuvchi', createdAt: new Date('2026-01-01') })
      .onConflictDoNothing()
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.db.delete(ads)
  world.jobs.length = 0
})

/** What was found in a waiting ad. */
async function hintsOf(adId: number) {
  await prepareAd(world.deps, { adId, revision: 1 })
  const where = eq(adHints.adId, adId)
  const [row] = await world.db.select({ hints: hintsShown }).from(adHints).where(where)
  return row?.hints ?? []
}
const kindsOf = async (adId: number): Promise<HintKind[]> => (await hintsOf(adId)).map(({ kind }) => kind)

const pattern = (seed: number) =>
  Array.from({ length: 64 }, (_, bit) => ((bit * 7 + seed * 13) % 5 < 2 ? '1' : '0')).join('')
const flip = (phash: string, bits: readonly number[]) =>
  [...phash].map((bit, at) => (bits.includes(at) ? (bit === '1' ? '0' : '1') : bit)).join('')
async function photoOf(adId: number, phash: string) {
  const id = await world.photo(adId, 0, '#c33')
  await world.db.update(photos).set({ phash }).where(eq(photos.id, id))
  return id
}

it('an ordinary ad has none, and the moderators are told of it', async () => {
  const adId = await world.ad()
  expect(await hintsOf(adId)).toEqual([])
  expect(world.taken('moderation.announce')).toMatchObject([{ data: { adId, revision: 1 } }])
})

describe('a photo', () => {
  test.each([0, 1, 4, 8])('that differs in %s of 64 bits is the same', async (differing) => {
    const phash = pattern(1)
    const known = await world.ad({ state: 'active', sellerId: people.dilnoza, title: 'Qizil mashina' })
    const other = await photoOf(known, phash)
    const adId = await world.ad({ description: 'Mutlaqo boshqa soʻzlar bilan yozilgan eʼlon.' })
    // Spread so that no piece of the hash is left whole where eight differ.
    const bits = Array.from({ length: differing }, (_, n) => n * 8)
    const mine = await photoOf(adId, flip(phash, bits))
    expect(await hintsOf(adId)).toEqual([
      {
        kind: 'same_photo',
        photoId: mine,
        otherPhotoId: other,
        adId: known,
        title: 'Qizil mashina',
        own: false,
      },
    ])
  })

  it('that differs more, or is of one colour, is another', async () => {
    const known = await world.ad({ state: 'active', sellerId: people.dilnoza, description: 'Boshqa' })
    await photoOf(known, pattern(1))
    await photoOf(known, '0'.repeat(64))
    const adId = await world.ad()
    await photoOf(adId, flip(pattern(1), [0, 5, 10, 15, 20, 25, 30, 35, 40]))
    await photoOf(adId, `${'0'.repeat(62)}11`)
    expect(await kindsOf(adId)).toEqual([])
  })

  it('of the seller’s own ad counts while that one is open', async () => {
    const own = await world.ad({ state: 'active', description: 'Boshqa', title: 'Gentra' })
    await photoOf(own, pattern(2))
    const adId = await world.ad()
    await photoOf(adId, pattern(2))
    expect(await hintsOf(adId)).toMatchObject([{ kind: 'same_photo', own: true, adId: own }])
    await world.db.update(ads).set({ state: 'sold' }).where(eq(ads.id, own))
    expect(await kindsOf(adId)).toEqual([])
  })

  it('is found by an index: neighbours of each of four pieces, each once', () => {
    const bands = nearBands(pattern(3))
    expect(new Set(bands).size).toBe(4 * (1 + 16 + 120))
  })
})

describe('a text', () => {
  const description =
    'Bir qoʻlda haydalgan, kraska toza, yurgani 87 ming, ayirboshlash ham boʻladi, hujjatlari joyida, oila mashinasi.'

  it('that another wrote before, even in the other script, is told with how much is the same', async () => {
    const known = await world.ad({ state: 'active', sellerId: people.dilnoza, description })
    await prepareAd(world.deps, { adId: known, revision: 1 })
    await world.db.update(ads).set({ state: 'pending' }).where(eq(ads.id, known))
    await prepareAd(world.deps, { adId: known, revision: 1 })
    const adId = await world.ad({
      title: 'Кобальт 2021',
      description:
        'Бир қўлда ҳайдалган, краска тоза, юргани 87 минг, айирбошлаш ҳам бўлади, ҳужжатлари жойида, оила машинаси.',
    })
    const [hint] = await hintsOf(adId)
    expect(hint).toMatchObject({ kind: 'same_text', adId: known, own: false })
    expect(hint && 'percent' in hint && hint.percent).toBeGreaterThan(80)
  })

  it('of few words is like many and says nothing', async () => {
    const known = await world.ad({ sellerId: people.dilnoza, title: 'Sigir sotiladi', description: 'Sogʻin' })
    await prepareAd(world.deps, { adId: known, revision: 1 })
    expect(await kindsOf(await world.ad({ title: 'Sigir sotiladi', description: 'Sogʻin' }))).toEqual([])
  })

  it('of one’s own that is open is told', async () => {
    const first = await world.ad({ description })
    const again = await world.ad({ description })
    expect(await hintsOf(again)).toMatchObject([{ kind: 'same_text', adId: first, own: true, percent: 100 }])
  })
})

describe('a phone', () => {
  const contactPhone = '+998901112233'

  it('with which another account has an ad of the same kind is told', async () => {
    const known = await world.ad({
      sellerId: people.dilnoza,
      contactPhone,
      description: 'Boshqa',
      title: 'Boshqasi',
    })
    const adId = await world.ad({ contactPhone })
    expect(await hintsOf(adId)).toEqual([{ kind: 'same_phone', adId: known, title: 'Boshqasi', own: false }])
  })

  it('of many accounts is told', async () => {
    for (const sellerId of [people.dilnoza, people.ivan, 6001])
      await world.ad({
        sellerId,
        contactPhone,
        state: 'sold',
        categoryId: 'services.machines',
        attributes: {},
      })
    expect(await hintsOf(await world.ad({ contactPhone }))).toEqual([{ kind: 'many_accounts', accounts: 3 }])
  })

  it('of a banned person is told, also when it stands in the text', async () => {
    await world.db
      .update(users)
      .set({ bannedAt: new Date(), phone: '+998935556677' })
      .where(eq(users.id, 6002))
    await world.ad({ sellerId: 6002, contactPhone, state: 'removed' })
    expect(await hintsOf(await world.ad({ contactPhone }))).toContainEqual({
      kind: 'banned_phone',
      phone: contactPhone,
    })
    const written = await world.ad({ description: 'Tel: 93-555 66 77, Anvar' })
    expect(await hintsOf(written)).toContainEqual({ kind: 'banned_phone', phone: '+998935556677' })
  })
})

describe('a price', () => {
  const soms = (priceAmount: number) => ({ priceAmount, priceCurrency: 'UZS' as const })
  const peers = async (count: number) => {
    for (let n = 0; n < count; n++)
      await world.ad({
        sellerId: people.dilnoza,
        state: 'active',
        title: `Mashina ${n}`,
        description: `${n}`,
        ...soms(100_000_000 + n * 1_000_000),
      })
  }

  it('three times below or above the middle of similar ads is told with that middle', async () => {
    await peers(9)
    expect(await hintsOf(await world.ad({ ...soms(20_000_000) }))).toEqual([
      { kind: 'price', low: true, median: 104_000_000, count: 9 },
    ])
    expect(
      await hintsOf(await world.ad({ ...soms(900_000_000), title: 'Qimmat', description: 'q' })),
    ).toContainEqual({
      kind: 'price',
      low: false,
      median: 104_000_000,
      count: 9,
    })
    expect(await kindsOf(await world.ad({ ...soms(60_000_000), title: 'Oddiy', description: 'x' }))).toEqual(
      [],
    )
  })

  it('is not judged by a few, nor by things of another kind', async () => {
    await peers(7)
    expect(await kindsOf(await world.ad({ ...soms(1_000_000) }))).toEqual([])
    await peers(5)
    const other = { make: 'chevrolet', model: 'chevrolet-damas', year: 2010, mileage: 1 }
    expect(
      await kindsOf(
        await world.ad({ ...soms(1_000_000), attributes: other, title: 'Damas', description: 'd' }),
      ),
    ).toEqual([])
  })
})

it('somebody new is told as such until something of theirs was live', async () => {
  const id = 7001
  await world.db.insert(users).values({ id, firstName: 'Yangi' }).onConflictDoNothing()
  expect(await hintsOf(await world.ad({ sellerId: id, description: 'Birinchi' }))).toEqual([
    { kind: 'new_account', days: 0 },
  ])
  await world.ad({ sellerId: id, description: 'Ikkinchi', state: 'active', publishedAt: new Date() })
  expect(
    await kindsOf(await world.ad({ sellerId: id, description: 'Uchinchi', title: 'Uchinchisi' })),
  ).toEqual([])
})

it('an ad that was edited is looked through as it is now', async () => {
  const adId = await world.ad({ description: 'Oldindan toʻlov' })
  expect(await kindsOf(adId)).toEqual(['words'])
  await world.db.update(ads).set({ description: 'Keyin toʻlaysiz', revision: 3 }).where(eq(ads.id, adId))
  expect(await kindsOf(adId)).toEqual([])
  const [row] = await world.db.select().from(adHints).where(eq(adHints.adId, adId))
  expect(row).toMatchObject({ revision: 3, language: 'uz' })
})
