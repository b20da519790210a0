import type { DialogButton, Dialogs } from '../dialogs/dialogs.ts'
import { type Data, type Emit, type Handlers, list, text } from './wire.ts'

/** https://core.telegram.org/bots/webapps#events-available-for-mini-apps, `shareMessageFailed` */
export type ShareFailure = 'MESSAGE_EXPIRED' | 'MESSAGE_SEND_FAILED' | 'USER_DECLINED' | 'UNKNOWN_ERROR'

/** What the Telegram around a Mini App does for it. */
export interface Telegram {
  botName: string
  themeParams(): Record<string, string>
  /** Whether the bot may already write to the person. */
  mayWrite(): boolean
  grantWriting(): Promise<unknown>
  /** Sends the person's contact to the bot; gives it signed, for the Mini App. */
  shareContact(): Promise<string>
  openLink(url: string): void
  openTelegramLink(url: string): void
  sendData(data: string): Promise<void>
  /** Lets the person send what the bot prepared to a chat; why it was not sent, when it was not. */
  sharePrepared(id: string): Promise<ShareFailure | undefined>
  /** Puts text into the input of the chat, or of a chosen one. */
  insert(query: string, chooseChat: boolean): Promise<void>
  readClipboard(): Promise<string | null>
  close(): void
}

const LABELS: Record<string, string> = { ok: 'OK', close: 'Close', cancel: 'Cancel' }

/** 1–3 buttons with ids up to 64 characters, message 1–256, title up to 64: what clients accept, else `undefined`. */
export function readPopup(data: Data) {
  const title = text(data, 'title')?.trim() ?? ''
  const message = text(data, 'message')?.trim() ?? ''
  const buttons = list(data, 'buttons').map((raw): DialogButton => {
    const button = raw as Data
    const type = text(button, 'type') ?? 'default'
    return {
      id: text(button, 'id') ?? '',
      text: LABELS[type] ?? text(button, 'text')?.trim() ?? '',
      ...(type === 'destructive' ? { style: 'destructive' } : {}),
    }
  })
  const fits =
    message.length >= 1 &&
    message.length <= 256 &&
    title.length <= 64 &&
    buttons.length >= 1 &&
    buttons.length <= 3 &&
    buttons.every(({ id, text: label }) => id.length <= 64 && label.length >= 1 && label.length <= 64)
  return fits ? { message, buttons, ...(title ? { title } : {}) } : undefined
}

/** Events of a Mini App that ask the person, or the Telegram around it, for something. */
export function requestHandlers(
  telegram: Telegram,
  dialogs: Dialogs,
  emit: Emit,
  onContact: (signed: string) => void,
): Handlers {
  return {
    web_app_request_theme: () => emit('theme_changed', { theme_params: telegram.themeParams() }),
    web_app_close: () => telegram.close(),
    web_app_data_send: (data) => telegram.sendData(text(data, 'data') ?? ''),
    web_app_open_popup: async (data) => {
      const popup = readPopup(data)
      const pressed = popup && !dialogs.current() ? (await dialogs.ask(popup)).button : undefined
      emit('popup_closed', pressed === undefined ? {} : { button_id: pressed })
    },
    web_app_request_phone: async () => {
      const question = `${telegram.botName} will know your phone number. This can be useful for integration with other services.`
      const granted = await dialogs.confirm(question, 'Share', 'Share your phone number?')
      if (granted) onContact(await telegram.shareContact())
      emit('phone_requested', { status: granted ? 'sent' : 'cancelled' })
    },
    web_app_request_write_access: async () => {
      const question = `This will allow ${telegram.botName} to message you.`
      const granted = telegram.mayWrite() || (await dialogs.confirm(question, 'Allow', 'Allow messages?'))
      if (granted) await telegram.grantWriting()
      emit('write_access_requested', { status: granted ? 'allowed' : 'cancelled' })
    },
    web_app_open_link: async (data) => {
      const url = text(data, 'url') ?? ''
      if (!/^https?:\/\//i.test(url)) return
      if (await dialogs.confirm(url, 'Open', 'Open this link?')) telegram.openLink(url)
    },
    web_app_open_tg_link: (data) => telegram.openTelegramLink(`https://t.me${text(data, 'path_full') ?? ''}`),
    web_app_switch_inline_query: (data) =>
      telegram.insert(text(data, 'query') ?? '', list(data, 'chat_types').length > 0),
    web_app_read_text_from_clipboard: async (data) =>
      emit('clipboard_text_received', { req_id: data.req_id, data: await telegram.readClipboard() }),
    web_app_send_prepared_message: async (data) => {
      const error = await telegram
        .sharePrepared(text(data, 'id') ?? '')
        .catch((): ShareFailure => 'UNKNOWN_ERROR')
      if (error === undefined) emit('prepared_message_sent')
      else emit('prepared_message_failed', { error })
    },
    web_app_open_scan_qr_popup: async (data) => {
      const answer = await dialogs.ask({
        title: 'Scan QR code',
        message: text(data, 'text') ?? 'There is no camera here: type what the code says.',
        input: { label: 'Text of the code' },
        buttons: [
          { id: 'cancel', text: 'Cancel' },
          { id: 'ok', text: 'Scan' },
        ],
      })
      if (answer.button === 'ok') emit('qr_text_received', { data: answer.value })
      emit('scan_qr_popup_closed')
    },
  }
}
