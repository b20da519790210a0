import type { Message } from '@grammyjs/types'
import { Bot } from 'grammy'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Fault } from '#server/sandbox/telegram/protocol.ts'
import type { TestSandbox } from './telegram-world.ts'
import { discard, startSandbox, TOKEN } from './telegram-world.ts'

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => discard(sandbox))

const post = () => sandbox.call<Message>('sendMessage', { chat_id: sandbox.channelId, text: 'x' })
const fail = (fault: Partial<Fault>) =>
  sandbox.client('POST', 'faults', { method: 'sendMessage', times: 1, ...fault })
const posted = async () => (await sandbox.messages(sandbox.channelId)).length

describe('a fault', () => {
  test.each<[Fault['kind'], object]>([
    [
      '429',
      { error_code: 429, description: 'Too Many Requests: retry after 7', parameters: { retry_after: 7 } },
    ],
    ['500', { error_code: 500, description: 'Internal Server Error' }],
    ['502', { error_code: 502, description: 'Bad Gateway' }],
    ['400', { error_code: 400, description: 'Bad Request: chat not found' }],
    ['403', { error_code: 403, description: 'Forbidden: bot was kicked from the channel chat' }],
  ])('%s answers without performing the call, then is gone', async (kind, body) => {
    const description =
      kind === '400' || kind === '403' ? (body as { description: string }).description : undefined
    await fail({ kind, retryAfter: 7, ...(description !== undefined && { description }) })
    expect(await post()).toEqual({ ok: false, ...body })
    expect(await posted()).toBe(0)
    expect(await post()).toMatchObject({ ok: true })
    expect(await sandbox.client('GET', 'faults')).toEqual([])
  })

  test('429 names the seconds in the header too', async () => {
    await fail({ kind: '429', retryAfter: 3 })
    const answer = await fetch(`${sandbox.url}/bot${TOKEN}/sendMessage?chat_id=${sandbox.channelId}&text=x`)
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '3'])
  })

  test('lost performs the call and drops the connection; drop only drops it', async () => {
    await fail({ kind: 'lost' })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(await posted()).toBe(1)
    await fail({ kind: 'drop' })
    await expect(post()).rejects.toThrow('fetch failed')
    expect(await posted()).toBe(1)
  })

  test.each([
    ['mute', 1],
    ['hang', 0],
  ] as const)('%s never answers and leaves %i messages', async (kind, count) => {
    await fail({ kind })
    const waiting = fetch(`${sandbox.url}/bot${TOKEN}/sendMessage?chat_id=${sandbox.channelId}&text=x`, {
      signal: AbortSignal.timeout(300),
    })
    await expect(waiting).rejects.toThrow('timeout')
    expect(await posted()).toBe(count)
  })

  test('strikes only its method and chat, as often as it says, until it is cleared', async () => {
    await fail({ kind: '500', times: 2, chatId: sandbox.channelId, method: '*' })
    expect(await sandbox.call('sendMessage', { chat_id: sandbox.serviceChatId, text: 'x' })).toMatchObject({
      ok: true,
    })
    expect(await post()).toMatchObject({ error_code: 500 })
    expect(await sandbox.client('GET', 'faults')).toMatchObject([{ kind: '500', times: 1 }])
    await sandbox.client('DELETE', 'faults')
    expect(await post()).toMatchObject({ ok: true })
  })
})

describe('flood limits', () => {
  test('are off until switched on; then a burst into the channel is told how long to wait', async () => {
    for (let i = 0; i < 25; i++) expect(await post()).toMatchObject({ ok: true })
    await sandbox.client('POST', 'flood', { enabled: true })
    const answers = []
    for (let i = 0; i < 21; i++) answers.push(await post())

    expect(answers.slice(0, 20).every(({ ok }) => ok)).toBe(true)
    const last = answers[20] as { error_code: number; parameters: { retry_after: number } }
    expect(last.error_code).toBe(429)
    expect(last.parameters.retry_after).toBeGreaterThanOrEqual(1)
    expect(last.parameters.retry_after).toBeLessThanOrEqual(3)
    expect(await posted()).toBe(45)
  })
})

describe('grammY', () => {
  test('drives it as it drives Telegram: polling, sessions of a chat, keyboards and errors', async () => {
    const bot = new Bot(TOKEN, { client: { apiRoot: sandbox.url } })
    bot.command('start', (ctx) =>
      ctx.reply(`Salom, <b>${ctx.from?.first_name}</b>`, {
        parse_mode: 'HTML',
        reply_markup: { inline_keyboard: [[{ text: 'Ha', callback_data: 'yes' }]] },
      }),
    )
    bot.callbackQuery('yes', async (ctx) => {
      await ctx.editMessageText('Yaxshi')
      await ctx.answerCallbackQuery({ text: 'Rahmat' })
    })
    const running = bot.start()
    try {
      const { message_id } = await sandbox.say(1001, '/start')
      const answer = await untilMessage((message) => message.message_id > message_id)
      const pressed = await sandbox.client('POST', 'callback', {
        from: 1001,
        chatId: 1001,
        messageId: answer.message_id,
        data: 'yes',
      })

      expect(answer).toMatchObject({
        text: 'Salom, Karimjon',
        entities: [{ type: 'bold', offset: 7, length: 8 }],
      })
      expect(pressed).toEqual({ text: 'Rahmat' })
      expect((await sandbox.messages(1001)).at(-1)).toMatchObject({
        message_id: answer.message_id,
        text: 'Yaxshi',
      })
      await expect(bot.api.sendMessage(42, 'x')).rejects.toMatchObject({
        error_code: 400,
        description: 'Bad Request: chat not found',
      })
    } finally {
      await bot.stop()
      await running
    }
  })

  async function untilMessage(fits: (message: Message) => boolean): Promise<Message> {
    for (;;) {
      const found = (await sandbox.messages(1001)).find(fits)
      if (found) return found
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
})
