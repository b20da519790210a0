import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { removeAd } from '#server/ads/verbs.ts'
import { ads, audit, channelPosts, channels } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import type { ChannelRight } from '#server/sandbox/telegram/protocol.ts'
import { people } from '../people.ts'
import { type ChannelWorld, startChannelWorld } from './world.ts'

let world: ChannelWorld
beforeAll(async () => {
  world = await startChannelWorld()
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.changeChat(world.channel, { botIsAdmin: true })
  await world.handleUpdates()
  await world.refresh()
  // What one test leaves waiting is none of the next one's.
  await world.db.delete(channelPosts)
  await world.db.update(channels).set({ nextAt: null })
})

const allow = (...botRights: ChannelRight[]) => world.changeChat(world.channel, { botRights })
const posted = async () => {
  const adId = await world.liveAd()
  await world.sync(adId)
  await world.onlyPostOf(adId)
  return adId
}
const alerts = () => world.taken('admins.alert').map(({ data }) => data.text)
const toBeSynced = () => world.taken('channel.sync').map(({ data }) => data.adId)

test('without the right to post new ads wait, while the other rights keep true what stands there', async () => {
  const [changed, removed] = [await posted(), await posted()]
  await allow('can_edit_messages', 'can_delete_messages')
  await world.handleUpdates()
  expect(await world.channelRow()).toMatchObject({ standing: 'mute', lacks: ['post'] })
  expect(alerts()).toEqual([expect.stringContaining('xabar chiqarish huquqini bering')])

  const waiting = await world.liveAd()
  await world.cheaper(changed, 9_500)
  await removeAd(world.deps, await world.own(removed))
  for (const adId of [waiting, changed, removed]) await world.sync(adId)
  expect(await world.post(waiting)).toMatchObject({ state: 'waiting', error: null })
  expect((await world.onlyPostOf(changed)).caption).toMatch(/— 9\s?500 \$/)
  expect(await world.postsOf(removed)).toEqual([])
  expect(alerts()).toEqual([])

  world.jobs.length = 0
  await allow('can_post_messages')
  await world.handleUpdates()
  expect(await world.channelRow()).toMatchObject({ standing: 'fine', lacks: ['edit', 'delete'] })
  expect(toBeSynced()).toContain(waiting)
  await world.sync(waiting)
  await world.onlyPostOf(waiting)
})

test('without any right changes wait as well, untried once that is known, and go on when they may be made', async () => {
  const [first, second] = [await posted(), await posted()]
  await allow()
  for (const adId of [first, second]) await world.cheaper(adId, 9_500)
  world.jobs.length = 0
  for (const adId of [first, second]) await world.sync(adId)
  expect(await world.channelRow()).toMatchObject({ standing: 'mute', lacks: ['post', 'edit', 'delete'] })
  for (const adId of [first, second])
    expect(await world.post(adId)).toMatchObject({ state: 'sent', error: null })
  expect(alerts(), 'one of the channel, none of each ad').toHaveLength(1)
  expect(toBeSynced(), 'nobody tries in vain').toEqual([])

  await allow('can_edit_messages')
  await world.handleUpdates()
  expect(await world.channelRow()).toMatchObject({ standing: 'mute', lacks: ['post', 'delete'] })
  expect(toBeSynced()).toEqual(expect.arrayContaining([first, second]))
  await world.sync(first)
  expect((await world.onlyPostOf(first)).caption).toMatch(/— 9\s?500 \$/)
})

test('a removed ad loses what it said where the bot may still edit but not delete', async () => {
  const adId = await posted()
  const { message_id } = await world.onlyPostOf(adId)
  await allow('can_edit_messages')
  await world.handleUpdates()
  await removeAd(world.deps, await world.own(adId))
  await world.sync(adId)
  const left = (await world.messages(world.channel)).find((message) => message.message_id === message_id)
  expect(left).toMatchObject({ caption: 'Eʼlon olib tashlandi' })
})

test('rights about messages of others are not missed', async () => {
  const [changed, removed] = [await posted(), await posted()]
  await allow('can_post_messages')
  await world.handleUpdates()
  expect(await world.channelRow()).toMatchObject({ standing: 'fine', lacks: ['edit', 'delete'] })
  await world.cheaper(changed, 9_500)
  await removeAd(world.deps, await world.own(removed))
  for (const adId of [changed, removed]) await world.sync(adId)
  expect((await world.onlyPostOf(changed)).caption).toMatch(/— 9\s?500 \$/)
  expect(await world.postsOf(removed)).toEqual([])
  expect(alerts()).toEqual([])
})

test('a refusal tells that the right was taken when no update has; the post waits', async () => {
  await allow('can_edit_messages', 'can_delete_messages')
  const adId = await world.liveAd()
  await world.sync(adId)
  expect(await world.post(adId)).toMatchObject({ state: 'waiting', error: null })
  expect(await world.channelRow()).toMatchObject({
    standing: 'mute',
    lacks: ['post'],
    lastError: 'Bad Request: need administrator rights in the channel chat',
  })
  const noted = await world.db
    .select()
    .from(audit)
    .where(eq(audit.action, 'channel_standing'))
    .orderBy(audit.id)
  expect(noted.at(-1)?.after).toMatchObject({ standing: 'mute', lacks: ['post'] })
})

test('an uncertain post is looked for without the right to post, unless looking needs posting', async () => {
  await posted()
  const [found, lost] = [await world.liveAd(), await world.liveAd()]
  for (const adId of [found, lost]) {
    await world.fault({ method: 'sendPhoto', times: 1, kind: adId === found ? 'lost' : 'drop' })
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'unknown' })
  }
  const { sentAfter } = (await world.post(lost)) as { sentAfter: number | null }
  const knows = (value: number | null) =>
    world.db.update(channelPosts).set({ sentAfter: value }).where(eq(channelPosts.adId, lost))
  await knows(null)
  await allow('can_edit_messages')
  await world.handleUpdates()
  const standing = (await world.messages(world.channel)).length
  world.jobs.length = 0
  for (const adId of [found, lost]) await world.sync(adId)
  expect(await world.post(found)).toMatchObject({ state: 'sent', error: null })
  expect(await world.post(lost)).toMatchObject({ state: 'unknown' })
  await knows(sentAfter)
  await world.sync(lost)
  expect(await world.post(lost)).toMatchObject({ state: 'waiting' })
  expect(world.jobs).toEqual([])
  expect(await world.messages(world.channel)).toHaveLength(standing)
})

test('an old message that cannot be edited is not taken for a lost right', async () => {
  const adId = await posted()
  await world.cheaper(adId, 9_500)
  const description = "Bad Request: message can't be edited"
  await world.fault({ method: 'editMessageCaption', times: 1, kind: '400', description })
  await world.sync(adId)
  expect(await world.channelRow()).toMatchObject({ standing: 'fine', lacks: [] })
  expect(await world.post(adId)).toMatchObject({ state: 'sent', error: description })
  expect(alerts()).toEqual([expect.stringContaining('Cobalt 2021')])
})

test('an ad that goes live again while the bot is out is posted when it is back', async () => {
  const adId = await posted()
  const become = async (state: 'rejected' | 'pending') => {
    const revision = (await world.own(adId)).revision + 1
    await world.db.update(ads).set({ state, revision }).where(eq(ads.id, adId))
    return revision
  }
  await become('rejected')
  await world.sync(adId)
  expect(await world.post(adId)).toMatchObject({ state: 'deleted' })
  await world.changeChat(world.channel, { botIsMember: false })
  await world.handleUpdates()
  await approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision: await become('pending') })
  await world.sync(adId)
  expect(await world.post(adId)).toMatchObject({ state: 'waiting' })

  world.jobs.length = 0
  await world.changeChat(world.channel, { botIsAdmin: true })
  await world.handleUpdates()
  expect(toBeSynced()).toContain(adId)
  await world.sync(adId)
  await world.onlyPostOf(adId)
})
