import { eq, sql } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askStillForSale } from '#server/ads/reminders.ts'
import { changePrice, ownAsItIs } from '#server/ads/verbs.ts'
import { createBot } from '#server/bot/bot.ts'
import { tellDigest } from '#server/bot/digest.ts'
import { tellSeller } from '#server/bot/tell-seller.ts'
import { startUpdates } from '#server/bot/updates.ts'
import { syncPost } from '#server/channel/sync.ts'
import { adDays, ads, audit, photos, users } from '#server/db/schema.ts'
import type { Outcome } from '#server/jobs/queue.ts'
import { planDigests } from '#server/stats/digest.ts'
import { setLocale } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

const seller = people.karimjon
const t = botTexts('uz')
const title = 'Cobalt 2021'
let world: BotWorld
let updates: Awaited<ReturnType<typeof startUpdates>>
beforeAll(async () => {
  world = await startBotWorld()
  for (const person of [seller, people.dilnoza]) await world.say(person, '/start')
  updates = await startUpdates(world.deps, createBot(world.deps))
})
afterAll(async () => {
  await updates?.stop()
  await world?.stop()
})
beforeEach(async () => {
  world.jobs.length = 0
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const adOf = async (id: number) => (await world.db.select().from(ads).where(eq(ads.id, id)))[0]
const stateOf = async (id: number) => (await adOf(id))?.state
const messageOf = async ({ chat, message_id }: Message) =>
  (await world.messages(chat.id)).find((message) => message.message_id === message_id) as Message
const dataOf = ({ reply_markup }: Message) =>
  reply_markup?.inline_keyboard
    .flat()
    .map((button) =>
      'callback_data' in button
        ? button.callback_data
        : 'web_app' in button
          ? button.web_app.url.slice(world.deps.config.publicUrl.length)
          : 'url' in button
            ? 'link'
            : '',
    )

async function told(adId: number, outcome: Outcome): Promise<Message> {
  await tellSeller(world.deps, { adId, outcome })
  return (await world.messages(seller)).at(-1) as Message
}
/** Presses a button and waits until the message has become something that contains `text`. */
async function press(message: Message, data: string, text: string) {
  await world.press(seller, message, data)
  return eventually(async () => {
    const now = await messageOf(message)
    return now.text?.includes(text) && now
  })
}
const now = (state: 'active' | 'sold' | 'removed' | 'expired' | 'rejected' | 'pending') =>
  t(`bot.now_${state}`, { title, date: '', word: 'Sotildi' })
    .split('\n')
    .at(-1)
    ?.split('✅')[0]
    ?.trim() as string

describe('a live ad', () => {
  test('comes with the post, “sold” and a new price; one tap sells it, another takes that back', async () => {
    const adId = await world.liveAd()
    await syncPost(world.deps, { adId, channelId: world.deps.config.telegram.channelId })
    const message = await told(adId, 'approved')
    expect(dataOf(message)).toEqual([`/ads/${adId}`, 'link', `ad:sold:${adId}`, `/mine/${adId}?price=1`])
    const sold = await press(message, `ad:sold:${adId}`, now('sold'))
    expect(await stateOf(adId)).toBe('sold')
    expect(dataOf(sold)).toEqual([`ad:renew:${adId}`])
    await press(message, `ad:renew:${adId}`, now('active'))
    expect(await stateOf(adId)).toBe('active')
  })

  test('is told of without its post when that does not come in a moment', async () => {
    expect(dataOf(await told(await world.liveAd(), 'approved'))).not.toContain('link')
  })

  test('pressed twice is sold once, and the second tap finds it sold', async () => {
    const adId = await world.liveAd()
    const message = await told(adId, 'approved')
    await press(message, `ad:sold:${adId}`, now('sold'))
    await world.press(seller, message, `ad:sold:${adId}`)
    // One person's taps are worked on in order, so the second is done when this one shows.
    await press(message, `ad:remove:${adId}`, t('bot.remove_sure'))
    const sold = await world.db.select().from(audit).where(sql`ad_id = ${adId} and action = 'sold'`)
    expect(sold).toHaveLength(1)
  })
})

describe('an ad of what is not sold', () => {
  const service = { categoryId: 'services.machines', attributes: { kind: 'plough' } }
  const labels = ({ reply_markup }: Message) =>
    reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? []

  test('is closed, and nobody is congratulated on a sale', async () => {
    const adId = await world.liveAd(service)
    const message = await told(adId, 'approved')
    expect(labels(message)).toContain('Yopildi')
    expect(labels(message)).not.toContain('Sotildi')
    const answer = await world.press(seller, message, `ad:sold:${adId}`)
    expect(answer).toEqual({ text: t('bot.did_close') })
    await eventually(async () => (await messageOf(message)).text?.includes('Yopildi 🤝'))
  })

  test('is not asked about as if it were for sale', async () => {
    const adId = await world.ad({ ...service, state: 'active', askedAt: new Date(), expiresAt: inDays(1) })
    const question = await told(adId, 'ask')
    expect(question.text).toMatch(/^Eʼlon hali kerakmi\?/)
    expect(labels(question).slice(0, 2)).toEqual(['Ha, kerak', 'Yopildi'])
  })
})

describe('“still for sale?”', () => {
  const ask = async (values: Parameters<BotWorld['ad']>[0] = {}) => {
    const adId = await world.ad({ state: 'active', feedSeq: 1, expiresAt: inDays(1.9), ...values })
    await askStillForSale(world.deps)
    const asked = world.taken('ads.tell_seller').map(({ data }) => data)
    return { adId, asked: asked.some((data) => data.adId === adId && data.outcome === 'ask') }
  }

  test('is asked two days before the end, once a term', async () => {
    const { adId, asked } = await ask()
    expect(asked).toBe(true)
    await askStillForSale(world.deps)
    expect(world.taken('ads.tell_seller').filter(({ data }) => data.adId === adId)).toEqual([])
  })

  test.each([
    ['that has longer to go', { expiresAt: inDays(2.1) }],
    ['that has ended', { expiresAt: inDays(-0.1) }],
    ['that is sold', { state: 'sold' as const }],
  ])('is not asked of an ad %s', async (_, values) => {
    expect((await ask(values)).asked).toBe(false)
  })

  test.each(locales)('reads well in %s', async (locale) => {
    const { adId } = await ask()
    await setLocale(world.db, seller, locale)
    const message = await told(adId, 'ask')
    await setLocale(world.db, seller, 'uz')
    expect(message.text).toContain(title)
    expect(message.text).not.toMatch(/\{\w+\}/)
    expect(dataOf(message)).toEqual([
      `ad:confirm:${adId}`,
      `ad:sold:${adId}`,
      `/mine/${adId}?price=1`,
      `ad:remove:${adId}`,
    ])
  })

  test('answered with yes begins the term anew, keeps its place in the feed, and may be asked again', async () => {
    const { adId } = await ask({ feedSeq: 77 })
    await press(await told(adId, 'ask'), `ad:confirm:${adId}`, now('active'))
    const ad = await adOf(adId)
    expect(ad).toMatchObject({ state: 'active', feedSeq: 77, askedAt: null })
    expect(ad?.expiresAt?.getTime()).toBeGreaterThan(inDays(29).getTime())
    expect(ad?.confirmedAt?.getTime()).toBeGreaterThan(inDays(-0.1).getTime())
  })

  test('answered with remove asks once more; no keeps it, yes removes it', async () => {
    const { adId } = await ask()
    const message = await told(adId, 'ask')
    const sure = await press(message, `ad:remove:${adId}`, t('bot.remove_sure'))
    expect(dataOf(sure)).toEqual([`ad:erase:${adId}`, `ad:keep:${adId}`])
    expect(await stateOf(adId)).toBe('active')
    await world.press(seller, message, `ad:keep:${adId}`)
    await eventually(async () => !(await messageOf(message)).text?.includes(t('bot.remove_sure')))
    expect(await stateOf(adId)).toBe('active')
    await press(message, `ad:remove:${adId}`, t('bot.remove_sure'))
    const gone = await press(message, `ad:erase:${adId}`, now('removed'))
    expect(await stateOf(adId)).toBe('removed')
    expect(dataOf(gone) ?? []).toEqual([])
  })

  test('is not asked of somebody banned, who may not answer', async () => {
    const { adId } = await ask()
    await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, seller))
    const before = await world.messages(seller)
    await tellSeller(world.deps, { adId, outcome: 'ask' })
    expect(await world.messages(seller)).toHaveLength(before.length)
    await world.db.update(users).set({ bannedAt: null }).where(eq(users.id, seller))
  })

  test('is not asked any more when the seller has answered in the app', async () => {
    const { adId } = await ask()
    await world.db.update(ads).set({ askedAt: null }).where(eq(ads.id, adId))
    const before = await world.messages(seller)
    await tellSeller(world.deps, { adId, outcome: 'ask' })
    expect(await world.messages(seller)).toHaveLength(before.length)
  })
})

describe('a button', () => {
  test('of an ad that changed in price meanwhile does what it says', async () => {
    const adId = await world.ad({ state: 'active', feedSeq: 1, expiresAt: inDays(1) })
    await askStillForSale(world.deps)
    const message = await told(adId, 'ask')
    const price = { kind: 'fixed', amount: 9000, currency: 'USD' } as const
    await changePrice(world.deps, await ownAsItIs(world.db, seller, adId), price)
    await press(message, `ad:sold:${adId}`, now('sold'))
    expect(await stateOf(adId)).toBe('sold')
  })

  test('that the ad has outlived says how it stands', async () => {
    const adId = await world.ad({ state: 'expired', expiresAt: inDays(-1) })
    const message = await told(adId, 'expired')
    expect(dataOf(message)).toEqual([`ad:renew:${adId}`, `ad:sold:${adId}`, `ad:remove:${adId}`])
    await world.db.update(ads).set({ state: 'rejected' }).where(eq(ads.id, adId))
    const shown = await press(message, `ad:renew:${adId}`, now('rejected'))
    expect(dataOf(shown)).toEqual([`/new?from=${adId}`])
    expect(await stateOf(adId)).toBe('rejected')
  })

  test('renews an expired ad in one tap', async () => {
    const adId = await world.ad({ state: 'expired', expiresAt: inDays(-1) })
    await press(await told(adId, 'expired'), `ad:renew:${adId}`, now('active'))
    expect(await stateOf(adId)).toBe('active')
  })

  test('about somebody else’s ad does nothing', async () => {
    const adId = await world.ad({ state: 'active' })
    await world.say(people.dilnoza, '/help')
    const own = await eventually(async () =>
      (await world.messages(people.dilnoza)).find(({ text }) => text === t('bot.help')),
    )
    await world.press(people.dilnoza, own, `ad:erase:${adId}`)
    await eventually(async () => (await messageOf(own)).text === t('bot.now_gone'))
    expect(await stateOf(adId)).toBe('active')
  })

  test('pressed by somebody banned changes nothing', async () => {
    const adId = await world.ad({ state: 'active', expiresAt: inDays(9) })
    await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, seller))
    const message = await told(adId, 'approved')
    await press(message, `ad:sold:${adId}`, now('active'))
    await world.db.update(users).set({ bannedAt: null }).where(eq(users.id, seller))
    expect(await stateOf(adId)).toBe('active')
  })
})

describe('the digest', () => {
  const yesterday = sql`(now() at time zone 'Asia/Tashkent')::date - 1` as never
  const plan = async () => {
    await planDigests(world.deps)
    return world.taken('digest.tell').map(({ data }) => data)
  }

  test('tells once of yesterday, the busiest ads first; its button turns it off and on', async () => {
    const quiet = await world.ad({ state: 'active', title: 'Sokin' })
    const busy = await world.ad({ state: 'sold', title: 'Gavjum' })
    await world.db.insert(adDays).values([
      { adId: quiet, day: yesterday, views: 3, favorites: 1 },
      { adId: busy, day: yesterday, views: 9, contacts: 2 },
    ])
    const [turn, ...more] = await plan()
    expect(more).toEqual([])
    expect(turn?.userId).toBe(seller)
    expect(await plan()).toEqual([])

    await tellDigest(world.deps, turn as NonNullable<typeof turn>)
    const message = (await world.messages(seller)).at(-1) as Message
    expect(message.text).toBe(
      `${t('bot.digest', { views: 12, contacts: 2, favorites: 1 })}\n\nGavjum: 👁 9 · 📞 2 · ❤️ 0\nSokin: 👁 3 · 📞 0 · ❤️ 1`,
    )
    const wants = async () => (await world.db.select().from(users).where(eq(users.id, seller)))[0]?.digest
    await world.press(seller, message, 'digest:off')
    await eventually(async () => dataOf(await messageOf(message))?.includes('digest:on'))
    expect(await wants()).toBe(false)
    await world.db.update(users).set({ digestedOn: null })
    expect(await plan()).toEqual([])
    await world.press(seller, message, 'digest:on')
    await eventually(async () => (await wants()) === true)
    expect(await plan()).toHaveLength(1)
  })

  test('is for nobody who is banned, also since it was planned', async () => {
    await world.db.update(users).set({ digestedOn: null })
    const [turn] = await plan()
    await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, seller))
    const before = (await world.messages(seller)).length
    await tellDigest(world.deps, turn as NonNullable<typeof turn>)
    expect(await world.messages(seller)).toHaveLength(before)
    await world.db.update(users).set({ digestedOn: null })
    expect(await plan()).toEqual([])
    await world.db.update(users).set({ bannedAt: null }).where(eq(users.id, seller))
  })

  test('is silent when nothing happened', async () => {
    await world.db.delete(adDays)
    await world.db.update(users).set({ digestedOn: null })
    await world.db
      .insert(adDays)
      .values({ adId: await world.ad({ state: 'active' }), day: sql`${yesterday} - 1` as never, views: 4 })
    expect(await plan()).toEqual([])
  })
})

describe('/delete', () => {
  const question = async () => {
    const { message_id } = await world.say(seller, '/delete')
    return eventually(async () =>
      (await world.messages(seller)).find((message) => message.message_id > message_id),
    )
  }

  test('removes nothing before it is confirmed', async () => {
    const adId = await world.ad({ state: 'active' })
    const asked = await question()
    expect(asked.text).toBe(t('bot.erase'))
    await press(asked, 'erase:no', t('bot.erase_kept'))
    expect(await stateOf(adId)).toBe('active')
  })

  test('says what was removed', async () => {
    const adId = await world.ad({ state: 'active' })
    const count = (await world.db.select().from(ads).where(sql`state <> 'removed'`)).length
    const photoCount = (await world.db.select().from(photos)).length
    const posts = 1
    const done = await press(await question(), 'erase:yes', t('bot.erase_done').split(':')[0] ?? '')
    expect(done.text).toBe(t('bot.erase_done', { ads: count, photos: photoCount, posts }))
    expect(dataOf(done) ?? []).toEqual([])
    expect(await stateOf(adId)).toBe('removed')
    expect(world.taken('users.erase')).toHaveLength(1)
  })
})
