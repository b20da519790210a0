import { eq, inArray } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { markSold } from '#server/ads/verbs.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { syncPost } from '#server/channel/sync.ts'
import { postNext } from '#server/channel/turn.ts'
import { listPosts, retryPosts } from '#server/channels/posts.ts'
import { ads, channelPosts, channels } from '#server/db/schema.ts'
import { people } from '../people.ts'
import { deedsIn } from './deeds.ts'
import { type ChannelWorld, startChannelWorld } from './world.ts'

const cars = -1001000000004

let world: ChannelWorld
beforeAll(async () => {
  world = await startChannelWorld()
  await world.db.insert(channels).values({ id: cars, title: 'Vodiy Bozor – Avto', locale: 'ru' })
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.refresh()
  // An album is some work for a slow machine too.
  world.deps.telegram = createTelegram(world.deps.config)
  // What one test leaves waiting is none of the next one's.
  await world.db.delete(channelPosts)
  const calm = { gap: 0, quietFrom: null, quietTo: null, nextAt: null, categories: [], regions: [] }
  const plain = { ...calm, style: 'picture', signature: '', standing: 'fine' } as const
  await world.db.update(channels).set({ ...plain, enabled: true })
  await world.db.update(channels).set({ enabled: false }).where(eq(channels.id, cars))
})

const { set, rows, rowIn, postsIn, work, approve, newAd } = deedsIn(() => world)

describe('with two channels', () => {
  test('an ad goes into each that takes its category and region', async () => {
    await set(cars, { enabled: true, categories: ['transport.cars'], regions: ['andijon'] })
    const car = await newAd()
    const distant = await newAd({ regionId: 'fargona', districtId: 'fargona.qoqon' })
    const phone = await newAd({ categoryId: 'phones.smartphones', attributes: {} })
    await work()
    const where = async (adId: number) => new Set((await rows(adId)).map(({ channelId }) => channelId))
    expect(await where(car)).toEqual(new Set([world.channel, cars]))
    expect(await where(distant)).toEqual(new Set([world.channel]))
    expect(await where(phone)).toEqual(new Set([world.channel]))
    expect(await postsIn(cars, car)).toHaveLength(1)
    expect(await postsIn(world.channel, car)).toHaveLength(1)
    expect(await postsIn(cars, phone)).toHaveLength(0)
  })

  test('a whole top category may be taken; each channel speaks its own language and signs', async () => {
    await set(cars, { enabled: true, categories: ['transport'], signature: 'Реклама: @vodiy_bozor' })
    const adId = await newAd()
    await work()
    const [there] = await postsIn(cars, adId)
    expect(there?.caption).toMatch(/\n\nРеклама: @vodiy_bozor$/)
    expect(there?.caption_entities).toContainEqual(expect.objectContaining({ type: 'mention' }))
    expect(there?.reply_markup?.inline_keyboard[0]?.[0]?.text).toBe('Смотреть')
    expect((await postsIn(world.channel, adId))[0]?.caption).not.toContain('Реклама')
  })

  test('an approved edit into another category takes the post along', async () => {
    await set(cars, { enabled: true, categories: ['transport.cars'] })
    await set(world.channel, { categories: ['phones'] })
    const adId = await newAd()
    await work()
    expect(await postsIn(cars, adId)).toHaveLength(1)
    const edit = { state: 'pending', categoryId: 'phones.smartphones', attributes: {}, revision: 3 } as const
    await world.db.update(ads).set(edit).where(eq(ads.id, adId))
    await approve(adId, 3)
    await work()
    expect(await postsIn(cars, adId)).toHaveLength(0)
    expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'sent', error: null })
    expect(await postsIn(world.channel, adId)).toHaveLength(1)
    expect(await rowIn(adId, cars)).toMatchObject({ state: 'deleted', wanted: false })

    await world.db
      .update(ads)
      .set({ ...edit, categoryId: 'transport.cars', revision: 5 })
      .where(eq(ads.id, adId))
    await approve(adId, 5)
    await work()
    expect(await postsIn(cars, adId), 'and back').toHaveLength(1)
    expect(await postsIn(world.channel, adId)).toHaveLength(0)
  })

  test('a change or a sale is shown in every one of them', async () => {
    await set(cars, { enabled: true })
    const adId = await newAd()
    await work()
    await markSold(world.deps, await world.own(adId))
    await work()
    for (const id of [world.channel, cars])
      expect((await postsIn(id, adId))[0]?.caption).toMatch(/^✅ (SOTILDI|ПРОДАНО) · /)
  })

  test('a disabled one takes nothing new, keeps its posts true, and sends what waited once it is enabled', async () => {
    await set(cars, { enabled: true })
    const before = await newAd()
    await work()
    const waiting = await newAd()
    await set(cars, { enabled: false })
    await work()
    const after = await newAd()
    await world.cheaper(before, 9_000)
    await work()
    expect((await postsIn(cars, before))[0]?.caption).toMatch(/— 9\s?000 \$/)
    expect(await postsIn(cars, waiting)).toHaveLength(0)
    expect(await rowIn(after, cars)).toBeUndefined()
    await set(cars, { enabled: true })
    await syncPost(world.deps, { adId: waiting, channelId: cars })
    expect(await postsIn(cars, waiting)).toHaveLength(1)
  })

  test('or with many, all worked on at once, nobody waits for a connection that another holds', async () => {
    const others = Array.from({ length: 7 }, (_, n) => -1001900000000 - n)
    await world.db
      .insert(channels)
      .values(others.map((id) => ({ id, title: 'Kanal', locale: 'uz' as const, standing: 'fine' as const })))
    const adId = await newAd()
    await Promise.all(
      [world.channel, ...others].flatMap((channelId) => [
        syncPost(world.deps, { adId, channelId }),
        postNext(world.deps, { channelId }),
      ]),
    )
    expect(await postsIn(world.channel, adId)).toHaveLength(1)
    await world.db.delete(channels).where(inArray(channels.id, others))
  })

  test('what fails in one does not hold up the other', async () => {
    await set(cars, { enabled: true })
    const adId = await newAd()
    await world.fault({ method: 'sendPhoto', chatId: cars, times: 1, kind: '403' })
    await work()
    expect(await postsIn(world.channel, adId)).toHaveLength(1)
    expect(await rowIn(adId, cars)).toMatchObject({ state: 'waiting' })
    expect(await world.channelRow(cars)).toMatchObject({ standing: 'out' })
    expect(await world.channelRow()).toMatchObject({ standing: 'fine' })
  })
})

/** A moment in Tashkent. */
const at = (time: string, day = 25) => Date.parse(`2026-11-${day}T${time}:00+05:00`)

describe('pace and quiet hours', () => {
  test('a new post waits until the pace allows, oldest first; a change does not wait', async () => {
    await set(world.channel, { gap: 10 })
    const [first, second, third] = [await newAd(), await newAd(), await newAd()]
    let now = at('12:00')
    const clock = () => now
    await work(clock)
    expect(await postsIn(world.channel, first)).toHaveLength(1)
    expect(await postsIn(world.channel, second)).toHaveLength(0)
    expect(world.taken('channel.next')).toEqual([
      { name: 'channel.next', data: { channelId: world.channel }, delay: 600 },
    ])

    now = at('12:05')
    await world.cheaper(first, 9_000)
    await work(clock)
    expect((await postsIn(world.channel, first))[0]?.caption).toMatch(/— 9\s?000 \$/)
    expect(world.taken('channel.next'), 'that is planned already').toEqual([])

    now = at('12:10')
    await postNext(world.deps, { channelId: world.channel }, { clock })
    expect(await postsIn(world.channel, second)).toHaveLength(1)
    expect(await postsIn(world.channel, third)).toHaveLength(0)
    expect(world.taken('channel.next')).toMatchObject([{ delay: 600 }])
    now = at('12:20')
    await postNext(world.deps, { channelId: world.channel }, { clock })
    expect(await postsIn(world.channel, third)).toHaveLength(1)
    expect(world.taken('channel.next')).toEqual([])
  })

  test('at night new posts wait for the morning in their order; what is sold meanwhile is never posted', async () => {
    await set(world.channel, { quietFrom: 23 * 60, quietTo: 7 * 60 })
    let now = at('23:30')
    const clock = () => now
    const [first, sold, last] = [await newAd(), await newAd(), await newAd()]
    await work(clock)
    const list = {
      channel: { id: world.channel, username: null },
      list: 'waiting',
      after: undefined,
    } as const
    expect((await listPosts(world.db, list)).items.map(({ adId }) => adId)).toEqual([first, sold, last])
    expect(world.taken('channel.next')).toMatchObject([{ delay: 7.5 * 3600 }])
    await markSold(world.deps, await world.own(sold))
    await work(clock)

    now = at('06:59', 26)
    await postNext(world.deps, { channelId: world.channel }, { clock })
    expect(await postsIn(world.channel, first)).toHaveLength(0)
    now = at('07:00', 26)
    await postNext(world.deps, { channelId: world.channel }, { clock })
    const [a, b] = [await postsIn(world.channel, first), await postsIn(world.channel, last)]
    expect(a[0]?.message_id).toBeLessThan(b[0]?.message_id ?? 0)
    expect(await postsIn(world.channel, sold)).toHaveLength(0)
  })

  test('a board that starts again in the night goes on waiting', async () => {
    await set(world.channel, { quietFrom: 23 * 60, quietTo: 7 * 60 })
    const adId = await newAd()
    await work(() => at('23:30'))
    world.jobs.length = 0
    await syncPost(world.deps, { adId, channelId: world.channel }, { clock: () => at('23:40') })
    expect(await postsIn(world.channel, adId)).toHaveLength(0)
    await syncPost(world.deps, { adId, channelId: world.channel }, { clock: () => at('07:00', 26) })
    expect(await postsIn(world.channel, adId)).toHaveLength(1)
  })
})

describe('what failed', () => {
  const retry = (adId?: number) =>
    retryPosts(world.deps, { adminId: people.muhabbat, channelId: world.channel, adId })

  test('is tried again on demand, and then stands there once', async () => {
    const adId = await newAd()
    const description = 'Bad Request: PHOTO_INVALID_DIMENSIONS'
    await world.fault({ method: 'sendPhoto', times: 1, kind: '400', description })
    await work()
    expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'failed', error: description })
    expect(await retry(adId)).toBe(1)
    await Promise.all([retry(), retry(adId), work()])
    await work()
    expect(await postsIn(world.channel, adId)).toHaveLength(1)
    expect(await retry(), 'nothing is left to be tried').toBe(0)
  })

  test('and may have got through after all is looked for first', async () => {
    const adId = await newAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await work()
    expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'unknown' })
    expect(await retry()).toBe(1)
    await work()
    expect(await postsIn(world.channel, adId)).toHaveLength(1)
    expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'sent', error: null })
  })
})

describe('a channel comes into the list', () => {
  const listed = async () => (await world.db.select().from(channels)).map(({ id }) => id)
  beforeEach(() => world.db.delete(channels).where(eq(channels.id, cars)))

  test('disabled, when an admin makes the bot an administrator there', async () => {
    await world.changeChat(cars, { botIsAdmin: false })
    await world.handleUpdates()
    expect(await listed()).toEqual([world.channel])
    await world.changeChat(cars, { botIsAdmin: true })
    await world.handleUpdates()
    expect(await world.channelRow(cars)).toMatchObject({
      title: 'Vodiy Bozor – Avto',
      username: 'vodiy_bozor_avto',
      enabled: false,
      standing: 'fine',
    })
  })

  test('when an admin forwards one of its posts to the bot, and not when somebody else does', async () => {
    const post = await world.deps.telegram.sendMessage(cars, 'Salom')
    const forward = (from: number) =>
      world.client('POST', 'messages', {
        from,
        chatId: from,
        forward: { chatId: cars, messageId: post.message_id },
      })
    await forward(people.karimjon)
    await world.handleUpdates()
    expect(await listed()).toEqual([world.channel])
    await forward(people.muhabbat)
    await world.handleUpdates()
    expect(await world.channelRow(cars)).toMatchObject({ enabled: false, standing: 'fine' })
    const answer = (await world.messages(people.muhabbat)).at(-1)
    expect(answer?.text).toContain('Vodiy Bozor – Avto')
    expect(JSON.stringify(answer?.reply_markup)).toContain(`/staff/channels/${cars}`)
  })
})
