import type { Message } from '@grammyjs/types'
import { postMessage } from '../api.ts'
import { pickChat } from '../dialogs/chat-picker.ts'
import { attempt, toast } from '../dialogs/dialogs.ts'
import { chatsOf, chatTitle, sandbox } from '../sandbox.ts'
import { person } from '../view.ts'

async function forward(message: Message) {
  const current = person()
  if (!current) return
  const chats = chatsOf(current).filter(({ type }) => type !== 'channel')
  const to = await pickChat('Forward to…', chats)
  const chat = to === undefined ? undefined : sandbox.chats[to]
  if (!chat) return
  const source = { chatId: message.chat.id, messageId: message.message_id }
  await postMessage({ from: current.id, chatId: chat.id, forward: source })
  toast(`Forwarded to ${chatTitle(chat)}`)
}

/** Asks where to, and forwards. */
export const forwardMessage = (message: Message) => attempt(forward(message))
