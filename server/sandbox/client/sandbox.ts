import type { Message } from '@grammyjs/types'
import { batch } from 'solid-js'
import { createStore, produce, reconcile } from 'solid-js/store'
import type { Person, SandboxChat, SandboxEvent, SandboxState } from '../telegram/protocol.ts'

/** A chat with its messages by id, so that an edit touches one bubble only. */
export interface ChatState extends Omit<SandboxChat, 'messages'> {
  /** Ids, oldest first. */
  order: number[]
  byId: Record<number, Message>
  /** What the bot is doing now (`typing`, `upload_photo`). */
  action?: string
}

interface Sandbox extends Omit<SandboxState, 'chats'> {
  loaded: boolean
  online: boolean
  chats: Record<number, ChatState>
}

const [sandbox, setSandbox] = createStore<Sandbox>({
  loaded: false,
  online: false,
  bot: { id: 0, is_bot: true, first_name: '', commands: [] },
  menuButtons: {},
  people: [],
  chats: {},
})

export { sandbox }

/** Telegram shows an action for five seconds unless a message comes first: https://core.telegram.org/bots/api#sendchataction */
const ACTION_MS = 5_000
const actionTimers = new Map<number, ReturnType<typeof setTimeout>>()

function chatState(chat: SandboxChat): ChatState {
  const { messages, ...rest } = chat
  const sorted = messages.toSorted((a, b) => a.message_id - b.message_id)
  return {
    ...rest,
    order: sorted.map((message) => message.message_id),
    byId: Object.fromEntries(sorted.map((message) => [message.message_id, message])),
  }
}

/**
 * Takes a whole state over, keeping what has not changed.
 * @param bot as the current person sees it: its commands and texts are in their language.
 */
export function applyState(state: SandboxState, bot: SandboxState['bot']) {
  const chats = Object.fromEntries(state.chats.map((chat) => [chat.id, chatState(chat)]))
  batch(() => {
    setSandbox('bot', reconcile(bot))
    setSandbox('menuButtons', reconcile(state.menuButtons))
    setSandbox('people', reconcile(state.people))
    setSandbox('chats', reconcile(chats))
    setSandbox('loaded', true)
  })
}

export function applyEvent(event: Exclude<SandboxEvent, { type: 'state' }>) {
  if (!sandbox.chats[event.chatId]) return
  if (event.type === 'action') return showAction(event.chatId, event.action)
  if (event.type === 'message') showAction(event.chatId, undefined)
  if (event.type === 'message' || event.type === 'edit') {
    const { chatId, message } = event
    batch(() => {
      setSandbox('chats', chatId, 'byId', message.message_id, reconcile(message))
      setSandbox('chats', chatId, 'order', (order) =>
        order.includes(message.message_id) ? order : [...order, message.message_id].sort((a, b) => a - b),
      )
    })
  } else if (event.type === 'delete') {
    const gone = new Set(event.messageIds)
    setSandbox(
      'chats',
      event.chatId,
      produce((chat) => {
        chat.order = chat.order.filter((id) => !gone.has(id))
        for (const id of gone) delete chat.byId[id]
      }),
    )
  } else if (event.type === 'keyboard') {
    const { chatId, keyboard } = event
    setSandbox(
      'chats',
      chatId,
      produce((chat) => {
        if (keyboard) chat.keyboard = keyboard
        else delete chat.keyboard
      }),
    )
  }
}

function showAction(chatId: number, action: string | undefined) {
  clearTimeout(actionTimers.get(chatId))
  setSandbox(
    'chats',
    chatId,
    produce((chat) => {
      if (action) chat.action = action
      else delete chat.action
    }),
  )
  if (action) actionTimers.set(chatId, setTimeout(showAction, ACTION_MS, chatId, undefined))
}

export const applyBot = (bot: SandboxState['bot']) => setSandbox('bot', reconcile(bot))
export const setOnline = (online: boolean) => setSandbox('online', online)
export const personById = (id: number | undefined) => sandbox.people.find((person) => person.id === id)

/** What a chat is called by the person who looks at it: a private one carries the bot's name. */
export const chatTitle = (chat: ChatState) => (chat.type === 'private' ? sandbox.bot.first_name : chat.title)
/** What a chat's colour comes from: the bot looks the same to everybody. */
export const peerId = (chat: ChatState) => (chat.type === 'private' ? sandbox.bot.id : chat.id)
export const lastMessage = (chat: ChatState) => chat.byId[chat.order.at(-1) ?? -1]

/** The chats a person sees, the liveliest first, as in Telegram. */
export function chatsOf(person: Person): ChatState[] {
  const date = (chat: ChatState) => lastMessage(chat)?.date ?? 0
  return Object.values(sandbox.chats)
    .filter((chat) =>
      chat.type === 'private'
        ? (chat.personId ?? chat.id) === person.id
        : (chat.memberIds?.includes(person.id) ?? true),
    )
    .sort((a, b) => date(b) - date(a))
}

export const privateChatOf = (person: Person) => chatsOf(person).find((chat) => chat.type === 'private')
