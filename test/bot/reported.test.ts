import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { markSold } from '#server/ads/verbs.ts'
import { announceReport, showReport } from '#server/bot/announce-report.ts'
import { tellReporter } from '#server/bot/tell-reporter.ts'
import { tellSeller } from '#server/bot/tell-seller.ts'
import { ads, reports, users } from '#server/db/schema.ts'
import { announceAd } from '#server/moderation/group.ts'
import { prepareAd } from '#server/moderation/prepare.ts'
import { undoDecision } from '#server/moderation/undo.ts'
import { reportAd } from '#server/reports/verbs.ts'
import { dismissReports, takeDown } from '#server/reports/verdicts.ts'
import { setLocale } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { locales } from '#shared/i18n/locales.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

const buyer = people.dilnoza
const moderator = people.muhabbat
let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  for (const id of [people.karimjon, buyer, people.ivan, 7001]) {
    if (id !== 7001) await world.say(id, '/start')
    await world.db.insert(users).values({ id, firstName: 'Odam', languageCode: 'uz' }).onConflictDoNothing()
  }
})
afterAll(() => world?.stop())
beforeEach(async () => {
  world.jobs.length = 0
  await world.client('DELETE', 'faults')
  await world.db.update(users).set({ unreachableAt: null })
  await world.db.delete(reports)
})

const live = (title: string) =>
  world.ad({
    title,
    state: 'active',
    feedSeq: 1,
    expiresAt: new Date(Date.now() + 86_400_000),
    publishedAt: new Date(),
  })
const report = (adId: number, reporterId: number = buyer) =>
  reportAd(world.deps, { adId, reporterId, reason: 'fraud', note: '' })
const seen = (adId: number, revision = 1) => ({ moderatorId: moderator, adId, revision })
const rejection = { reason: 'fraud', note: '' } as const
/** What the person is told when all that waits to be told is. */
async function told(userId: number = buyer) {
  const before = (await world.messages(userId)).length
  for (const { data } of world.taken('reports.tell'))
    if (data.userId === userId) await tellReporter(world.deps, data)
  return (await world.messages(userId)).slice(before).map(({ text }) => text)
}

describe('a reporter', () => {
  test.each(locales)('is told in %s of all outcomes in one message, once', async (locale) => {
    await setLocale(world.db, buyer, locale)
    const [bad, good] = [await live('Aldovchi'), await live('Halol')]
    await report(bad)
    await report(good)
    await takeDown(world.deps, { ...seen(bad), ...rejection })
    await dismissReports(world.deps, seen(good))
    const t = botTexts(locale)
    const waiting = world.jobs.filter(({ name }) => name === 'reports.tell')
    expect(waiting.map(({ delay }) => delay)).toEqual([600, 600])
    expect(await told()).toEqual([
      `${t('bot.report_upheld')}\n• Aldovchi\n\n${t('bot.report_dismissed')}\n• Halol`,
    ])
  })

  test('is not told what was undone meanwhile, and told once of what was decided anew', async () => {
    await setLocale(world.db, buyer, 'uz')
    const adId = await live('Shubhali')
    await report(adId)
    const { decisionId } = await dismissReports(world.deps, seen(adId))
    await undoDecision(world.deps, { moderatorId: moderator, isAdmin: true, decisionId })
    expect(await told()).toEqual([])
    await takeDown(world.deps, { ...seen(adId), ...rejection })
    const t = botTexts('uz')
    expect(await told()).toEqual([`${t('bot.report_upheld')}\n• Shubhali`])
    await tellReporter(world.deps, { userId: buyer })
    expect(await told()).toEqual([])
  })

  test('is told later when Telegram wants no messages now, and not twice when its answer is lost', async () => {
    const adId = await live('Bir marta')
    await report(adId)
    await takeDown(world.deps, { ...seen(adId), ...rejection })
    world.jobs.length = 0
    await world.fault({ method: 'sendMessage', chatId: buyer, times: 3, kind: '429', retryAfter: 9 })
    await tellReporter(world.deps, { userId: buyer })
    expect(world.jobs).toMatchObject([{ name: 'reports.tell', data: { userId: buyer }, delay: 9 }])
    await world.client('DELETE', 'faults')
    await world.fault({ method: 'sendMessage', chatId: buyer, times: 1, kind: 'lost' })
    const before = (await world.messages(buyer)).length
    await tellReporter(world.deps, { userId: buyer })
    await tellReporter(world.deps, { userId: buyer })
    expect((await world.messages(buyer)).length).toBe(before + 1)
  })

  test('who blocked the bot is noted and disturbs nobody', async () => {
    const adId = await live('Bloklangan')
    await report(adId)
    await takeDown(world.deps, { ...seen(adId), ...rejection })
    await world.fault({ method: 'sendMessage', chatId: buyer, times: 1, kind: '403' })
    expect(await told()).toEqual([])
    const [row] = await world.db.select().from(users).where(eq(users.id, buyer))
    expect(row?.unreachableAt).not.toBeNull()
  })
})

test('the group is led from a report to what there is to decide', async () => {
  const adId = await live('Shikoyatli')
  await report(adId)
  const [job] = world.taken('reports.announce')
  await announceReport(world.deps, job?.data as { reportId: number })
  const message = (await world.messages(world.deps.config.telegram.moderatorsChatId)).at(-1)
  expect(message?.text).toBe(
    `🚩 ${botTexts('uz')('bot.report')}: Shikoyatli\n${common('uz')('report.fraud')}`,
  )
  const [button] = message?.reply_markup?.inline_keyboard.flat() ?? []
  expect(button).toMatchObject({
    text: botTexts('uz')('bot.report_button'),
    url: expect.stringMatching(new RegExp(`startapp=report_${adId}$`)),
  })
})

describe('the group’s message about a report', () => {
  const groupId = () => world.deps.config.telegram.moderatorsChatId
  const inGroup = async () => (await world.messages(groupId())).at(-1)
  /** The message is there, and as it was told to be since. */
  async function announced(title: string) {
    const adId = await live(title)
    await report(adId)
    for (const { data } of world.taken('reports.announce')) await announceReport(world.deps, data)
    await shown()
    return adId
  }
  async function shown() {
    for (const { data } of world.taken('reports.show')) await showReport(world.deps, data)
    return (await inGroup())?.text ?? ''
  }
  const t = botTexts('uz')
  const startOf = async () =>
    ((await inGroup())?.reply_markup?.inline_keyboard[0]?.[0] as { url?: string } | undefined)?.url
      ?.split('=')
      .at(-1)

  test('says what came of it and by whom, also when it is undone and decided anew', async () => {
    await world.db
      .insert(users)
      .values({ id: moderator, firstName: 'Anna' })
      .onConflictDoUpdate({ target: users.id, set: { firstName: 'Anna', lastName: null } })
    const adId = await announced('Guruhda')
    const before = await world.messages(groupId())
    const asked = (await inGroup())?.text
    expect(await startOf()).toBe(`report_${adId}`)
    const { decisionId } = await dismissReports(world.deps, seen(adId))
    expect(await shown()).toBe(`${asked}\n\n✅ ${t('bot.mod_kept', { name: 'Anna' })}`)
    expect(await startOf()).toBe(`ad_${adId}`)
    await undoDecision(world.deps, { moderatorId: moderator, isAdmin: true, decisionId })
    expect(await shown()).toBe(asked)
    expect(await startOf()).toBe(`report_${adId}`)
    await takeDown(world.deps, { ...seen(adId), ...rejection })
    expect(await shown()).toBe(`${asked}\n\n↩️ ${t('bot.mod_rejected', { name: 'Anna' })}`)
    expect(await world.messages(groupId())).toHaveLength(before.length)
  })

  test('says later that there is nothing to look into when Telegram asks to wait, and is let go once deleted', async () => {
    const adId = await announced('Sotilgan')
    await markSold(world.deps, { adId, sellerId: people.karimjon, revision: 1 })
    await world.fault({ method: 'editMessageText', chatId: groupId(), times: 1, kind: '429', retryAfter: 7 })
    await shown()
    expect(world.jobs.filter(({ name }) => name === 'reports.show')).toMatchObject([{ delay: 7 }])
    expect(await shown()).toContain(t('bot.report_over'))
    await world.deps.telegram.deleteMessage(groupId(), (await inGroup())?.message_id ?? 0)
    const [row] = await world.db.select().from(reports).where(eq(reports.adId, adId))
    await showReport(world.deps, { reportId: row?.id ?? 0 })
    expect(world.taken('reports.show')).toEqual([])
  })

  test('is sent once, though the job runs again', async () => {
    const adId = await live('Bir xabar')
    await report(adId)
    const [job] = world.taken('reports.announce')
    const count = (await world.messages(groupId())).length
    for (const _ of [1, 2]) await announceReport(world.deps, job?.data as { reportId: number })
    expect(await world.messages(groupId())).toHaveLength(count + 1)
  })
})

test('the seller of an ad that reports took out of sight hears it kindly, and the group sees why', async () => {
  const adId = await live('Koʻp shikoyat')
  for (const person of [buyer, people.ivan, 7001]) await report(adId, person)
  const [job] = world.taken('ads.tell_seller')
  await tellSeller(world.deps, job?.data as { adId: number; outcome: 'hidden' })
  expect((await world.messages(people.karimjon)).at(-1)?.text).toBe(
    botTexts('uz')('bot.hidden', { title: 'Koʻp shikoyat' }),
  )
  await prepareAd(world.deps, { adId, revision: 2 })
  const [announced] = world.taken('moderation.announce')
  await announceAd(world.deps, announced?.data as { adId: number; revision: number })
  const text = (await world.messages(world.deps.config.telegram.moderatorsChatId)).at(-1)?.text
  expect(text).toContain(botTexts('uz')('bot.announce_reported'))
  expect(text).toContain(`🚩 ${common('uz')('report.fraud')} ×3`)
  // Once it is decided, that is news no more.
  await dismissReports(world.deps, seen(adId, 2))
  const before = (await world.messages(people.karimjon)).length
  await tellSeller(world.deps, { adId, outcome: 'hidden' })
  expect(await world.messages(people.karimjon)).toHaveLength(before)
  expect(await world.db.$count(ads, and(eq(ads.id, adId), eq(ads.state, 'active')))).toBe(1)
})
