import type { InlineKeyboardMarkup, ReplyKeyboardMarkup } from '@grammyjs/types'
import { badRequest } from './errors.ts'
import type { Params } from './params.ts'
import { checkLink, linkedUser } from './text/links.ts'
import type { StoredChat } from './world.ts'

/** What a message does to the keys below it: an inline keyboard, or a change of the reply keyboard. */
export interface Markup {
  inline?: InlineKeyboardMarkup
  /** `null` takes the shown keyboard away. */
  keyboard?: ReplyKeyboardMarkup | null
  /** A reply keyboard, its removal or a forced reply: such messages can't be edited. */
  isReply?: true
}

type Button = Record<string, unknown>

/** https://core.telegram.org/bots/api#inlinekeyboardbutton */
const MAX_CALLBACK_DATA = 64
const MAX_BUTTONS = 100
const MAX_COPY_TEXT = 256

/** Reads `reply_markup` with the Bot API's errors; in channels only inline keyboards exist. */
export function replyMarkup(params: Params, chat: Pick<StoredChat, 'type'>): Markup {
  const value = params.json('reply_markup', 'reply keyboard markup')
  if (value === undefined) return {}
  return readMarkup(value, chat)
}

export function readMarkup(value: unknown, chat: Pick<StoredChat, 'type'>): Markup {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('Object expected as reply markup')
  const markup = value as Record<string, unknown>
  const { inline_keyboard: inline, keyboard } = markup
  if (keyboard !== undefined && (keyboard as unknown[]).length !== 0) {
    const rows = rowsOf(keyboard, 'Field "keyboard" must be an Array of Arrays', (button) =>
      replyButton(button, chat.type),
    )
    if (chat.type === 'channel') throw badRequest('Inline keyboard expected')
    return { keyboard: { ...markup, keyboard: rows } as unknown as ReplyKeyboardMarkup, isReply: true }
  }
  if (inline !== undefined) {
    const rows = rowsOf(
      inline,
      'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
      (button) => inlineButton(button, chat.type),
    )
    return rows.length ? { inline: { inline_keyboard: rows } as unknown as InlineKeyboardMarkup } : {}
  }
  if (markup['remove_keyboard'] || markup['force_reply']) {
    if (chat.type === 'channel') throw badRequest('Inline keyboard expected')
    return { isReply: true, ...(markup['remove_keyboard'] ? { keyboard: null } : {}) }
  }
  return {}
}

function rowsOf(rows: unknown, wrong: string, read: (button: unknown) => Button): Button[][] {
  if (!Array.isArray(rows)) throw badRequest(wrong)
  const result: Button[][] = []
  for (const row of rows as unknown[]) {
    if (!Array.isArray(row)) throw badRequest(wrong)
    // Rows and buttons without text are left out, as Telegram does.
    const buttons = (row as unknown[]).map(read).filter(({ text }) => text !== '')
    if (buttons.length) result.push(buttons)
  }
  if (result.flat().length > MAX_BUTTONS) throw badRequest('reply markup is too long')
  return result
}

function replyButton(value: unknown, chatType: StoredChat['type']): Button {
  const wrong = (why: string): Error => badRequest(`Can't parse keyboard button: ${why}`)
  const button = typeof value === 'string' ? { text: value } : (value as Button)
  if (typeof button !== 'object' || button === null)
    throw wrong('KeyboardButton must be a String or an Object')
  requireText(button, wrong)
  const only = (what: string): Error => badRequest(`${what} in private chats only`)
  if (chatType !== 'private') {
    if (button['request_contact']) throw only('Phone number can be requested')
    if (button['request_location']) throw only('Location can be requested')
    if (button['request_poll']) throw only('Poll can be requested')
    if (button['request_users']) throw only('Users can be requested')
    if (button['request_chat']) throw only('Chats can be requested')
    if (button['web_app']) throw only('Web App buttons can be used')
  }
  if (button['web_app'] === undefined) return button
  return { ...button, web_app: { url: webAppUrl(button, wrong, 'Keyboard button Web App') } }
}

function inlineButton(value: unknown, chatType: StoredChat['type']): Button {
  const wrong = (why: string): Error => badRequest(`Can't parse inline keyboard button: ${why}`)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong('InlineKeyboardButton must be an Object')
  const button = value as Button
  requireText(button, wrong)
  const { text, url, callback_data: data } = button
  for (const field of ['url', 'callback_data'])
    if (button[field] !== undefined && typeof button[field] !== 'string')
      throw wrong(`Field "${field}" must be of type String`)
  const style = button['style'] === undefined ? {} : { style: button['style'] }

  if (url) return { text, url: buttonUrl(url as string), ...style }
  if (data) {
    if (Buffer.byteLength(data as string) > MAX_CALLBACK_DATA) throw badRequest('BUTTON_DATA_INVALID')
    return { text, callback_data: data, ...style }
  }
  for (const field of ['switch_inline_query', 'switch_inline_query_current_chat'])
    if (button[field] !== undefined) {
      if (chatType === 'channel')
        throw badRequest(
          `Can't use ${field} button in a channel chat, because users will not be able to use the button without knowing bot's username`,
        )
      return { text, [field]: button[field], ...style }
    }
  if (button['switch_inline_query_chosen_chat'])
    return { text, switch_inline_query_chosen_chat: button['switch_inline_query_chosen_chat'], ...style }
  if (button['web_app'] !== undefined) {
    const address = webAppUrl(button, wrong, 'Inline keyboard button Web App')
    if (chatType !== 'private') throw badRequest('BUTTON_TYPE_INVALID')
    return { text, web_app: { url: address }, ...style }
  }
  if (button['copy_text'] !== undefined) {
    const copied = (button['copy_text'] as Button | null)?.['text']
    if (typeof copied !== 'string') throw wrong('Can\'t find field "text"')
    if (copied.length < 1 || copied.length > MAX_COPY_TEXT) throw badRequest('BUTTON_COPY_TEXT_INVALID')
    return { text, copy_text: { text: copied }, ...style }
  }
  if (button['login_url'] !== undefined) {
    const login = (button['login_url'] as Button | null)?.['url']
    if (typeof login !== 'string') throw wrong('Can\'t find field "url"')
    return { text, url: checked(login, 'Inline keyboard button login', 'https'), ...style }
  }
  throw wrong('Text buttons are unallowed in the inline keyboard')
}

function requireText(button: Button, wrong: (why: string) => Error): void {
  if (button['text'] === undefined) throw wrong('Can\'t find field "text"')
  if (typeof button['text'] !== 'string') throw wrong('Field "text" must be of type String')
}

function webAppUrl(button: Button, wrong: (why: string) => Error, what: string): string {
  const webApp = button['web_app'] as Button | null
  if (typeof webApp !== 'object' || webApp === null) throw wrong('Field "web_app" must be of type Object')
  if (typeof webApp['url'] !== 'string') throw wrong('Can\'t find field "url"')
  return checked(webApp['url'], what, 'https')
}

function buttonUrl(url: string): string {
  const user = linkedUser(url)
  return user === undefined ? checked(url, 'Inline keyboard button') : `tg://user?id=${user}`
}

/** The address in Telegram's spelling, or its error, "… URL '…' is invalid: Only HTTPS links are allowed". */
export function checked(url: string, what: string, only?: 'https'): string {
  const result = checkLink(url, only)
  if ('problem' in result) throw badRequest(`${what} URL '${url}' is invalid: ${result.problem}`)
  return result.url
}
