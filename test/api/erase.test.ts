import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { syncPost } from '#server/channel/sync.ts'
import { adHints, ads, audit, drafts, photos, telegramUpdates, users } from '#server/db/schema.ts'
import { prepareAd } from '#server/moderation/prepare.ts'
import { findQueue } from '#server/moderation/queries.ts'
import { eraseMe, finishErasing } from '#server/users/erase.ts'
import { photoPath } from '#shared/photos/files.ts'
import { plough } from '../ads.ts'
import { type BotWorld, startBotWorld } from '../bot/world.ts'
import { people } from '../people.ts'

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  for (const person of [people.karimjon, people.dilnoza]) await world.say(person, '/start')
})
afterAll(() => world?.stop())

const seller = people.karimjon
const inChannel = async () => (await world.messages(world.deps.config.telegram.channelId)).length
const row = async () => (await world.db.select().from(users).where(eq(users.id, seller)))[0]

/** A live ad with a photo and a post, one that waits, and a draft; all of one person who can be told apart. */
async function somebody() {
  const live = await world.liveAd({ contactPhone: '+998901234567', mahalla: 'Navbahor' })
  await syncPost(world.deps, { adId: live, channelId: world.deps.config.telegram.channelId })
  const pending = await world.ad({ description: 'Meniki' })
  await world.db.insert(drafts).values({ userId: seller, data: plough }).onConflictDoNothing()
  await world.db.update(users).set({ phone: '+998901234567' }).where(eq(users.id, seller))
  const [photo] = await world.db.select().from(photos).where(eq(photos.adId, live))
  world.jobs.length = 0
  return { live, pending, photoId: photo?.id as string }
}
/** Does what the queue was asked for. */
async function work() {
  for (const { data } of world.taken('channel.sync')) await syncPost(world.deps, data)
  for (const { data } of world.taken('users.erase')) await finishErasing(world.deps, data)
}

describe('whoever wants to be forgotten', () => {
  it('is told what goes, and nothing of theirs is left but an audit that names nobody', async () => {
    const { live, photoId } = await somebody()
    await world.db.insert(telegramUpdates).values({
      updateId: 1,
      payload: { message: { from: { id: seller }, text: 'Raqamim 901234567' } },
      doneAt: new Date(),
    })
    const before = await inChannel()
    expect(await eraseMe(world.deps, seller)).toEqual({ ads: 2, photos: 1, posts: 1 })

    const words = JSON.stringify([
      await world.db.select().from(ads).where(eq(ads.sellerId, seller)),
      await row(),
      await world.db.select().from(audit),
      await world.db.select().from(drafts),
    ])
    for (const word of ['998901234567', 'Karimjon', 'karimjon', 'Navbahor', 'Meniki', 'Cobalt'])
      expect(words).not.toContain(word)

    await work()
    expect(await inChannel()).toBe(before - 1)
    expect(await world.db.select().from(ads).where(eq(ads.sellerId, seller))).toEqual([])
    expect(await world.db.select().from(photos)).toEqual([])
    expect(await world.deps.storage.head(photoPath(photoId, 800))).toBeUndefined()
    expect(await world.db.select().from(telegramUpdates)).toEqual([])
    expect(await row()).toBeUndefined()
    const kept = await world.db.select().from(audit).where(eq(audit.adId, live))
    expect(kept.map(({ action }) => action)).toEqual(['approved', 'erased'])
    expect(kept.map(({ actorId }) => actorId)).not.toContain(seller)
  })

  it('is forgotten to the end though storage and the channel fail in the middle', async () => {
    const { photoId } = await somebody()
    await eraseMe(world.deps, seller)
    const [erasing] = world.taken('users.erase')
    const data = erasing?.data as NonNullable<typeof erasing>['data']
    const broken = { ...world.deps.storage, delete: () => Promise.reject(new Error('storage is away')) }
    await expect(finishErasing({ ...world.deps, storage: broken }, data)).rejects.toThrow('storage is away')
    expect(await world.db.select().from(photos)).toHaveLength(1)

    // The post still stands, so its ad stays, without a word in it, and is looked after again.
    await finishErasing(world.deps, data)
    expect(await world.deps.storage.head(photoPath(photoId, 800))).toBeUndefined()
    expect(await world.db.select().from(ads).where(eq(ads.sellerId, seller))).toHaveLength(1)
    expect(world.jobs.filter(({ name }) => name === 'users.erase')).toMatchObject([{ data, delay: 10 }])

    await work()
    await finishErasing(world.deps, data)
    expect(await row()).toBeUndefined()
  })

  it('is looked after ever more seldom while a post stands in a channel that lets nobody in', async () => {
    await somebody()
    await eraseMe(world.deps, seller)
    const [erasing] = world.taken('users.erase')
    const data = erasing?.data as NonNullable<typeof erasing>['data']
    for (const [hours, delay] of [
      [1, 3600],
      [24, 6 * 3600],
    ] as const) {
      const before = new Date(Date.parse(data.before) - hours * 3_600_000)
      // Made and removed as long ago as that.
      await world.db.update(ads).set({ createdAt: before })
      await finishErasing(world.deps, { ...data, before: before.toISOString() })
      const [again] = world.taken('users.erase')
      expect(Math.round((again?.delay ?? 0) / 60)).toBe(delay / 60)
    }
    await work()
    await finishErasing(world.deps, data)
    await world.db.delete(photos)
    await world.db.delete(ads)
    await world.db.delete(users)
  })

  it('and comes back meanwhile keeps what is new', async () => {
    await somebody()
    await eraseMe(world.deps, seller)
    await world.db.update(users).set({ firstName: 'Karim' }).where(eq(users.id, seller))
    const fresh = await world.ad({ title: 'Yangi' })
    await world.photo(fresh, 0, '#3c3')
    await work()
    expect((await world.db.select().from(ads)).map(({ title }) => title)).toEqual(['Yangi'])
    expect(await world.db.select().from(photos)).toHaveLength(1)
    expect((await row())?.firstName).toBe('Karim')
    await world.db.delete(photos)
    await world.db.delete(ads)
  })

  it('is named no more in what was found in the ads of others', async () => {
    const description =
      'Bir qoʻlda haydalgan, kraska toza, yurgani 87 ming, ayirboshlash ham boʻladi, hujjatlari joyida.'
    await somebody()
    const like = await world.ad({ title: 'Karimning Kobalti', description })
    await prepareAd(world.deps, { adId: like, revision: 1 })
    await world.db.insert(users).values({ id: people.dilnoza, firstName: 'Dilnoza' }).onConflictDoNothing()
    const hers = await world.ad({ sellerId: people.dilnoza, title: 'Oq mashina', description })
    await prepareAd(world.deps, { adId: hers, revision: 1 })
    const shown = async () => {
      const [row] = await findQueue(world.db, world.deps, people.muhabbat, eq(ads.id, hers))
      return row?.hints?.filter(({ kind }) => kind === 'same_text')
    }
    expect(await shown()).toMatchObject([{ kind: 'same_text', adId: like, title: 'Karimning Kobalti' }])
    await eraseMe(world.deps, seller)
    expect(JSON.stringify(await world.db.select().from(adHints))).not.toContain('Karim')
    expect(await shown()).toMatchObject([{ kind: 'same_text', adId: like, title: '' }])
    await work()
    await world.db.delete(ads)
    await world.db.delete(users)
  })

  it('does not escape a ban by it', async () => {
    await somebody()
    await world.db.update(users).set({ bannedAt: sql`now()` }).where(eq(users.id, seller))
    await eraseMe(world.deps, seller)
    await work()
    expect(await row()).toMatchObject({ firstName: '', phone: null, bannedAt: expect.any(Date) })
    await world.db.delete(users).where(eq(users.id, seller))
  })

  it('leaves everybody else as they are', async () => {
    await somebody()
    await world.db.insert(users).values({ id: people.dilnoza, firstName: 'Dilnoza' })
    const hers = await world.ad({ sellerId: people.dilnoza, title: 'Dilnozaniki' })
    await eraseMe(world.deps, seller)
    await work()
    expect((await world.db.select().from(ads)).map(({ id }) => id)).toEqual([hers])
    expect((await world.db.select().from(users)).map(({ firstName }) => firstName)).toEqual(['Dilnoza'])
  })
})
