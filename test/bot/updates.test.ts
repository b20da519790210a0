import { eq, isNull, sql } from 'drizzle-orm'
import type { Update } from 'grammy/types'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Bot, createBot } from '#server/bot/bot.ts'
import { createTurns } from '#server/bot/turns.ts'
import { receiveUpdates, startUpdates, sweepUpdates } from '#server/bot/updates.ts'
import { telegramUpdates } from '#server/db/schema.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

const secret = 'secret-of-the-webhook-tests'
let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
})
afterAll(() => world?.stop())
beforeEach(() => world.db.delete(telegramUpdates))

let lastId = 1
const message = (from: number, text: string, id = ++lastId): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 1_700_000_000,
    text,
    chat: { id: from, type: 'private', first_name: 'Karimjon' },
    from: { id: from, is_bot: false, first_name: 'Karimjon' },
  },
})

/** A bot that writes down what it handles; each update waits for its gate, if it has one. */
function slowBot(gates: Record<number, Promise<void>> = {}) {
  const handled: number[] = []
  const bot: Bot = {
    turns: createTurns(),
    async handle({ update_id }) {
      await gates[update_id]
      handled.push(update_id)
    },
  }
  return { bot, handled }
}
const undone = () => world.db.select().from(telegramUpdates).where(isNull(telegramUpdates.doneAt))

describe('an update', () => {
  test('that Telegram repeats is handled once', async () => {
    const { bot, handled } = slowBot()
    const update = message(1, 'salom')
    await Promise.all([receiveUpdates(world.deps, bot, [update]), receiveUpdates(world.deps, bot, [update])])
    await receiveUpdates(world.deps, bot, [update, message(1, 'yana')])
    await bot.turns.idle()
    expect(handled).toEqual([update.update_id, lastId])
    expect(await undone()).toEqual([])
  })

  test('waits for the same person’s one before, not for other people’s', async () => {
    const gate = Promise.withResolvers<void>()
    const [first, second, other] = [message(1, 'bir'), message(1, 'ikki'), message(2, 'boshqa')]
    const { bot, handled } = slowBot({ [first.update_id]: gate.promise })
    await receiveUpdates(world.deps, bot, [first, second, other])
    await eventually(() => handled.length === 1)
    expect(handled).toEqual([other.update_id])
    gate.resolve()
    await bot.turns.idle()
    expect(handled).toEqual([other.update_id, first.update_id, second.update_id])
  })

  test('kept but not handled when the board died is handled first at the next start', async () => {
    const dead: Bot = { turns: createTurns(), handle: () => new Promise(() => {}) }
    const old = message(people.ivan, 'eski')
    await receiveUpdates(world.deps, dead, [old])
    const { bot, handled } = slowBot()
    const updates = await startUpdates(world.deps, bot)
    await world.say(people.ivan, 'yangi')
    await eventually(() => handled.length === 2)
    await updates.stop()
    expect(handled[0]).toBe(old.update_id)
    expect(await undone()).toEqual([])
  })

  test('whose handling fails does not come again and does not stop the next', async () => {
    const bot = createBot(world.deps)
    const bad = {
      update_id: ++lastId,
      message: { chat: { type: 'private', id: 1 }, from: { id: 'x' } },
    } as unknown as Update
    await receiveUpdates(world.deps, bot, [bad, { update_id: ++lastId } as Update])
    await bot.turns.idle()
    expect(await undone()).toEqual([])
  })

  test('with characters that Postgres cannot keep is kept and handled', async () => {
    const { bot, handled } = slowBot()
    await receiveUpdates(world.deps, bot, [message(1, 'nol \u0000 va \ud83d')])
    await bot.turns.idle()
    expect(handled).toEqual([lastId])
  })

  test('is forgotten three days after it was done', async () => {
    const { bot } = slowBot()
    await receiveUpdates(world.deps, bot, [message(1, 'eski'), message(1, 'yangi')])
    await bot.turns.idle()
    const old = { receivedAt: sql`now() - interval '73 hours'` }
    await world.db
      .update(telegramUpdates)
      .set(old)
      .where(eq(telegramUpdates.updateId, lastId - 1))
    await sweepUpdates(world.deps)
    expect((await world.db.select().from(telegramUpdates)).map(({ updateId }) => updateId)).toEqual([lastId])
  })
})

describe('long polling', () => {
  test('outlives an error of Telegram and loses nothing', async () => {
    await world.client('POST', 'faults', { method: 'getUpdates', times: 1, kind: '502' })
    const { bot, handled } = slowBot()
    const updates = await startUpdates(world.deps, bot)
    await world.say(people.karimjon, 'salom')
    await eventually(() => handled.length === 1)
    await updates.stop()
  })

  test('confirms nothing that could not be kept', async () => {
    const { bot, handled } = slowBot()
    let broken = true
    let tries = 0
    const insert: typeof world.db.insert = (table) => {
      tries += 1
      if (broken) throw new Error('the database is away')
      return world.db.insert(table)
    }
    const db = new Proxy(world.db, {
      get: (target, key) => (key === 'insert' ? insert : Reflect.get(target, key)),
    })
    const updates = await startUpdates({ ...world.deps, db }, bot)
    await world.say(people.karimjon, 'salom')
    await eventually(() => tries === 2)
    expect(handled).toEqual([])
    broken = false
    await eventually(() => handled.length === 1)
    await updates.stop()
  })
})

describe('the webhook', () => {
  const start = async () => {
    const { config } = world.deps
    const deps = {
      ...world.deps,
      config: { ...config, telegram: { ...config.telegram, webhookSecret: secret } },
    }
    const { bot, handled } = slowBot()
    const { routes } = await startUpdates(deps, bot)
    const post = (
      body: string,
      headers: Record<string, string> = { 'X-Telegram-Bot-Api-Secret-Token': secret },
    ) => routes.request('/telegram/webhook', { method: 'POST', body, headers })
    return { bot, handled, post }
  }

  test('keeps and handles what comes with the secret, once', async () => {
    const { bot, handled, post } = await start()
    const update = JSON.stringify(message(1, 'salom'))
    expect((await post(update)).status).toBe(200)
    expect((await post(update)).status).toBe(200)
    await bot.turns.idle()
    expect(handled).toEqual([lastId])
    expect(await world.deps.telegram.getWebhookInfo()).toMatchObject({
      url: `${world.deps.config.publicUrl}/telegram/webhook`,
    })
    await world.deps.telegram.deleteWebhook()
  })

  test.each([
    ['no secret', {}],
    ['another secret', { 'X-Telegram-Bot-Api-Secret-Token': `${secret}x` }],
  ])('refuses %s', async (_, headers) => {
    const { handled, post } = await start()
    expect((await post(JSON.stringify(message(1, 'salom')), headers as Record<string, string>)).status).toBe(
      401,
    )
    expect(handled).toEqual([])
    expect(await world.db.select().from(telegramUpdates)).toEqual([])
  })

  test('refuses what is no update, and what is too large', async () => {
    const { post } = await start()
    for (const body of ['', 'null', '[]', '{"update_id":"1"}']) expect((await post(body)).status).toBe(400)
    expect((await post(`"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413)
  })
})
