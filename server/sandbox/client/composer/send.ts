import type { Person, SendMessageRequest } from '../../telegram/protocol.ts'
import { changePerson, editMessage, postMessage } from '../api.ts'
import type { ChatState } from '../sandbox.ts'
import { clearDraft, draftOf } from './draft.ts'

/** Sends what the composer holds; what could not be sent stays there. */
export async function sendDraft(person: Person, chat: ChatState) {
  const { text, replyTo, editing, photos, documents } = draftOf(chat.id)
  if (editing !== undefined) {
    await editMessage({ from: person.id, chatId: chat.id, messageId: editing, text: text.trim() })
    return clearDraft(chat.id)
  }
  const request: SendMessageRequest = {
    from: person.id,
    chatId: chat.id,
    ...(text.trim() ? { text: text.trim() } : {}),
    ...(replyTo === undefined ? {} : { replyTo }),
  }
  const hasFiles = photos.length + documents.length > 0
  if (!request.text && !hasFiles) return
  await postMessage(request, hasFiles ? { photos, documents } : undefined)
  clearDraft(chat.id)
}

export const sendText = (person: Person, chat: ChatState, text: string) =>
  postMessage({ from: person.id, chatId: chat.id, text })

export const sendContact = (person: Person, chat: ChatState) =>
  postMessage({ from: person.id, chatId: chat.id, contact: true })

/** The START button: unblocks the bot when it was blocked, and passes the parameter of a `?start=…` link on. */
export async function start(person: Person, chat: ChatState) {
  if (person.botBlocked) await changePerson(person.id, { botBlocked: false })
  const parameter = draftOf(chat.id).startParam
  await sendText(person, chat, parameter === undefined ? '/start' : `/start ${parameter}`)
  clearDraft(chat.id)
}
