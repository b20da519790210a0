import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  ads,
  audit,
  channelPosts,
  drafts,
  reports,
  searchAlerts,
  telegramUpdates,
  users,
} from '#server/db/schema.ts'
import { endBans } from '#server/people/bans.ts'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { lockStandings } from '#server/users/standing.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import { banEnd } from '#shared/people/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { eventually, newKey, param, plough, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let admin: ApiClient
let moderator: ApiClient
const anna = 6001
const bek = 6002
const seller = people.karimjon
beforeAll(async () => {
  world = await startWorld()
  for (const id of [anna, bek, people.muhabbat]) await world.as(id).me.$get()
  admin = world.as(people.muhabbat)
  moderator = world.as(anna)
  for (const id of [seller, people.dilnoza, people.ivan]) await say(id, '/start')
})
afterAll(() => world?.stop())
const free = { bannedAt: null, bannedUntil: null, banReason: null, banNote: null, banSaidAt: null }
beforeEach(async () => {
  await world.deps.db
    .update(users)
    .set({ role: 'moderator', ...free })
    .where(inArray(users.id, [anna, bek]))
})
afterEach(async () => {
  await world.deps.db.update(users).set({ ...free, role: 'user' })
  await world.deps.db
    .update(ads)
    .set({ state: 'removed' })
    .where(inArray(ads.state, ['pending', 'active', 'rejected']))
})

const ban = (who: ApiClient, id: number, json: object = {}) =>
  who.people[':id'].ban.$post({
    ...param(id),
    json: { reason: 'fraud', term: 'week', ads: 'keep', ...json },
  })
const lift = (who: ApiClient, id: number) => who.people[':id'].lift.$post(param(id))
const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error?: { code: string } }).error?.code
const me = async (id: number) => (await world.as(id).me.$get()).json()
const adOf = async (id: number) => (await world.deps.db.select().from(ads).where(eq(ads.id, id)))[0]
const postOf = async (id: number) =>
  (await world.deps.db.select().from(channelPosts).where(eq(channelPosts.adId, id)))[0]
const history = async (id: number) =>
  (await (await admin.people[':id'].history.$get({ ...param(id), query: {} })).json()).items

/** What a private chat holds. */
async function chatOf(id: number): Promise<Message[]> {
  const state = (await (await fetch(`${world.telegram.url}/client/state`)).json()) as SandboxState
  return state.chats.find((chat) => chat.id === id)?.messages ?? []
}
async function client(path: string, body: object) {
  const answer = await fetch(`${world.telegram.url}/client/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return answer.json()
}
/** Resolves once the bot has worked on it. */
async function say(from: number, text: string) {
  const [message] = (await client('messages', { from, chatId: from, text })) as Message[]
  const isIt = sql`payload->'message'->>'message_id' = ${String(message?.message_id)}
    and payload->'message'->'chat'->>'id' = ${String(from)} and done_at is not null`
  await eventually(async () => (await world.deps.db.$count(telegramUpdates, isIt)) > 0)
  return message as Message
}
const hears = (id: number, ...parts: string[]) =>
  eventually(async () => (await chatOf(id)).find(({ text }) => parts.every((part) => text?.includes(part))))
/** How many messages of the bot in the chat have these words. */
const timesHeard = async (id: number, part: string) =>
  (await chatOf(id)).filter(({ text, from }) => from?.is_bot && text?.includes(part)).length

describe('a ban', () => {
  it('with everything taken down: waiting and live ads are sent back for good, posts go, the person is told why', async () => {
    const api = world.as(seller)
    const live = await publish(api, moderator, { ...plough, title: 'Turgan eʼlon' })
    await eventually(async () => (await postOf(live.id))?.state === 'sent')
    const waiting = await submit(api, { ...plough, title: 'Kutayotgan eʼlon' })
    const sold = await publish(api, moderator)
    await api.ads[':id'].sold.$post({ ...param(sold.id), json: { revision: sold.revision } })

    const answer = await ban(moderator, seller, { ads: 'hide', note: 'Oldindan pul olgan' })
    expect(await answer.json()).toMatchObject({
      hidden: 2,
      ban: { reason: 'fraud', note: 'Oldindan pul olgan', until: expect.any(String) },
    })
    for (const id of [live.id, waiting])
      expect(await adOf(id)).toMatchObject({
        state: 'rejected',
        rejectionReason: 'fraud',
        rejectionNote: 'Oldindan pul olgan',
        rejectionFinal: true,
      })
    expect((await adOf(sold.id))?.state).toBe('sold')
    await eventually(async () => (await postOf(live.id))?.state === 'deleted')
    const t = common('uz')
    await hears(
      seller,
      t('ban.title'),
      t('ban.reason', { reason: t('ban.fraud') }),
      'Oldindan pul olgan',
      botTexts('uz')('bot.banned_hidden', { count: 2 }),
    )
    const [entry] = await history(seller)
    expect(entry).toMatchObject({
      action: 'banned',
      actor: { id: anna },
      changes: expect.arrayContaining([
        { label: staffTexts('uz')('people.ban_why'), before: null, after: t('ban.fraud') },
        { label: staffTexts('uz')('audit.field_hidden'), before: null, after: '2' },
      ]),
    })
  })

  it('that keeps ads leaves each as it is; those approved meanwhile are news to nobody', async () => {
    const buyer = world.as(people.dilnoza)
    await buyer.searches.$post({ json: { query: 'category=services', mode: 'instant' } as never })
    const live = await publish(world.as(seller), moderator)
    const waiting = await submit(world.as(seller), { ...plough, title: 'Keyin tasdiqlanadi' })
    await ban(moderator, seller)
    expect((await adOf(live.id))?.state).toBe('active')
    expect((await adOf(waiting))?.state).toBe('pending')
    await hears(seller, botTexts('uz')('bot.banned_kept'))
    await moderator.moderation[':id'].approve.$post({ ...param(waiting), json: { revision: 1 } })
    await eventually(async () => (await postOf(waiting))?.state === 'sent')
    const told = eq(searchAlerts.userId, people.dilnoza)
    const alerts = await world.deps.db.select().from(searchAlerts).where(told)
    expect(alerts.map(({ adId }) => adId)).toContain(live.id)
    expect(alerts.map(({ adId }) => adId)).not.toContain(waiting)
  })

  it('ends by itself at its term, everywhere at once; the person is told afterwards, once', async () => {
    const api = world.as(seller)
    const id = await submit(api)
    await ban(moderator, seller, { term: 'day', ads: 'hide' })
    expect((await me(seller)).ban).toMatchObject({ reason: 'fraud' })
    expect(await codeOf(await api.ads[':id'].report.$post({ ...param(id), json: { reason: 'fraud' } }))).toBe(
      'auth.banned',
    )
    await world.deps.db
      .update(users)
      .set({ bannedUntil: sql`now() - interval '1 second'` })
      .where(eq(users.id, seller))
    expect((await me(seller)).ban).toBeNull()
    const [{ over }] = (await world.deps.db.execute(
      sql`select is_banned(banned_at, banned_until) as over from users where id = ${seller}`,
    )) as never as [{ over: boolean }]
    expect(over).toBe(false)
    expect(await submit(api, { ...plough, title: 'Yana men' })).toBeGreaterThan(id)
    expect(await codeOf(await lift(moderator, seller))).toBe('people.not_banned')

    const before = await timesHeard(seller, botTexts('uz')('bot.lifted'))
    await Promise.all([endBans(world.deps), endBans(world.deps), endBans(world.deps)])
    await hears(seller, botTexts('uz')('bot.lifted'), botTexts('uz')('bot.lifted_ads', { count: 1 }))
    expect(await timesHeard(seller, botTexts('uz')('bot.lifted'))).toBe(before + 1)
    expect((await history(seller))[0]).toMatchObject({ action: 'ban_over', actor: null })
    expect(await adOf(id)).toMatchObject({ state: 'rejected', rejectionFinal: false })
  })

  it('that takes down what was reported proves its reporters right; nothing of it is left to be looked at', async () => {
    const { id } = await publish(world.as(seller), moderator)
    const json = { reason: 'fraud' } as const
    expect((await world.as(people.dilnoza).ads[':id'].report.$post({ ...param(id), json })).status).toBe(200)
    await ban(moderator, seller, { ads: 'hide' })
    const { items } = await (await moderator.reports.$get({ query: {} })).json()
    expect(items.map((ad) => ad.id)).not.toContain(id)
    const [report] = await world.deps.db.select().from(reports).where(eq(reports.adId, id))
    expect(report).toMatchObject({ state: 'upheld', settledAt: expect.any(Date) })
  })

  it('that takes ads down keeps them down, whatever decision of before is taken back', async () => {
    const live = await publish(world.as(seller), moderator)
    const waiting = await submit(world.as(seller), { ...plough, title: 'Qaytarilgan' })
    await world.as(people.dilnoza).ads[':id'].report.$post({ ...param(live.id), json: { reason: 'fraud' } })
    const decisions = [
      await moderator.reports[':id']['take-down'].$post({
        ...param(live.id),
        json: { revision: live.revision, reason: 'fraud' },
      }),
      await moderator.moderation[':id'].reject.$post({
        ...param(waiting),
        json: { revision: 1, reason: 'text' },
      }),
    ]
    await ban(moderator, seller, { ads: 'hide' })
    for (const answer of decisions) {
      const { decisionId } = (await answer.json()) as { decisionId: number }
      const undone = await moderator.moderation.decisions[':id'].undo.$post(param(decisionId))
      expect(await codeOf(undone)).toBe('people.banned')
    }
    for (const id of [live.id, waiting]) expect((await adOf(id))?.state).toBe('rejected')
  })

  it('says the reason as admins have put it', async () => {
    const text = { uz: 'Firibgarlik uchun.', ru: 'За обман.', en: 'For fraud.' }
    const content = { ...builtInReasons.fraud, text }
    const put = (json: { content: typeof content | null; revision: number }) =>
      admin.admin.reasons[':id'].$put({ param: { id: 'fraud' }, json: { ...json, archived: false } as never })
    expect((await put({ content, revision: 0 })).status).toBe(200)
    const id = await submit(world.as(seller))
    await ban(moderator, seller, { ads: 'hide' })
    const ad = await (await world.as(seller).ads[':id'].$get(param(id))).json()
    expect(ad.rejection?.said.ru).toBe('За обман.')
    await put({ content: null, revision: 1 })
  })

  it('lifted brings nothing back by itself: what was taken down may be mended and goes to the moderators again', async () => {
    const api = world.as(seller)
    const live = await publish(api, moderator)
    const refused = await submit(api, { ...plough, title: 'Oldin qaytarilgan' })
    const json = { revision: 1, reason: 'forbidden', final: true } as const
    await moderator.moderation[':id'].reject.$post({ ...param(refused), json })
    await ban(moderator, seller, { ads: 'hide', term: 'forever', reason: 'spam' })
    expect(await codeOf(await api.draft.from[':id'].$post(param(live.id)))).toBe('auth.banned')

    expect(await (await lift(moderator, seller)).json()).toMatchObject({ ban: null, released: 1 })
    await hears(seller, botTexts('uz')('bot.lifted'), botTexts('uz')('bot.lifted_ads', { count: 1 }))
    expect(await adOf(live.id)).toMatchObject({ state: 'rejected', rejectionFinal: false })
    // What a moderator had refused for good before has nothing to do with the ban.
    expect(await adOf(refused)).toMatchObject({ state: 'rejected', rejectionFinal: true })
    const { revision } = await (await api.draft.from[':id'].$post(param(live.id))).json()
    const header = { 'idempotency-key': newKey() }
    expect((await api.draft.submit.$post({ json: { revision }, header })).status).toBe(200)
    expect((await adOf(live.id))?.state).toBe('pending')
    expect((await history(seller))[0]).toMatchObject({ action: 'lifted', actor: { id: anna } })
  })

  it.each([
    { reason: 'boring' },
    { reason: 'other' },
    { note: 'x'.repeat(301) },
    { term: 'year' },
    { term: '2020-01-01' },
    { term: '2030-02-30T00:00' },
    { ads: 'burn' },
  ])('of %o is refused', async (json) => {
    expect((await ban(moderator, seller, json)).status).toBe(400)
    expect((await me(seller)).ban).toBeNull()
  })

  it('ends with a day in Tashkent, or never', async () => {
    expect(banEnd('2030-05-01')?.toISOString()).toBe('2030-05-01T18:59:00.000Z')
    expect(banEnd('forever')).toBeNull()
    expect((await ban(moderator, seller, { term: '2030-05-01' })).status).toBe(200)
    expect((await me(seller)).ban?.until).toBe('2030-05-01T18:59:00.000Z')
  })

  it('asked for by fifty at once is given once; one in place of another says so', async () => {
    const many = Array.from({ length: 25 }, () => [anna, bek]).flat()
    const answers = await Promise.all(many.map((id) => ban(world.as(id), seller)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const codes = await Promise.all(answers.filter(({ status }) => status !== 200).map(codeOf))
    expect(new Set(codes)).toEqual(new Set(['people.already_banned']))
    expect((await ban(moderator, seller, { again: true, reason: 'rude', term: 'forever' })).status).toBe(200)
    expect((await me(seller)).ban).toMatchObject({ reason: 'rude', until: null })
    const lifted = await Promise.all(many.map((id) => lift(world.as(id), seller)))
    expect(lifted.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  it('is not for oneself, an admin, or from a moderator for another one; an admin bans a moderator, who is none then', async () => {
    expect(await codeOf(await ban(moderator, anna))).toBe('people.self')
    expect(await codeOf(await ban(moderator, bek))).toBe('people.protected')
    expect(await codeOf(await ban(moderator, people.muhabbat))).toBe('people.protected')
    await world.deps.db.update(users).set({ role: 'admin' }).where(eq(users.id, anna))
    expect(await codeOf(await ban(admin, anna))).toBe('people.protected')
    expect(await codeOf(await ban(moderator, anna))).toBe('people.self')
    expect(await codeOf(await ban(admin, 999_999))).toBe('people.not_found')
    expect((await ban(admin, bek)).status).toBe(200)
    expect(await codeOf(await world.as(bek).people.$get({ query: {} }))).toBe('auth.forbidden')
    await lift(admin, bek)
    expect((await me(bek)).user.role).toBe('user')
  })

  it('is not given by a moderator who lost the role while asking', async () => {
    const asked = Array.from({ length: 8 }, (_, n) => 6_200 + n)
    for (const id of asked) await world.as(id).me.$get()
    const demoted = admin.people[':id'].role.$put({ ...param(anna), json: { role: 'user' } })
    const answers = await Promise.all(asked.map((id) => ban(moderator, id)))
    expect((await demoted).status).toBe(200)
    const since = await world.deps.db
      .select({ id: audit.id })
      .from(audit)
      .where(and(eq(audit.action, 'role'), eq(audit.userId, anna)))
      .orderBy(audit.id)
    const later = sql`action = 'banned' and actor_id = ${anna} and id > ${since.at(-1)?.id}`
    expect(await world.deps.db.$count(audit, later)).toBe(0)
    for (const answer of answers)
      if (answer.status !== 200) expect(await codeOf(answer)).toBe('auth.forbidden')
  })
})

it('whoever is banned while asking does not lift the ban', async () => {
  const lifted = await world.deps.db.transaction(async (tx) => {
    await lockStandings(tx)
    const asked = lift(moderator, anna)
    await eventually(async () => {
      const [row] = await tx.execute<{ waits: boolean }>(
        sql`select exists (select from pg_locks where locktype = 'advisory' and not granted) as waits`,
      )
      return row?.waits
    })
    await tx.update(users).set({ bannedAt: sql`now()`, role: 'user' }).where(eq(users.id, anna))
    return { asked }
  })
  expect(await codeOf(await lifted.asked)).toBe('auth.forbidden')
  expect((await me(anna)).ban).not.toBeNull()
})

it('a ban and a desk that lets go of an ad do not wait for each other', async () => {
  const [low, middle, high] = [
    await submit(world.as(seller), { ...plough, title: 'Birinchi' }),
    await submit(world.as(seller), { ...plough, title: 'Ikkinchi' }),
    await submit(world.as(seller), { ...plough, title: 'Uchinchi' }),
  ]
  const desk = (holding: number[], first?: number) =>
    moderator.moderation.desk.$post({ json: { holding, want: 0, ...(first && { first }) } as never })
  await desk([low], high)
  const { banned, left } = await world.deps.db.transaction(async (tx) => {
    const waiting = (count: number) =>
      eventually(async () => {
        const [row] = await world.deps.db.execute<{ count: number }>(sql`select count(*)::int as count
          from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
        return row?.count === count
      })
    await tx.select().from(ads).where(eq(ads.id, middle)).for('update')
    const banned = ban(world.as(bek), seller, { ads: 'hide' })
    await waiting(1)
    const left = desk([low])
    await waiting(2)
    return { banned, left }
  })
  expect([(await banned).status, (await left).status]).toEqual([200, 200])
})

describe('somebody banned', () => {
  beforeEach(async () => {
    await say(people.ivan, '/language')
    await world.as(people.ivan).me.$patch({ json: { locale: 'ru' } })
  })

  it('neither sends, nor uploads, nor reports, nor shares, nor changes an ad, and the app says why at once', async () => {
    const api = world.as(people.ivan)
    const mine = await publish(api, moderator, { ...plough, title: 'Моё объявление' })
    const other = await publish(world.as(seller), moderator)
    const { revision: before } = await (await api.draft.$get()).json()
    const { revision } = await (await api.draft.$put({ json: { draft: plough, revision: before } })).json()
    await ban(moderator, people.ivan, { note: 'Обман' })
    expect((await me(people.ivan)).ban).toMatchObject({ reason: 'fraud', note: 'Обман' })
    const key = { 'idempotency-key': newKey() }
    const file = { contentType: 'image/jpeg', contentLength: 1000 } as const
    const named = { ...param(mine.id), json: { revision: mine.revision } }
    const refused = [
      await api.draft.submit.$post({ json: { revision }, header: key }),
      await api.photos.$post({ json: file, header: key }),
      await api.ads[':id'].report.$post({ ...param(other.id), json: { reason: 'fraud' } }),
      await api.ads[':id'].share.$post(param(other.id)),
      await api.ads[':id'].renew.$post(named),
      await api.ads[':id'].sold.$post(named),
      await api.draft.copy[':id'].$post(param(mine.id)),
    ]
    for (const answer of refused) expect(await codeOf(answer)).toBe('auth.banned')
    // Looking around stays open to them, and what they typed is kept.
    expect((await api.ads[':id'].$get(param(other.id))).status).toBe(200)
    expect((await (await api.draft.$get()).json()).draft?.title).toBe(plough.title)
  })

  it('while sending gets no ad past the ban', async () => {
    for (let round = 0; round < 5; round++) {
      const api = world.as(people.ivan)
      const { revision: before } = await (await api.draft.$get()).json()
      const saved = await api.draft.$put({ json: { draft: plough, revision: before } })
      const { revision } = await saved.json()
      const [sent, banned] = await Promise.all([
        api.draft.submit.$post({ json: { revision }, header: { 'idempotency-key': newKey() } }),
        ban(moderator, people.ivan, { ads: 'hide' }),
      ])
      expect(banned.status).toBe(200)
      const open = and(eq(ads.sellerId, people.ivan), eq(ads.state, 'pending'))
      expect(await world.deps.db.$count(ads, open), `sending answered ${sent.status}`).toBe(0)
      await lift(moderator, people.ivan)
      await api.draft.$delete()
    }
  })

  it('who writes to the bot is told why once, however much they write, and begins nothing', async () => {
    await world.as(people.ivan).draft.$delete()
    await ban(moderator, people.ivan, { reason: 'rude' })
    const reason = common('ru')('ban.reason', { reason: common('ru')('ban.rude') })
    await hears(people.ivan, reason)
    for (const text of ['/new', 'Продаю Cobalt 2021, 12 000 $', 'Алло?', '/new', 'Ответьте!'])
      await say(people.ivan, text)
    // Once as news of the ban, once as an answer.
    expect(await timesHeard(people.ivan, reason)).toBe(2)
    expect(await world.deps.db.$count(drafts, eq(drafts.userId, people.ivan))).toBe(0)
    await world.deps.db
      .update(users)
      .set({ banSaidAt: sql`now() - interval '11 minutes'` })
      .where(eq(users.id, people.ivan))
    await say(people.ivan, 'Почему?')
    expect(await timesHeard(people.ivan, reason)).toBe(3)
    const { message_id } = await say(people.ivan, '/my')
    expect((await chatOf(people.ivan)).find((message) => message.message_id > message_id)?.text).toBe(
      botTexts('ru')('bot.my'),
    )
  })

  it('in the middle of the chat’s questions gets no further, and the draft stays', async () => {
    await world.as(people.ivan).draft.$delete()
    await say(people.ivan, '/new')
    const question = (await chatOf(people.ivan)).findLast(({ reply_markup }) => reply_markup?.inline_keyboard)
    const data = question?.reply_markup?.inline_keyboard
      .flat()
      .flatMap((button) => ('callback_data' in button ? button.callback_data : []))
      .find((each) => each.startsWith('d:'))
    const { draft } = await (await world.as(people.ivan).draft.$get()).json()
    await ban(moderator, people.ivan)
    await client('callback', {
      from: people.ivan,
      chatId: people.ivan,
      messageId: question?.message_id,
      data,
    })
    await say(people.ivan, 'Cobalt')
    expect((await (await world.as(people.ivan).draft.$get()).json()).draft).toEqual(draft)
  })

  it('hears of no new ads', async () => {
    const api = world.as(people.ivan)
    await api.searches.$post({ json: { query: 'category=services', mode: 'instant' } as never })
    await ban(moderator, people.ivan)
    const { id } = await publish(world.as(seller), moderator)
    await eventually(async () => (await postOf(id))?.state === 'sent')
    expect(await world.deps.db.$count(searchAlerts, eq(searchAlerts.userId, people.ivan))).toBe(0)
  })
})
