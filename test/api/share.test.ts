import { eq } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { adDays, drafts, users } from '#server/db/schema.ts'
import type { PreparedResponse } from '#server/sandbox/telegram/protocol.ts'
import { eventually, param, plough, publish, submit } from '../ads.ts'
import { people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())
beforeEach(() => client('DELETE', 'faults'))

async function client<T>(method: string, path: string, body?: object) {
  const response = await fetch(`${world.telegram.url}/client/${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}
/** Somebody whom the bot has met, as everybody has who opened the Mini App. */
const meet = (from: number) => client('POST', 'launch', { from, kind: 'link', theme: {} })
const share = (person: number, adId: number) => world.as(person).ads[':id'].share.$post(param(adId))
async function prepared(person: number, adId: number) {
  const answer = await share(person, adId)
  expect(answer.status).toBe(200)
  return (await answer.json()).id
}
const live = (draft = plough) => publish(world.as(people.karimjon), world.as(people.muhabbat), draft)

/** A live ad whose post stands in the channel. */
async function posted() {
  const ad = await live()
  return eventually(async () => {
    const now = await (await world.as(people.karimjon).ads[':id'].$get(param(ad.id))).json()
    return now.post ? now : undefined
  })
}

describe('sharing an ad', () => {
  it('prepares its card for whoever asks: the picture, the words in their language, a button', async () => {
    const ad = await posted()
    await meet(people.ivan)
    const preparedId = await prepared(people.ivan, ad.id)
    const { result } = await client<PreparedResponse>('POST', 'prepared', { from: people.ivan, preparedId })
    expect(result).toMatchObject({
      type: 'photo',
      photo_file_id: expect.any(String),
      caption: expect.stringMatching(/^Yer haydayman, MTZ-80 — 11\s500 \$[^]*Асакинский район/),
      reply_markup: { inline_keyboard: [[{ url: `https://t.me/VodiyBozorBot?startapp=ad_${ad.id}` }]] },
    })
  })

  it('says nothing that the channel does not say: no number, no name, and it counts nothing', async () => {
    const ad = await posted()
    await meet(people.dilnoza)
    const preparedId = await prepared(people.dilnoza, ad.id)
    const seen = await client<PreparedResponse>('POST', 'prepared', { from: people.dilnoza, preparedId })
    expect(JSON.stringify(seen)).not.toMatch(/998901234567|90 123|Karimjon/i)
    expect(await world.deps.db.select().from(adDays).where(eq(adDays.adId, ad.id))).toEqual([])
  })

  it('is for live ads only, for their sellers too', async () => {
    const waiting = await submit(world.as(people.karimjon))
    const sold = await live()
    await world
      .as(people.karimjon)
      .ads[':id'].sold.$post({ ...param(sold.id), json: { revision: sold.revision } })
    for (const id of [waiting, sold.id, 424_242])
      for (const person of [people.karimjon, people.dilnoza])
        expect((await share(person, id)).status).toBe(404)
  })

  it('is not for the banned', async () => {
    const ad = await live()
    await world.as(6100).me.$get()
    await world.deps.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, 6100))
    expect((await share(6100, ad.id)).status).toBe(403)
  })

  it.each(['500', '429', '400'] as const)(
    'answers that there is no card when Telegram says %s',
    async (kind) => {
      const ad = await live()
      await meet(people.dilnoza)
      await client('POST', 'faults', { method: 'savePreparedInlineMessage', times: 9, kind, retryAfter: 60 })
      expect(await prepared(people.dilnoza, ad.id)).toBeNull()
    },
  )

  it('answers within moments when Telegram does not', async () => {
    const ad = await live()
    await meet(people.dilnoza)
    await client('POST', 'faults', { method: 'savePreparedInlineMessage', times: 9, kind: 'hang' })
    const started = performance.now()
    expect(await prepared(people.dilnoza, ad.id)).toBeNull()
    expect(performance.now() - started).toBeLessThan(6000)
  })

  it('to the bot itself begins no ad', async () => {
    const ad = await posted()
    const from = people.dilnoza
    await meet(from)
    const preparedId = await prepared(from, ad.id)
    const [card] = await client<Message[]>('POST', 'share', { from, preparedId, chatIds: [from] })
    expect(card).toMatchObject({ photo: expect.any(Array), via_bot: { is_bot: true } })
    await client('POST', 'messages', { from, chatId: from, text: '/help' })
    await eventually(async () => {
      const { chats } = await client<{ chats: { id: number; messages: Message[] }[] }>(
        'GET',
        `state?person=${from}`,
      )
      return chats
        .find(({ id }) => id === from)
        ?.messages.at(-1)
        ?.text?.includes('/language')
    })
    expect(await world.deps.db.select().from(drafts).where(eq(drafts.userId, from))).toEqual([])
  })
})
