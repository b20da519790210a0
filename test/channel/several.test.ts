import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { markSold, removeAd } from '#server/ads/verbs.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { syncPost } from '#server/channel/sync.ts'
import { postNext } from '#server/channel/turn.ts'
import { listPosts, retryPosts } from '#server/channels/posts.ts'
import { ads, channelPosts, channels, photos } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { people } from '../people.ts'
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

const set = (id: number, change: Partial<typeof channels.$inferInsert>) =>
  world.db.update(channels).set(change).where(eq(channels.id, id))
const rows = (adId: number) => world.db.select().from(channelPosts).where(eq(channelPosts.adId, adId))
const rowIn = async (adId: number, channelId: number) =>
  (await rows(adId)).find((row) => row.channelId === channelId)
const postsIn = async (channelId: number, adId: number) =>
  (await world.messages(channelId)).filter((message) =>
    message.caption_entities?.some((entity) => 'url' in entity && entity.url.endsWith(`=ad_${adId}`)),
  )
/** Does all that was enqueued for posts by now; what is to come later is left. */
async function work(clock?: () => number) {
  for (const { data, delay } of world.taken('channel.sync'))
    if (!delay) await syncPost(world.deps, data, { probeDelay: 0, ...(clock && { clock }) })
}
/** Approves without forgetting what that enqueued. */
async function approve(adId: number, revision = 1) {
  await approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision })
}
async function newAd(values: Partial<typeof ads.$inferInsert> = {}, pictures = ['#c33']) {
  const adId = await world.ad(values)
  for (const [position, colour] of pictures.entries()) await world.photo(adId, position, colour)
  await approve(adId)
  return adId
}

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

describe('an album', () => {
  beforeEach(() => set(world.channel, { style: 'album' }))
  const colours = ['#c33', '#3c3', '#33c']
  const albumOf = async (adId: number) => {
    const { messageIds } = (await rowIn(adId, world.channel)) ?? {}
    const all = await world.messages(world.channel)
    return all.filter(({ message_id }) => messageIds?.includes(message_id))
  }

  test('shows every photo, with the caption and the links on the first and no buttons', async () => {
    const adId = await newAd({}, colours)
    await work()
    const [first, ...others] = await albumOf(adId)
    expect(others).toHaveLength(2)
    expect(new Set([first, ...others].map((message) => message?.media_group_id)).size).toBe(1)
    expect(first?.caption).toContain('👉 Koʻrish · 👉 Yozish')
    expect(first?.reply_markup).toBeUndefined()
    expect(first?.caption_entities?.filter(({ type }) => type === 'text_link')).toHaveLength(3)
    expect(others.every(({ caption }) => caption === undefined)).toBe(true)
  })

  test('follows a new price, says that it was sold, and leaves as a whole', async () => {
    const adId = await newAd({}, colours)
    await work()
    await world.cheaper(adId, 9_900)
    await work()
    expect((await albumOf(adId))[0]?.caption).toMatch(/— 9\s?900 \$/)
    await markSold(world.deps, await world.own(adId))
    await work()
    const [first] = await albumOf(adId)
    expect(first?.caption).toMatch(/^✅ SOTILDI · /)
    expect(first?.caption).not.toContain('Yozish')
    const before = (await world.messages(world.channel)).length
    await removeAd(world.deps, await world.own(adId))
    await work()
    expect(await albumOf(adId)).toEqual([])
    expect(await world.messages(world.channel)).toHaveLength(before - 3)
  })

  test('gets the photos of an approved edit; what there are too many messages for goes', async () => {
    const adId = await newAd({}, colours)
    await work()
    const before = await albumOf(adId)
    await world.db.update(ads).set({ state: 'pending', revision: 3 }).where(eq(ads.id, adId))
    await world.db.update(photos).set({ adId: null }).where(eq(photos.adId, adId))
    for (const position of [0, 1]) await world.photo(adId, position, '#fff')
    await approve(adId, 3)
    await work()
    const after = await albumOf(adId)
    expect(after.map(({ message_id }) => message_id)).toEqual(
      before.slice(0, 2).map(({ message_id }) => message_id),
    )
    expect(after[1]?.photo).not.toEqual(before[1]?.photo)
    expect(after[0]?.caption).toContain('Koʻrish')
  })

  test('of one photo, or none, is a picture with its links in the text', async () => {
    const [one, none] = [await newAd({}, ['#c33']), await newAd({}, [])]
    await work()
    for (const adId of [one, none]) {
      const [post, ...others] = await albumOf(adId)
      expect(others).toEqual([])
      expect(post?.photo).toBeDefined()
      expect(post?.caption).toContain('👉 Koʻrish')
      expect(post?.reply_markup).toBeUndefined()
    }
  })

  test('whose answer was lost is found with all of its messages and not sent again', async () => {
    const before = (await world.messages(world.channel)).length
    const adId = await newAd({}, colours)
    await world.fault({ method: 'sendMediaGroup', times: 1, kind: 'lost' })
    await work()
    expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'unknown' })
    await world.say(people.muhabbat, 'Salom', world.channel)
    await world.sync(adId)
    expect(await world.messages(world.channel)).toHaveLength(before + 4)
    expect(await albumOf(adId)).toHaveLength(3)
  })

  test('stands where it is when the style changes, and is still kept true', async () => {
    const adId = await newAd({}, colours)
    await work()
    await set(world.channel, { style: 'picture' })
    await world.cheaper(adId, 8_800)
    await work()
    const [first, ...others] = await albumOf(adId)
    expect(others).toHaveLength(2)
    expect(first?.caption).toMatch(/— 8\s?800 \$/)
    expect(first?.caption).toContain('👉 Koʻrish')
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
