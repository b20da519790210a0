import { signedFields, webAppKey } from '#server/auth/init-data.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { setPhone } from '#server/users/queries.ts'

/** It is sent on as soon as it is given; the rest allows for a bad connection. */
const maxAgeSeconds = 60 * 60
const maxFutureSeconds = 30

/**
 * Keeps the phone that Telegram vouches for: `response` is what a Mini App's contact request answers, a query string
 * signed as init data is (https://core.telegram.org/bots/webapps, `requestContact`). It must be fresh and the
 * caller's own, else `contact.invalid`. Answers the phone in E.164.
 */
export async function confirmPhone({ db, config }: Deps, userId: number, response: string) {
  const phone = readContact(response, { token: config.telegram.token, userId, now: Date.now() })
  if (!phone) throw new AppError('contact.invalid')
  await setPhone(db, userId, phone)
  return { phone }
}

/** The phone in E.164; undefined when it is not what Telegram signed, not this person's, or old. */
export function readContact(response: string, o: { token: string; userId: number; now: number }) {
  const fields = signedFields(response, webAppKey(o.token))
  const age = o.now / 1000 - Number(fields?.get('auth_date') ?? Number.NaN)
  if (!fields || !(age <= maxAgeSeconds && age >= -maxFutureSeconds)) return undefined
  const contact = parseContact(fields.get('contact'))
  const digits = /^\+?(\d{7,15})$/.exec(contact?.phone_number ?? '')?.[1]
  return contact?.user_id === o.userId && digits ? `+${digits}` : undefined
}

function parseContact(json: string | null) {
  try {
    const contact = JSON.parse(json ?? '') as { user_id?: number; phone_number?: string } | null
    return typeof contact?.phone_number === 'string' ? contact : undefined
  } catch {
    return undefined
  }
}
