import { and, eq } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changePrice, markSold, ownAsItIs, renewAd } from '#server/ads/verbs.ts'
import { createBot } from '#server/bot/bot.ts'
import { startPolling } from '#server/bot/polling.ts'
import { tellAlerts } from '#server/bot/tell-alerts.ts'
import { syncPost } from '#server/channel/sync.ts'
import { ads, savedSearches, searchAlerts, users } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { searchColumns } from '#server/search/words.ts'
import { planDailyAlerts } from '#server/searches/alerts.ts'
import { matchAd } from '#server/searches/match.ts'
import { saveSearch } from '#server/searches/verbs.ts'
import { setLocale } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { formatSum } from '#shared/money/format.ts'
import type { SearchMode } from '#shared/searches/schema.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

const seller = people.karimjon
const buyer = people.dilnoza
const other = people.ivan

let world: BotWorld
let polling: ReturnType<typeof startPolling>
beforeAll(async () => {
  world = await startBotWorld()
  const bot = createBot(world.deps)
  polling = startPolling(world.deps, async (updates) => {
    for (const update of updates) await bot.handle(update)
  })
  for (const person of [seller, buyer, other]) {
    await world.say(person, '/start')
    await eventually(async () => (await world.messages(person)).length >= 2)
  }
})
afterAll(async () => {
  await polling?.stop()
  await world?.stop()
})
beforeEach(async () => {
  world.jobs.length = 0
  await world.client('DELETE', 'faults')
  await world.db.delete(savedSearches)
  await world.db.delete(searchAlerts)
  await world.db.update(users).set({ unreachableAt: null, bannedAt: null, locale: null })
})

const save = (query = 'q=cobalt', mode: SearchMode = 'instant', person: number = buyer) =>
  saveSearch(world.deps, person, { query, mode })
/** A waiting Cobalt; its words are searched. */
async function cobalt(values: Partial<typeof ads.$inferInsert> = {}) {
  const adId = await world.ad(values)
  const [row] = await world.db.select().from(ads).where(eq(ads.id, adId))
  await world.db
    .update(ads)
    .set(searchColumns(row as never))
    .where(eq(ads.id, adId))
  return adId
}
async function approve(adId: number) {
  const { revision } = await ownAsItIs(world.db, seller, adId)
  await approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision })
  return adId
}
const live = async (values?: Parameters<typeof cobalt>[0]) => approve(await cobalt(values))
/** Matches whatever waits to be matched; answers who is to be told. */
async function match() {
  for (const { data } of world.taken('searches.match')) await matchAd(world.deps, data)
  return world.taken('searches.tell').map(({ data }) => data)
}
/** Works on all jobs about searches; answers the new messages of a person. */
async function tell(person: number = buyer): Promise<Message[]> {
  const before = (await world.messages(person)).length
  for (const data of await match()) await tellAlerts(world.deps, data)
  return (await world.messages(person)).slice(before)
}
/** As if the last message had been a while ago. */
const wait = () => world.db.update(searchAlerts).set({ toldAt: new Date(Date.now() - 3_600_000) })
const sumIn = (locale: Locale) => formatSum(11_500, 'USD', common(locale))
const buttonsOf = (message: Message | undefined) => message?.reply_markup?.inline_keyboard.flat() ?? []

describe('an ad that goes live', () => {
  test.each(locales)('is told in %s to whoever looks for it, with buttons', async (locale) => {
    await setLocale(world.db, buyer, locale)
    const { id } = await save('q=cobalt&price=..12000&currency=USD')
    const adId = await live()
    const [message, ...more] = await tell()
    expect(more).toEqual([])
    const t = botTexts(locale)
    const place = { uz: 'Asaka', 'uz-Cyrl': 'Асака', ru: 'Асакинский', en: 'Asaka' }[locale]
    expect(message?.text).toContain(t('bot.found'))
    expect(message?.text).toContain('«cobalt» · ')
    expect(message?.text).toContain(`\n\nCobalt 2021\n${sumIn(locale)}\n📍 `)
    expect(message?.text).toContain(place)
    expect(message?.text).not.toMatch(/[{}]/)
    expect(message?.entities).toContainEqual(
      expect.objectContaining({ type: 'bold', offset: message?.text?.indexOf('Cobalt 2021') }),
    )
    expect(buttonsOf(message)).toMatchObject([
      { web_app: { url: `${world.deps.config.publicUrl}/ads/${adId}` } },
      { text: t('bot.search_pause'), callback_data: `search:pause:${id}` },
      { text: t('bot.search_delete'), callback_data: `search:delete:${id}` },
    ])
  })

  test('comes with its picture when the post brings it soon', async () => {
    await save()
    const adId = await cobalt()
    await world.photo(adId, 0, '#c33')
    await approve(adId)
    const [data] = await match()
    const telling = tellAlerts(world.deps, data as NonNullable<typeof data>)
    await syncPost(world.deps, { adId, channelId: world.deps.config.telegram.channelId }, { probeDelay: 1 })
    await telling
    const message = (await world.messages(buyer)).at(-1)
    const post = (await world.messages(world.deps.config.telegram.channelId)).at(-1)
    expect(message?.caption).toContain('Cobalt 2021')
    expect(message?.photo).toEqual(post?.photo)
  })

  test('is told without a picture when there is none yet', async () => {
    await save()
    const adId = await cobalt()
    await world.photo(adId, 0, '#c33')
    await approve(adId)
    const [message] = await tell()
    expect(message?.text).toContain('Cobalt 2021')
  })

  test('is told once to somebody several of whose searches it fits', async () => {
    await save('q=cobalt', 'daily')
    await save('category=transport.cars')
    await save('district=andijon.asaka')
    await live()
    expect(await tell()).toHaveLength(1)
    await planDailyAlerts(world.deps)
    expect(await tell()).toEqual([])
  })

  test('is never told again: not renewed, not edited, not cheaper', async () => {
    await save()
    const adId = await live()
    expect(await tell()).toHaveLength(1)
    await wait()
    await markSold(world.deps, await ownAsItIs(world.db, seller, adId))
    await renewAd(world.deps, await ownAsItIs(world.db, seller, adId))
    expect(await tell()).toEqual([])
    const price = { kind: 'fixed', amount: 9_000, currency: 'USD' } as const
    await changePrice(world.deps, await ownAsItIs(world.db, seller, adId), price)
    expect(await tell()).toEqual([])
  })

  test('is told when it becomes as cheap as somebody wants it', async () => {
    await save('q=cobalt&price=..10000&currency=USD')
    await save('q=cobalt&price=..20000&currency=USD', 'instant', other)
    const adId = await live()
    expect(await tell()).toEqual([])
    await world.db.delete(searchAlerts)
    const price = { kind: 'fixed', amount: 9_000, currency: 'USD' } as const
    await changePrice(world.deps, await ownAsItIs(world.db, seller, adId), price)
    const told = await match()
    expect(told.map(({ userId }) => userId)).toEqual([buyer])
  })

  test('is not told when it is sold before that, and is news again when it comes back', async () => {
    await save()
    const adId = await live()
    await markSold(world.deps, await ownAsItIs(world.db, seller, adId))
    expect(await tell()).toEqual([])
    await renewAd(world.deps, await ownAsItIs(world.db, seller, adId))
    expect(await tell()).toHaveLength(1)
  })

  test('is not told when the search was paused or deleted before that', async () => {
    const { id } = await save()
    await live()
    const jobs = await match()
    await world.db.update(savedSearches).set({ mode: 'off' })
    const before = (await world.messages(buyer)).length
    for (const data of jobs) await tellAlerts(world.deps, data)
    await world.db.delete(savedSearches).where(eq(savedSearches.id, id))
    for (const data of jobs) await tellAlerts(world.deps, data)
    expect((await world.messages(buyer)).length).toBe(before)
  })

  test('is told neither to its seller nor to somebody banned or out of reach', async () => {
    await save('q=cobalt', 'instant', seller)
    await save('q=cobalt', 'instant', other)
    await save()
    await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, buyer))
    await world.db.update(users).set({ unreachableAt: new Date() }).where(eq(users.id, other))
    await live()
    expect(await match()).toEqual([])
    expect(await world.db.$count(searchAlerts)).toBe(0)
  })

  test('shares a message with others that come within seconds', async () => {
    const { id } = await save()
    const first = await live({ title: 'Cobalt birinchi' })
    expect(await tell()).toHaveLength(1)
    const second = await live({ title: 'Cobalt ikkinchi' })
    const third = await live({ title: 'Cobalt uchinchi' })
    const before = (await world.messages(buyer)).length
    for (const data of await match()) await tellAlerts(world.deps, data)
    expect((await world.messages(buyer)).length).toBe(before)
    const later = world.taken('searches.tell')
    expect(later.length).toBeGreaterThan(0)
    for (const { delay } of later) expect(delay).toBeGreaterThan(0)
    await wait_(first)
    for (const { data } of later) await tellAlerts(world.deps, data)
    const [message, ...more] = (await world.messages(buyer)).slice(before)
    expect(more).toEqual([])
    expect(message?.text).toContain(botTexts('uz')('bot.found_many', { count: 2 }))
    const links = message?.entities?.flatMap((entity) => (entity.type === 'text_link' ? [entity.url] : []))
    expect(links).toEqual([third, second].map((adId) => `https://t.me/VodiyBozorBot?startapp=ad_${adId}`))
    expect(buttonsOf(message)).toMatchObject([
      { web_app: { url: `${world.deps.config.publicUrl}/search?q=cobalt` } },
      { callback_data: `search:pause:${id}` },
      { callback_data: `search:delete:${id}` },
    ])
  })
})

const wait_ = (adId: number) =>
  world.db
    .update(searchAlerts)
    .set({ toldAt: new Date(Date.now() - 3_600_000) })
    .where(eq(searchAlerts.adId, adId))

describe('the message of the day', () => {
  test('is one, names ten ads at most and opens the whole list', async () => {
    await save('q=cobalt', 'daily')
    for (let n = 1; n <= 12; n++) await live({ title: `Cobalt ${n}` })
    expect(await tell()).toEqual([])
    await planDailyAlerts(world.deps)
    const [message, ...more] = await tell()
    expect(more).toEqual([])
    expect(message?.entities?.filter(({ type }) => type === 'text_link')).toHaveLength(10)
    expect(message?.text).toContain(botTexts('uz')('bot.found_many', { count: 12 }))
    expect(message?.text).toContain(botTexts('uz')('bot.found_more', { count: 2 }))
    expect(message?.text).toContain(`Cobalt 12 — ${sumIn('uz')}, Asaka tumani\n`)
    await planDailyAlerts(world.deps)
    expect(await tell()).toEqual([])
  })

  test('of several searches opens them all', async () => {
    await save('q=cobalt', 'daily')
    await save('q=malibu', 'daily')
    await live()
    await live({ title: 'Malibu 2', attributes: {}, categoryId: 'transport.trucks' })
    await match()
    await planDailyAlerts(world.deps)
    const [message] = await tell()
    expect(message?.text).toContain('Malibu 2')
    expect(buttonsOf(message)).toMatchObject([
      { web_app: { url: `${world.deps.config.publicUrl}/saved/searches` } },
    ])
  })
})

describe('what Telegram does to a message', () => {
  const failing = async (fault: Omit<Parameters<BotWorld['fault']>[0], 'method' | 'times'>) => {
    await save()
    await live()
    await world.fault({ method: 'sendMessage', times: 1, ...fault })
    const before = (await world.messages(buyer)).length
    const [data] = await match()
    const first = await tellAlerts(world.deps, data as NonNullable<typeof data>).then(
      () => 'done',
      () => 'again',
    )
    const again = world.taken('searches.tell')
    await tellAlerts(world.deps, data as NonNullable<typeof data>)
    return { first, again, messages: (await world.messages(buyer)).length - before }
  }

  test('put off, it is sent later', async () => {
    const { again, messages } = await failing({ kind: '429', retryAfter: 33 })
    expect(again).toMatchObject([{ delay: 33 }])
    expect(messages).toBe(1)
  })

  test('refused by a stumbling server, it is tried again', async () => {
    expect(await failing({ kind: '500' })).toMatchObject({ first: 'again', messages: 1 })
  })

  test('unanswered, it is not repeated: it came', async () => {
    expect(await failing({ kind: 'lost' })).toMatchObject({ first: 'done', messages: 1 })
  })

  test('refused by whoever blocked the bot, nobody is told any more', async () => {
    await save()
    await live()
    await world.client('PATCH', `people/${buyer}`, { botBlocked: true })
    for (const data of await match()) await tellAlerts(world.deps, data)
    const [row] = await world.db.select().from(users).where(eq(users.id, buyer))
    await world.client('PATCH', `people/${buyer}`, { botBlocked: false })
    expect(row?.unreachableAt).toBeInstanceOf(Date)
  })
})

describe('the buttons below', () => {
  const pressed = async (message: Message, deed: string, id: number, person: number = buyer) =>
    ((await world.press(person, message, `search:${deed}:${id}`)) as { text?: string }).text
  /** What the buttons do, once the message shows these. */
  async function shows(message: Message, ...expected: string[]) {
    const deeds = async () => {
      const now = (await world.messages(buyer)).find(({ message_id }) => message_id === message.message_id)
      return buttonsOf(now).map((button) => ('callback_data' in button ? button.callback_data : 'open'))
    }
    await expect.poll(deeds).toEqual(expected)
  }
  const modeOf = async (id: number) =>
    (await world.db.select().from(savedSearches).where(eq(savedSearches.id, id)))[0]?.mode

  test('pause the search, take it up again and delete it; the message goes on opening the ad', async () => {
    const { id } = await save()
    await live()
    const [message] = (await tell()) as [Message]
    const t = botTexts('uz')
    expect(await pressed(message, 'pause', id)).toBe(t('bot.search_paused'))
    await shows(message, 'open', `search:resume:${id}`, `search:delete:${id}`)
    expect(await modeOf(id)).toBe('off')
    await live()
    expect(await tell()).toEqual([])
    expect(await pressed(message, 'resume', id)).toBe(t('bot.search_resumed'))
    await shows(message, 'open', `search:pause:${id}`, `search:delete:${id}`)
    expect(await modeOf(id)).toBe('instant')
    expect(await pressed(message, 'delete', id)).toBe(t('bot.search_deleted'))
    await shows(message, 'open')
    expect(await modeOf(id)).toBeUndefined()
    expect(await pressed(message, 'pause', id)).toBe(common('uz')('error.searches.not_found'))
    await shows(message, 'open')
  })

  test('are for the search’s own person only', async () => {
    const { id } = await save('q=cobalt', 'daily', other)
    await save()
    await live()
    const [message] = (await tell()) as [Message]
    await pressed(message, 'delete', id)
    await pressed(message, 'pause', id)
    const kept = and(eq(savedSearches.id, id), eq(savedSearches.mode, 'daily'))
    expect(await world.db.$count(savedSearches, kept)).toBe(1)
  })
})
