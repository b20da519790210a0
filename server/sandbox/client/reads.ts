import { untrack } from 'solid-js'
import type { Person } from '../telegram/protocol.ts'
import { persistedStore } from './persisted.ts'
import { type ChatState, chatsOf, sandbox } from './sandbox.ts'

/** Per `person:chat`, the last message read; and the chats a person muted. Kept by the page, as a client does. */
const [reads, setReads] = persistedStore<Record<string, number>>('sandbox.reads', {})
const [muted, setMuted] = persistedStore<Record<string, boolean>>('sandbox.muted', {})

const key = (person: Person, chat: ChatState) => `${person.id}:${chat.id}`
const last = (chat: ChatState) => chat.order.at(-1) ?? 0

/** A mark beyond the last message is of a sandbox that was emptied since. */
const readUpTo = (person: Person, chat: ChatState) => Math.min(reads[key(person, chat)] ?? 0, last(chat))

export function unreadCount(person: Person, chat: ChatState): number {
  const mark = readUpTo(person, chat)
  return chat.order.filter((id) => id > mark && chat.byId[id]?.from?.id !== person.id).length
}

export const unreadTotal = (person: Person) =>
  chatsOf(person).reduce((sum, chat) => sum + (isMuted(person, chat) ? 0 : unreadCount(person, chat)), 0)

export function markRead(person: Person, chat: ChatState) {
  if (untrack(() => readUpTo(person, chat)) !== last(chat)) setReads(key(person, chat), last(chat))
}

/** How many people have seen a channel post. */
export const viewsOf = (chat: ChatState, messageId: number) =>
  sandbox.people.filter((person) => readUpTo(person, chat) >= messageId).length

/** A browser that sees the sandbox for the first time takes what is already there as read. */
export function startReads() {
  for (const person of sandbox.people) {
    for (const chat of chatsOf(person))
      if (reads[key(person, chat)] === undefined) setReads(key(person, chat), last(chat))
  }
}

export const isMuted = (person: Person, chat: ChatState) => muted[key(person, chat)] ?? false
export const toggleMuted = (person: Person, chat: ChatState) =>
  setMuted(key(person, chat), !isMuted(person, chat))
