import { eq } from 'drizzle-orm'
import type { InlineQueryResultArticle, InlineQueryResultCachedPhoto } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { findAd } from '#server/ads/queries.ts'
import { markSold, renewAd } from '#server/ads/verbs.ts'
import { adCard } from '#server/channel/card.ts'
import { ads } from '#server/db/schema.ts'
import { currentRate } from '#server/rates/queries.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { type ChannelWorld, middleOf, startChannelWorld } from './world.ts'

let world: ChannelWorld
beforeAll(async () => {
  world = await startChannelWorld()
})
afterAll(() => world?.stop())
beforeEach(() => world.refresh())

async function cardOf(adId: number, locale: Locale = 'uz') {
  const found = await findAd(world.db, world.channel, eq(ads.id, adId))
  if (!found) throw new Error('no such ad')
  return adCard(found, { locale, rate: await currentRate(world.db), botUsername: world.deps.me.username })
}
const photoCard = async (adId: number, locale?: Locale) => {
  const card = await cardOf(adId, locale)
  expect(card.type).toBe('photo')
  return card as InlineQueryResultCachedPhoto
}
const photoIdOf = async (adId: number) => (await world.onlyPostOf(adId)).photo?.at(-1)?.file_id

describe('the card of an ad', () => {
  test('has the post’s picture and words, and one button that opens the ad', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const post = await world.onlyPostOf(adId)
    const card = await photoCard(adId)
    expect(card).toMatchObject({ photo_file_id: await photoIdOf(adId), caption: post.caption })
    expect(card.reply_markup?.inline_keyboard).toEqual([
      [{ text: 'Koʻrish', url: `https://t.me/VodiyBozorBot?startapp=ad_${adId}` }],
    ])
  })

  test('speaks the language of whoever sends it', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const { caption, reply_markup } = await photoCard(adId, 'ru')
    expect(caption).toContain('Асакинский район')
    expect(reply_markup?.inline_keyboard.flat()[0]?.text).toBe('Смотреть')
  })

  test('follows the post’s picture: another price keeps it, a stamp does not stay', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const before = (await photoCard(adId)).photo_file_id
    await world.cheaper(adId, 9000)
    await world.sync(adId)
    expect((await photoCard(adId)).photo_file_id).toBe(before)

    await markSold(world.deps, await world.own(adId))
    await world.sync(adId)
    await renewAd(world.deps, await world.own(adId))
    expect((await cardOf(adId)).type, 'the post still bears the stamp').toBe('article')
    await world.sync(adId)
    expect((await photoCard(adId)).photo_file_id).toBe(await photoIdOf(adId))
  })

  test('of an ad without photos has the picture of its words, with the price as it is now', async () => {
    const adId = await world.ad({ state: 'active' })
    await world.sync(adId)
    const before = (await photoCard(adId)).photo_file_id
    await world.cheaper(adId, 9000)
    await world.sync(adId)
    const after = (await photoCard(adId)).photo_file_id
    expect(after).toBe(await photoIdOf(adId))
    expect(after).not.toBe(before)
  })

  test('is words alone while there is no post', async () => {
    const card = (await cardOf(await world.liveAd())) as InlineQueryResultArticle
    expect(card).toMatchObject({ type: 'article', title: 'Cobalt 2021' })
    expect(card.input_message_content).toMatchObject({
      message_text: expect.stringMatching(/^Cobalt 2021 — 11\s500 \$\n≈ /),
    })
  })

  test('of a post deleted by hand has its picture until the ad changes', async () => {
    const adId = await world.liveAd()
    await world.sync(adId)
    const { message_id } = await world.onlyPostOf(adId)
    await world.deps.telegram.deleteMessage(world.channel, message_id)
    expect((await cardOf(adId)).type).toBe('photo')
    await world.cheaper(adId, 9000)
    await world.sync(adId)
    expect(await world.post(adId)).toMatchObject({ state: 'deleted' })
    expect((await cardOf(adId)).type, 'its words are newer than the picture was').toBe('article')
  })

  test('of a post that was uncertain and found has its picture', async () => {
    const adId = await world.liveAd()
    await world.fault({ method: 'sendPhoto', times: 1, kind: 'lost' })
    await world.sync(adId)
    await world.sync(adId)
    expect((await photoCard(adId)).photo_file_id).toBe(await photoIdOf(adId))
    const [red] = await middleOf(await world.pictureOf(await world.onlyPostOf(adId)))
    expect(red).toBeGreaterThan(180)
  })
})
