import type { Person } from '../../telegram/protocol.ts'
import { changePerson, editMessage, postMessage } from '../api.ts'
import type { ChatState } from '../sandbox.ts'
import { changeDraft, clearDraft, type Draft, draftOf } from './draft.ts'

/** Sends what the composer holds and empties it at once; what could not be sent comes back. */
export async function sendDraft(person: Person, chat: ChatState) {
  const draft = { ...draftOf(chat.id) }
  const hasFiles = draft.photos.length + draft.documents.length > 0
  if (!draft.text.trim() && !hasFiles) return
  clearDraft(chat.id)
  try {
    await post(person, chat, draft, hasFiles)
  } catch (error) {
    if (draftOf(chat.id).text === '') changeDraft(chat.id, draft)
    throw error
  }
}

function post(person: Person, chat: ChatState, draft: Draft, hasFiles: boolean) {
  const { replyTo, editing, photos, documents } = draft
  const text = draft.text.trim()
  const address = { from: person.id, chatId: chat.id }
  if (editing !== undefined) return editMessage({ ...address, messageId: editing, text })
  const request = { ...address, ...(text ? { text } : {}), ...(replyTo === undefined ? {} : { replyTo }) }
  return postMessage(request, hasFiles ? { photos, documents } : undefined)
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
