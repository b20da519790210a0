import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { announcementRecipients, announcements, audit, users } from '#server/db/schema.ts'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { eventually, newKey, param } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let admin: ApiClient
beforeAll(async () => {
  world = await startWorld()
  admin = world.as(people.muhabbat)
  for (const id of [people.muhabbat, people.dilnoza]) {
    await fetch(`${world.telegram.url}/client/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ from: id, chatId: id, text: '/start' }),
    })
    await world.as(id).me.$get()
  }
})
afterAll(() => world?.stop())

const audience = { who: 'everybody' }
const write = (texts: Record<string, unknown>, more: Record<string, unknown> = audience, key = newKey()) =>
  admin.admin.announcements.$post({ json: { texts, audience: more }, header: { 'idempotency-key': key } })
const written = async (texts: Record<string, unknown>) => (await write(texts)).json()
const start = (id: number, revision = 1) =>
  admin.admin.announcements[':id'].start.$post({ ...param(id), json: { revision } })
const heard = async (person: number) => {
  const state = (await (await fetch(`${world.telegram.url}/client/state`)).json()) as SandboxState
  return (state.chats.find(({ id }) => id === person)?.messages ?? []).map(({ text }) => text ?? '')
}
const fieldsOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error: { code: string; fields?: Record<string, string> } }).error

it.each([
  [{ uz: ' ' }, audience, 'texts.uz'],
  [{}, audience, 'texts.uz'],
  [{ uz: 'x'.repeat(2001) }, audience, 'texts.uz'],
  [{ uz: 'Salom', ru: 'я'.repeat(2001) }, audience, 'texts.ru'],
  [{ uz: 'Salom' }, { who: 'cats' }, 'audience.who'],
  [{ uz: 'Salom' }, { who: 'sellers', region: 'toshkent-yoq' }, 'audience.region'],
  [{ uz: 'Salom' }, { who: 'sellers', category: 'yoq' }, 'audience.category'],
  [{ uz: 'Salom' }, { who: 'everybody', languages: ['tr'] }, 'audience.languages.0'],
])('%o for %o is refused, naming %s', async (texts, more, field) => {
  const answer = await write(texts, more)
  expect(answer.status).toBe(422)
  const { code, fields } = await fieldsOf(answer)
  expect(code).toBe('announcements.invalid')
  expect(Object.keys(fields ?? {})).toEqual([field])
})

it('written twice with one key is one, and is changed until it starts', async () => {
  const key = newKey()
  const [first, second] = [
    await (await write({ uz: 'Salom' }, audience, key)).json(),
    await (await write({ uz: 'Salom' }, audience, key)).json(),
  ]
  expect(second.id).toBe(first.id)
  const json = { texts: { uz: 'Assalom', ru: ' ' }, audience, revision: first.revision }
  const changed = await (await admin.admin.announcements[':id'].$put({ ...param(first.id), json })).json()
  expect(changed).toMatchObject({ state: 'draft', texts: { uz: 'Assalom' }, author: 'Muhabbat' })
  expect(await (await admin.admin.announcements.audience.$post({ json: { audience } })).json()).toEqual({
    reachable: 2,
    unreachable: 0,
  })
})

it('that another admin has changed is neither overwritten nor sent unseen', async () => {
  const { id, revision } = await written({ uz: 'Ertaga bozor' })
  const change = (uz: string) =>
    admin.admin.announcements[':id'].$put({ ...param(id), json: { texts: { uz }, audience, revision } })
  const theirs = await (await change('Ertaga bozor yoʻq')).json()
  expect(theirs.revision).toBe(revision + 1)
  expect((await fieldsOf(await change('Ertaga katta bozor'))).code).toBe('announcements.changed')
  expect((await fieldsOf(await start(id, revision))).code).toBe('announcements.changed')
  // Whose own change arrived, though its answer was lost, has made it.
  expect(await (await change('Ertaga bozor yoʻq')).json()).toEqual(theirs)
  const changes = await world.deps.db.select().from(audit).where(eq(audit.action, 'announcement_changed'))
  expect(changes.filter(({ after }) => (after as { announcement: number }).announcement === id)).toHaveLength(
    1,
  )
  const now = await (await admin.admin.announcements[':id'].$get(param(id))).json()
  expect(now).toMatchObject({ state: 'draft', texts: { uz: 'Ertaga bozor yoʻq' } })
})

it('is tried out by its writer alone, then sent by the board, once though started twice', async () => {
  const { id } = await written({ uz: 'Bozor kuni yakshanba' })
  expect((await admin.admin.announcements[':id'].test.$post({ ...param(id), json: {} })).status).toBe(200)
  expect((await heard(people.muhabbat)).at(-1)).toBe('Bozor kuni yakshanba')
  expect(await heard(people.dilnoza)).not.toContain('Bozor kuni yakshanba')
  const answers = await Promise.all([1, 2].map(() => start(id)))
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
  const done = await eventually(async () => {
    const now = await (await admin.admin.announcements[':id'].$get(param(id))).json()
    return now.state === 'done' && now
  })
  expect(done.progress).toMatchObject({ sent: 2, waiting: 0 })
  expect((await heard(people.dilnoza)).filter((text) => text === 'Bozor kuni yakshanba')).toHaveLength(1)
  expect((await start(id)).status).toBe(409)
  for (const verb of ['stop', 'resume'] as const)
    expect((await admin.admin.announcements[':id'][verb].$post(param(id))).status).toBe(409)
  const json = { texts: { uz: 'Boshqa' }, audience, revision: 1 }
  expect((await admin.admin.announcements[':id'].$put({ ...param(id), json })).status).toBe(409)
})

it('is deleted while nobody was written to, by one of two who try, and its words stay in the audit', async () => {
  const { id } = await written({ uz: 'Adashib yozildi' })
  const remove = () => admin.admin.announcements[':id'].$delete(param(id))
  const answers = await Promise.all([remove(), remove()])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
  expect((await admin.admin.announcements[':id'].$get(param(id))).status).toBe(404)
  expect((await start(id)).status).toBe(404)
  const entries = await world.deps.db.select().from(audit).where(eq(audit.action, 'announcement_deleted'))
  expect(entries).toMatchObject([
    { actorId: people.muhabbat, before: { announcement: id, texts: { uz: 'Adashib yozildi' } }, after: null },
  ])
  const told = await (await admin.audit.$get({ query: { action: 'announcement_deleted' } })).json()
  expect(told.items[0]?.text).toBe('Muhabbat yuborilmagan xabarni oʻchirdi: «Adashib yozildi»')
})

it.each(['sending', 'stopped', 'done'] as const)('is kept once it is %s', async (state) => {
  const { id } = await written({ uz: 'Boshlangan' })
  await world.deps.db.update(announcements).set({ state }).where(eq(announcements.id, id))
  const answer = await admin.admin.announcements[':id'].$delete(param(id))
  expect((await fieldsOf(answer)).code).toBe('announcements.wrong_state')
  expect((await admin.admin.announcements[':id'].$get(param(id))).status).toBe(200)
})

it('is listed newest first; what is not there is not found', async () => {
  const { id } = await written({ uz: 'Eng yangisi' })
  const { items } = await (await admin.admin.announcements.$get({ query: {} })).json()
  expect(items[0]).toMatchObject({ id, texts: { uz: 'Eng yangisi' }, progress: { sent: 0 } })
  expect((await start(999_999)).status).toBe(404)
  expect(
    await world.deps.db.$count(announcementRecipients, eq(announcementRecipients.announcementId, id)),
  ).toBe(0)
  expect(await world.deps.db.$count(users)).toBeGreaterThan(1)
})
