import { createSignal } from 'solid-js'
import { hasRoomForChat } from './media.ts'
import { chatsOf, personById, privateChatOf, sandbox } from './sandbox.ts'

/**
 * What the page shows, kept in its address (`?person=…&chat=…`), so that a reload, a bookmark or a test comes back to
 * the same place and a phone's back button leaves a chat.
 */
interface View {
  person: number | undefined
  chat: number | undefined
}

function fromAddress(): View {
  const query = new URLSearchParams(location.search)
  const number = (name: string) => (query.has(name) ? Number(query.get(name)) : undefined)
  return { person: number('person'), chat: number('chat') }
}

const [view, setView] = createSignal<View>(fromAddress())
window.addEventListener('popstate', () => setView(fromAddress()))

function go(next: View, remember: boolean) {
  const query = new URLSearchParams(location.search)
  for (const [name, value] of Object.entries(next)) {
    if (value === undefined) query.delete(name)
    else query.set(name, String(value))
  }
  history[remember ? 'pushState' : 'replaceState'](null, '', `?${query}`)
  setView(next)
}

/** The person whose phone is shown: the one chosen, else the first. */
export const person = () => personById(view().person) ?? sandbox.people[0]

/** The open chat, if the person sees it; where there is room beside the list, the bot's when none was chosen. */
export function openChat() {
  const current = person()
  if (!current) return undefined
  const chosen = chatsOf(current).find((chat) => chat.id === view().chat)
  return chosen ?? (hasRoomForChat() ? privateChatOf(current) : undefined)
}

export function showChat(chatId: number | undefined) {
  if (chatId !== view().chat) go({ person: view().person, chat: chatId }, true)
}

/** Hands the page to another person, in the chat that matches the one before: a shared one, else the bot's. */
export function showPerson(personId: number) {
  const next = personById(personId)
  const before = openChat()
  if (!next || next.id === person()?.id) return
  const chats = chatsOf(next)
  const same = chats.find((chat) => chat.id === before?.id) ?? privateChatOf(next)
  go({ person: personId, chat: before && same?.id }, false)
}
