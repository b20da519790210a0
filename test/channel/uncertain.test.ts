import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { removeAd } from '#server/ads/verbs.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { beginSending } from '#server/channel/queries.ts'
import { syncPost } from '#server/channel/sync.ts'
import { enqueueUnsettled } from '#server/channel/unsettled.ts'
import { channelPauses, channelPosts } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { people } from '../people.ts'
import { type ChannelWorld, startChannelWorld } from './world.ts'

let world: ChannelWorld
beforeAll(async () => {
  world = await startChannelWorld()
})
afterAll(() => world?.stop())
beforeEach(() => world.refresh())

describe('before anything was ever posted', () => {
  test('a first post whose answer was lost is found among what others wrote', async () => {
    for (const text of ['Salom', 'Xush kelibsiz']) await world.say(people.muhabbat, text, world.channel)
    const adId = await world.liveAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await world.sync(adId)
    await world.sync(adId)
    const post = await world.onlyPostOf(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'sent', messageIds: [post.message_id] })
    expect((await world.messages(world.channel)).filter(({ text }) => text)).toHaveLength(2)
  })
})

describe('when Telegram asks to wait', () => {
  test('the channel is left alone for exactly as long, by a restarted board too', async () => {
    const adId = await world.liveAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: '429', retryAfter: 40 })
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'waiting' })
    expect(world.taken('channel.sync')).toEqual([
      { name: 'channel.sync', data: { adId, channelId: world.channel }, delay: 40 },
    ])

    const restarted: Deps = { ...world.deps, telegram: createTelegram(world.deps.config) }
    await enqueueUnsettled(restarted)
    expect(world.taken('channel.sync')).toMatchObject([{ data: { adId } }])
    await syncPost(restarted, { adId, channelId: world.channel })
    expect(await world.postsOf(adId)).toHaveLength(0)
    const [again] = world.taken('channel.sync')
    expect(again?.delay).toBeGreaterThan(30)
    expect(again?.delay).toBeLessThanOrEqual(40)

    await world.db.update(channelPauses).set({ until: sql`now()` })
    await world.sync(adId)
    await world.onlyPostOf(adId)
  })
})

describe('when the answer to a sending is lost', () => {
  test.each(['lost', 'drop', 'hang', '500', '502'] as const)(
    'by «%s», exactly one post stands there in the end',
    async (kind) => {
      const adId = await world.liveAd()
      await world.fault({ method: 'sendPhoto', times: 1, kind })
      await world.sync(adId, 50)
      expect(await world.post(adId)).toMatchObject({ state: 'unknown' })
      expect(world.taken('channel.sync')).toEqual([
        { name: 'channel.sync', data: { adId, channelId: world.channel }, delay: 50 },
      ])
      await world.sync(adId, 50)
      expect(await world.post(adId)).toMatchObject({ state: 'unknown' })
      await world.sync(adId)
      const post = await world.onlyPostOf(adId)
      expect(await world.post(adId)).toMatchObject({ state: 'sent', messageIds: [post.message_id] })
      expect(await world.messages(world.deps.config.telegram.serviceChatId)).toHaveLength(0)
    },
  )

  test('what changed meanwhile is in the post that is found', async () => {
    const adId = await world.liveAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await world.sync(adId)
    await world.cheaper(adId, 9_900)
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).caption).toMatch(/— 9\s?900 \$/)
  })

  test('a post of an ad that was removed meanwhile is found and deleted', async () => {
    const adId = await world.liveAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await world.sync(adId)
    await removeAd(world.deps, await world.own(adId))
    await world.sync(adId)
    expect(await world.postsOf(adId)).toHaveLength(0)
    expect(await world.post(adId)).toMatchObject({ state: 'deleted' })
  })

  test('the post is found beyond those that came after it', async () => {
    const [lost, later] = [await world.liveAd(), await world.liveAd()]
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await world.sync(lost)
    await world.sync(later)
    await world.sync(lost)
    await world.onlyPostOf(lost)
    await world.onlyPostOf(later)
  })

  test('admins are told once when it cannot be looked for', async () => {
    const adId = await world.liveAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await world.sync(adId)
    await world.fault({
      method: 'forwardMessage',
      times: 2,
      kind: '403',
      description: 'Forbidden: bot was kicked',
    })
    await world.sync(adId)
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'unknown' })
    expect(world.taken('admins.alert').map(({ data }) => data.text)).toEqual([
      expect.stringContaining('Cobalt 2021'),
    ])
    await world.sync(adId)
    await world.onlyPostOf(adId)
  })

  test('nothing is looked for when there was no connection to begin with', async () => {
    const adId = await world.liveAd()
    const { config } = world.deps
    const nowhere = { ...config, telegram: { ...config.telegram, apiRoot: 'http://127.0.0.1:1' } }
    await syncPost({ ...world.deps, telegram: createTelegram(nowhere) }, { adId, channelId: world.channel })
    expect(await world.post(adId)).toMatchObject({ state: 'waiting', error: 'ECONNREFUSED' })
    expect(world.taken('channel.sync')).toHaveLength(1)
  })
})

describe('when the board died while it was sending', () => {
  /** As a killed process leaves it: what it was about to do is put down, what became of it is not. */
  const die = async (adId: number) => {
    await beginSending(world.db, { adId, channelId: world.channel })
    await enqueueUnsettled(world.deps)
    expect(world.taken('channel.sync')).toContainEqual({
      name: 'channel.sync',
      data: { adId, channelId: world.channel },
      delay: undefined,
    })
  }

  test('a message that got through is found after a minute, and is the only one', async () => {
    const adId = await world.liveAd()
    const [before] = await world.db.select({ id: sql<string>`max(message_ids[1])` }).from(channelPosts)
    await world.sync(adId)
    const post = await world.onlyPostOf(adId)
    await world.db.delete(channelPosts).where(eq(channelPosts.adId, adId))
    await die(adId)
    await world.db
      .update(channelPosts)
      .set({ sentAfter: Number(before?.id) })
      .where(eq(channelPosts.adId, adId))
    await world.sync(adId, 60)
    expect(world.taken('channel.sync')[0]?.delay).toBeGreaterThan(50)
    await world.sync(adId)
    expect((await world.onlyPostOf(adId)).message_id).toBe(post.message_id)
    expect(await world.post(adId)).toMatchObject({ state: 'sent', messageIds: [post.message_id] })
  })

  test('an ad whose job died with the board before the post was begun is taken up at the next start', async () => {
    const adId = await world.liveAd()
    await enqueueUnsettled(world.deps)
    expect(world.taken('channel.sync')).toContainEqual({
      name: 'channel.sync',
      data: { adId, channelId: world.channel },
      delay: undefined,
    })
    await world.sync(adId)
    await enqueueUnsettled(world.deps)
    expect(world.taken('channel.sync').map(({ data }) => data.adId)).not.toContain(adId)
  })

  test('a message that did not is sent then', async () => {
    const adId = await world.liveAd()
    await die(adId)
    await world.sync(adId)
    await world.onlyPostOf(adId)
  })
})
