import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Update, WebhookInfo } from '@grammyjs/types'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestSandbox } from './telegram-world.ts'
import { discard, startSandbox } from './telegram-world.ts'

const SELLER = 1001
const BUYER = 1002

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => discard(sandbox))

describe('getUpdates', () => {
  test('an update is repeated until a later offset confirms it; ids rise by one', async () => {
    await sandbox.say(SELLER, '/start')
    await sandbox.say(SELLER, 'salom')
    const first = await sandbox.ok<Update[]>('getUpdates')
    const again = await sandbox.ok<Update[]>('getUpdates')
    const [one, two] = first.map(({ update_id }) => update_id) as [number, number]
    const rest = await sandbox.ok<Update[]>('getUpdates', { offset: two })
    const limited = await sandbox.ok<Update[]>('getUpdates', { offset: two, limit: 1 })
    const none = await sandbox.ok<Update[]>('getUpdates', { offset: two + 1 })

    expect(again).toEqual(first)
    expect(two).toBe(one + 1)
    expect(rest.map(({ message }) => message?.text)).toEqual(['salom'])
    expect(limited).toEqual(rest)
    expect(none).toEqual([])
  })

  test('a negative offset keeps only the newest', async () => {
    for (const text of ['bir', 'ikki', 'uch']) await sandbox.say(SELLER, text)
    const last = await sandbox.ok<Update[]>('getUpdates', { offset: -1 })
    const all = await sandbox.ok<Update[]>('getUpdates')
    expect(last.map(({ message }) => message?.text)).toEqual(['uch'])
    expect(all).toEqual(last)
  })

  test('a long poll is answered by the next update', async () => {
    const poll = sandbox.ok<Update[]>('getUpdates', { timeout: 50 })
    await sandbox.say(SELLER, '/start')
    expect(await poll).toMatchObject([{ message: { text: '/start', chat: { id: SELLER, type: 'private' } } }])
  })

  test('of two polls the earlier ends with a conflict and the later goes on', async () => {
    const polls = [1, 2].map(() => sandbox.call<Update[]>('getUpdates', { timeout: 50 }))
    expect(await Promise.race(polls)).toEqual({
      ok: false,
      error_code: 409,
      description:
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    })
    await sandbox.say(SELLER, '/start')
    const answers = await Promise.all(polls)
    expect(answers.find(({ ok }) => ok)).toMatchObject({ result: [{ message: { text: '/start' } }] })
  })

  test('only allowed types arrive, and the list is kept until it changes', async () => {
    await sandbox.ok('getUpdates', { allowed_updates: ['callback_query'] })
    await sandbox.say(SELLER, '/start')
    const silent = await sandbox.ok('getUpdates')
    await sandbox.ok('getUpdates', { allowed_updates: [] })
    await sandbox.say(SELLER, 'salom')
    const heard = await sandbox.ok<Update[]>('getUpdates')
    expect(silent).toEqual([])
    expect(heard).toMatchObject([{ message: { text: 'salom' } }])
  })
})

describe('updates', () => {
  test('blocking and unblocking, and what happens to the bot in a channel, come as my_chat_member', async () => {
    await sandbox.say(SELLER, '/start')
    await sandbox.client('PATCH', `people/${SELLER}`, { botBlocked: true })
    await sandbox.say(SELLER, '/start')
    await sandbox.client('PATCH', `chats/${sandbox.channelId}`, { botIsAdmin: false })
    const updates = await sandbox.updates()

    const changes = updates.map(
      ({ my_chat_member: change }) => change && [change.chat.id, change.new_chat_member.status],
    )
    expect(changes).toEqual([
      undefined,
      [SELLER, 'kicked'],
      [SELLER, 'member'],
      undefined,
      [sandbox.channelId, 'left'],
    ])
  })

  test('rights that the owner of a channel takes and gives back come with what was before', async () => {
    const path = `chats/${sandbox.channelId}`
    const [all, some] = [
      ['can_post_messages', 'can_edit_messages', 'can_delete_messages'],
      ['can_delete_messages'],
    ]
    for (const botRights of [all, some, some, all]) await sandbox.client('PATCH', path, { botRights })
    const updates = await sandbox.updates()

    const who = { chat_id: sandbox.channelId, user_id: updates[0]?.my_chat_member?.new_chat_member.user.id }
    const has = (right: boolean) => ({
      status: 'administrator',
      can_post_messages: right,
      can_edit_messages: right,
      can_delete_messages: true,
    })
    expect(updates).toMatchObject([
      { my_chat_member: { old_chat_member: has(true), new_chat_member: has(false) } },
      { my_chat_member: { old_chat_member: has(false), new_chat_member: has(true) } },
    ])
    expect(await sandbox.ok('getChatMember', who)).toMatchObject(has(true))
    expect((await sandbox.state()).chats.find(({ id }) => id === sandbox.channelId)?.botRights).toEqual(all)
  })

  test("a person's correction and the owner's post in the channel come in their own kinds", async () => {
    const { message_id } = await sandbox.say(SELLER, 'sotiladi')
    await sandbox.client('PATCH', 'messages', {
      from: SELLER,
      chatId: SELLER,
      messageId: message_id,
      text: 'sotildi',
    })
    await sandbox.say(1004, 'eʼlon', { chatId: sandbox.channelId })
    const updates = await sandbox.updates()
    const edited = { message_id, text: 'sotildi', edit_date: expect.any(Number) }
    expect(updates).toMatchObject([
      { message: { text: 'sotiladi' } },
      { edited_message: edited },
      { channel_post: { text: 'eʼlon', sender_chat: { id: sandbox.channelId } } },
    ])
    expect(updates[2]?.channel_post?.from).toBeUndefined()
  })

  test('in a group where it is no administrator the bot hears only what is meant for it', async () => {
    const chatId = sandbox.moderatorsGroupId
    await sandbox.client('PATCH', `chats/${chatId}`, { botIsAdmin: false })
    await sandbox.say(1004, 'oʻzaro gap', { chatId })
    await sandbox.say(1004, '/queue', { chatId })
    await sandbox.say(1004, `@${sandbox.botUsername} salom`, { chatId })
    const texts = (await sandbox.updates()).map(({ message }) => message?.text)
    expect(texts).toEqual([undefined, '/queue', `@${sandbox.botUsername} salom`])
  })
})

describe('webhook', () => {
  interface Received {
    update: Update
    secret: string | string[] | undefined
  }
  let hook: Server
  let url: string
  let received: Received[]
  let answer: (response: ServerResponse, update: Update) => void
  let arrived: EventTarget

  beforeEach(async () => {
    received = []
    arrived = new EventTarget()
    answer = (response) => void response.end()
    hook = createServer((request: IncomingMessage, response) => {
      void (async () => {
        const chunks: Buffer[] = []
        for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
        const update = JSON.parse(Buffer.concat(chunks).toString()) as Update
        received.push({ update, secret: request.headers['x-telegram-bot-api-secret-token'] })
        answer(response, update)
        arrived.dispatchEvent(new Event('update'))
      })()
    }).listen(0, '127.0.0.1')
    await once(hook, 'listening')
    url = `http://127.0.0.1:${(hook.address() as AddressInfo).port}/telegram/webhook`
  })
  afterEach(() => {
    hook.closeAllConnections()
    hook.close()
  })

  const until = async (count: number) => {
    while (received.length < count)
      await new Promise((resolve) => arrived.addEventListener('update', resolve, { once: true }))
  }
  const texts = () => received.map(({ update }) => update.message?.text)

  test('updates are posted in order with the secret; a refused one is repeated before the next', async () => {
    let failures = 2
    answer = (response, { message }) => {
      const fails = message?.text === 'bir' && failures-- > 0
      response.writeHead(fails ? 503 : 200).end()
    }
    await sandbox.ok('setWebhook', { url, secret_token: 'Secret_token-1' })
    await sandbox.say(SELLER, 'bir')
    await sandbox.say(SELLER, 'ikki')
    await until(4)

    expect(texts()).toEqual(['bir', 'bir', 'bir', 'ikki'])
    expect(new Set(received.map(({ secret }) => secret))).toEqual(new Set(['Secret_token-1']))
  })

  test('a stuck update does not hold up the updates of others', async () => {
    answer = (response, { message }) => void response.writeHead(message?.chat.id === SELLER ? 500 : 200).end()
    await sandbox.ok('setWebhook', { url })
    await sandbox.say(SELLER, 'bir')
    await until(2)
    await sandbox.say(BUYER, 'salom')
    await until(3)
    const info = await sandbox.ok<WebhookInfo>('getWebhookInfo')

    expect(texts().slice(0, 3)).toEqual(['bir', 'bir', 'salom'])
    expect(info).toMatchObject({
      url,
      last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
    })
  })

  test('a method in the answer is performed', async () => {
    const body = JSON.stringify({ method: 'sendMessage', chat_id: SELLER, text: 'Vaalaykum' })
    answer = (response) => void response.writeHead(200, { 'Content-Type': 'application/json' }).end(body)
    const events = await fetch(`${sandbox.url}/client/events`)
    await sandbox.ok('setWebhook', { url })
    await sandbox.say(SELLER, 'Salom')
    let seen = ''
    const decoder = new TextDecoder()
    for await (const chunk of events.body as ReadableStream<Uint8Array>) {
      seen += decoder.decode(chunk, { stream: true })
      if (seen.includes('Vaalaykum')) break
    }
    expect((await sandbox.messages(SELLER)).at(-1)).toMatchObject({
      text: 'Vaalaykum',
      from: { is_bot: true },
    })
  })

  test('polling and a webhook exclude each other; deleting the webhook leaves what was not delivered', async () => {
    answer = (response) => void response.writeHead(500).end()
    const poll = sandbox.call('getUpdates', { timeout: 50 })
    await sandbox.ok('setWebhook', { url })
    const polledAgain = await sandbox.call('getUpdates')
    await sandbox.say(SELLER, 'bir')
    await until(1)
    await sandbox.ok('deleteWebhook')

    expect(await poll).toMatchObject({ error_code: 409, description: expect.stringMatching(/webhook/i) })
    expect(polledAgain).toMatchObject({
      error_code: 409,
      description:
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    })
    expect(await sandbox.updates()).toMatchObject([{ message: { text: 'bir' } }])
  })

  test('drop_pending_updates forgets what came before', async () => {
    await sandbox.say(SELLER, 'eski')
    await sandbox.ok('setWebhook', { url, drop_pending_updates: true })
    await sandbox.say(SELLER, 'yangi')
    await until(1)
    expect(texts()).toEqual(['yangi'])
  })
})
