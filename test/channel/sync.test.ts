import { eq, sql } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { expireAds, markSold, removeAd, renewAd } from '#server/ads/verbs.ts'
import { syncPost } from '#server/channel/sync.ts'
import { ads, channelPosts, channels, photos } from '#server/db/schema.ts'
import { draftFromAd, submitDraft } from '#server/drafts/verbs.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { newKey } from '../ads.ts'
import { people } from '../people.ts'
import { type ChannelWorld, middleOf, startChannelWorld } from './world.ts'

let world: ChannelWorld
beforeAll(async () => {
  world = await startChannelWorld()
})
afterAll(() => world?.stop())
beforeEach(() => world.refresh())

describe('a live ad', () => {
  test('is posted once, with its picture, caption and buttons', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    await world.sync(adId)
    const post = await world.onlyPostOf(adId)
    expect(post.caption).toMatch(/^Cobalt 2021 — 11\s500 \$\n≈ /)
    expect(post.reply_markup?.inline_keyboard[0]).toMatchObject([
      { text: 'Koʻrish', url: `https://t.me/VodiyBozorBot?startapp=ad_${adId}` },
      { text: 'Yozish', url: 'https://t.me/karimjon' },
    ])
    const [red, green, blue] = await middleOf(await world.pictureOf(post))
    expect(red).toBeGreaterThan(180)
    expect(Math.max(green ?? 255, blue ?? 255)).toBeLessThan(80)
    expect(await world.post(adId)).toMatchObject({
      state: 'sent',
      shownRevision: 2,
      messageIds: [post.message_id],
    })
  })

  test('is posted once by jobs that run at the same time', async () => {
    const adId = await world.liveAd()
    await Promise.all(Array.from({ length: 6 }, () => world.sync(adId)))
    await world.onlyPostOf(adId)
  })

  test('shows several photos side by side', async () => {
    const adId = await world.ad({ state: 'active' })
    for (const [position, colour] of ['#c33', '#3c3', '#33c'].entries())
      await world.photo(adId, position, colour)
    await world.sync(adId)
    const picture = await world.pictureOf(await world.onlyPostOf(adId))
    const { channels } = await sharp(picture).stats()
    expect(channels.every(({ max }) => max > 180)).toBe(true)
  })

  test('is not posted before all of its photos were looked at', async () => {
    const adId = await world.liveAd()
    await world.db.update(photos).set({ state: 'uploaded' }).where(eq(photos.adId, adId))
    await world.sync(adId)
    expect(await world.postsOf(adId)).toHaveLength(0)
    expect(world.taken('channel.sync')).toEqual([
      { name: 'channel.sync', data: { adId, channelId: world.channel }, delay: 1 },
    ])
    await world.db.update(photos).set({ state: 'ready' }).where(eq(photos.adId, adId))
    await world.sync(adId)
    await world.onlyPostOf(adId)
  })

  test('whose photos were all refused is posted in words', async () => {
    const adId = await world.liveAd({ title: '<b>Cobalt</b> & 🚗' })
    await world.db.update(photos).set({ state: 'refused' }).where(eq(photos.adId, adId))
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).caption).toMatch(/^<b>Cobalt<\/b> & 🚗 — /)
  })

  test('gets a new price in the same message, with the same picture', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const before = await world.onlyPostOf(adId)
    await world.cheaper(adId, 10_900)
    await world.sync(adId)
    const after = await world.onlyPostOf(adId)
    expect(after.message_id).toBe(before.message_id)
    expect(after.caption).toMatch(/^Cobalt 2021 — 10\s900 \$/)
    expect(after.photo).toEqual(before.photo)
  })

  test('without a photo, whose picture is title and price, gets a new picture with a new price', async () => {
    const adId = await world.liveAd()
    await world.db.update(photos).set({ adId: null }).where(eq(photos.adId, adId))
    await world.sync(adId)
    const before = await world.onlyPostOf(adId)
    await world.cheaper(adId, 10_900)
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).photo).not.toEqual(before.photo)
  })

  test('counts as shown when Telegram has nothing to change', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    await world.cheaper(adId, 11_500)
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'sent', shownRevision: 3, error: null })
  })
})

describe('an ad that is not for sale any more', () => {
  test('stays with a stamp when it was sold, and nobody is to be written to', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const before = await world.onlyPostOf(adId)
    await markSold(world.deps, await world.own(adId))
    await world.sync(adId)
    const after = await world.onlyPostOf(adId)
    expect(after.message_id).toBe(before.message_id)
    expect(after.caption).toMatch(/^✅ SOTILDI · Cobalt/)
    expect(after.reply_markup?.inline_keyboard.flat()).toHaveLength(1)
    const [plain, stamped] = await Promise.all(
      [before, after].map(async (post) => middleOf(await world.pictureOf(post))),
    )
    expect(Math.abs((plain?.[0] ?? 0) - (stamped?.[0] ?? 0))).toBeGreaterThan(40)
  })

  test('bears a stamp while it is expired, and none again when it was renewed', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const picture = async () => middleOf(await world.pictureOf(await world.onlyPostOf(adId)))
    const plain = await picture()
    await world.db.update(ads).set({ expiresAt: sql`now() - interval '1 minute'` }).where(eq(ads.id, adId))
    await expireAds(world.deps)
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).caption).toMatch(/MUDDATI TUGADI/)
    expect(await picture()).not.toEqual(plain)
    await renewAd(world.deps, await world.own(adId))
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).caption).toMatch(/^Cobalt 2021/)
    expect(await picture()).toEqual(plain)
  })

  test('leaves the channel when it was removed', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    await removeAd(world.deps, await world.own(adId))
    await world.sync(adId)
    await world.sync(adId)
    expect(await world.postsOf(adId)).toHaveLength(0)
    expect(await world.post(adId)).toMatchObject({ state: 'deleted' })
  })

  test('loses all it said where Telegram lets nobody delete it any more', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const { message_id } = await world.onlyPostOf(adId)
    await removeAd(world.deps, await world.own(adId))
    const description = "Bad Request: message can't be deleted"
    await world.fault({ method: 'deleteMessage', times: 1, kind: '400', description })
    await world.sync(adId)
    const left = (await world.messages(world.channel)).find((message) => message.message_id === message_id)
    expect(left).toMatchObject({ caption: 'Eʼlon olib tashlandi' })
    expect(left?.reply_markup).toBeUndefined()
    expect(await world.post(adId)).toMatchObject({ state: 'deleted' })
  })

  test('is never posted when it was removed before its turn came', async () => {
    const adId = await world.liveAd()
    await removeAd(world.deps, await world.own(adId))
    await world.sync(adId)
    expect(await world.postsOf(adId)).toHaveLength(0)
  })

  test('keeps its post while an edit waits for a moderator, then shows the edit, its photos too', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const { message_id, caption } = await world.onlyPostOf(adId)
    const edited = { state: 'pending', title: 'Cobalt 2022', revision: 3 } as const
    await world.db.update(ads).set(edited).where(eq(ads.id, adId))
    await world.db.update(photos).set({ adId: null }).where(eq(photos.adId, adId))
    await world.photo(adId, 0, '#33c')
    await world.sync(adId)
    expect(await world.onlyPostOf(adId)).toMatchObject({ message_id, caption })

    await approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision: 3 })
    await world.sync(adId)
    const post = await world.onlyPostOf(adId)
    expect(post).toMatchObject({ message_id, caption: expect.stringContaining('Cobalt 2022') })
    const [red, , blue] = await middleOf(await world.pictureOf(post))
    expect(blue).toBeGreaterThan(180)
    expect(red).toBeLessThan(80)
  })

  test('loses its post when the edit is sent back, and gets a new one when it is approved after all', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    for (const state of ['rejected', 'pending', 'active'] as const) {
      await world.db.update(ads).set({ state, revision: sql`revision + 1` }).where(eq(ads.id, adId))
      await world.sync(adId)
      expect(await world.postsOf(adId)).toHaveLength(state === 'active' ? 1 : 0)
    }
  })
})

test('what was sent back leaves the channel, though it was sent again before that could be done', async () => {
  const adId = await world.liveAd()
  await world.sync(adId)
  const { revision } = await world.own(adId)
  const decision = { moderatorId: people.muhabbat, adId, revision }
  await rejectAd(world.deps, { ...decision, reason: 'text', note: '', from: ['active'] })
  const { revision: draft } = await draftFromAd(world.deps, people.karimjon, adId)
  await submitDraft(world.deps, { userId: people.karimjon, revision: draft, key: newKey() })
  await world.sync(adId)
  expect(await world.postsOf(adId)).toHaveLength(0)
  await approveAd(world.deps, { ...decision, revision: revision + 2 })
  await world.sync(adId)
  await world.onlyPostOf(adId)
})

describe('when the channel is not as it should be', () => {
  test('admins are told once; ads wait, and are posted as soon as the bot is an administrator again', async () => {
    const waiting = [await world.liveAd(), await world.liveAd()]
    await world.changeChat(world.channel, { botIsAdmin: false })
    for (const adId of [...waiting, ...waiting]) await world.sync(adId)
    for (const adId of waiting)
      expect(await world.post(adId)).toMatchObject({ state: 'waiting', error: null })
    expect(await world.channelRow()).toMatchObject({
      standing: 'out',
      lastError: expect.stringMatching(/not a member/),
    })
    expect(world.taken('admins.alert').map(({ data }) => data.text)).toEqual([
      expect.stringContaining('ishlay olmayapti'),
    ])
    expect(world.taken('channel.sync'), 'nobody tries in vain').toEqual([])

    await world.changeChat(world.channel, { botIsAdmin: true })
    await world.handleUpdates()
    expect(await world.channelRow()).toMatchObject({ standing: 'fine', lastError: null, lacks: [] })
    const taken = world.taken('channel.sync').map(({ data }) => data.adId)
    expect(taken).toEqual(expect.arrayContaining(waiting))
    for (const adId of waiting) await world.sync(adId)
    for (const adId of waiting) await world.onlyPostOf(adId)
  })

  test('being thrown out is noticed before anything is posted, and no change is tried until it is over', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    await world.changeChat(world.channel, { botIsMember: false })
    await world.handleUpdates()
    expect(await world.channelRow()).toMatchObject({ standing: 'out', lacks: ['post', 'edit', 'delete'] })
    expect(world.taken('admins.alert')).toHaveLength(1)
    await world.cheaper(adId, 9_500)
    world.jobs.length = 0
    await world.sync(adId)
    expect(world.jobs).toEqual([])
    expect(await world.post(adId)).toMatchObject({ state: 'sent', error: null })

    await world.changeChat(world.channel, { botIsAdmin: true })
    await world.handleUpdates()
    const data = { adId, channelId: world.channel }
    expect(world.taken('channel.sync')).toContainEqual({ name: 'channel.sync', data, delay: undefined })
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).caption).toMatch(/— 9\s?500 \$/)
  })

  test('a channel that does not exist is reported', async () => {
    const channelId = -1009999999999
    await world.db.insert(channels).values({ id: channelId, title: 'Yoʻq', locale: 'uz', enabled: true })
    const adId = await world.liveAd()
    await syncPost(world.deps, { adId, channelId })
    const [row] = await world.db.select().from(channels).where(eq(channels.id, channelId))
    expect(row).toMatchObject({ standing: 'out', lastError: 'Bad Request: chat not found' })
    expect(world.taken('admins.alert').map(({ data }) => data.text)).toEqual([
      expect.stringContaining('Yoʻq'),
    ])
    await world.db.delete(channelPosts).where(eq(channelPosts.channelId, channelId))
    await world.db.delete(channels).where(eq(channels.id, channelId))
  })

  test('a change that Telegram refuses is reported once and made later', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    await world.cheaper(adId, 9_000)
    const description = 'Bad Request: not enough rights to edit the message'
    await world.fault({ method: 'editMessageCaption', times: 2, kind: '400', description })
    await world.sync(adId)
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'sent', shownRevision: 2, error: description })
    expect(world.taken('admins.alert')).toHaveLength(1)
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'sent', shownRevision: 3, error: null })
  })

  test('a post that somebody deleted is reported and not posted again', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const { message_id } = await world.onlyPostOf(adId)
    await world.client('DELETE', 'messages', {
      from: people.muhabbat,
      chatId: world.channel,
      messageIds: [message_id],
    })
    for (const price of [8_000, 7_000]) {
      await world.cheaper(adId, price)
      await world.sync(adId)
    }
    expect(await world.postsOf(adId)).toHaveLength(0)
    expect(world.taken('admins.alert')).toHaveLength(1)
  })

  test('a broken connection does no harm to a change', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    await world.cheaper(adId, 6_000)
    await world.fault({ method: 'editMessageCaption', times: 1, kind: 'lost' })
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).caption).toMatch(/— 6\s?000 \$/)
    expect(await world.post(adId)).toMatchObject({ shownRevision: 3 })
  })
})
