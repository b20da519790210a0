import { randomInt } from 'node:crypto'
import type { Chat, Message, ReplyKeyboardMarkup, Update, User } from '@grammyjs/types'
import { badRequest, forbidden } from './errors.ts'
import type { Journal, Table } from './journal.ts'
import type { ChannelRight, Person, SandboxEvent } from './protocol.ts'
import type { Settings } from './settings.ts'
import { inLanguage, settingsOf } from './settings.ts'
import type { UpdateQueue } from './updates.ts'

export interface StoredPerson extends Person {
  /**
   * Whether the bot may write first: `none` never met, `known` only opened the Mini App, `open` wrote to the bot or
   * granted write access.
   */
  contact: 'none' | 'known' | 'open'
}

export interface StoredChat {
  id: number
  type: 'private' | 'supergroup' | 'channel'
  title: string
  username?: string
  personId?: number
  /** Groups and channels: the creator. */
  ownerId?: number
  memberIds: number[]
  /** What the bot is in a group or channel. */
  bot: 'administrator' | 'member' | 'left' | 'kicked'
  /** Channels: what the bot may not do although it is an administrator. */
  lacks?: ChannelRight[]
  /** The bot's reply keyboard now shown. */
  keyboard?: ReplyKeyboardMarkup
  /** Newest first. */
  pinned: number[]
}

export interface StoredMessage {
  message: Message
  /** Sent by the bot, so it may edit it. */
  byBot: boolean
  /** Sent with a reply keyboard: Telegram lets nobody edit such a message. */
  withKeyboard?: true
}

export interface StoredFile {
  file_id: string
  file_unique_id: string
  kind: 'photo' | 'document'
  /** Relative to the files' folder, `photos/file_1.jpg`. */
  path: string
  size: number
  mime: string
  name?: string
  width?: number
  height?: number
  /** Photos: the file ids of all sizes, smallest first. */
  sizes?: string[]
}

/** Everything this one bot's Telegram knows. */
export interface World {
  readonly token: string
  readonly bot: User & { username: string }
  readonly filesDir: string
  readonly people: Table<StoredPerson>
  readonly chats: Table<StoredChat>
  readonly files: Table<StoredFile>
  readonly counters: Table<number>
  readonly settings: Settings
  readonly updates: UpdateQueue
  messages(chatId: number): Table<StoredMessage>
  emit(event: SandboxEvent): void
  subscribe(listener: (event: SandboxEvent) => void): () => void
}

export interface WorldOptions {
  journal: Journal
  token: string
  botUsername: string
  filesDir: string
  updates: UpdateQueue
}

export function createWorld({ journal, token, botUsername, filesDir, updates }: WorldOptions): World {
  const listeners = new Set<(event: SandboxEvent) => void>()
  const messages = new Map<number, Table<StoredMessage>>()
  const settings = settingsOf(journal)
  return {
    token,
    get bot() {
      const first_name = inLanguage(settings.names, '') || botUsername
      return { id: Number(token.split(':')[0]), is_bot: true, first_name, username: botUsername }
    },
    filesDir,
    people: journal.table('people'),
    chats: journal.table('chats'),
    files: journal.table('files'),
    counters: journal.table('counters'),
    settings,
    updates,
    messages: (chatId) => {
      let table = messages.get(chatId)
      if (!table) messages.set(chatId, (table = journal.table(`messages ${chatId}`)))
      return table
    },
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const now = (): number => Math.floor(Date.now() / 1000)

/** Identifiers of queries and the like: positive, 63 bits at most, never the same twice. */
export const queryId = (): string =>
  `${randomInt(1, 2 ** 31)}${String(randomInt(0, 10 ** 9)).padStart(9, '0')}`

export function userOf(person: Person): User {
  const {
    phone: _phone,
    role: _role,
    botBlocked: _blocked,
    contact: _contact,
    ...user
  } = person as StoredPerson
  return user
}

/** A chat as messages and updates carry it. */
export function chatOf(world: World, chat: StoredChat): Chat {
  const { id, type, title, username } = chat
  if (type !== 'private') return { id, type, title, ...(username && { username }) }
  const person = world.people.get(id) as StoredPerson
  const { first_name, last_name } = person
  return {
    id,
    type,
    first_name,
    ...(last_name && { last_name }),
    ...(person.username && { username: person.username }),
  }
}

/** Whether the bot has a right in a channel. */
export const hasRight = ({ bot, lacks = [] }: StoredChat, right: ChannelRight): boolean =>
  bot === 'administrator' && !lacks.includes(right)

/** The kind of chat in the Bot API's error texts. */
export const kindOf = (chat: StoredChat): string => `${chat.type} chat`

/**
 * The chat a call names by number or `@username`; throws as the Bot API does for what the bot may not see or do there.
 * Reading works in public chats the bot is not in; `edit` and `write` do not.
 */
export function chatFor(world: World, given: string, access: 'read' | 'edit' | 'write'): StoredChat {
  if (!given) throw badRequest('chat_id is empty')
  const chat = given.startsWith('@')
    ? [...world.chats.values()].find(
        ({ username }) => username?.toLowerCase() === given.slice(1).toLowerCase(),
      )
    : world.chats.get(Number(given))
  if (!chat) throw badRequest('chat not found')
  if (chat.type === 'private') {
    const person = world.people.get(chat.id) as StoredPerson
    if (person.contact === 'none') throw badRequest('chat not found')
    if (access === 'write') {
      if (person.contact === 'known') throw forbidden("bot can't initiate conversation with a user")
      if (person.botBlocked) throw forbidden('bot was blocked by the user')
    }
    return chat
  }
  if (chat.bot === 'kicked') throw forbidden(`bot was kicked from the ${kindOf(chat)}`)
  if (chat.bot === 'left' && (access !== 'read' || !chat.username))
    throw forbidden(`bot is not a member of the ${kindOf(chat)}`)
  if (access === 'write' && chat.type === 'channel' && !hasRight(chat, 'can_post_messages'))
    throw badRequest('need administrator rights in the channel chat')
  return chat
}

/** The message a call names; `what` completes the error, "message to edit not found". */
export function messageFor(world: World, chat: StoredChat, messageId: number, what: string): StoredMessage {
  const found = messageId > 0 ? world.messages(chat.id).get(messageId) : undefined
  if (!found) throw badRequest(`${what} not found`)
  return found
}

/** Channels and groups count their own messages; all private chats with the bot share one count, as in Telegram. */
export function nextMessageId(world: World, chat: StoredChat): number {
  const counter = chat.type === 'private' ? 'private' : `chat ${chat.id}`
  const id = (world.counters.get(counter) ?? 0) + 1
  world.counters.set(counter, id)
  return id
}

/** A message as the one that answers it shows it, without what it answered itself. */
export function asReplied({
  reply_to_message: _reply,
  ...message
}: Message): NonNullable<Message['reply_to_message']> {
  return message as NonNullable<Message['reply_to_message']>
}

export type MessageContent = Omit<Message, 'message_id' | 'date' | 'chat' | 'from' | 'sender_chat'>

/**
 * Puts a message into a chat and shows it to the clients. The bot is not told: that is the caller's, as Telegram tells
 * a bot of other people's messages only.
 * @param from a person, or the bot; in a channel every message is the channel's own
 */
export function post(
  world: World,
  chat: StoredChat,
  from: User,
  content: MessageContent,
  withKeyboard = false,
): Message {
  const chatInfo = chatOf(world, chat)
  const message = {
    message_id: nextMessageId(world, chat),
    ...(chat.type === 'channel' ? { sender_chat: chatInfo } : { from }),
    chat: chatInfo,
    date: now(),
    ...content,
  } as Message
  const stored: StoredMessage = {
    message,
    byBot: from.id === world.bot.id,
    ...(withKeyboard && { withKeyboard: true }),
  }
  world.messages(chat.id).set(message.message_id, stored)
  world.emit({ type: 'message', chatId: chat.id, message })
  return message
}

/** Puts a changed message in the place of the old one and shows it. */
export function replace(world: World, stored: StoredMessage, message: Message): Message {
  world.messages(message.chat.id).set(message.message_id, { ...stored, message })
  world.emit({ type: 'edit', chatId: message.chat.id, message })
  return message
}

export function remove(world: World, chat: StoredChat, messageIds: number[]): void {
  const messages = world.messages(chat.id)
  for (const id of messageIds) messages.delete(id)
  if (chat.pinned.some((id) => messageIds.includes(id)))
    world.chats.set(chat.id, { ...chat, pinned: chat.pinned.filter((id) => !messageIds.includes(id)) })
  world.emit({ type: 'delete', chatId: chat.id, messageIds })
}

/** Tells the bot of a person's message, or of its new version. */
export function tellBot(world: World, message: Message, edited = false): void {
  const kind = message.chat.type === 'channel' ? 'channel_post' : 'message'
  const update = { [edited ? `edited_${kind}` : kind]: message } as Omit<Update, 'update_id'>
  world.updates.add(update, message.chat.id)
}
