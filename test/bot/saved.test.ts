import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { askStillForSale } from '#server/ads/reminders.ts'
import { changePrice, confirmAd, ownAsItIs } from '#server/ads/verbs.ts'
import { tellSaver } from '#server/bot/tell-saver.ts'
import { ads, favorites, photos, rates, users } from '#server/db/schema.ts'
import { draftFromAd, saveDraft, submitDraft } from '#server/drafts/verbs.ts'
import { unsaveAd } from '#server/favorites/verbs.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { setLocale } from '#server/users/queries.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { formatPrice } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'
import { plough } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

const seller = people.karimjon
const buyer = people.dilnoza
const dollars = (amount: number) => ({ kind: 'fixed', amount, currency: 'USD' }) as const
const soms = (amount: number) => ({ kind: 'fixed', amount, currency: 'UZS' }) as const

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  for (const person of [seller, buyer, people.ivan]) await world.say(person, '/start')
  const rows = [
    { id: buyer, firstName: 'Dilnoza', languageCode: 'uz' },
    { id: people.ivan, firstName: 'Иван', languageCode: 'ru' },
  ]
  await world.db.insert(users).values(rows).onConflictDoNothing()
  await world.db.insert(rates).values({ date: '2099-01-01', uzsPerUsd: 12_000 }).onConflictDoNothing()
})
afterAll(() => world?.stop())
beforeEach(async () => {
  world.jobs.length = 0
  await world.client('DELETE', 'faults')
  await world.db.update(users).set({ unreachableAt: null })
  await setLocale(world.db, buyer, 'uz')
})

/** A live ad of 11 500 $ that these people saved. */
async function saved(...savers: number[]) {
  const adId = await world.ad({
    state: 'active',
    expiresAt: new Date(Date.now() + 86_400_000),
    publishedAt: new Date(),
  })
  if (savers.length) await world.db.insert(favorites).values(savers.map((userId) => ({ userId, adId })))
  return adId
}
const reprice = async (adId: number, price: Price) => {
  await changePrice(world.deps, await ownAsItIs(world.db, seller, adId), price)
  return world.taken('favorites.tell').map(({ data }) => data)
}
/** The seller changes the ad, whose car wants a photo, in the form and sends it. */
async function edit(adId: number, change: Partial<Draft>) {
  if ((await world.db.$count(photos, eq(photos.adId, adId))) === 0) await world.photo(adId, 0, '#c33')
  const { draft, revision } = await draftFromAd(world.deps, seller, adId)
  const saved = await saveDraft(world.db, seller, revision, { ...(draft as Draft), ...change })
  await submitDraft(world.deps, { userId: seller, revision: saved.revision, key: crypto.randomUUID() })
}
async function approve(adId: number) {
  const { revision } = await ownAsItIs(world.db, seller, adId)
  await approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision })
}
const ask = async (adId: number) => {
  await askStillForSale(world.deps)
  const told = world.taken('favorites.tell').filter(({ data }) => data.adId === adId)
  // A day later, so that a seller who is asked now has time to say that it stays.
  expect(told.every(({ delay }) => delay === 86_400)).toBe(true)
  return told.map(({ data }) => data)
}
const tell = async (data: Awaited<ReturnType<typeof reprice>>[number] | undefined) => {
  if (!data) throw new Error('nothing to tell')
  const before = (await world.messages(data.userId)).length
  await tellSaver(world.deps, data)
  return (await world.messages(data.userId)).slice(before)
}

describe('a price that drops', () => {
  test.each(locales)('is told in %s, old and new, with a button that opens the ad', async (locale) => {
    await setLocale(world.db, buyer, locale)
    const adId = await saved(buyer)
    const [job, ...more] = await reprice(adId, dollars(11_000))
    expect(more).toEqual([])
    const [message] = await tell(job)
    const sum = (price: Price) => formatPrice(price, common(locale))
    expect(message?.text).toBe(
      botTexts(locale)('bot.saved_price', {
        title: 'Cobalt 2021',
        was: sum(dollars(11_500)),
        now: sum(dollars(11_000)),
      }),
    )
    expect(message?.text).not.toMatch(/[{}]/)
    expect(message?.reply_markup?.inline_keyboard.flat()).toMatchObject([
      { web_app: { url: `${world.deps.config.publicUrl}/ads/${adId}` } },
    ])
  })

  test('is told to everybody who saved it, each by a job of their own', async () => {
    const adId = await saved(buyer, people.ivan)
    const jobs = await reprice(adId, dollars(11_000))
    expect(jobs.map(({ userId }) => userId).toSorted((a, b) => a - b)).toEqual([buyer, people.ivan])
  })

  test('is told to nobody who is banned, also since it was written down', async () => {
    const ban = (bannedAt: Date | null) => world.db.update(users).set({ bannedAt }).where(eq(users.id, buyer))
    const [job] = await reprice(await saved(buyer), dollars(11_000))
    await ban(new Date())
    expect(await tell(job)).toEqual([])
    expect(await reprice(await saved(buyer), dollars(11_000))).toEqual([])
    await ban(null)
  })

  test('is seen through a change of currency', async () => {
    expect(await reprice(await saved(buyer), soms(130_000_000))).toHaveLength(1)
    expect(await reprice(await saved(buyer), soms(150_000_000))).toEqual([])
  })

  test('is none when the price rises, stays, or only the rate has moved', async () => {
    expect(await reprice(await saved(buyer), dollars(12_000))).toEqual([])
    expect(await reprice(await saved(buyer), dollars(11_500))).toEqual([])
    const adId = await saved(buyer)
    await world.db.insert(rates).values({ date: '2026-11-02', uzsPerUsd: 6_000 })
    expect(await reprice(adId, { ...dollars(11_500), kind: 'negotiable' })).toEqual([])
    await world.db.delete(rates)
  })

  test('to nothing is told', async () => {
    const [job] = await reprice(await saved(buyer), { kind: 'free', amount: null, currency: null })
    expect((await tell(job))[0]?.text).toContain(common('uz')('money.free'))
  })

  test('of a wage is none: nobody looks for less', async () => {
    const adId = await saved(buyer)
    await world.db.update(ads).set({ categoryId: 'jobs.offered' }).where(eq(ads.id, adId))
    expect(await reprice(adId, dollars(9_000))).toEqual([])
  })

  test('by an edit is told once, when the edited ad is live again, from the price that buyers saw', async () => {
    const adId = await saved(buyer)
    await edit(adId, { price: dollars(11_200) })
    expect(world.taken('favorites.tell')).toEqual([])
    // Still waiting, it gets cheaper once more.
    expect(await reprice(adId, dollars(11_000))).toEqual([])
    await approve(adId)
    const [job, ...more] = world.taken('favorites.tell').map(({ data }) => data)
    expect(more).toEqual([])
    expect(job?.news).toEqual({ event: 'price', was: dollars(11_500), now: dollars(11_000) })
    const [message] = await tell(job)
    expect(message?.text).toContain('11\u00a0000')
  })

  test('by an edit that was sent back and mended is told too', async () => {
    const adId = await saved(buyer)
    await edit(adId, { price: dollars(11_000) })
    const { revision } = await ownAsItIs(world.db, seller, adId)
    await rejectAd(world.deps, { moderatorId: people.muhabbat, adId, revision, reason: 'photos', note: '' })
    await edit(adId, { title: 'Cobalt 2021, oq' })
    await approve(adId)
    expect(world.taken('favorites.tell')).toHaveLength(1)
  })

  test('is none when an edit leaves the price, raises it, or makes it another kind of ad', async () => {
    const adId = await saved(buyer)
    for (const change of [{ title: 'Cobalt, oq' }, { price: dollars(12_000) }]) {
      await edit(adId, change)
      await approve(adId)
    }
    await edit(adId, { ...plough, photoIds: [], price: dollars(100) })
    await approve(adId)
    expect(world.taken('favorites.tell')).toEqual([])
  })

  test('is not told when it changed again meanwhile: the last drop is', async () => {
    const adId = await saved(buyer)
    const [first] = await reprice(adId, dollars(11_000))
    const [second] = await reprice(adId, dollars(10_000))
    expect(await tell(first)).toEqual([])
    expect(await tell(second)).toHaveLength(1)
  })

  test('is not written down when the change is refused', async () => {
    const adId = await saved(buyer)
    const own = await ownAsItIs(world.db, seller, adId)
    const late = changePrice(world.deps, { ...own, revision: own.revision - 1 }, dollars(9_000))
    await expect(late).rejects.toMatchObject({ code: 'ads.changed' })
    expect(world.taken('favorites.tell')).toEqual([])
  })
})

describe('an ad that is about to end', () => {
  test.each(locales)('is told of in %s with the day, once a term', async (locale) => {
    await setLocale(world.db, buyer, locale)
    const adId = await saved(buyer)
    const [job, ...more] = await ask(adId)
    expect(more).toEqual([])
    const [message] = await tell(job)
    const [row] = await world.db.select().from(ads).where(eq(ads.id, adId))
    const date = new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeZone: 'Asia/Tashkent' }).format(
      row?.expiresAt as Date,
    )
    expect(message?.text).toBe(botTexts(locale)('bot.saved_ends', { title: 'Cobalt 2021', date }))
    expect(await ask(adId)).toEqual([])
  })

  test('is not told of when its seller has said meanwhile that it stays', async () => {
    const adId = await saved(buyer)
    const [job] = await ask(adId)
    await confirmAd(world.deps, await ownAsItIs(world.db, seller, adId))
    expect(await tell(job)).toEqual([])
  })
})

describe('whoever saved an ad', () => {
  test('and let it go, or whose ad was sold, hears nothing', async () => {
    const adId = await saved(buyer)
    const [job] = await reprice(adId, dollars(11_000))
    await unsaveAd(world.deps, buyer, adId)
    expect(await tell(job)).toEqual([])

    const other = await saved(buyer)
    const [late] = await reprice(other, dollars(11_000))
    await world.db.update(ads).set({ state: 'sold' }).where(eq(ads.id, other))
    expect(await tell(late)).toEqual([])
  })

  test('is told later when Telegram asks to wait', async () => {
    const [job] = await reprice(await saved(buyer), dollars(11_000))
    await world.fault({ method: 'sendMessage', times: 1, kind: '429', retryAfter: 33 })
    expect(await tell(job)).toEqual([])
    expect(world.taken('favorites.tell')).toEqual([{ name: 'favorites.tell', data: job, delay: 33 }])
  })

  test('and blocked the bot is noted, and no job is made for them any more', async () => {
    const adId = await saved(buyer)
    const [job] = await reprice(adId, dollars(11_000))
    await world.client('PATCH', `people/${buyer}`, { botBlocked: true })
    await tellSaver(world.deps, job as NonNullable<typeof job>)
    await world.client('PATCH', `people/${buyer}`, { botBlocked: false })
    const [row] = await world.db.select().from(users).where(eq(users.id, buyer))
    expect(row?.unreachableAt).toBeInstanceOf(Date)
    expect(world.taken('favorites.tell')).toEqual([])
    expect(await reprice(adId, dollars(10_000))).toEqual([])
    expect(await world.db.$count(favorites, sql`ad_id = ${adId}`)).toBe(1)
  })
})
