import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from '@grammyjs/types'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { discard, result, startSandbox, TOKEN, talkTo, upload } from './telegram-world.ts'

const SELLER = 1001
let dataDir: string
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'telegram-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

test('chats, files, settings, blocks, undelivered updates and numbers are there after a restart', async () => {
  const first = await startSandbox({ dataDir })
  await first.say(SELLER, '/start')
  await first.say(1002, '/start')
  await first.client('PATCH', 'people/1002', { botBlocked: true, language_code: 'ru' })
  await first.updates()
  await first.ok('setMyCommands', { commands: [{ command: 'new', description: 'Yangi' }] })
  await first.ok('setChatMenuButton', {
    menu_button: { type: 'web_app', text: 'Bozor', web_app: { url: 'https://a.uz' } },
  })
  const picture = await sharp({ create: { width: 99, height: 99, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const post = result(
    await upload(first, 'sendPhoto', { chat_id: first.channelId, caption: 'Eʼlon' }, { photo: picture }),
  )
  const gone = await first.ok<Message>('sendMessage', { chat_id: first.channelId, text: 'x' })
  await first.ok('deleteMessage', { chat_id: first.channelId, message_id: gone.message_id })
  await first.say(SELLER, 'hali oʻqilmagan')
  const before = await first.state()
  await first.stop()

  const second = await startSandbox({ dataDir })
  const file = await fetch(`${second.url}/client/files/${post.photo?.at(-1)?.file_id}`)
  const next = await second.ok<Message>('sendMessage', { chat_id: second.channelId, text: 'y' })
  const after = await second.state()
  const updates = await second.updates()
  await discard(second)

  const channel = (state: typeof before) => state.chats.find(({ id }) => id === first.channelId)
  channel(before)?.messages.push(next)
  expect(after).toEqual(before)
  expect(next.message_id).toBe(gone.message_id + 1)
  expect(file.status).toBe(200)
  expect(updates).toMatchObject([{ message: { text: 'hali oʻqilmagan' } }])
})

test('what was answered before a SIGKILL is there after it, also when the last line was torn', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'telegram-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [url] = (await once(child.stdout, 'data')) as [Buffer]
  const killed = talkTo(url.toString().trim())
  const sent: number[] = []
  const sending = (async () => {
    for (;;) {
      const { message_id } = await killed.ok<Message>('sendMessage', {
        chat_id: '@vodiy_bozor',
        text: `${sent.length}`,
      })
      sent.push(message_id)
      if (sent.length === 20) child.kill('SIGKILL')
    }
  })()
  await expect(sending).rejects.toThrow(/fetch failed|terminated/)
  await appendFile(join(dataDir, 'journal.jsonl'), '["messages -1001000000001","99",{"message":')

  const again = await startSandbox({ dataDir })
  const ids = (await again.messages(again.channelId)).map(({ message_id }) => message_id)
  const next = await again.ok<Message>('sendMessage', { chat_id: again.channelId, text: 'keyin' })
  await again.stop()

  expect(sent.length).toBeGreaterThanOrEqual(20)
  expect(ids).toEqual(expect.arrayContaining(sent))
  expect(ids.length - sent.length).toBeLessThanOrEqual(1)
  expect(next.message_id).toBeGreaterThan(Math.max(...ids))
})

test('a webhook goes on delivering after a restart', async () => {
  const first = await startSandbox({ dataDir })
  await first.ok('setWebhook', { url: 'http://127.0.0.1:9/hook', secret_token: 'secret' })
  await first.say(SELLER, 'bir')
  await first.stop()
  const second = await startSandbox({ dataDir })
  const info = await second.ok('getWebhookInfo')
  await second.stop()
  expect(info).toMatchObject({ url: 'http://127.0.0.1:9/hook', pending_update_count: 1 })
})

test('another token may take over the same chats', async () => {
  const first = await startSandbox({ dataDir })
  await first.say(SELLER, '/start')
  await first.stop()
  const second = await startSandbox({ dataDir, token: '7000000009:another' })
  const answer = await fetch(`${second.url}/bot7000000009:another/sendMessage?chat_id=${SELLER}&text=salom`)
  const body = (await answer.json()) as { result: Message }
  const old = await fetch(`${second.url}/bot${TOKEN}/getMe`)
  await second.stop()
  expect(body.result.from?.id).toBe(7000000009)
  expect(old.status).toBe(401)
})
