import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { alertAdmins } from '#server/bot/alert-admins.ts'
import { tellSeller } from '#server/bot/tell-seller.ts'
import { syncPost } from '#server/channel/sync.ts'
import { users } from '#server/db/schema.ts'
import { announceAd } from '#server/moderation/group.ts'
import { setLocale } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { inAllLanguages } from '#shared/reasons/schema.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  for (const person of [people.karimjon, people.muhabbat]) await world.say(person, '/start')
})
afterAll(() => world?.stop())
beforeEach(async () => {
  world.jobs.length = 0
  await world.client('DELETE', 'faults')
})

const lastIn = async (chatId: number) => (await world.messages(chatId)).at(-1)
const seller = async () => (await world.db.select().from(users).where(eq(users.id, people.karimjon)))[0]

describe('the seller', () => {
  test.each(locales)(
    'is told in %s that the ad is live, with a link to it and to its post',
    async (locale) => {
      const adId = await world.liveAd()
      await syncPost(world.deps, { adId, channelId: world.deps.config.telegram.channelId })
      await setLocale(world.db, people.karimjon, locale)
      await tellSeller(world.deps, { adId, outcome: 'approved' })
      const told = await lastIn(people.karimjon)
      expect(told?.text).toBe(botTexts(locale)('bot.approved', { title: 'Cobalt 2021' }))
      const [view, post] = told?.reply_markup?.inline_keyboard.flat() ?? []
      expect(view).toMatchObject({ web_app: { url: `${world.deps.config.publicUrl}/ads/${adId}` } })
      const messageId = (await world.post(adId))?.messageIds[0]
      expect(post).toMatchObject({
        url: expect.stringMatching(new RegExp(`^https://t\\.me/.+/${messageId}$`)),
      })
    },
  )

  test.each(locales)(
    'is told in %s why the ad was sent back, and gets a button to mend it',
    async (locale) => {
      const adId = await world.ad({
        state: 'rejected',
        rejectionReason: 'price',
        rejectionNote: '1 $? <b>Yoʻq</b>',
      })
      await setLocale(world.db, people.karimjon, locale)
      await tellSeller(world.deps, { adId, outcome: 'rejected' })
      const told = await lastIn(people.karimjon)
      expect(told?.text).toContain(inAllLanguages(builtInReasons.price.text)[locale])
      expect(told?.text).toContain('1 $? <b>Yoʻq</b>')
      expect(told?.reply_markup?.inline_keyboard.flat()).toMatchObject([
        { web_app: { url: `${world.deps.config.publicUrl}/new?from=${adId}` } },
      ])
    },
  )

  test.each(locales)('is told in %s a reason that an admin wrote, as it was then', async (locale) => {
    const rejectionSaid = inAllLanguages({
      uz: 'Suvi bor-yoʻqligini yozing.',
      ru: 'Напишите, есть ли вода.',
      en: 'Say whether there is water.',
    })
    const adId = await world.ad({ state: 'rejected', rejectionReason: 'water', rejectionSaid })
    await setLocale(world.db, people.karimjon, locale)
    await tellSeller(world.deps, { adId, outcome: 'rejected' })
    expect((await lastIn(people.karimjon))?.text).toContain(rejectionSaid[locale])
  })

  test.each([
    ['approved', 'rejected'],
    ['approved', 'removed'],
    ['rejected', 'active'],
    ['rejected', 'removed'],
    ['expired', 'active'],
    ['undone', 'active'],
    ['hidden', 'rejected'],
  ] as const)('is not told that it was %s once it is %s', async (outcome, state) => {
    const adId = await world.ad({ state })
    const before = (await world.messages(people.karimjon)).length
    await tellSeller(world.deps, { adId, outcome })
    expect(await world.messages(people.karimjon)).toHaveLength(before)
  })

  test('is told when a photo was refused', async () => {
    const adId = await world.ad({ state: 'active' })
    await setLocale(world.db, people.karimjon, 'uz')
    await tellSeller(world.deps, { adId, outcome: 'photo_refused' })
    const told = await lastIn(people.karimjon)
    expect(told?.text).toContain('Cobalt 2021')
    expect(told?.text).not.toMatch(/\{\w+\}/)
    expect(told?.reply_markup?.inline_keyboard.flat()).toMatchObject([
      { web_app: { url: `${world.deps.config.publicUrl}/mine/${adId}` } },
    ])
  })

  test('is told later when Telegram asks to wait', async () => {
    const adId = await world.ad({ state: 'active' })
    const data = { adId, outcome: 'approved' } as const
    await world.fault({ method: 'sendMessage', times: 1, kind: '429', retryAfter: 33 })
    await tellSeller(world.deps, data)
    expect(world.jobs).toEqual([{ name: 'ads.tell_seller', data, delay: 33 }])
  })

  test('is told again by the queue when the connection broke', async () => {
    const adId = await world.ad({ state: 'active' })
    await world.fault({ method: 'sendMessage', times: 1, kind: 'drop' })
    const error = await tellSeller(world.deps, { adId, outcome: 'approved' }).catch((thrown) => thrown)
    expect(error).toBeInstanceOf(Error)
    expect(
      JSON.stringify([error.message, error.stack, error.error?.message, error.error?.stack]),
    ).not.toContain(world.deps.config.telegram.token)
  })

  test('who blocked the bot is noted and not tried again', async () => {
    const adId = await world.ad({ state: 'active' })
    await world.client('PATCH', `people/${people.karimjon}`, { botBlocked: true })
    await tellSeller(world.deps, { adId, outcome: 'approved' })
    expect((await seller())?.unreachableAt).toBeInstanceOf(Date)
    expect(world.jobs).toEqual([])
    await world.client('PATCH', `people/${people.karimjon}`, { botBlocked: false })
  })
})

describe('the moderators’ group', () => {
  test('hears of a new ad: what, how much, where, who, and a link into the queue', async () => {
    const adId = await world.ad({ title: 'Cobalt @kanal' })
    await announceAd(world.deps, { adId, revision: 1 })
    const told = await lastIn(world.deps.config.telegram.moderatorsChatId)
    expect(told?.text).toMatch(
      /Cobalt @\u2060kanal\n11\s500 \$\n📍 Asaka tumani, Andijon viloyati\n.*Karimjon/,
    )
    expect(told?.entities).toMatchObject([{ type: 'bold' }])
    expect(told?.reply_markup?.inline_keyboard.flat()).toMatchObject([
      { callback_data: `mod:approve:${adId}:1` },
      { callback_data: `mod:reject:${adId}:1` },
      { url: `https://t.me/VodiyBozorBot?startapp=mod_${adId}` },
    ])
  })

  test('hears nothing of an ad that was decided meanwhile', async () => {
    const group = world.deps.config.telegram.moderatorsChatId
    const before = (await world.messages(group)).length
    const adId = await world.liveAd()
    await announceAd(world.deps, { adId, revision: 1 })
    expect(await world.messages(group)).toHaveLength(before)
  })

  test('that the bot was thrown out of is reported to the admins', async () => {
    const adId = await world.ad()
    const description = 'Forbidden: bot was kicked from the supergroup chat'
    await world.fault({ method: 'sendMessage', times: 1, kind: '403', description })
    await announceAd(world.deps, { adId, revision: 1 })
    expect(world.jobs).toMatchObject([
      { name: 'admins.alert', data: { text: expect.stringContaining(description) } },
    ])
  })
})

describe('admins', () => {
  test('are alerted', async () => {
    await alertAdmins(world.deps, { text: 'Kanalda xato' })
    expect((await lastIn(people.muhabbat))?.text).toBe('⚠️ Kanalda xato')
  })

  test('made in the app are alerted too, but not while they are banned', async () => {
    const admin = { firstName: 'Odam', languageCode: 'uz', role: 'admin' } as const
    await world.say(people.dilnoza, '/start')
    await world.say(people.ivan, '/start')
    await world.db.insert(users).values([
      { ...admin, id: people.dilnoza },
      { ...admin, id: people.ivan, bannedAt: new Date() },
    ])
    await alertAdmins(world.deps, { text: 'Uchinchi xato' })
    const heard = await Promise.all(
      [people.muhabbat, people.dilnoza, people.ivan].map(async (id) => (await lastIn(id))?.text),
    )
    expect(heard).toEqual(['⚠️ Uchinchi xato', '⚠️ Uchinchi xato', expect.not.stringContaining('xato')])
  })

  test('who cannot be reached do not keep the others from being alerted', async () => {
    const { config } = world.deps
    const telegram = { ...config.telegram, adminIds: [999, people.muhabbat] }
    await alertAdmins({ ...world.deps, config: { ...config, telegram } }, { text: 'Ikkinchi xato' })
    expect((await lastIn(people.muhabbat))?.text).toBe('⚠️ Ikkinchi xato')
  })
})
