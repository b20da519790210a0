import { eq, inArray, ne } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { users } from '#server/db/schema.ts'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import type { Role } from '#shared/users/schema.ts'
import { eventually, param, plough, submit } from '../ads.ts'
import { people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

/** Nobody is an admin by the board's configuration. */
let world: World
const anna = 6001
const bek = 6002
const guests = Array.from({ length: 10 }, (_, n) => 6_100 + n)
beforeAll(async () => {
  world = await startWorld((config) => ({ ...config, telegram: { ...config.telegram, adminIds: [] } }))
  for (const id of [anna, bek, people.karimjon, ...guests]) await world.as(id).me.$get()
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.deps.db.update(users).set({ role: 'user', bannedAt: null })
  await world.deps.db
    .update(users)
    .set({ role: 'admin' })
    .where(inArray(users.id, [anna, bek]))
})

const give = (by: number, to: number, role: Role) =>
  world.as(by).people[':id'].role.$put({ ...param(to), json: { role } })
const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error?: { code: string } }).error?.code
const roleOf = async (id: number) => (await (await world.as(id).me.$get()).json()).user.role
const admins = async () =>
  (await world.deps.db.select().from(users).where(eq(users.role, 'admin'))).map(({ id }) => id)
async function chatOf(id: number): Promise<Message[]> {
  const state = (await (await fetch(`${world.telegram.url}/client/state`)).json()) as SandboxState
  return state.chats.find((chat) => chat.id === id)?.messages ?? []
}

describe('roles', () => {
  it('are given and taken by admins; the person is told and it is put down', async () => {
    await fetch(`${world.telegram.url}/client/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: people.karimjon, chatId: people.karimjon, text: '/start' }),
    })
    for (const role of ['moderator', 'admin', 'user'] as const) {
      expect((await give(anna, people.karimjon, role)).status).toBe(200)
      expect(await roleOf(people.karimjon)).toBe(role)
      await eventually(async () =>
        (await chatOf(people.karimjon)).some(({ text }) => text === botTexts('uz')(`bot.role_${role}`)),
      )
    }
    const name = (role: Role) => staffTexts('uz')(`people.role_${role}`)
    const query = { ...param(people.karimjon), query: {} }
    const { items } = await (await world.as(anna).people[':id'].history.$get(query)).json()
    expect(items).toMatchObject([
      { action: 'role', actor: { id: anna }, changes: [{ before: name('admin'), after: name('user') }] },
      { changes: [{ before: name('moderator'), after: name('admin') }] },
      { changes: [{ before: name('user'), after: name('moderator') }] },
    ])
  })

  it('are not given to who is banned or unknown, nor by moderators', async () => {
    await world.deps.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, people.karimjon))
    expect(await codeOf(await give(anna, people.karimjon, 'moderator'))).toBe('people.banned')
    expect(await codeOf(await give(anna, 999_999, 'moderator'))).toBe('people.not_found')
    await give(anna, bek, 'moderator')
    expect(await codeOf(await give(bek, guests[0] as number, 'moderator'))).toBe('auth.forbidden')
    expect(await codeOf(await give(bek, bek, 'admin'))).toBe('auth.forbidden')
    expect(await roleOf(bek)).toBe('moderator')
  })

  it('taken while the app is open: the next deed is refused plainly, and the app learns who one is now', async () => {
    await give(anna, bek, 'moderator')
    const id = await submit(world.as(people.karimjon), plough)
    expect((await world.as(bek).moderation.desk.$post({ json: { holding: [], want: 1 } })).status).toBe(200)
    await give(anna, bek, 'user')
    const refused = await world
      .as(bek)
      .moderation[':id'].approve.$post({ ...param(id), json: { revision: 1 } })
    expect(refused.status).toBe(403)
    expect(await codeOf(refused)).toBe('auth.forbidden')
    expect(await roleOf(bek)).toBe('user')
  })
})

describe('the last admin', () => {
  it('cannot step down, be demoted, be banned or be forgotten', async () => {
    expect((await give(anna, anna, 'user')).status).toBe(200)
    expect(await codeOf(await give(bek, bek, 'moderator'))).toBe('people.last_admin')
    expect(await codeOf(await world.as(bek).me.$delete())).toBe('people.last_admin')
    const json = { reason: 'fraud', term: 'day', ads: 'keep' } as const
    expect(await codeOf(await world.as(bek).people[':id'].ban.$post({ ...param(bek), json }))).toBe(
      'people.self',
    )
    expect(await admins()).toEqual([bek])
  })

  it('remains when two demote each other at once, again and again', async () => {
    for (let round = 0; round < 25; round++) {
      await world.deps.db
        .update(users)
        .set({ role: 'admin' })
        .where(inArray(users.id, [anna, bek]))
      const [mine, theirs] = await Promise.all([give(anna, bek, 'user'), give(bek, anna, 'user')])
      expect([mine.status, theirs.status].toSorted((a, b) => a - b)).toEqual([200, 403])
      expect(await admins()).toHaveLength(1)
    }
  })

  it('remains when all of twelve step down at once, each four times over', async () => {
    const all = [anna, bek, ...guests]
    await world.deps.db.update(users).set({ role: 'admin' }).where(inArray(users.id, all))
    const answers = await Promise.all([...all, ...all, ...all, ...all].map((id) => give(id, id, 'user')))
    expect(await admins()).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(11)
    const codes = await Promise.all(answers.filter(({ status }) => status !== 200).map(codeOf))
    expect(new Set(codes)).toEqual(new Set(['auth.forbidden', 'people.last_admin']))
  })

  it('may go where the board’s configuration names another, who cannot be demoted', async () => {
    const fixed = people.muhabbat
    const other = await startWorld()
    try {
      for (const id of [anna, fixed]) await other.as(id).me.$get()
      await other.deps.db.update(users).set({ role: 'admin' }).where(eq(users.id, anna))
      const put = (by: number, to: number) =>
        other.as(by).people[':id'].role.$put({ ...param(to), json: { role: 'user' } })
      expect(await codeOf(await put(anna, fixed))).toBe('people.fixed_admin')
      expect((await put(anna, anna)).status).toBe(200)
      expect((await (await other.as(fixed).me.$get()).json()).user.role).toBe('admin')
      expect(await other.deps.db.$count(users, ne(users.role, 'user'))).toBe(0)
    } finally {
      await other.stop()
    }
  })
})
