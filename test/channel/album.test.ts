import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { InputFile } from 'grammy'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { markSold, removeAd } from '#server/ads/verbs.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { beginSending } from '#server/channel/queries.ts'
import { ads, channelPauses, channelPosts, photos } from '#server/db/schema.ts'
import { people } from '../people.ts'
import { deedsIn } from './deeds.ts'
import { type ChannelWorld, coloursIn, startChannelWorld } from './world.ts'

let world: ChannelWorld
beforeAll(async () => {
  world = await startChannelWorld()
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.refresh()
  // An album is some work for a slow machine too.
  world.deps.telegram = createTelegram(world.deps.config)
  await set(world.channel, { style: 'album' })
})
const { set, rowIn, postsIn, work, approve, newAd } = deedsIn(() => world)

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

/** The ad has photos of these colours instead, approved. */
async function rephotograph(adId: number, colours: readonly string[]) {
  // How fast Telegram takes edits is another matter.
  world.deps.telegram = createTelegram(world.deps.config)
  const [ad] = await world.db.select().from(ads).where(eq(ads.id, adId))
  const revision = (ad?.revision ?? 0) + 1
  await world.db.update(ads).set({ state: 'pending', revision }).where(eq(ads.id, adId))
  await world.db.update(photos).set({ adId: null }).where(eq(photos.adId, adId))
  for (const [position, colour] of colours.entries()) await world.photo(adId, position, colour)
  await approve(adId, revision)
  await work()
}
const coloursOf = async (adId: number) =>
  Promise.all((await albumOf(adId)).map(async (message) => coloursIn(await world.pictureOf(message))))
const idsOf = (album: readonly { message_id: number }[]) => album.map(({ message_id }) => message_id)

test.each([
  ['as many', ['#fff', '#33c', '#c33'], [['white'], ['blue'], ['red']]],
  ['those it had in another order', ['#33c', '#3c3', '#c33'], [['blue'], ['green'], ['red']]],
  ['fewer', ['#33c', '#3c3'], [['blue'], ['green']]],
  ['a single one', ['#33c'], [['blue']]],
  ['none', [], [['card']]],
  ['more', [...colours, '#fff'], [['red'], ['green'], ['blue', 'white']]],
  [
    'twice as many',
    [...colours, '#fff', '#cc3', '#000'],
    [['red'], ['green'], ['black', 'blue', 'white', 'yellow']],
  ],
])('shows the photos of an approved edit in the same messages: %s', async (_, now, shown) => {
  const adId = await newAd({}, colours)
  await work()
  const before = await albumOf(adId)
  await rephotograph(adId, now)
  const after = await albumOf(adId)
  expect(idsOf(after)).toEqual(idsOf(before).slice(0, shown.length))
  expect(await coloursOf(adId)).toEqual(shown)
  expect(after[0]?.caption).toContain('Koʻrish')
  expect(await postsIn(world.channel, adId)).toHaveLength(1)
  expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'sent', error: null })
  expect(
    (await world.messages(world.channel)).filter(({ message_id }) => idsOf(before).includes(message_id)),
  ).toHaveLength(shown.length)
})

test('follows one edit after another, whatever their numbers of photos', async () => {
  const all = ['#c33', '#3c3', '#33c', '#fff', '#cc3', '#000']
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 2, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 3 }),
      async (first, edits) => {
        const adId = await newAd({}, all.slice(0, first))
        await work()
        let messages = (await albumOf(adId)).length
        for (const count of edits) {
          await rephotograph(adId, all.slice(0, count))
          const shown = (await coloursOf(adId)).flat().filter((colour) => colour !== 'card')
          messages = Math.min(messages, Math.max(1, count))
          expect(await albumOf(adId)).toHaveLength(messages)
          // A collage has room for four.
          expect(shown).toHaveLength(Math.min(count, messages + 3))
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('shows the last photo once more where a message too many may not be deleted any more', async () => {
  const adId = await newAd({}, colours)
  await work()
  const before = await albumOf(adId)
  const description = "Bad Request: message can't be deleted"
  await world.fault({ method: 'deleteMessage', times: 1, kind: '400', description })
  await rephotograph(adId, ['#fff', '#33c'])
  expect(idsOf(await albumOf(adId))).toEqual(idsOf(before))
  expect(await coloursOf(adId)).toEqual([['white'], ['blue'], ['blue']])
  expect(await rowIn(adId, world.channel)).toMatchObject({ state: 'sent', error: null })
  await removeAd(world.deps, await world.own(adId))
  await work()
  expect(await albumOf(adId)).toEqual([])
})

test('shows all photos by the messages that are left when somebody deleted one', async () => {
  const adId = await newAd({}, colours)
  await work()
  const [first, second, third] = await albumOf(adId)
  await world.deps.telegram.deleteMessage(world.channel, second?.message_id ?? 0)
  await rephotograph(adId, ['#fff', '#33c', '#000'])
  expect(idsOf(await albumOf(adId))).toEqual([first?.message_id, third?.message_id])
  expect(await coloursOf(adId)).toEqual([['white'], ['black', 'blue']])
})

test('is finished by the next job when an edit broke off between two photos', async () => {
  const adId = await newAd({}, [...colours, '#fff'])
  await work()
  const before = await albumOf(adId)
  await world.fault({ method: 'deleteMessage', times: 1, kind: '429', retryAfter: 1 })
  await rephotograph(adId, ['#33c', '#c33'])
  expect(await rowIn(adId, world.channel)).toMatchObject({ shownRevision: 2 })
  await world.db.delete(channelPauses)
  await world.sync(adId)
  expect(idsOf(await albumOf(adId))).toEqual(idsOf(before).slice(0, 2))
  expect(await coloursOf(adId)).toEqual([['blue'], ['red']])
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

test('whose answer was lost is found with what others posted between its messages', async () => {
  const adId = await newAd({}, colours)
  await world.db.update(channelPosts).set({ wanted: false }).where(eq(channelPosts.adId, adId))
  const jpeg = (colour: string) =>
    sharp({ create: { width: 40, height: 30, channels: 3, background: colour } })
      .jpeg()
      .toBuffer()
  const files = (await Promise.all(colours.map(jpeg))).map((body) => new InputFile(body))
  const [first, ...others] = files as [InputFile, ...InputFile[]]
  const link = {
    type: 'text_link',
    offset: 0,
    length: 6,
    url: `https://t.me/VodiyBozorBot?startapp=ad_${adId}`,
  } as const
  await world.db.update(channelPosts).set({ wanted: true })
  await beginSending(world.db, { adId, channelId: world.channel })
  const { message_id } = await world.deps.telegram.sendPhoto(world.channel, first, {
    caption: 'Cobalt',
    caption_entities: [link],
  })
  const sentAfter = message_id - 1
  await world.db.update(channelPosts).set({ sentAfter }).where(eq(channelPosts.adId, adId))
  await world.say(people.muhabbat, 'Salom', world.channel)
  const [a, b] = await Promise.all(others.map((file) => world.deps.telegram.sendPhoto(world.channel, file)))
  await world.sync(adId)
  expect(new Set((await rowIn(adId, world.channel))?.messageIds)).toEqual(
    new Set([message_id, a?.message_id, b?.message_id]),
  )
  expect(await postsIn(world.channel, adId)).toHaveLength(1)
  await removeAd(world.deps, await world.own(adId))
  await world.sync(adId)
  expect((await world.messages(world.channel)).filter(({ message_id: id }) => id > sentAfter)).toMatchObject([
    { text: 'Salom' },
  ])
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
