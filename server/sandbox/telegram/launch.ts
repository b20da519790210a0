import type { KeyObject } from 'node:crypto'
import { createHmac, createPrivateKey, sign } from 'node:crypto'
import type { User } from '@grammyjs/types'

/** The newest Mini App version the sandbox's page speaks: https://core.telegram.org/bots/webapps#recent-changes */
export const WEB_APP_VERSION = '9.1'

/** The user as a Mini App sees them: https://core.telegram.org/bots/webapps#webappuser */
export interface WebAppUser extends Omit<User, 'is_bot'> {
  is_bot?: boolean
  allows_write_to_pm?: true
  photo_url?: string
}

export interface InitDataOptions {
  /** `<bot id>:<secret>`. */
  token: string
  user: WebAppUser
  /** What followed `?startapp=`. */
  startParam?: string
  /** Unix time in seconds; now when absent. */
  authDate?: number
  /** Given when the Mini App was opened by the menu or an inline button; answered by `answerWebAppQuery`. */
  queryId?: string
  chatType?: 'sender' | 'private' | 'group' | 'supergroup' | 'channel'
  chatInstance?: string
  /** Telegram's Ed25519 key; the sandbox's own stands in for it. A key made from the token when absent. */
  signingKey?: KeyObject
}

/**
 * Init data as Telegram hands it to a Mini App, a query string. `hash` is the HMAC-SHA-256 over all other sorted fields
 * under HMAC(`WebAppData`, token); `signature` is Ed25519 over `<bot id>:WebAppData` and the sorted fields but those two.
 * https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app
 */
export function signInitData(options: InitDataOptions): string {
  const { token, user, startParam, authDate = Math.floor(Date.now() / 1000) } = options
  const fields: Record<string, string> = { user: JSON.stringify(user), auth_date: String(authDate) }
  if (options.queryId !== undefined) fields['query_id'] = options.queryId
  if (options.chatType !== undefined) fields['chat_type'] = options.chatType
  if (options.chatInstance !== undefined) fields['chat_instance'] = options.chatInstance
  if (startParam !== undefined) fields['start_param'] = startParam
  const key = options.signingKey ?? signingKeyOf(token)
  const botId = token.slice(0, token.indexOf(':'))
  const signature = sign(null, Buffer.from(`${botId}:WebAppData\n${checkString(fields)}`), key)
  return hashed(token, { ...fields, signature: signature.toString('base64url') })
}

/**
 * The answer to a Mini App's contact request, a query string hashed as init data is (without `signature`):
 * https://core.telegram.org/bots/webapps#initializing-mini-apps, `requestContact`.
 */
export function signContact(options: {
  token: string
  user: User
  /** E.164. */
  phone: string
  authDate?: number
}): string {
  const { token, user, phone, authDate = Math.floor(Date.now() / 1000) } = options
  const contact = {
    user_id: user.id,
    phone_number: phone.replace('+', ''),
    first_name: user.first_name,
    ...(user.last_name !== undefined && { last_name: user.last_name }),
  }
  return hashed(token, { contact: JSON.stringify(contact), auth_date: String(authDate) })
}

/** The key that stands in for Telegram's when none is given: always the same for one token. */
export function signingKeyOf(token: string): KeyObject {
  const seed = createHmac('sha256', 'sandbox signing key').update(token).digest()
  // An Ed25519 private key in PKCS #8 is this fixed header and the 32 bytes of the seed (RFC 8410).
  const header = Buffer.from('302e020100300506032b657004220420', 'hex')
  return createPrivateKey({ key: Buffer.concat([header, seed]), format: 'der', type: 'pkcs8' })
}

/** A Mini App's address with the launch parameters in its fragment, as Telegram's clients open it. */
export function launchUrl(
  url: string,
  options: { initData: string; theme: Record<string, string>; platform: string; startParam?: string },
): string {
  const target = new URL(url)
  const { initData, theme, platform, startParam } = options
  // Clients hand the start parameter over twice: in the query for servers, in the fragment for the page.
  if (startParam !== undefined) target.searchParams.set('tgWebAppStartParam', startParam)
  const launch = new URLSearchParams({
    tgWebAppData: initData,
    tgWebAppVersion: WEB_APP_VERSION,
    tgWebAppPlatform: platform,
    tgWebAppThemeParams: JSON.stringify(theme),
  })
  if (startParam !== undefined) launch.set('tgWebAppStartParam', startParam)
  // A page's own fragment stays in front, joined as Telegram joins it.
  target.hash = target.hash
    ? `${target.hash.slice(1)}${target.hash.includes('?') ? '&' : '?'}${launch}`
    : `${launch}`
  return target.href
}

function hashed(token: string, fields: Record<string, string>): string {
  const secret = createHmac('sha256', 'WebAppData').update(token).digest()
  const hash = createHmac('sha256', secret).update(checkString(fields)).digest('hex')
  return new URLSearchParams({ ...fields, hash }).toString()
}

function checkString(fields: Record<string, string>): string {
  return Object.keys(fields)
    .sort()
    .map((name) => `${name}=${fields[name]}`)
    .join('\n')
}
