import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { failureOf } from '#server/bot/failure.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { people } from '../people.ts'
import { type BotWorld, startBotWorld } from './world.ts'

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  await world.say(people.karimjon, '/start')
})
afterAll(() => world?.stop())
beforeEach(() => world.client('DELETE', 'faults'))

const channel = () => world.deps.config.telegram.channelId
const failing = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return { error: error as Error, failure: failureOf(error) }
}
/** How many faults are left to strike. */
const left = async () => (await world.client<unknown[]>('GET', 'faults')).length
const texts = async (chatId: number) => (await world.messages(chatId)).map(({ text }) => text)

test.each(['500', 'drop', 'lost'] as const)(
  'a message is never sent again by itself after «%s»',
  async (kind) => {
    await world.fault({ method: 'sendMessage', times: 1, kind })
    const { failure } = await failing(world.deps.telegram.sendMessage(people.karimjon, `after ${kind}`))
    expect(failure.kind).toBe('uncertain')
    expect((await texts(people.karimjon)).filter((text) => text === `after ${kind}`)).toHaveLength(
      kind === 'lost' ? 1 : 0,
    )
  },
)

test.each(['500', 'drop', 'lost'] as const)(
  'what may happen twice is tried again after «%s»',
  async (kind) => {
    const { message_id } = await world.deps.telegram.sendMessage(people.karimjon, `before ${kind}`)
    await world.fault({ method: 'editMessageText', times: 1, kind })
    const edited = world.deps.telegram.editMessageText(people.karimjon, message_id, `changed by ${kind}`)
    // A change that was made although its answer got lost is answered so the second time.
    if (kind === 'lost')
      expect((await failing(edited)).failure).toMatchObject({ reason: expect.stringMatching(/not modified/) })
    else await edited
    expect(await texts(people.karimjon)).toContain(`changed by ${kind}`)
  },
)

test('a short flood wait of a private chat is waited out', async () => {
  await world.fault({ method: 'sendMessage', times: 1, kind: '429', retryAfter: 1 })
  await world.deps.telegram.sendMessage(people.karimjon, 'patient')
  expect(await texts(people.karimjon)).toContain('patient')
})

test('a flood wait of the channel, or a long one, is left to the caller', async () => {
  for (const [chatId, retryAfter] of [
    [channel(), 1],
    [people.karimjon, 60],
  ] as const) {
    await world.fault({ method: 'sendMessage', times: 1, kind: '429', retryAfter })
    const { failure } = await failing(world.deps.telegram.sendMessage(chatId, 'impatient'))
    expect(failure).toEqual({ kind: 'limited', seconds: retryAfter })
    expect(await left()).toBe(0)
  }
})

test('a post to the channel does not wait behind private messages', async () => {
  const order: string[] = []
  const sent = (chatId: number, name: string) =>
    world.deps.telegram.sendMessage(chatId, name).then(() => order.push(name))
  const queue = Array.from({ length: 20 }, (_, index) => sent(people.karimjon, `private ${index}`))
  await Promise.all([...queue, sent(channel(), 'post')])
  expect(order.indexOf('post')).toBeLessThan(10)
  expect(order.filter((name) => name !== 'post')).toEqual(queue.map((_, index) => `private ${index}`))
})

test('no error names the token', async () => {
  const { config } = world.deps
  const nowhere = { telegram: { ...config.telegram, apiRoot: 'http://127.0.0.1:1' } }
  await world.fault({ method: 'sendMessage', times: 1, kind: 'drop' })
  for (const api of [createTelegram(nowhere), world.deps.telegram]) {
    const { error } = await failing(api.sendMessage(people.karimjon, 'x'))
    const inner = (error as Error & { error: Error }).error
    const all = [error, inner].flatMap((each) => [each.message, each.stack, JSON.stringify(each)]).join()
    expect(all).not.toContain(config.telegram.token)
  }
})
