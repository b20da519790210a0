import { postMessage } from './api.ts'
import { flashMessage } from './chat/flash.ts'
import { changeDraft } from './composer/draft.ts'
import { pickChat } from './dialogs/chat-picker.ts'
import { attempt, pageDialogs, toast } from './dialogs/dialogs.ts'
import { showProfile } from './dialogs/profile.ts'
import { type LinkTarget, readLink } from './links.ts'
import { launchMiniApp, type OpenMiniApp } from './mini-app/launcher.ts'
import { chatsOf, privateChatOf, sandbox } from './sandbox.ts'
import { openChat, person, showChat } from './view.ts'

/** Follows a link as Telegram would: Mini Apps, chats and posts open here, the web in a new tab once confirmed. */
export function openLink(link: string) {
  const target = readLink(link, sandbox.bot.username)
  if (target) attempt(follow(target))
  else toast('This link cannot be opened')
}

export const openMiniApp = (request: OpenMiniApp) => attempt(launchMiniApp(request, openLink))

async function follow(target: LinkTarget): Promise<unknown> {
  const current = person()
  if (!current) return undefined
  const chatId = openChat()?.id
  switch (target.kind) {
    case 'mini-app':
      return openMiniApp({
        kind: 'link',
        ...(target.startParam === undefined ? {} : { startParam: target.startParam }),
        ...(chatId === undefined ? {} : { chatId }),
      })
    case 'bot':
      return showChat(privateChatOf(current)?.id)
    case 'start': {
      const bot = privateChatOf(current)
      if (!bot) return undefined
      changeDraft(bot.id, { startParam: target.startParam })
      return showChat(bot.id)
    }
    case 'peer':
      return openPeer(target)
    case 'private-post':
      return openPost(target.chatId, target.messageId)
    case 'user':
      return showProfile({ person: sandbox.people.find(({ id }) => id === target.userId) })
    case 'phone':
      return showProfile({
        phone: target.phone,
        person: sandbox.people.find(({ phone }) => phone === target.phone),
        draft: target.text,
      })
    case 'share': {
      const to = await pickChat(
        'Share to…',
        chatsOf(current).filter(({ type }) => type !== 'channel'),
      )
      if (to === undefined) return undefined
      showChat(to)
      return postMessage({ from: current.id, chatId: to, text: target.text })
    }
    case 'web':
      if (await pageDialogs.confirm(target.url, 'Open', 'Open this link?'))
        window.open(target.url, '_blank', 'noopener')
      return undefined
  }
}

const sameName = (a: string | undefined, b: string) => a?.toLowerCase() === b.toLowerCase()

function openPeer({ username, messageId, text }: Extract<LinkTarget, { kind: 'peer' }>) {
  const chat = Object.values(sandbox.chats).find(
    (candidate) => candidate.type !== 'private' && sameName(candidate.username, username),
  )
  if (chat) return openPost(chat.id, messageId)
  showProfile({
    username,
    person: sandbox.people.find((somebody) => sameName(somebody.username, username)),
    draft: text,
  })
}

function openPost(chatId: number, messageId: number | undefined) {
  const current = person()
  const chat = current && chatsOf(current).find(({ id }) => id === chatId)
  if (!chat) return toast('This chat is private')
  showChat(chatId)
  if (messageId === undefined) return
  if (chat.byId[messageId]) flashMessage(messageId)
  else toast('Message not found')
}
