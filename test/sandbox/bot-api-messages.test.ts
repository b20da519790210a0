import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from '@grammyjs/types'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Refusal, TestSandbox } from './telegram-world.ts'
import { discard, refused, result, startSandbox, TOKEN, upload } from './telegram-world.ts'

const SELLER = 1001
const SAME =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

let sandbox: TestSandbox
/** In the seller's chat: a text of the bot, one of the seller, a photo of the bot, one with a reply keyboard. */
let text: Message
let incoming: Message
let photo: Message
let withKeys: Message

beforeAll(async () => {
  sandbox = await startSandbox()
  incoming = await sandbox.say(SELLER, '/start')
  text = await sandbox.ok('sendMessage', { chat_id: SELLER, text: 'Salom', ...button('a') })
  photo = await sendPhoto(SELLER, 'Cobalt')
  withKeys = await sandbox.ok('sendMessage', {
    chat_id: SELLER,
    text: '?',
    reply_markup: { keyboard: [['a']] },
  })
})
afterAll(() => discard(sandbox))

const button = (data: string) => ({
  reply_markup: { inline_keyboard: [[{ text: data, callback_data: data }]] },
})
const draw = (width: number, height: number, background = 'teal') =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
const at = (message: Message) => ({ chat_id: message.chat.id, message_id: message.message_id })
const fileId = (message = photo) => message.photo?.at(-1)?.file_id ?? ''
const inAlbum = (caption?: string) => ({ type: 'photo', media: fileId(), ...(caption && { caption }) })
const toSeller = (fields: object) => ({ chat_id: SELLER, ...fields })
const missing = () => ({ chat_id: SELLER, from_chat_id: sandbox.channelId, message_id: 9999 })

async function sendPhoto(chatId: number, caption: string, background?: string): Promise<Message> {
  const picture = await draw(640, 480, background)
  return result(await upload(sandbox, 'sendPhoto', { chat_id: chatId, caption }, { photo: picture }))
}

const long = 'a'.repeat(1025)
const edits: Refusal[] = [
  ['the same text and keys', 'editMessageText', SAME, () => ({ ...at(text), text: 'Salom', ...button('a') })],
  ['the same caption', 'editMessageCaption', SAME, () => ({ ...at(photo), caption: 'Cobalt' })],
  ['the same picture', 'editMessageMedia', SAME, () => ({ ...at(photo), media: inAlbum('Cobalt') })],
  ['no keys for no keys', 'editMessageReplyMarkup', SAME, () => at(photo)],
  [
    'nothing that is there',
    'editMessageText',
    'message to edit not found',
    () => ({ ...missing(), text: 'x' }),
  ],
  ["another's message", 'editMessageText', "message can't be edited", () => ({ ...at(incoming), text: 'x' })],
  [
    'one with a reply keyboard',
    'editMessageText',
    "message can't be edited",
    () => ({ ...at(withKeys), text: 'x' }),
  ],
  [
    'the text of a photo',
    'editMessageText',
    'there is no text in the message to edit',
    () => ({ ...at(photo), text: 'x' }),
  ],
  [
    'the caption of a text',
    'editMessageCaption',
    'there is no caption in the message to edit',
    () => ({ ...at(text), caption: 'x' }),
  ],
  [
    'the picture of a text',
    'editMessageMedia',
    "message media can't be edited",
    () => ({ ...at(text), media: inAlbum() }),
  ],
  [
    'a reply keyboard',
    'editMessageText',
    'inline keyboard expected',
    () => ({ ...at(text), text: 'y', reply_markup: { keyboard: [['x']] } }),
  ],
  [
    'a caption too long',
    'editMessageCaption',
    'message caption is too long',
    () => ({ ...at(photo), caption: long }),
  ],
  ['no message', 'editMessageText', 'message identifier is not specified', () => ({ text: 'x' })],
  ['deleting what is not there', 'deleteMessage', 'message to delete not found', missing],
  ['deleting nothing', 'deleteMessage', 'message identifier is not specified', () => toSeller({})],
  [
    '101 deletions',
    'deleteMessages',
    'too many message identifiers specified',
    () => toSeller({ message_ids: Array.from({ length: 101 }, (_, i) => i + 1) }),
  ],
  ['forwarding what is not there', 'forwardMessage', 'message to forward not found', missing],
  ['copying what is not there', 'copyMessage', 'message to copy not found', missing],
  ['forwarding from nowhere', 'forwardMessage', 'parameter "from_chat_id" is required', () => toSeller({})],
  [
    'forwarding many that are not there',
    'forwardMessages',
    "messages can't be forwarded",
    () => ({ ...missing(), message_ids: [8888, 9999] }),
  ],
]

const files: Refusal[] = [
  ['no photo', 'sendPhoto', 'there is no photo in the request', () => toSeller({})],
  [
    'a file id that is none',
    'sendPhoto',
    "wrong remote file identifier specified: can't unserialize it. Wrong last symbol",
    () => toSeller({ photo: 'AgACnothing' }),
  ],
  [
    'a photo as document',
    'sendDocument',
    "can't use file of type Photo as Document",
    () => toSeller({ document: fileId() }),
  ],
  [
    'a caption of 513 emoji',
    'sendPhoto',
    'message caption is too long',
    () => toSeller({ photo: fileId(), caption: '🚗'.repeat(513) }),
  ],
  [
    'an address nobody answers at',
    'sendPhoto',
    'failed to get HTTP URL content',
    () => toSeller({ photo: 'http://127.0.0.1:9/a.jpg' }),
  ],
  [
    'an address of no picture',
    'sendPhoto',
    'wrong type of the web page content',
    () => toSeller({ photo: `${sandbox.url}/bot${TOKEN}/getMe?a.jpg` }),
  ],
  [
    'an album of 11',
    'sendMediaGroup',
    'too many messages to send as an album',
    () => toSeller({ media: Array.from({ length: 11 }, () => inAlbum()) }),
  ],
  ['an album of none', 'sendMediaGroup', 'there are no messages to send', () => toSeller({ media: [] })],
  ['an album without media', 'sendMediaGroup', 'parameter "media" is required', () => toSeller({})],
  [
    'an album with a photo not attached',
    'sendMediaGroup',
    "can't parse InputMedia: media not found",
    () => toSeller({ media: [{ type: 'photo', media: 'attach://lost' }] }),
  ],
  [
    'an album with a caption too long',
    'sendMediaGroup',
    'message caption is too long',
    () => toSeller({ media: [inAlbum(), inAlbum(long)] }),
  ],
  [
    'an album with an address nobody answers at',
    'sendMediaGroup',
    'failed to send message #2 with the error message "WEBPAGE_CURL_FAILED"',
    () => toSeller({ media: [inAlbum(), { type: 'photo', media: 'http://127.0.0.1:9/a.jpg' }] }),
  ],
]

describe('the Bot API refuses', () => {
  test.each([...edits, ...files])('%s (%s)', async (_, method, description, params) => {
    expect(await sandbox.call(method, params())).toEqual(refused(description))
  })

  test.each([
    ['9,000 by 2,000', () => draw(9000, 2000), 'PHOTO_INVALID_DIMENSIONS'],
    ['21 times as wide as high', () => draw(2100, 100), 'PHOTO_INVALID_DIMENSIONS'],
    ['a text named .jpg', () => Buffer.from('not a picture at all'), 'IMAGE_PROCESS_FAILED'],
    ['half a JPEG', async () => (await draw(800, 800)).subarray(0, 300), 'IMAGE_PROCESS_FAILED'],
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'IMAGE_PROCESS_FAILED'],
    ['an empty file', () => Buffer.alloc(0), 'file must be non-empty'],
    [
      'over 10 MB',
      () => Buffer.alloc(10 * 1024 * 1024 + 1, 1),
      'file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes',
    ],
  ])('a photo that is %s', async (_, make, description) => {
    const answer = await upload(sandbox, 'sendPhoto', { chat_id: SELLER }, { photo: await make() })
    expect(answer).toEqual(refused(description))
  })
})

describe('photos', () => {
  test('an upload is kept in sizes that can be downloaded and sent again by their id', async () => {
    const source = await draw(2000, 1500, 'navy')
    const sent = result(await upload(sandbox, 'sendPhoto', { chat_id: SELLER }, { photo: source }))
    const again = await sandbox.ok<Message>('sendPhoto', { chat_id: SELLER, photo: fileId(sent) })
    const { file_path: path } = await sandbox.ok<{ file_path: string }>('getFile', { file_id: fileId(sent) })
    const file = await fetch(`${sandbox.url}/file/bot${TOKEN}/${path}`)
    const picture = await sharp(await file.arrayBuffer()).metadata()

    expect(sent.photo?.map(({ width, height }) => [width, height])).toEqual([
      [90, 68],
      [320, 240],
      [800, 600],
      [1280, 960],
    ])
    expect(again.photo).toEqual(sent.photo)
    expect(picture).toMatchObject({ format: 'jpeg', width: 1280, height: 960 })
    expect(sent.photo?.at(-1)?.file_size).toBe(Number(file.headers.get('content-length')))
  })

  test('a picture turned by EXIF is stored upright and without EXIF', async () => {
    const turned = await sharp(await draw(400, 200))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const sent = result(await upload(sandbox, 'sendPhoto', { chat_id: SELLER }, { photo: turned }))
    const file = await fetch(`${sandbox.url}/client/files/${fileId(sent)}`)
    const stored = await sharp(await file.arrayBuffer()).metadata()

    expect([stored.width, stored.height, stored.exif]).toEqual([200, 400, undefined])
  })

  test('a picture is fetched from an address', async () => {
    const address = `${sandbox.url}/client/files/${fileId()}?a.jpg`
    const sent = await sandbox.ok<Message>('sendPhoto', { chat_id: SELLER, photo: address })
    expect(sent.photo?.at(-1)).toMatchObject({ width: 640, height: 480 })
  })

  test('an album of uploads and known files is one group, its keyboard ignored as Telegram ignores it', async () => {
    const media = [
      { type: 'photo', media: 'attach://one', caption: '<b>Ikki</b> rasm', parse_mode: 'HTML' },
      inAlbum(),
    ]
    const fields = { chat_id: sandbox.channelId, media, ...button('a') }
    const album = result(
      await upload<Message[]>(sandbox, 'sendMediaGroup', fields, { one: await draw(50, 50) }),
    )

    expect(album).toHaveLength(2)
    expect(new Set(album.map((message) => message.media_group_id)).size).toBe(1)
    expect(album[0]).toMatchObject({
      caption: 'Ikki rasm',
      caption_entities: [{ type: 'bold', offset: 0, length: 4 }],
    })
    expect(album.map((message) => message.reply_markup)).toEqual([undefined, undefined])
  })
})

describe('editing', () => {
  test('an edit without a keyboard takes the keyboard away; time and place of the message stay', async () => {
    const sent = await sandbox.ok<Message>('sendMessage', { chat_id: SELLER, text: 'Bir', ...button('a') })
    const edited = await sandbox.ok<Message>('editMessageText', { ...at(sent), text: 'Ikki' })
    const { reply_markup: _keyboard, ...rest } = sent

    expect(edited).toEqual({ ...rest, text: 'Ikki', edit_date: expect.any(Number) })
    expect((await sandbox.messages(SELLER)).find(({ message_id }) => message_id === sent.message_id)).toEqual(
      edited,
    )
  })

  test('a post gets another picture and caption in place', async () => {
    const sent = await sendPhoto(sandbox.channelId, 'Cobalt', 'red')
    const media = { type: 'photo', media: 'attach://new', caption: 'SOTILDI' }
    const fields = { ...at(sent), media, ...button('b') }
    const edited = result(await upload(sandbox, 'editMessageMedia', fields, { new: await draw(300, 300) }))

    expect(edited).toMatchObject({ message_id: sent.message_id, caption: 'SOTILDI', ...button('b') })
    expect(edited.photo?.at(-1)).toMatchObject({ width: 300 })
    expect(await sandbox.call('editMessageCaption', { ...at(sent), caption: '' })).toMatchObject({ ok: true })
  })

  test('deleted messages are gone; deleting many passes over what is not there', async () => {
    const [one, two] = [await sendPhoto(sandbox.channelId, 'bir'), await sendPhoto(sandbox.channelId, 'ikki')]
    const ids = [one.message_id, 7777, two.message_id]
    expect(
      await sandbox.call('deleteMessages', { chat_id: sandbox.channelId, message_ids: ids }),
    ).toMatchObject({
      ok: true,
      result: true,
    })
    const left = (await sandbox.messages(sandbox.channelId)).map(({ message_id }) => message_id)
    expect(left).not.toContain(one.message_id)
    expect(left).not.toContain(two.message_id)
  })

  test('what is older than two days can be edited but not deleted', async () => {
    const first = await startSandbox()
    const { message_id } = await first.ok<Message>('sendMessage', { chat_id: first.channelId, text: 'eski' })
    await first.stop()
    const journal = join(first.dataDir, 'journal.jsonl')
    const age = (date: string) => `"date":${Number(date) - 48 * 3600}`
    const aged = (await readFile(journal, 'utf8')).replace(/"date":(\d+)/g, (_, date: string) => age(date))
    await writeFile(journal, aged)
    const later = await startSandbox({ dataDir: first.dataDir })
    const there = { chat_id: later.channelId, message_id }
    const edited = await later.call('editMessageText', { ...there, text: 'yangi' })
    const deleted = await later.call('deleteMessage', there)
    await discard(later)

    expect(edited.ok).toBe(true)
    expect(deleted).toEqual(refused("message can't be deleted"))
  })
})

describe('forwarding', () => {
  test('a post is found again by forwarding its number to the service chat', async () => {
    const post = await sendPhoto(sandbox.channelId, 'Cobalt https://t.me/VodiyBozorBot?startapp=ad_7')
    const forwarded = await sandbox.ok<Message>('forwardMessage', {
      chat_id: sandbox.serviceChatId,
      from_chat_id: `@${sandbox.channelUsername}`,
      message_id: post.message_id,
    })
    expect(forwarded).toMatchObject({
      caption: post.caption,
      photo: post.photo,
      forward_origin: { type: 'channel', chat: { id: sandbox.channelId }, message_id: post.message_id },
      chat: { id: sandbox.serviceChatId, type: 'supergroup' },
    })
    expect(await sandbox.call('editMessageCaption', { ...at(forwarded), caption: 'x' })).toEqual(
      refused("message can't be edited"),
    )
  })

  test('keys go along when all of them are links', async () => {
    const link = { text: 'Koʻrish', url: 'https://t.me/VodiyBozorBot?startapp=ad_7' }
    const forward = async (keys: object[]) => {
      const markup = { reply_markup: { inline_keyboard: [keys] } }
      const { message_id } = await sandbox.ok<Message>('sendMessage', {
        chat_id: SELLER,
        text: 'x',
        ...markup,
      })
      const { reply_markup: kept } = await sandbox.ok<Message>('forwardMessage', {
        chat_id: sandbox.serviceChatId,
        from_chat_id: SELLER,
        message_id,
      })
      return kept
    }
    expect(await forward([link])).toEqual({ inline_keyboard: [[link]] })
    expect(await forward([link, { text: 'Ha', callback_data: 'yes' }])).toBeUndefined()
  })

  test('a copy has no origin and may have another caption', async () => {
    const copy = { chat_id: SELLER, from_chat_id: SELLER, message_id: photo.message_id, caption: 'Nusxa' }
    const { message_id } = await sandbox.ok<Message>('copyMessage', copy)
    const copied = (await sandbox.messages(SELLER)).find((message) => message.message_id === message_id)

    expect(copied).toMatchObject({ caption: 'Nusxa', photo: photo.photo })
    expect(copied?.forward_origin).toBeUndefined()
  })
})
