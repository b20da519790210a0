import type { ChatFullInfo, ChatMember, File, Message, UserFromGetMe } from '@grammyjs/types'
import { Bot, InputFile } from 'grammy'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestSandbox } from './telegram-world.ts'
import { discard, refused, startSandbox, TOKEN } from './telegram-world.ts'

const SELLER = 1001
const MODERATOR = 1004

let sandbox: TestSandbox
beforeEach(async () => {
  sandbox = await startSandbox({ botUsername: 'BoshqaBot' })
})
afterEach(() => discard(sandbox))

test('the bot knows itself by its id from the token, its name by what was set', async () => {
  await sandbox.ok('setMyName', { name: 'Farg‘ona bozori' })
  await sandbox.ok('setMyName', { name: 'Ферганский базар', language_code: 'ru' })
  const me = await sandbox.ok<UserFromGetMe>('getMe')
  expect(me).toMatchObject({
    id: 7000000001,
    is_bot: true,
    username: 'BoshqaBot',
    first_name: 'Farg‘ona bozori',
  })
  expect(me.has_main_web_app).toBe(true)
  expect(await sandbox.ok('getMyName', { language_code: 'ru' })).toEqual({ name: 'Ферганский базар' })
  expect(await sandbox.ok('getMyName', { language_code: 'en' })).toEqual({ name: 'Farg‘ona bozori' })
  await sandbox.ok('setMyName', { name: '', language_code: 'ru' })
  expect(await sandbox.ok('getMyName', { language_code: 'ru' })).toEqual({ name: 'Farg‘ona bozori' })
  expect(await sandbox.call('setMyShortDescription', { short_description: 'a'.repeat(121) })).toMatchObject({
    ok: false,
  })
})

test('commands are kept by scope and language and can be deleted', async () => {
  await sandbox.say(SELLER, '/start')
  const set = (name: string, more: object) =>
    sandbox.ok('setMyCommands', { commands: [{ command: name, description: 'x' }], ...more })
  const scope = { type: 'chat', chat_id: SELLER }
  await set('hamma', {})
  await set('xususiy', { scope: { type: 'all_private_chats' }, language_code: 'uz' })
  await set('meniki', { scope })
  const names = async (person: number) =>
    (await sandbox.state(person)).bot.commands.map(({ command }) => command)

  expect(await names(SELLER)).toEqual(['meniki'])
  expect(await names(1002)).toEqual(['xususiy'])
  expect(await names(1003)).toEqual(['hamma'])
  expect(await sandbox.ok('getMyCommands', { scope })).toEqual([{ command: 'meniki', description: 'x' }])
  await sandbox.ok('deleteMyCommands', { scope })
  expect(await sandbox.ok('getMyCommands', { scope })).toEqual([])
  expect(await names(SELLER)).toEqual(['xususiy'])
})

test('the menu button is the one of the chat, else the default', async () => {
  await sandbox.say(SELLER, '/start')
  const button = { type: 'web_app', text: 'Bozor', web_app: { url: 'https://example.org/' } }
  expect(await sandbox.ok('getChatMenuButton')).toEqual({ type: 'commands' })
  await sandbox.ok('setChatMenuButton', { menu_button: button })
  expect(await sandbox.ok('getChatMenuButton')).toEqual(button)
  expect(await sandbox.ok('getChatMenuButton', { chat_id: SELLER })).toEqual({ type: 'default' })
  await sandbox.ok('setChatMenuButton', { chat_id: SELLER, menu_button: { type: 'commands' } })
  expect((await sandbox.state(SELLER)).menuButtons[SELLER]).toBeUndefined()
})

test('chats, their members and their administrators', async () => {
  await sandbox.say(SELLER, '/start')
  const channel = { chat_id: sandbox.channelId }
  const status = async (chat_id: number, user_id: number) =>
    (await sandbox.ok<ChatMember>('getChatMember', { chat_id, user_id })).status
  const admins = await sandbox.ok<ChatMember[]>('getChatAdministrators', channel)

  expect(await sandbox.ok('getChat', { chat_id: SELLER })).toMatchObject({
    type: 'private',
    first_name: 'Karimjon',
  })
  expect(await sandbox.ok('getChat', channel)).toMatchObject({ type: 'channel', username: 'vodiy_bozor' })
  expect(admins.map(({ status: is, user }) => [is, user.id])).toEqual([
    ['creator', MODERATOR],
    ['administrator', 7000000001],
  ])
  expect(admins[1]).toMatchObject({
    can_post_messages: true,
    can_edit_messages: true,
    can_delete_messages: true,
  })
  expect(await sandbox.ok('getChatMemberCount', channel)).toBe(5)
  expect(await sandbox.ok('getChatMemberCount', { chat_id: sandbox.serviceChatId })).toBe(1)
  expect(await status(sandbox.channelId, SELLER)).toBe('member')
  expect(await status(sandbox.moderatorsGroupId, SELLER)).toBe('left')
  expect(await status(sandbox.moderatorsGroupId, MODERATOR)).toBe('creator')
})

test('a pinned message shows in the chat and goes with its deletion', async () => {
  const { message_id } = await sandbox.ok<Message>('sendMessage', {
    chat_id: sandbox.channelId,
    text: 'Qoidalar',
  })
  const there = { chat_id: sandbox.channelId, message_id }
  await sandbox.ok('pinChatMessage', there)
  const { pinned_message: pinned } = await sandbox.ok<ChatFullInfo>('getChat', there)
  const [update] = await sandbox.updates()
  const service = (await sandbox.messages(sandbox.channelId)).at(-1)
  await sandbox.ok('deleteMessage', there)

  expect(pinned?.message_id).toBe(message_id)
  expect(update?.channel_post?.pinned_message?.message_id).toBe(message_id)
  expect(
    await sandbox.call('forwardMessage', {
      chat_id: sandbox.serviceChatId,
      from_chat_id: sandbox.channelId,
      message_id: service?.message_id,
    }),
  ).toEqual(refused("the message can't be forwarded"))
  expect((await sandbox.ok<ChatFullInfo>('getChat', there)).pinned_message).toBeUndefined()
})

test('a bot that left a group is told so and refused', async () => {
  await sandbox.ok('leaveChat', { chat_id: sandbox.moderatorsGroupId })
  const [update] = await sandbox.updates()
  expect(update?.my_chat_member).toMatchObject({
    old_chat_member: { status: 'administrator' },
    new_chat_member: { status: 'left' },
  })
  expect(await sandbox.call('sendMessage', { chat_id: sandbox.moderatorsGroupId, text: 'x' })).toEqual(
    refused('Forbidden: bot is not a member of the supergroup chat'),
  )
})

test('documents keep name and bytes, by grammY and by their id again', async () => {
  await sandbox.say(SELLER, '/start')
  const { api } = new Bot(TOKEN, { client: { apiRoot: sandbox.url } })
  const data = Buffer.from([0, 13, 10, 45, 45, 255])
  const sent = await api.sendDocument(SELLER, new InputFile(data, 'Hisobot 1.csv'), { caption: 'Hisobot' })
  const again = await api.sendDocument(SELLER, sent.document.file_id)
  const file: File = await api.getFile(sent.document.file_id)
  const bytes = await fetch(`${sandbox.url}/file/bot${TOKEN}/${file.file_path}`)

  expect(sent.document).toMatchObject({ file_name: 'Hisobot 1.csv', file_size: 6 })
  expect(again.document).toEqual(sent.document)
  expect(Buffer.from(await bytes.arrayBuffer())).toEqual(data)
})
