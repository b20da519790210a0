import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { countAudience, findAnnouncement } from '#server/announcements/queries.ts'
import { resumeLost, sendAnnouncement } from '#server/announcements/send.ts'
import {
  createAnnouncement,
  resumeAnnouncement,
  startAnnouncement,
  stopAnnouncement,
} from '#server/announcements/verbs.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { ads, announcementRecipients, announcements, audit, users } from '#server/db/schema.ts'
import { newKey } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

const admin = people.muhabbat
/** All of the sandbox's people; they have started the bot. */
const crowd = [people.karimjon, people.dilnoza, people.ivan, people.muhabbat]
const texts = { uz: 'Yangi boʻlim ochildi: https://vodiy.example', ru: 'Открылся новый раздел' }

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  for (const id of crowd) {
    await world.say(id, '/start')
    await world.db.insert(users).values({ id, firstName: 'Odam', languageCode: 'uz' }).onConflictDoNothing()
  }
})
afterAll(() => world?.stop())
beforeEach(async () => {
  world.jobs.length = 0
  await world.client('DELETE', 'faults')
  world.deps.telegram = createTelegram(world.deps.config, { timeoutSeconds: 1 })
  await world.db.delete(announcements)
  await world.db.delete(ads)
  await world.db.update(users).set({ unreachableAt: null, bannedAt: null, locale: 'uz' })
})

const write = async (input: object = {}) =>
  (
    await createAnnouncement(world.db, {
      adminId: admin,
      key: newKey(),
      input: { texts, audience: { who: 'everybody' }, ...input },
    })
  ).id
async function started(input: object = {}) {
  const id = await write(input)
  await startAnnouncement(world.deps, { adminId: admin, id, revision: 1 })
  return id
}
/** One run of the job; answers after how many seconds it goes on, or undefined. */
async function run(announcementId: number, batch = 100) {
  world.jobs.length = 0
  await sendAnnouncement(world.deps, { announcementId }, { pause: 0, batch })
  const [next] = world.taken('announcements.send')
  return next && (next.delay ?? 0)
}
const stand = async (id: number) => {
  const found = await findAnnouncement(world.db, id)
  const { progress, state } = found as NonNullable<typeof found>
  return { state, ...Object.fromEntries(Object.entries(progress).filter(([, count]) => count > 0)) }
}
/** What each of the crowd has got since. */
async function listening() {
  const before = await Promise.all(crowd.map(async (id) => (await world.messages(id)).length))
  return async () =>
    Promise.all(
      crowd.map(async (id, n) => (await world.messages(id)).slice(before[n]).map(({ text }) => text ?? '')),
    )
}
const stateOf = async (id: number, userId: number) =>
  (
    await world.db
      .select()
      .from(announcementRecipients)
      .where(and(eq(announcementRecipients.announcementId, id), eq(announcementRecipients.userId, userId)))
  )[0]?.state

test('everybody gets it once, in their language, and it is written down', async () => {
  await world.db.update(users).set({ locale: 'uz-Cyrl' }).where(eq(users.id, people.karimjon))
  await world.db.update(users).set({ locale: 'ru' }).where(eq(users.id, people.ivan))
  await world.db.update(users).set({ locale: 'en' }).where(eq(users.id, people.dilnoza))
  const got = await listening()
  const id = await started()
  expect(await run(id)).toBeUndefined()
  expect(await run(id)).toBeUndefined()
  expect(await got()).toEqual([
    ['Янги бўлим очилди: https://vodiy.example'],
    [texts.uz],
    [texts.ru],
    [texts.uz],
  ])
  expect(await stand(id)).toEqual({ state: 'done', sent: 4 })
  const entries = await world.db
    .select()
    .from(audit)
    .where(sql`${audit.action} like 'announcement_%'`)
    .orderBy(audit.id)
  expect(entries.map(({ action, actorId }) => [action, actorId])).toEqual([
    ['announcement_written', admin],
    ['announcement_started', admin],
    ['announcement_done', null],
  ])
})

test('stopped half-way nobody more gets it; resumed, the others do, and nobody twice', async () => {
  const got = await listening()
  const id = await started()
  expect(await run(id, 2)).toBe(0)
  await stopAnnouncement(world.deps, { adminId: admin, id })
  expect(await run(id)).toBeUndefined()
  expect((await got()).flat()).toHaveLength(2)
  expect(await stand(id)).toEqual({ state: 'stopped', sent: 2, waiting: 2 })
  await resumeAnnouncement(world.deps, { adminId: admin, id })
  // A job that was left over from before the stop runs beside the new one.
  await Promise.all([
    sendAnnouncement(world.deps, { announcementId: id }, { pause: 0 }),
    sendAnnouncement(world.deps, { announcementId: id }, { pause: 0 }),
  ])
  expect((await got()).map((texts) => texts.length)).toEqual([1, 1, 1, 1])
  expect(await stand(id)).toEqual({ state: 'done', sent: 4 })
})

test('a server killed in the middle of a call leaves one uncertain, who is not written to again', async () => {
  const got = await listening()
  const id = await started()
  await run(id, 1)
  // As the row stands when the process dies between the call and its answer.
  const [next] = await world.db.execute<{ user_id: string }>(sql`
    update announcement_recipients set state = 'sending' where announcement_id = ${id} and user_id = (
      select min(user_id) from announcement_recipients where announcement_id = ${id} and state = 'waiting')
    returning user_id`)
  await run(id)
  expect(await stateOf(id, Number(next?.user_id))).toBe('uncertain')
  expect((await got()).map((texts) => texts.length)).toEqual([1, 0, 1, 1])
  expect(await stand(id)).toEqual({ state: 'done', sent: 3, uncertain: 1 })
})

test('whose job was given up goes on; what is being sent, waits or was stopped is left alone', async () => {
  const lost = await started()
  const [sent, paused, stopped] = [await started(), await started(), await started()]
  const long = sql`now() - interval '20 minutes'`
  await world.db.update(announcements).set({ updatedAt: long })
  await world.db.update(announcementRecipients).set({ at: long })
  await run(sent, 1)
  await world.db.update(announcements).set({ pausedUntil: new Date() }).where(eq(announcements.id, paused))
  await world.db.update(announcements).set({ state: 'stopped' }).where(eq(announcements.id, stopped))
  world.jobs.length = 0
  await resumeLost(world.deps)
  expect(world.taken('announcements.send').map(({ data }) => data)).toEqual([{ announcementId: lost }])
})

describe('when Telegram', () => {
  test('loses the answer, the person has it and does not get it again', async () => {
    const got = await listening()
    const id = await started()
    await world.client('POST', 'faults', {
      method: 'sendMessage',
      chatId: people.dilnoza,
      times: 1,
      kind: 'lost',
    })
    expect(await run(id)).toBe(10)
    expect(await run(id)).toBeUndefined()
    expect((await got()).map((texts) => texts.length)).toEqual([1, 1, 1, 1])
    expect(await stand(id)).toEqual({ state: 'done', sent: 3, uncertain: 1 })
  })

  test('wants to be left alone, it is, for exactly as long, whoever asks', async () => {
    const got = await listening()
    const id = await started()
    await world.fault({
      method: 'sendMessage',
      chatId: people.dilnoza,
      times: 1,
      kind: '429',
      retryAfter: 40,
    })
    expect(await run(id)).toBe(40)
    expect(await stand(id)).toEqual({ state: 'sending', sent: 1, waiting: 3 })
    const left = (await run(id)) ?? 0
    expect(left).toBeGreaterThan(35)
    expect(left).toBeLessThanOrEqual(40)
    expect((await got()).flat()).toHaveLength(1)
    await world.db.update(announcements).set({ pausedUntil: new Date() })
    expect(await run(id)).toBeUndefined()
    expect((await got()).map((texts) => texts.length)).toEqual([1, 1, 1, 1])
  })

  test('says that the bot is blocked, the person is counted so and not asked again', async () => {
    await world.fault({ method: 'sendMessage', chatId: people.dilnoza, times: 1, kind: '403' })
    const id = await started()
    await run(id)
    expect(await stand(id)).toEqual({ state: 'done', sent: 3, unreachable: 1 })
    expect(await stand(await started())).toEqual({ state: 'sending', waiting: 3, unreachable: 1 })
  })

  test('cannot be reached, everybody keeps their turn', async () => {
    const id = await started()
    world.deps.telegram = createTelegram(
      { telegram: { ...world.deps.config.telegram, apiRoot: 'http://127.0.0.1:1' } },
      { timeoutSeconds: 1 },
    )
    expect(await run(id)).toBe(20)
    expect(await stand(id)).toEqual({ state: 'sending', waiting: 4 })
  })
})

test('who was banned meanwhile is passed over, who is banned was never meant', async () => {
  await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, people.ivan))
  const id = await started()
  await world.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, people.dilnoza))
  await run(id)
  expect(await stand(id)).toEqual({ state: 'done', sent: 2, skipped: 1 })
})

test('it is for those with ads of a region and category, or who speak a language', async () => {
  await world.ad({ sellerId: people.karimjon, state: 'active' })
  await world.ad({
    sellerId: people.ivan,
    state: 'sold',
    regionId: 'fargona',
    categoryId: 'services.machines',
  })
  await world.ad({ sellerId: people.dilnoza, state: 'removed' })
  await world.db.update(users).set({ locale: 'ru' }).where(eq(users.id, people.ivan))
  const count = async (audience: object) =>
    (await countAudience(world.db, { who: 'sellers', languages: [], ...audience })).reachable
  expect(await count({})).toBe(2)
  expect(await count({ region: 'fargona' })).toBe(1)
  expect(await count({ category: 'transport' })).toBe(1)
  expect(await count({ region: 'fargona', category: 'transport' })).toBe(0)
  expect(await count({ languages: ['ru'] })).toBe(1)
  expect(await count({ who: 'everybody', languages: ['uz', 'en'] })).toBe(3)
  await world.db.update(users).set({ locale: null, languageCode: 'ru-RU' }).where(eq(users.id, people.ivan))
  expect(await count({ languages: ['ru'] })).toBe(1)
})
