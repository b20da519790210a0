import { createHmac, timingSafeEqual } from 'node:crypto'
import { AppError } from '#server/errors.ts'

/** Bytes; Telegram's own stay below 2 KB. */
const maxLength = 8 * 1024
const maxAgeSeconds = 24 * 60 * 60
const maxFutureSeconds = 30
const cacheSize = 5_000

/** The parts of Telegram's `WebAppUser` that the board uses. */
export interface TelegramUser {
  id: number
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface InitData {
  user: TelegramUser
  /** Unix seconds. */
  authDate: number
  startParam: string | undefined
}

export type VerifyInitData = (raw: string) => InitData

/**
 * Checks init data by the Bot API's rule (https://core.telegram.org/bots/webapps#validating-data-received-via-the-mini-app):
 * HMAC-SHA-256 over all sorted fields but `hash`. Valid strings are remembered, their age is checked each time.
 * The returned function throws `auth.missing`, `auth.invalid` or `auth.expired`, all of them 401.
 */
export function createInitDataVerifier(token: string, now: () => number = Date.now): VerifyInitData {
  const key = webAppKey(token)
  const valid = new Map<string, InitData>()

  return (raw) => {
    let data = valid.get(raw)
    if (!data) {
      data = verify(raw, key)
      if (valid.size >= cacheSize) valid.delete(valid.keys().next().value as string)
      valid.set(raw, data)
    }
    const age = now() / 1000 - data.authDate
    if (age > maxAgeSeconds) throw new AppError('auth.expired')
    if (age < -maxFutureSeconds) throw new AppError('auth.invalid')
    return data
  }
}

/** The key under which Telegram signs all it hands to the Mini Apps of a bot. */
export const webAppKey = (token: string): Buffer => createHmac('sha256', 'WebAppData').update(token).digest()

/** The fields of a query string that Telegram signed under `key`; undefined when it is not as it was signed. */
export function signedFields(raw: string, key: Buffer): URLSearchParams | undefined {
  const fields = new URLSearchParams(raw)
  const given = Buffer.from(fields.get('hash') ?? '', 'hex')
  const checked = [...fields]
    .filter(([name]) => name !== 'hash')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const expected = createHmac('sha256', key).update(checked).digest()
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined
  return new Set(fields.keys()).size === [...fields.keys()].length ? fields : undefined
}

function verify(raw: string, key: Buffer): InitData {
  if (raw === '') throw new AppError('auth.missing')
  const fields = raw.length > maxLength ? undefined : signedFields(raw, key)
  if (!fields) throw new AppError('auth.invalid')

  const authDate = Number(fields.get('auth_date'))
  const user = parseUser(fields.get('user'))
  if (!Number.isInteger(authDate) || authDate <= 0 || !user) throw new AppError('auth.invalid')
  return { user, authDate, startParam: fields.get('start_param') ?? undefined }
}

function parseUser(json: string | null): TelegramUser | undefined {
  try {
    const user = JSON.parse(json ?? '') as Partial<TelegramUser> | null
    if (!user || !Number.isSafeInteger(user.id) || typeof user.first_name !== 'string') return undefined
    return user as TelegramUser
  } catch {
    return undefined
  }
}
