import type { Message } from '@grammyjs/types'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal, TestSandbox } from './telegram-world.ts'
import { discard, refused, startSandbox, TOKEN } from './telegram-world.ts'

const SELLER = 1001
const STRANGER = 1002
const BLOCKER = 1003
const MODERATOR = 1004
const PAGE = { url: 'https://example.org' }
const HTTP = 'http://example.org'

let sandbox: TestSandbox

beforeAll(async () => {
  sandbox = await startSandbox()
  await sandbox.say(SELLER, '/start')
  await sandbox.say(BLOCKER, '/start')
  await sandbox.client('PATCH', `people/${BLOCKER}`, { botBlocked: true })
})
afterAll(() => discard(sandbox))

const keyboard = (rows: object[][]) => ({ reply_markup: { inline_keyboard: rows } })
const button = (fields: object) => keyboard([[{ text: 'Tugma', ...fields }]])
const toSeller = (fields: object) => () => ({ chat_id: SELLER, text: 'x', ...fields })
const toGroup = (fields: object) => () => ({ chat_id: sandbox.moderatorsGroupId, text: 'x', ...fields })
const toChannel = (fields: object) => () => ({ chat_id: sandbox.channelId, text: 'x', ...fields })
const html = (text: string) => toSeller({ text, parse_mode: 'HTML' })
const emoji = (units: number) => '🚗'.repeat(units / 2)
const many = (count: number, make: (i: number) => object) => Array.from({ length: count }, (_, i) => make(i))
const article = (id: number) => ({
  type: 'article',
  id: String(id),
  title: 'x',
  input_message_content: { message_text: 'x' },
})

const LATE = 'query is too old and response timeout expired or query ID is invalid'
const SWITCH =
  "can't use switch_inline_query button in a channel chat, because users will not be able to use the button without knowing bot's username"
const notHttps = (what: string) => `${what} Web App URL '${HTTP}' is invalid: Only HTTPS links are allowed`

const texts: [string, string, () => object][] = [
  ['4,097 units', 'message is too long', toSeller({ text: 'a'.repeat(4097) })],
  ['2,049 emoji of two units', 'message is too long', toSeller({ text: emoji(4098) })],
  ['no text', 'message text is empty', toSeller({ text: '' })],
  ['white space only', 'text must be non-empty', toSeller({ text: ' \n\t ' })],
  ['entities around nothing', 'text must be non-empty', html('<b></b>')],
  ['an unknown parse mode', 'unsupported parse_mode', toSeller({ parse_mode: 'BBCode' })],
  [
    'an unclosed tag',
    'can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    html('<b>x'),
  ],
  ['an unknown tag', 'can\'t parse entities: Unsupported start tag "br" at byte offset 3', html('ʻ <br>')],
  [
    'an unescaped point',
    "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
    toSeller({ text: 'a.', parse_mode: 'MarkdownV2' }),
  ],
  [
    'an entity beyond the text',
    'entity begins after the end of the text at UTF-16 offset 9',
    toSeller({ entities: [{ type: 'bold', offset: 9, length: 1 }] }),
  ],
  [
    'a link without its address',
    'can\'t parse MessageEntity: Can\'t find field "url"',
    toSeller({ entities: [{ type: 'text_link', offset: 0, length: 1 }] }),
  ],
]

const keyboards: [string, string, () => object][] = [
  ['data of 65 bytes', 'BUTTON_DATA_INVALID', toSeller(button({ callback_data: 'a'.repeat(65) }))],
  ['data of 33 Cyrillic letters', 'BUTTON_DATA_INVALID', toSeller(button({ callback_data: 'я'.repeat(33) }))],
  [
    'empty data',
    "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    toSeller(button({ callback_data: '' })),
  ],
  ['a Mini App in the channel', 'BUTTON_TYPE_INVALID', toChannel(button({ web_app: PAGE }))],
  ['a Mini App in a group', 'BUTTON_TYPE_INVALID', toGroup(button({ web_app: PAGE }))],
  [
    'a Mini App key in a group',
    'web App buttons can be used in private chats only',
    toGroup({ reply_markup: { keyboard: [[{ text: 'x', web_app: PAGE }]] } }),
  ],
  [
    'a Mini App by plain HTTP',
    notHttps('inline keyboard button'),
    toSeller(button({ web_app: { url: HTTP } })),
  ],
  [
    'no real address',
    "inline keyboard button URL 'nowhere' is invalid: Wrong HTTP URL",
    toSeller(button({ url: 'nowhere' })),
  ],
  [
    'an unknown protocol',
    "inline keyboard button URL 'ftp://a.uz' is invalid: Unsupported URL protocol",
    toSeller(button({ url: 'ftp://a.uz' })),
  ],
  [
    'a contact key in a group',
    'phone number can be requested in private chats only',
    toGroup({ reply_markup: { keyboard: [[{ text: 'x', request_contact: true }]] } }),
  ],
  [
    'a reply keyboard in the channel',
    'inline keyboard expected',
    toChannel({ reply_markup: { keyboard: [['x']] } }),
  ],
  [
    '101 buttons',
    'reply markup is too long',
    toSeller(keyboard(many(101, () => [{ text: 'x', callback_data: 'x' }]) as object[][])),
  ],
  [
    'rows that are no arrays',
    'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    toSeller({ reply_markup: { inline_keyboard: [{ text: 'x' }] } }),
  ],
  [
    'a button without text',
    'can\'t parse inline keyboard button: Can\'t find field "text"',
    toSeller(keyboard([[{ callback_data: 'x' }]])),
  ],
  ['broken JSON', "can't parse reply keyboard markup JSON object", toSeller({ reply_markup: '{' })],
  ['a switch in the channel', SWITCH, toChannel(button({ switch_inline_query: 'x' }))],
  [
    '257 letters to copy',
    'BUTTON_COPY_TEXT_INVALID',
    toSeller(button({ copy_text: { text: 'a'.repeat(257) } })),
  ],
]

const chats: Refusal[] = [
  ['no chat', 'sendMessage', 'chat_id is empty', () => ({ text: 'x' })],
  ['an unknown chat', 'sendMessage', 'chat not found', toSeller({ chat_id: 42 })],
  ['an unknown channel name', 'sendMessage', 'chat not found', toSeller({ chat_id: '@nobody_there' })],
  ['a person who never wrote', 'sendMessage', 'chat not found', toSeller({ chat_id: STRANGER })],
  [
    'a person who blocked the bot',
    'sendMessage',
    'Forbidden: bot was blocked by the user',
    toSeller({ chat_id: BLOCKER }),
  ],
  [
    'an unknown action',
    'sendChatAction',
    'wrong parameter action in request',
    toSeller({ action: 'dancing' }),
  ],
  [
    'a reply to nothing',
    'sendMessage',
    'message to be replied not found',
    toSeller({ reply_parameters: { message_id: 9999 } }),
  ],
  [
    'administrators of a private chat',
    'getChatAdministrators',
    'there are no administrators in the private chat',
    toSeller({}),
  ],
  ['a member who is nobody', 'getChatMember', 'PARTICIPANT_ID_INVALID', toChannel({ user_id: 555 })],
]

const queries: Refusal[] = [
  ['a press nobody made', 'answerCallbackQuery', LATE, () => ({ callback_query_id: '42' })],
  ['201 letters to a press', 'answerCallbackQuery', 'MESSAGE_TOO_LONG', () => ({ text: 'a'.repeat(201) })],
  ['an inline query nobody made', 'answerInlineQuery', LATE, () => ({ inline_query_id: '42', results: [] })],
  [
    '51 results',
    'answerInlineQuery',
    'too many inline query results specified',
    () => ({ results: many(51, article) }),
  ],
  [
    'two results of one id',
    'answerInlineQuery',
    'RESULT_ID_DUPLICATE',
    () => ({ results: many(2, () => article(1)) }),
  ],
  [
    'a start of 65 letters',
    'answerInlineQuery',
    'too long start_parameter specified',
    () => ({ results: [], button: { text: 'x', start_parameter: 'a'.repeat(65) } }),
  ],
  [
    'a start with a blank',
    'answerInlineQuery',
    'unallowed characters in start_parameter are used',
    () => ({ results: [], button: { text: 'x', start_parameter: 'a b' } }),
  ],
  [
    'a button that leads nowhere',
    'answerInlineQuery',
    "can't parse inline query results button: InlineQueryResultsButton must have exactly one optional field",
    () => ({ results: [], button: { text: 'x' } }),
  ],
  [
    'an offset of 65 letters',
    'answerInlineQuery',
    'NEXT_OFFSET_INVALID',
    () => ({ results: [], next_offset: 'a'.repeat(65) }),
  ],
  ['a Mini App query nobody made', 'answerWebAppQuery', LATE, () => ({ result: article(1) })],
]

const command = (name: string, description = 'x') => ({ command: name, description })
const settings: Refusal[] = [
  ['a command in capitals', 'setMyCommands', 'BOT_COMMAND_INVALID', () => ({ commands: [command('Start')] })],
  [
    'a command of 33 letters',
    'setMyCommands',
    'command length must not exceed 32',
    () => ({ commands: [command('a'.repeat(33))] }),
  ],
  [
    'a command without description',
    'setMyCommands',
    'command description must be non-empty',
    () => ({ commands: [command('start', ' ')] }),
  ],
  [
    '101 commands',
    'setMyCommands',
    'BOT_COMMANDS_TOO_MUCH',
    () => ({ commands: many(101, (i) => command(`c${i}`)) }),
  ],
  [
    'commands of a channel',
    'setMyCommands',
    "can't change commands in channel chats",
    () => ({ commands: [], scope: { type: 'chat', chat_id: sandbox.channelId } }),
  ],
  [
    'a menu button by plain HTTP',
    'setChatMenuButton',
    notHttps('menu button'),
    () => ({ menu_button: { type: 'web_app', text: 'x', web_app: { url: HTTP } } }),
  ],
  [
    'a webhook by plain HTTP',
    'setWebhook',
    'bad webhook: An HTTPS URL must be provided for webhook',
    () => ({ url: HTTP }),
  ],
  [
    'a webhook at an odd port',
    'setWebhook',
    'bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443',
    () => ({ url: 'https://example.org:3000/hook' }),
  ],
  [
    'a secret with a space',
    'setWebhook',
    'secret token contains unallowed characters',
    () => ({ ...PAGE, secret_token: 'a b' }),
  ],
  [
    'a secret of 257 letters',
    'setWebhook',
    'secret token is too long',
    () => ({ ...PAGE, secret_token: 'a'.repeat(257) }),
  ],
]

describe('sendMessage refuses', () => {
  test.each([...texts, ...keyboards])('%s', async (_, description, params) => {
    expect(await sandbox.call('sendMessage', params())).toEqual(refused(description))
  })
})

describe('the Bot API refuses', () => {
  test.each([...chats, ...queries, ...settings])('%s (%s)', async (_, method, description, params) => {
    expect(await sandbox.call(method, params())).toEqual(refused(description))
  })
})

describe('what is just within the limits passes', () => {
  test.each<[string, () => object]>([
    ['a text of 4,096 units', toSeller({ text: emoji(4096) })],
    ['a long source of a short text', html(`<b>${'a'.repeat(4090)}</b>&lt;&gt;`)],
    ['callback data of 64 bytes', toSeller(button({ callback_data: 'я'.repeat(32) }))],
    ['100 buttons', toSeller(keyboard(many(100, () => [{ text: 'x', callback_data: 'x' }]) as object[][]))],
    [
      'a Mini App on this machine by plain HTTP',
      toSeller(button({ web_app: { url: 'http://127.0.0.1:1/' } })),
    ],
    ['a Mini App in a private chat', toSeller(button({ web_app: PAGE }))],
    [
      'a reply to nothing, when that may be',
      toSeller({ reply_parameters: { message_id: 9999, allow_sending_without_reply: true } }),
    ],
  ])('%s', async (_, params) => {
    expect(await sandbox.call('sendMessage', params())).toMatchObject({ ok: true })
  })
})

describe('rights', () => {
  test('a channel refuses a bot that is no administrator, until its owner makes it one again', async () => {
    const change = (bot: object) => sandbox.client('PATCH', `chats/${sandbox.channelId}`, bot)
    const toPost = toChannel({})()
    await change({ botIsAdmin: false })
    const outside = await sandbox.call('sendMessage', toPost)
    await change({ botIsMember: false })
    const kicked = await sandbox.call('sendMessage', toPost)
    await change({ botIsAdmin: true })
    const posted = await sandbox.call('sendMessage', toPost)

    expect(outside).toEqual(refused('Forbidden: bot is not a member of the channel chat'))
    expect(kicked).toEqual(refused('Forbidden: bot was kicked from the channel chat'))
    expect(posted.ok).toBe(true)
  })

  describe('of a channel’s administrator, taken one by one', () => {
    const allow = (...botRights: string[]) =>
      sandbox.client('PATCH', `chats/${sandbox.channelId}`, { botRights })
    const call = (method: string, message_id: number) =>
      sandbox.call(method, { chat_id: sandbox.channelId, message_id, caption: `${message_id}`, text: 'y' })
    const own = async () =>
      (await sandbox.ok<Message>('sendMessage', { chat_id: sandbox.channelId, text: 'x' })).message_id
    const others = async () => (await sandbox.say(MODERATOR, 'x', { chatId: sandbox.channelId })).message_id
    const yes = expect.objectContaining({ ok: true })
    const no = (what: string) => refused(`message can't be ${what}`)
    afterEach(() => sandbox.client('PATCH', `chats/${sandbox.channelId}`, { botIsAdmin: true }))

    test('without posting nothing is sent, and own posts are as everybody’s', async () => {
      const mute = refused('need administrator rights in the channel chat')
      const posts = [await own(), await own()] as const
      const source = { from_chat_id: SELLER, message_id: (await sandbox.say(SELLER, 'x')).message_id }
      const album = [{ type: 'photo', media: 'x' }]
      await allow()
      for (const [method, more] of [
        ['sendMessage', {}],
        ['forwardMessage', source],
        ['copyMessage', source],
        ['sendMediaGroup', { media: album }],
      ] as const)
        expect(await sandbox.call(method, { chat_id: sandbox.channelId, text: 'x', ...more })).toEqual(mute)
      expect(await call('editMessageText', posts[0])).toEqual(no('edited'))
      expect(await call('deleteMessage', posts[0])).toEqual(no('deleted'))
      await allow('can_edit_messages')
      expect(await call('editMessageText', posts[0])).toEqual(yes)
      expect(await call('deleteMessage', posts[0])).toEqual(no('deleted'))
      await allow('can_delete_messages')
      expect(await call('editMessageText', posts[1])).toEqual(no('edited'))
      expect(await call('deleteMessage', posts[1])).toEqual(yes)
    })

    test('who may post may change and delete the own posts, and nobody else’s', async () => {
      await allow('can_post_messages')
      const [mine, strange] = [await own(), await others()]
      expect(await call('editMessageText', mine)).toEqual(yes)
      expect(await call('editMessageText', strange)).toEqual(no('edited'))
      expect(await call('deleteMessage', strange)).toEqual(no('deleted'))
      expect(await call('deleteMessage', mine)).toEqual(yes)
      expect(await call('pinChatMessage', strange)).toEqual(
        refused('not enough rights to manage pinned messages in the chat'),
      )
      await allow('can_post_messages', 'can_edit_messages', 'can_delete_messages')
      expect(await call('editMessageText', strange)).toEqual(yes)
      expect(await call('deleteMessage', strange)).toEqual(yes)
    })

    test('groups give no rights of channels', async () => {
      const change = sandbox.client('PATCH', `chats/${sandbox.moderatorsGroupId}`, { botRights: [] })
      await expect(change).rejects.toThrow('only in channels')
    })
  })

  test('a person who only opened the Mini App cannot be written to before write access is granted', async () => {
    const own = await startSandbox()
    await own.client('POST', 'launch', { from: STRANGER, kind: 'link', theme: {} })
    const before = await own.call('sendMessage', { chat_id: STRANGER, text: 'x' })
    await own.client('POST', 'write-access', { from: STRANGER })
    const after = await own.call('sendMessage', { chat_id: STRANGER, text: 'x' })
    const [update] = await own.updates()
    await discard(own)

    expect(before).toEqual(refused("Forbidden: bot can't initiate conversation with a user"))
    expect(after.ok).toBe(true)
    expect(update?.message?.write_access_allowed).toEqual({ from_request: true })
  })
})

describe('addresses', () => {
  const get = async (path: string) => {
    const response = await fetch(`${sandbox.url}${path}`)
    return { status: response.status, body: await response.json() }
  }
  const wrong = (status: number, description: string) => ({
    status,
    body: { ok: false, error_code: status, description },
  })

  test('another token is unauthorised; no token, no method and no file are not found', async () => {
    expect(await get('/bot7000000001:another/getMe')).toEqual(wrong(401, 'Unauthorized'))
    expect(await get('/file/bot7000000001:another/photos/file_1.jpg')).toEqual(wrong(401, 'Unauthorized'))
    expect(await get('/botnonsense/getMe')).toEqual(wrong(404, 'Not Found'))
    expect(await get(`/file/bot${TOKEN}/..%2Fjournal.jsonl`)).toEqual(wrong(404, 'Not Found'))
    expect(await get(`/bot${TOKEN}/sendTelepathy`)).toEqual(wrong(404, 'Not Found: method not found'))
  })

  test('methods are found in any case, with arguments in the query, a form or JSON', async () => {
    const query = await get(`/bot${TOKEN}/SENDMESSAGE?chat_id=${SELLER}&text=by+query`)
    const form = await fetch(`${sandbox.url}/bot${TOKEN}/sendmessage`, {
      method: 'POST',
      body: new URLSearchParams({ chat_id: String(SELLER), text: 'by form' }),
    })
    expect(query).toMatchObject({ status: 200, body: { result: { text: 'by query' } } })
    expect(await form.json()).toMatchObject({ result: { text: 'by form' } })
  })
})
