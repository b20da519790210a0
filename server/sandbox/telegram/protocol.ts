import type { BotCommand, InlineQueryResult, Message, ReplyKeyboardMarkup, User } from '@grammyjs/types'

/** What the sandbox's page and its server say to each other, under `/client`. Never seen by the board. */

/**
 * Rights of a channel's administrator that can be given and taken one by one. Posting includes changing and deleting the
 * own posts, the others are about everybody's: https://core.telegram.org/constructor/chatAdminRights
 */
export const channelRights = ['can_post_messages', 'can_edit_messages', 'can_delete_messages'] as const
export type ChannelRight = (typeof channelRights)[number]

export interface Person extends User {
  /** E.164, e.g. `+998901234567`. */
  phone: string
  /** What the switch shows: a role in the story, not a right. */
  role: 'seller' | 'buyer' | 'moderator'
  botBlocked: boolean
}

export interface SandboxChat {
  id: number
  type: 'private' | 'group' | 'channel'
  title: string
  username?: string
  /** Whether the bot is an administrator; in private chats, whether it may write. */
  botIsAdmin: boolean
  /** Channels whose administrator the bot is: the rights it has. */
  botRights?: ChannelRight[]
  /** Private chats: the person. */
  personId?: number
  /** Groups: the people in it; a channel is seen by everybody. */
  memberIds?: number[]
  /** The bot's reply keyboard now shown under the input; absent when there is none or it was removed. */
  keyboard?: ReplyKeyboardMarkup
  /** Oldest first. */
  messages: Message[]
}

/**
 * `GET /client/state?person=<id>`: `chats` holds what that person sees: the channel, groups they belong to, their own
 * private chat with the bot; without `person`, every chat. Messages' files are at `GET /client/files/<file_id>` (no token; the file's own Content-Type).
 */
export interface SandboxState {
  bot: User & { description?: string; shortDescription?: string; commands: BotCommand[] }
  /** Per person: the text and URL of the menu button, absent while it shows commands. */
  menuButtons: Record<number, { text: string; url: string } | undefined>
  people: Person[]
  chats: SandboxChat[]
}

/** `GET /client/events?person=<id>`, Server-Sent Events, `data:` is one of these; without `person`, of every chat. */
export type SandboxEvent =
  | { type: 'message'; chatId: number; message: Message }
  | { type: 'edit'; chatId: number; message: Message }
  | { type: 'delete'; chatId: number; messageIds: number[] }
  | { type: 'action'; chatId: number; action: string }
  | { type: 'keyboard'; chatId: number; keyboard?: ReplyKeyboardMarkup }
  | { type: 'state' }

/**
 * `POST /client/messages` (JSON, or multipart with the same fields as text and files `photo`, `document`; several
 * `photo` files become an album, `text` then is the caption).
 */
export interface SendMessageRequest {
  from: number
  chatId: number
  text?: string
  /** Shares the person's own phone number. */
  contact?: true
  replyTo?: number
  /** Message to forward from another chat. */
  forward?: { chatId: number; messageId: number }
  /** What a Mini App opened by a reply keyboard's button sent by `web_app_data_send`. */
  webAppData?: { buttonText: string; data: string }
}

/** `PATCH /client/people/<id>`: answers the changed `Person`; blocking and unblocking tell the bot by `my_chat_member`. */
export interface PersonChange {
  language_code?: string
  botBlocked?: boolean
}

/**
 * `PATCH /client/chats/<id>`: what the bot is in a group or channel; told to it by `my_chat_member`. In a channel a bot
 * that is no administrator is out.
 */
export interface ChatChange {
  /** True gives all rights. */
  botIsAdmin?: boolean
  /** Channels: makes the bot an administrator with these rights alone. */
  botRights?: ChannelRight[]
  /** False removes the bot. */
  botIsMember?: boolean
}

/** `PATCH /client/messages`: a person corrects their own text or caption; the bot gets `edited_message`. */
export interface EditMessageRequest {
  from: number
  chatId: number
  messageId: number
  text: string
}

/** `DELETE /client/messages` (JSON body): bots never hear of deletions. */
export interface DeleteMessagesRequest {
  from: number
  chatId: number
  messageIds: number[]
}

/** `POST /client/callback`: a press on an inline button; answers when the bot does, or after ten seconds with `{}`. */
export interface CallbackRequest {
  from: number
  chatId: number
  messageId: number
  data: string
}
export interface CallbackResponse {
  text?: string
  show_alert?: boolean
  url?: string
}

/** `POST /client/launch`: opens the Mini App; answers its URL with the launch parameters in the fragment. */
export interface LaunchRequest {
  from: number
  /** `menu` and `button` open `url`; `link` opens the bot's main Mini App by `t.me/<bot>?startapp=<startParam>`. */
  kind: 'menu' | 'button' | 'link'
  url?: string
  startParam?: string
  chatId?: number
  theme: Record<string, string>
  /** e.g. `android`, `ios`, `tdesktop`. */
  platform?: string
}
export interface LaunchResponse {
  url: string
}

/** `POST /client/contact` with `{ from }`: the Mini App's contact request was granted; the bot gets the contact message too. */
export interface ContactResponse {
  /** Signed query string as `web_app_request_phone` promises it: `contact=…&auth_date=…&hash=…`. */
  response: string
}

/** `POST /client/write-access` with `{ from }`: the Mini App's request was granted; the bot is told and may write from now on. */

/** `POST /client/inline-query`: answers what the bot does, or after ten seconds no results. */
export interface InlineQueryRequest {
  from: number
  query: string
  offset?: string
  chatId?: number
}
export interface InlineQueryResponse {
  results: InlineQueryResult[]
  nextOffset: string
  button?: InlineQueryButton
}
/** Above the results; leads into the chat with the bot, or opens a Mini App that is not told who opens it. */
export type InlineQueryButton = { text: string } & (
  | { start_parameter: string }
  | { web_app: { url: string } }
)

/** `POST /client/inline-result`: sends a chosen result of an inline query; answers the message. */
export interface InlineResultRequest {
  from: number
  chatId: number
  query: string
  result: InlineQueryResult
}

/** `POST /client/prepared`: what `savePreparedInlineMessage` prepared for this person, as long as it is good. */
export interface PreparedRequest {
  from: number
  preparedId: string
}
export interface PreparedResponse {
  result: InlineQueryResult
  /** Where it may be sent. */
  chatTypes: SandboxChat['type'][]
}

/** `POST /client/share`: sends what `savePreparedInlineMessage` prepared (the Mini App's `shareMessage`); answers the messages. */
export interface ShareRequest {
  from: number
  preparedId: string
  chatIds: number[]
}

/** `GET` and `POST /client/flood`: whether Telegram's limits on sending hold; off unless the sandbox was started with them. */
export interface FloodState {
  enabled: boolean
}

/** `POST /client/faults`: makes the next matching Bot API calls fail; `GET` lists, `DELETE` clears. */
export interface Fault {
  /** Method in any case, or `*`. */
  method: string
  chatId?: number
  /** How often it strikes; then it is gone. */
  times: number
  /**
   * `429` answers with `retry_after` seconds; `5xx` and `400/403` answer without performing the call;
   * `lost` performs the call and drops the connection instead of answering; `drop` drops it without performing;
   * `mute` performs the call and never answers; `hang` never answers without performing.
   */
  kind: '429' | '500' | '502' | '400' | '403' | 'lost' | 'drop' | 'mute' | 'hang'
  retryAfter?: number
  description?: string
}
