import { randomInt } from 'node:crypto'
import type { Message } from '@grammyjs/types'
import { badRequest } from './errors.ts'
import { documentFrom, photoFrom } from './files.ts'
import { setBlocked } from './members.ts'
import { forwarded } from './methods/forward.ts'
import type { Upload } from './multipart.ts'
import type { DeleteMessagesRequest, EditMessageRequest, SendMessageRequest } from './protocol.ts'
import { captionText, messageText } from './text/formatted-text.ts'
import type { MessageContent, StoredChat, StoredPerson, World } from './world.ts'
import { asReplied, now, post, remove, replace, tellBot, userOf } from './world.ts'

/** A person by number. @throws 400 when there is none */
export function personFor(world: World, id: number): StoredPerson {
  const person = world.people.get(id)
  if (!person) throw badRequest('the sandbox has no such person')
  return person
}

/** A chat the person sees. @throws 400 for another's private chat or a group they are not in */
export function chatSeenBy(world: World, person: StoredPerson, chatId: number): StoredChat {
  const chat = world.chats.get(chatId)
  if (!chat || !sees(chat, person.id)) throw badRequest('the person is not in this chat')
  return chat
}

export const sees = (chat: StoredChat, personId: number): boolean =>
  chat.type === 'channel' || chat.personId === personId || chat.memberIds.includes(personId)

/** What a person sends, one message, or several that make an album; the bot is told of each. */
export async function sendAs(
  world: World,
  request: SendMessageRequest,
  uploads: Upload[],
): Promise<Message[]> {
  const person = meet(world, personFor(world, request.from), request)
  const chat = chatSeenBy(world, person, request.chatId)
  if (chat.type === 'channel' && chat.ownerId !== person.id)
    throw badRequest('only its owner writes in the channel')
  const original = request.replyTo ? world.messages(chat.id).get(request.replyTo)?.message : undefined
  const contents = await contentsOf(world, person, request, uploads)
  return contents.map((content) => {
    const reply = original ? { reply_to_message: asReplied(original) } : {}
    const message = post(world, chat, userOf(person), { ...content, ...reply })
    if (botHears(world, chat, message)) tellBot(world, message)
    return message
  })
}

/** A person corrects the text or caption of their own message. */
export function editAs(world: World, request: EditMessageRequest): Message {
  const person = personFor(world, request.from)
  const chat = chatSeenBy(world, person, request.chatId)
  const stored = world.messages(chat.id).get(request.messageId)
  if (!stored || stored.message.from?.id !== person.id) throw badRequest("it is not this person's message")
  const isText = stored.message.text !== undefined
  const { text, entities } = isText ? messageText(request) : captionText(request)
  const { entities: _, caption_entities: __, ...kept } = stored.message
  const changed = isText
    ? { text, ...(entities.length && { entities }) }
    : { caption: text, ...(entities.length && { caption_entities: entities }) }
  const message = replace(world, stored, { ...kept, ...changed, edit_date: now() } as Message)
  if (botHears(world, chat, message)) tellBot(world, message, true)
  return message
}

/** Bots never hear of deletions: https://core.telegram.org/bots/api#update */
export function deleteAs(world: World, request: DeleteMessagesRequest): void {
  const person = personFor(world, request.from)
  const chat = chatSeenBy(world, person, request.chatId)
  const own = request.messageIds.filter((id) => {
    const message = world.messages(chat.id).get(id)?.message
    return (
      message && (chat.type === 'private' || chat.ownerId === person.id || message.from?.id === person.id)
    )
  })
  if (own.length) remove(world, chat, own)
}

/** The person lets the bot write first; https://core.telegram.org/bots/webapps#initializing-mini-apps, `requestWriteAccess` */
export function grantWriteAccess(world: World, personId: number): void {
  const person = personFor(world, personId)
  if (person.contact === 'open' && !person.botBlocked) return
  setBlocked(world, person, false)
  world.people.set(person.id, { ...personFor(world, person.id), contact: 'open' })
  const chat = world.chats.get(person.id) as StoredChat
  tellBot(world, post(world, chat, userOf(person), { write_access_allowed: { from_request: true } }))
}

/** The person shares their own number with the bot. */
export function shareContact(world: World, personId: number): Promise<Message[]> {
  return sendAs(world, { from: personId, chatId: personId, contact: true }, [])
}

/** Writing to the bot opens the chat; `/start` also takes a block back, as Telegram's restart button does. */
function meet(world: World, person: StoredPerson, { chatId, text }: SendMessageRequest): StoredPerson {
  if (chatId !== person.id) {
    if (person.contact !== 'none') return person
    world.people.set(person.id, { ...person, contact: 'known' })
    return personFor(world, person.id)
  }
  if (person.botBlocked) {
    if (!text?.startsWith('/start'))
      throw badRequest('the person has blocked the bot; only /start is possible')
    setBlocked(world, person, false)
  }
  if (person.contact !== 'open')
    world.people.set(person.id, { ...personFor(world, person.id), contact: 'open' })
  return personFor(world, person.id)
}

async function contentsOf(
  world: World,
  person: StoredPerson,
  request: SendMessageRequest,
  uploads: Upload[],
): Promise<MessageContent[]> {
  const { text = '', contact, forward, webAppData } = request
  if (webAppData) return [{ web_app_data: { data: webAppData.data, button_text: webAppData.buttonText } }]
  if (contact) {
    const { first_name, last_name, phone, id } = person
    // Phones send the number without its plus.
    const phone_number = phone.replace('+', '')
    return [{ contact: { phone_number, first_name, ...(last_name && { last_name }), user_id: id } }]
  }
  if (forward) {
    const source = world.messages(chatSeenBy(world, person, forward.chatId).id).get(forward.messageId)
    const content = source && forwarded(source.message)
    if (!content) throw badRequest('this message cannot be forwarded')
    return [content]
  }
  if (uploads.length === 0) {
    const { text: clean, entities } = messageText({ text })
    return [{ text: clean, ...(entities.length && { entities }) }]
  }
  const { text: caption, entities } = captionText({ text })
  // Photos and documents are albums of their own, as nothing mixes with documents.
  const albums = new Map(['photo', 'document'].map((field) => [field, albumOf(uploads, field)]))
  const contents: MessageContent[] = []
  for (const [i, upload] of uploads.entries())
    contents.push({
      ...(upload.field === 'photo'
        ? { photo: await photoFrom(world, upload) }
        : { document: await documentFrom(world, upload) }),
      ...albums.get(upload.field),
      ...(i === 0 && caption && { caption }),
      ...(i === 0 && entities.length && { caption_entities: entities }),
    })
  return contents
}

function albumOf(uploads: Upload[], field: string): { media_group_id?: string } {
  const count = uploads.filter((upload) => upload.field === field).length
  return count > 1 ? { media_group_id: String(randomInt(10 ** 12, 10 ** 14)) } : {}
}

/** In groups a bot that is no administrator hears only what is meant for it: https://core.telegram.org/bots/features#privacy-mode */
function botHears(world: World, chat: StoredChat, message: Message): boolean {
  if (chat.type === 'private' || chat.bot === 'administrator') return true
  if (chat.type === 'channel' || chat.bot !== 'member') return false
  const text = message.text ?? message.caption ?? ''
  const forBot = text.startsWith('/') || text.toLowerCase().includes(`@${world.bot.username.toLowerCase()}`)
  return forBot || message.reply_to_message?.from?.id === world.bot.id
}
