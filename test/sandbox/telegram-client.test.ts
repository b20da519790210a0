import { createHmac } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message, Update } from '@grammyjs/types'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type {
  CallbackResponse,
  ContactResponse,
  InlineQueryResponse,
  LaunchResponse,
  PreparedResponse,
} from '#server/sandbox/telegram/protocol.ts'
import type { TestSandbox } from './telegram-world.ts'
import { discard, followEvents, refused, startSandbox, TOKEN } from './telegram-world.ts'

const SELLER = 1001
const BUYER = 1002
const MODERATOR = 1004

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await startSandbox()
})
afterEach(() => discard(sandbox))

const keys = { inline_keyboard: [[{ text: 'Ha', callback_data: 'yes' }]] }
const article = (id: string, text: string, markup?: object) => ({
  type: 'article',
  id,
  title: text,
  input_message_content: { message_text: text },
  ...(markup && { reply_markup: markup }),
})

const open = { inline_keyboard: [[{ text: 'Koʻrish', url: 'https://t.me/VodiyBozorBot?startapp=ad_7' }]] }

/** The file id of a photo that the bot sent to a chat. */
async function photoIn(chat_id: number) {
  const form = new FormData()
  form.set('chat_id', String(chat_id))
  const data = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
    .jpeg()
    .toBuffer()
  form.set('photo', new Blob([data as BlobPart]), 'a.jpg')
  const answer = await fetch(`${sandbox.url}/bot${TOKEN}/sendPhoto`, { method: 'POST', body: form })
  const { result } = (await answer.json()) as { result: Message }
  return result.photo?.at(-1)?.file_id
}

/** The launch parameters' init data, its hash checked by the Bot API's rule. */
function initDataOf({ url }: LaunchResponse): URLSearchParams {
  const fields = new URLSearchParams(
    new URLSearchParams(new URL(url).hash.slice(1)).get('tgWebAppData') ?? '',
  )
  const lines = [...fields].filter(([name]) => name !== 'hash').map(([name, value]) => `${name}=${value}`)
  const secret = createHmac('sha256', 'WebAppData').update(TOKEN).digest()
  const hash = createHmac('sha256', secret).update(lines.sort().join('\n')).digest('hex')
  expect(fields.get('hash')).toBe(hash)
  return fields
}

describe('the state', () => {
  test('a person sees their own chat, their groups and the channels; without a person all is shown', async () => {
    const ids = async (person?: number) => (await sandbox.state(person)).chats.map(({ id }) => id)
    expect(await ids(SELLER)).toEqual([SELLER, sandbox.channelId, sandbox.carsChannelId])
    expect(await ids(MODERATOR)).toEqual([
      MODERATOR,
      sandbox.channelId,
      sandbox.carsChannelId,
      sandbox.moderatorsGroupId,
    ])
    expect(await ids()).toHaveLength(8)
  })

  test("commands and descriptions come in the person's language, the menu button as set for them or for all", async () => {
    await sandbox.say(SELLER, '/start')
    const commands = (description: string) => ({ commands: [{ command: 'new', description }] })
    await sandbox.ok('setMyCommands', commands('New ad'))
    await sandbox.ok('setMyCommands', { ...commands('Yangi eʼlon'), language_code: 'uz' })
    await sandbox.ok('setMyDescription', { description: 'Vodiy bozori', language_code: 'uz' })
    const menu = (text: string) => ({
      menu_button: { type: 'web_app', text, web_app: { url: 'http://127.0.0.1:3000' } },
    })
    await sandbox.ok('setChatMenuButton', menu('Bozor'))
    await sandbox.ok('setChatMenuButton', { ...menu('Mening'), chat_id: SELLER })
    const { bot, menuButtons } = await sandbox.state(SELLER)

    expect(bot).toMatchObject({ description: 'Vodiy bozori', commands: [{ description: 'Yangi eʼlon' }] })
    expect((await sandbox.state(1003)).bot.commands).toEqual([{ command: 'new', description: 'New ad' }])
    expect(menuButtons[SELLER]).toEqual({ text: 'Mening', url: 'http://127.0.0.1:3000/' })
    expect(menuButtons[BUYER]).toEqual({ text: 'Bozor', url: 'http://127.0.0.1:3000/' })
  })

  test('a reply keyboard is shown until it is removed', async () => {
    await sandbox.say(SELLER, '/start')
    const reply = (reply_markup: object) =>
      sandbox.ok('sendMessage', { chat_id: SELLER, text: 'x', reply_markup })
    const keyboard = async () => (await sandbox.state(SELLER)).chats[0]?.keyboard
    await reply({ keyboard: [[{ text: 'Raqamim', request_contact: true }]], resize_keyboard: true })
    const shown = await keyboard()
    await reply(keys)
    const still = await keyboard()
    await reply({ remove_keyboard: true })

    expect(shown).toMatchObject({
      keyboard: [[{ text: 'Raqamim', request_contact: true }]],
      resize_keyboard: true,
    })
    expect(still).toEqual(shown)
    expect(await keyboard()).toBeUndefined()
  })
})

describe('events', () => {
  test('a page hears of messages, edits, deletions and actions, of what its person may see only', async () => {
    await sandbox.say(SELLER, '/start')
    const seller = await followEvents(sandbox.url, SELLER)
    const buyer = await followEvents(sandbox.url, BUYER)
    const { message_id } = await sandbox.ok<Message>('sendMessage', { chat_id: SELLER, text: 'bir' })
    await sandbox.ok('editMessageText', { chat_id: SELLER, message_id, text: 'ikki' })
    await sandbox.ok('sendChatAction', { chat_id: SELLER, action: 'typing' })
    await sandbox.ok('deleteMessage', { chat_id: SELLER, message_id })
    await sandbox.ok('sendMessage', { chat_id: sandbox.channelId, text: 'hammaga' })
    const inChannel = (event: object) => 'chatId' in event && event.chatId === sandbox.channelId
    await seller.next(inChannel)
    await buyer.next(inChannel)
    seller.stop()
    buyer.stop()

    expect(seller.seen.map(({ type }) => type)).toEqual(['message', 'edit', 'action', 'delete', 'message'])
    expect(buyer.seen.map(({ type }) => type)).toEqual(['message'])
  })
})

describe('what a person sends', () => {
  test('several photos are an album with the text as caption; a document keeps its name', async () => {
    const form = new FormData()
    form.set('from', String(SELLER))
    form.set('chatId', String(SELLER))
    form.set('text', '5')
    for (const background of ['red', 'blue']) {
      const picture = await sharp({ create: { width: 200, height: 100, channels: 3, background } })
        .jpeg()
        .toBuffer()
      form.append('photo', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'rasm.jpg')
    }
    form.append('document', new Blob(['hujjat'], { type: 'text/plain' }), 'Hujjat "1".txt')
    await fetch(`${sandbox.url}/client/messages`, { method: 'POST', body: form })
    const messages = (await sandbox.updates()).map(({ message }) => message)

    expect(messages.map((message) => message?.caption)).toEqual(['5', undefined, undefined])
    const [first, second, alone] = messages.map((message) => message?.media_group_id)
    expect([typeof first, second, alone]).toEqual(['string', first, undefined])
    expect(messages[2]?.document).toMatchObject({
      file_name: 'Hujjat "1".txt',
      mime_type: 'text/plain',
      file_size: 6,
    })
  })

  test('a contact, a reply, a forward and Mini App data reach the bot in their shapes', async () => {
    const { message_id } = await sandbox.say(SELLER, 'bir')
    await sandbox.client('POST', 'messages', { from: SELLER, chatId: SELLER, contact: true })
    await sandbox.say(SELLER, 'javob', { replyTo: message_id })
    await sandbox.say(SELLER, '', { forward: { chatId: SELLER, messageId: message_id } })
    await sandbox.say(SELLER, '', { webAppData: { buttonText: 'Tanlash', data: '{"a":1}' } })
    const [, contact, reply, forward, data] = (await sandbox.updates()).map(({ message }) => message)

    expect(contact?.contact).toEqual({
      phone_number: '998901234567',
      first_name: 'Karimjon',
      user_id: SELLER,
    })
    expect(reply?.reply_to_message).toMatchObject({ message_id, text: 'bir' })
    expect(forward).toMatchObject({
      text: 'bir',
      forward_origin: { type: 'user', sender_user: { id: SELLER } },
    })
    expect(data?.web_app_data).toEqual({ button_text: 'Tanlash', data: '{"a":1}' })
  })

  test('nobody writes into a chat that is not theirs, nor to a bot they blocked', async () => {
    await sandbox.say(SELLER, '/start')
    await expect(sandbox.say(BUYER, 'x', { chatId: SELLER })).rejects.toThrow('not in this chat')
    await expect(sandbox.say(BUYER, 'x', { chatId: sandbox.channelId })).rejects.toThrow('only its owner')
    await sandbox.client('PATCH', `people/${SELLER}`, { botBlocked: true })
    await expect(sandbox.say(SELLER, 'x')).rejects.toThrow('blocked the bot')
  })
})

describe('buttons', () => {
  test('a press waits for the answer of the bot; a second answer comes too late', async () => {
    await sandbox.say(SELLER, '/start')
    const sent = await sandbox.ok<Message>('sendMessage', {
      chat_id: SELLER,
      text: 'Sotildimi?',
      reply_markup: keys,
    })
    await sandbox.updates()
    const press = sandbox.client<CallbackResponse>('POST', 'callback', {
      from: SELLER,
      chatId: SELLER,
      messageId: sent.message_id,
      data: 'yes',
    })
    const [update] = await sandbox.ok<Update[]>('getUpdates', { timeout: 50 })
    const query = update?.callback_query
    const answer = { callback_query_id: query?.id, text: 'Rahmat', show_alert: true }
    await sandbox.ok('answerCallbackQuery', answer)

    expect(query).toMatchObject({ from: { id: SELLER }, message: sent, data: 'yes' })
    expect(await press).toEqual({ text: 'Rahmat', show_alert: true })
    expect(await sandbox.call('answerCallbackQuery', answer)).toEqual(
      refused('query is too old and response timeout expired or query ID is invalid'),
    )
  })
})

describe('the Mini App', () => {
  const launch = (fields: object) =>
    sandbox.client<LaunchResponse>('POST', 'launch', { from: SELLER, theme: { bg_color: '#fff' }, ...fields })

  test('a link opens the main Mini App with its parameter and the chat it was pressed in', async () => {
    const opened = await launch({ kind: 'link', startParam: 'ad_7', chatId: sandbox.channelId })
    const fields = initDataOf(opened)

    expect(opened.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/\?tgWebAppStartParam=ad_7#/)
    expect(fields.get('start_param')).toBe('ad_7')
    expect(fields.get('chat_type')).toBe('channel')
    expect(fields.get('query_id')).toBeNull()
    expect(JSON.parse(fields.get('user') ?? '')).toEqual({
      id: SELLER,
      first_name: 'Karimjon',
      language_code: 'uz',
    })
  })

  test('a button gives a query the bot answers once with a message of that person', async () => {
    await sandbox.say(SELLER, '/start')
    await sandbox.updates()
    const fields = initDataOf(await launch({ kind: 'button', url: 'https://example.org/form' }))
    const answer = { web_app_query_id: fields.get('query_id'), result: article('1', 'Tanlandi', keys) }
    const { inline_message_id } = await sandbox.ok<{ inline_message_id: string }>('answerWebAppQuery', answer)
    const [update] = await sandbox.updates()
    await sandbox.ok('editMessageText', { inline_message_id, text: 'Oʻzgardi' })

    expect(JSON.parse(fields.get('user') ?? '')).toMatchObject({ allows_write_to_pm: true })
    expect(update?.message).toMatchObject({
      text: 'Tanlandi',
      from: { id: SELLER },
      via_bot: { is_bot: true },
    })
    expect((await sandbox.messages(SELLER)).at(-1)?.text).toBe('Oʻzgardi')
    expect(await sandbox.call('answerWebAppQuery', answer)).toMatchObject({ ok: false, error_code: 400 })
  })

  test('a granted contact is signed for the page and sent to the bot', async () => {
    const { response } = await sandbox.client<ContactResponse>('POST', 'contact', { from: SELLER })
    const [update] = await sandbox.updates()
    expect(JSON.parse(new URLSearchParams(response).get('contact') ?? '')).toMatchObject({ user_id: SELLER })
    expect(update?.message?.contact?.user_id).toBe(SELLER)
  })

  test('a bad start parameter and an address by plain HTTP are refused', async () => {
    await expect(launch({ kind: 'link', startParam: 'a b' })).rejects.toThrow('START_PARAM_INVALID')
    await expect(launch({ kind: 'button', url: 'http://example.org' })).rejects.toThrow('no address')
  })
})

describe('inline mode', () => {
  test('results are shown, the chosen one is sent via the bot', async () => {
    const asked = sandbox.client<InlineQueryResponse>('POST', 'inline-query', {
      from: SELLER,
      query: 'cobalt',
    })
    const [update] = await sandbox.ok<Update[]>('getUpdates', { timeout: 50 })
    const results = [article('1', 'Cobalt 2020')]
    await sandbox.ok('answerInlineQuery', {
      inline_query_id: update?.inline_query?.id,
      results,
      next_offset: '10',
    })
    const shown = await asked
    const chosen = {
      from: MODERATOR,
      chatId: sandbox.moderatorsGroupId,
      query: 'cobalt',
      result: shown.results[0],
    }
    await sandbox.client('POST', 'inline-result', chosen)

    expect(update?.inline_query).toMatchObject({ query: 'cobalt', chat_type: 'sender' })
    expect(shown).toEqual({ results, nextOffset: '10' })
    expect((await sandbox.messages(sandbox.moderatorsGroupId)).at(-1)).toMatchObject({
      text: 'Cobalt 2020',
      via_bot: { username: sandbox.botUsername },
    })
  })

  test('a prepared message is shared once, by the person it was prepared for', async () => {
    await sandbox.say(MODERATOR, '/start')
    const prepare = { user_id: MODERATOR, result: article('1', 'Eʼlon'), allow_group_chats: true }
    const { id } = await sandbox.ok<{ id: string }>('savePreparedInlineMessage', prepare)
    const share = { from: MODERATOR, preparedId: id, chatIds: [sandbox.moderatorsGroupId] }
    const sent = await sandbox.client<Message[]>('POST', 'share', share)

    expect(sent).toMatchObject([{ text: 'Eʼlon', from: { id: MODERATOR } }])
    await expect(sandbox.client('POST', 'share', share)).rejects.toThrow('expired')
  })

  test('a prepared message goes only where the bot allowed it', async () => {
    await sandbox.say(MODERATOR, '/start')
    const prepare = { user_id: MODERATOR, result: article('1', 'Eʼlon'), allow_bot_chats: true }
    const { id: preparedId } = await sandbox.ok<{ id: string }>('savePreparedInlineMessage', prepare)
    const look = { from: MODERATOR, preparedId }
    const share = { ...look, chatIds: [sandbox.moderatorsGroupId] }
    expect((await sandbox.client<PreparedResponse>('POST', 'prepared', look)).chatTypes).toEqual(['private'])
    await expect(sandbox.client('POST', 'share', share)).rejects.toThrow('PEER_TYPES_INVALID')
    await expect(sandbox.client('POST', 'prepared', { ...look, from: SELLER })).rejects.toThrow('expired')
    expect(await sandbox.client('POST', 'share', { ...share, chatIds: [MODERATOR] })).toHaveLength(1)
  })

  test('a photo is sent by its file id, with caption and buttons', async () => {
    await sandbox.say(MODERATOR, '/start')
    const photo = await photoIn(sandbox.channelId)
    const result = { type: 'photo', id: '1', photo_file_id: photo, caption: 'Cobalt', reply_markup: open }
    const { id: preparedId } = await sandbox.ok<{ id: string }>('savePreparedInlineMessage', {
      user_id: MODERATOR,
      result,
      allow_group_chats: true,
    })
    const share = { from: MODERATOR, preparedId, chatIds: [sandbox.moderatorsGroupId] }
    const [sent] = await sandbox.client<Message[]>('POST', 'share', share)
    expect(sent).toMatchObject({ caption: 'Cobalt', reply_markup: open, via_bot: { is_bot: true } })
    expect(sent?.photo?.at(-1)?.file_id).toBe(photo)
  })

  test.each<[string, object, string]>([
    ['a photo from nowhere', { type: 'photo' }, 'can\'t find field "photo_file_id"'],
    [
      'a file id that is none',
      { type: 'photo', photo_file_id: 'AgACnothing' },
      "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    ],
    [
      'an address without a thumbnail',
      { type: 'photo', photo_url: 'https://a.uz/1.jpg' },
      'PHOTO_THUMB_URL_EMPTY',
    ],
    [
      'an address that is none',
      { type: 'photo', photo_url: 'ftp://a.uz/1.jpg', thumbnail_url: 'https://a.uz/1.jpg' },
      'WEBDOCUMENT_URL_INVALID',
    ],
    [
      'an article without words',
      { type: 'article', title: 'x' },
      'can\'t find field "input_message_content"',
    ],
    [
      'a button for private chats',
      {
        ...article('1', 'x'),
        reply_markup: { inline_keyboard: [[{ text: 'x', web_app: { url: 'https://a.uz' } }]] },
      },
      'BUTTON_TYPE_INVALID',
    ],
    [
      'a reply keyboard',
      { ...article('1', 'x'), reply_markup: { keyboard: [['x']] } },
      'inline keyboard expected',
    ],
    ['an id that is too long', article('x'.repeat(65), 'x'), 'RESULT_ID_INVALID'],
    ['nothing', undefined as never, "result isn't specified"],
  ])('%s is refused when it is offered', async (_, result, why) => {
    await sandbox.say(SELLER, '/start')
    const filled = result && { id: '1', ...result }
    const prepare = { user_id: SELLER, allow_user_chats: true, result: filled }
    expect(await sandbox.call('savePreparedInlineMessage', prepare)).toEqual(refused(why))
  })

  test('a message that may go nowhere is refused', async () => {
    await sandbox.say(SELLER, '/start')
    const prepare = { user_id: SELLER, result: article('1', 'x') }
    expect(await sandbox.call('savePreparedInlineMessage', prepare)).toEqual(
      refused('at least one chat type must be allowed'),
    )
  })

  test('what lies at an address must be a JPEG', async () => {
    await sandbox.say(MODERATOR, '/start')
    const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#c33' } })
    const files = { '/a.jpg': await picture.jpeg().toBuffer(), '/a.png': await picture.png().toBuffer() }
    const host = createServer(({ url }, answer) => {
      answer.setHeader('Content-Type', url === '/a.jpg' ? 'image/jpeg' : 'image/png')
      answer.end(files[url as keyof typeof files])
    })
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`
    const send = async (path: string) => {
      const photo_url = origin + path
      const result = { type: 'photo', id: '1', photo_url, thumbnail_url: photo_url }
      const prepare = { user_id: MODERATOR, result, allow_group_chats: true }
      const { id } = await sandbox.ok<{ id: string }>('savePreparedInlineMessage', prepare)
      const share = { from: MODERATOR, preparedId: id, chatIds: [sandbox.moderatorsGroupId] }
      return sandbox.client<Message[]>('POST', 'share', share)
    }
    expect(await send('/a.jpg')).toMatchObject([{ photo: [{ width: 9 }] }])
    await expect(send('/a.png')).rejects.toThrow('wrong type of the web page content')
    host.close()
  })
})

describe('the page', () => {
  test('is served with types and caching; nothing beside it is', async () => {
    const dir = join(await mkdtemp(join(tmpdir(), 'page-')), 'dist')
    await mkdir(join(dir, 'assets'), { recursive: true })
    await writeFile(join(dir, 'index.html'), '<!doctype html>')
    await writeFile(join(dir, 'assets', 'main-1a2b.js'), 'export {}')
    await writeFile(join(dir, '..', 'secret.json'), '{}')
    const own = await startSandbox({ pageDir: dir })
    const [index, script, secret, none] = await Promise.all(
      ['/', '/assets/main-1a2b.js', '/..%2fsecret.json', '/none.js'].map((path) =>
        fetch(`${own.url}${path}`),
      ),
    )
    await discard(own)

    expect(index?.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(index?.headers.get('cache-control')).toBe('no-cache')
    expect(script?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(script?.headers.get('cache-control')).toContain('immutable')
    expect([secret?.status, none?.status]).toEqual([404, 404])
  })

  test('says how to build it when it is absent', async () => {
    const answer = await fetch(sandbox.url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('npm run build')
  })

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['the Mini App on another port', { 'Sec-Fetch-Site': 'same-site', Origin: 'http://127.0.0.1:3000' }],
    ['an old browser at another site', { Origin: 'https://example.org' }],
  ])('only its own origin may use its side: not %s', async (_, headers) => {
    const answer = await fetch(`${sandbox.url}/client/state`, { headers })
    expect(answer.status).toBe(403)
  })
})
