import { createEffect, createRoot, on } from 'solid-js'
import { createStore, produce } from 'solid-js/store'
import type { LaunchRequest, Person } from '../../telegram/protocol.ts'
import { grantWriteAccess, launch, postMessage, readPrepared, shareContact, sharePrepared } from '../api.ts'
import { insertIntoComposer } from '../composer/draft.ts'
import { pickChat } from '../dialogs/chat-picker.ts'
import { toast } from '../dialogs/dialogs.ts'
import { chatsOf, privateChatOf, sandbox } from '../sandbox.ts'
import { currentThemeParams, theme } from '../theme.ts'
import { openChat, person, showChat } from '../view.ts'
import type { Telegram } from './requests.ts'
import { createSession, type Session } from './session.ts'
import { deviceShelf } from './shelf.ts'
import { readWireEvent } from './wire.ts'

/** A Mini App on a person's phone. Each person has a phone of their own, and it stays as it is while another is looked at. */
export interface Running {
  /** Differs for each launch. */
  key: string
  person: Person
  /** With the launch parameters in the fragment. */
  url: string
  session: Session
  /** Out of sight but alive, as after following a link. */
  minimized: boolean
  frame?: HTMLIFrameElement
  dispose(): void
}

const [running, setRunning] = createStore<Record<number, Running>>({})
let launches = 0

export const runningOf = (personId: number | undefined) =>
  personId === undefined ? undefined : running[personId]
export const allRunning = () => Object.values(running)

export interface OpenMiniApp {
  kind: LaunchRequest['kind']
  url?: string
  startParam?: string
  chatId?: number
  /** The text of the reply keyboard's button, when it was one: only then may the Mini App send data. */
  keyboardButton?: string
}

/**
 * Opens a Mini App on the current person's phone, in place of what ran there.
 * @param openLink follows the Telegram links that the Mini App opens.
 */
export async function launchMiniApp(
  { keyboardButton, ...request }: OpenMiniApp,
  openLink: (url: string) => void,
) {
  const owner = person()
  if (!owner) return
  const { url } = await launch({
    ...request,
    from: owner.id,
    theme: { ...currentThemeParams() },
    platform: 'android',
  })
  closeMiniApp(owner.id)
  launches += 1
  const app = createRoot((dispose): Running => {
    const session = createSession(
      telegramFor(owner, keyboardButton, openLink),
      shelvesOf(owner),
      (eventType, eventData) =>
        running[owner.id]?.frame?.contentWindow?.postMessage(
          JSON.stringify({ eventType, eventData }),
          new URL(url, location.href).origin,
        ),
    )
    createEffect(
      on(theme, () => session.emit('theme_changed', { theme_params: currentThemeParams() }), { defer: true }),
    )
    return { key: `${owner.id}-${launches}`, person: owner, url, session, minimized: false, dispose }
  })
  setRunning(owner.id, app)
}

export function closeMiniApp(personId: number) {
  running[personId]?.dispose()
  setRunning(produce((all) => void delete all[personId]))
}

/** Closes as a person does: a Mini App that asked for it is closed only after a confirmation. */
export async function leaveMiniApp(app: Running) {
  const { chrome, dialogs } = app.session
  const message = 'Changes that you made may not be saved.'
  if (chrome.confirmClosing && !(await dialogs.confirm(message, 'Close anyway'))) return
  closeMiniApp(app.person.id)
}

export const minimize = (personId: number, minimized: boolean) => {
  if (running[personId]) setRunning(personId, 'minimized', minimized)
}
export const attachFrame = (personId: number, frame: HTMLIFrameElement) =>
  setRunning(personId, 'frame', () => frame)

/** Listens to the frames; only a message from a running Mini App's own window is heard. */
export function listenToFrames() {
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const app = allRunning().find(({ frame }) => frame && frame.contentWindow === source)
    const event = app && readWireEvent(data)
    if (event) void app.session.receive(event)
  })
}

const shelvesOf = (owner: Person) => ({
  cloud: deviceShelf(`sandbox.cloud.${owner.id}`),
  device: deviceShelf(`sandbox.device.${owner.id}`),
  secure: deviceShelf(`sandbox.secure.${owner.id}`),
})

function telegramFor(
  owner: Person,
  keyboardButton: string | undefined,
  openLink: (url: string) => void,
): Telegram {
  const chat = () => privateChatOf(owner)
  return {
    botName: sandbox.bot.first_name,
    themeParams: currentThemeParams,
    mayWrite: () => !owner.botBlocked && (chat()?.order.length ?? 0) > 0,
    grantWriting: () => grantWriteAccess(owner.id),
    async sharePrepared(preparedId: string) {
      const prepared = await readPrepared({ from: owner.id, preparedId }).catch(() => undefined)
      if (!prepared) return 'MESSAGE_EXPIRED'
      const chats = chatsOf(owner).filter(
        ({ type }) => type !== 'channel' && prepared.chatTypes.includes(type),
      )
      const chatId = await pickChat('Share to…', chats)
      if (chatId === undefined) return 'USER_DECLINED'
      return sharePrepared({ from: owner.id, preparedId, chatIds: [chatId] }).then(
        () => undefined,
        () => 'MESSAGE_SEND_FAILED' as const,
      )
    },
    shareContact: async () => (await shareContact(owner.id)).response,
    openLink: (url: string) => void window.open(url, '_blank', 'noopener'),
    openTelegramLink: (url: string) => {
      minimize(owner.id, true)
      openLink(url)
    },
    async sendData(data: string) {
      const chatId = chat()?.id
      if (keyboardButton === undefined || chatId === undefined) {
        return toast('Only a Mini App opened from a reply keyboard may send data')
      }
      closeMiniApp(owner.id)
      await postMessage({ from: owner.id, chatId, webAppData: { buttonText: keyboardButton, data } })
    },
    async insert(query: string, chooseChat: boolean) {
      const here = openChat()?.id ?? chat()?.id
      const chatId = chooseChat ? await pickChat('Choose a chat', chatsOf(owner)) : here
      if (chatId === undefined) return
      minimize(owner.id, true)
      showChat(chatId)
      insertIntoComposer(chatId, `@${sandbox.bot.username} ${query}`)
    },
    readClipboard: () => navigator.clipboard.readText().catch(() => null),
    close: () => closeMiniApp(owner.id),
  }
}
