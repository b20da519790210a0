import { isNull } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { createDatabase, type Db } from '#server/db/client.ts'
import { announcements, users } from '#server/db/schema.ts'
import type { Fault, Person, SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { eventually, newKey, param, plough, submit } from '../ads.ts'
import { people } from '../people.ts'
import { useBoard } from './board.ts'

const words = 'Yakshanba kuni bozor ochiq'
const { karimjon, dilnoza, muhabbat } = people

const board = useBoard()
const { as, client, start } = board
const messagesOf = async (chatId: number) =>
  (await client<SandboxState>('GET', 'state')).chats.find(({ id }) => id === chatId)?.messages ?? []

/** Services with so many people who let the bot write to them and whom the board knows; answers their ids in order. */
async function crowd(count: number) {
  const guests = Array.from({ length: count }, (_, n): Person => {
    const about = { first_name: `Mehmon ${n}`, language_code: 'uz', phone: `+99890${2_000_000 + n}` }
    return { id: 20_001 + n, is_bot: false, role: 'buyer', botBlocked: false, ...about }
  })
  await board.serve(guests)
  const ids = [dilnoza, muhabbat, ...guests.map(({ id }) => id)]
  for (const from of ids) await client('POST', 'write-access', { from })
  const { apiRoot, token } = board.services.config.telegram
  // That they did is no news to a board which knows them already.
  await fetch(`${apiRoot}/bot${token}/deleteWebhook?drop_pending_updates=true`)
  await withDatabase((db) =>
    db.insert(users).values(ids.map((id) => ({ id, firstName: 'Mehmon', languageCode: 'uz' }))),
  )
  return ids
}
async function withDatabase<T>(task: (db: Db) => PromiseLike<T>) {
  const { db, close } = createDatabase(board.services.config.databaseUrl, 1)
  const result = await task(db)
  await close()
  return result
}
/** Begins to send an announcement to everybody whom the board knows. */
async function announce() {
  const api = as(muhabbat).admin.announcements
  const json = { texts: { uz: words }, audience: { who: 'everybody' } }
  const { id, revision } = await (await api.$post({ json, header: { 'idempotency-key': newKey() } })).json()
  const started = await api[':id'].start.$post({ ...param(id), json: { revision } })
  expect(started.status).toBe(200)
  return id
}
/** How often each of these has got it, as Telegram has it. */
async function received(ids: readonly number[]) {
  const { chats } = await client<SandboxState>('GET', 'state')
  const chatOf = new Map(chats.map((chat) => [chat.id, chat]))
  return ids.map((id) => chatOf.get(id)?.messages.filter(({ text }) => text === words).length ?? 0)
}
const reached = async (ids: readonly number[]) => (await received(ids)).filter((times) => times > 0).length
/** What came of everybody, once it is done. */
const done = (id: number) =>
  eventually(async () => {
    const { state, progress } = await (await as(muhabbat).admin.announcements[':id'].$get(param(id))).json()
    return state === 'done' && progress
  }, 60)

describe('an announcement half of which is sent goes on at the next start, and everybody has got it once,', () => {
  it('when the server was killed before it heard that a message was sent', async () => {
    const ids = await crowd(10)
    const last = ids[5] as number
    const mute: Fault = { method: 'sendMessage', chatId: last, times: 1, kind: 'mute' }
    await client('POST', 'faults', mute)
    await start()
    const id = await announce()
    await eventually(async () => (await received([last]))[0] === 1)
    expect(await reached(ids)).toBe(6)
    await board.kill()
    await start()
    expect(await done(id)).toMatchObject({ sent: 11, uncertain: 1, waiting: 0 })
    expect(await received(ids)).toEqual(ids.map(() => 1))
  })

  it('when the server was ended as `npm start` is', async () => {
    const ids = await crowd(60)
    await start()
    const id = await announce()
    await eventually(async () => (await reached(ids)) > 0)
    expect(await board.stop()).toBe(0)
    // It was not broken off: whoever sends next need not wait until the turn lapses.
    expect(await withDatabase((db) => db.$count(announcements, isNull(announcements.turnUntil)))).toBe(1)
    expect(await reached(ids)).toBeLessThan(ids.length)
    await start()
    expect(await done(id)).toMatchObject({ sent: 62, uncertain: 0, waiting: 0 })
    expect(await received(ids)).toEqual(ids.map(() => 1))
  })
})

it('an ad that is approved meanwhile is posted, and told to who looks for it, before everybody has the announcement', async () => {
  const ids = await crowd(150)
  await client('POST', 'flood', { enabled: true })
  await start()
  const saved = await as(dilnoza).searches.$post({ json: { query: 'q=haydayman', mode: 'instant' } })
  expect(saved.status).toBe(200)
  const adId = await submit(as(karimjon))
  await announce()
  await eventually(async () => (await reached(ids)) > 2)
  const json = { revision: 1 }
  expect((await as(muhabbat).moderation[':id'].approve.$post({ ...param(adId), json })).status).toBe(200)

  const isOfAd = (message: { text?: string; caption?: string }) =>
    (message.text ?? message.caption ?? '').includes(plough.title ?? '')
  await eventually(async () => {
    const chats = await Promise.all([board.services.telegram.channelId, dilnoza].map(messagesOf))
    return chats.every((messages) => messages.some(isOfAd))
  })
  const before = await reached(ids)
  expect(before).toBeLessThan(ids.length)
  await eventually(async () => (await reached(ids)) > before)
})
