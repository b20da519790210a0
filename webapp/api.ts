import { hc } from 'hono/client'
import { createSignal } from 'solid-js'
import type { App } from '#server/app.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { locale, t } from '#webapp/i18n.ts'
import { isLost } from '#webapp/parts.ts'
import { patientFetch } from '#webapp/patient-fetch.ts'
import { rawInitData } from '#webapp/telegram.ts'

/** What went wrong with a request; `network` when no answer came at all. The message is fit to be shown. */
export class ApiError extends Error {
  readonly code: ErrorCode | 'network'
  /** Field path → what is wrong with it, in the person's language. */
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ErrorCode | 'network', message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.fields = fields
  }
}

const send = patientFetch({ fetch: (input, init) => fetch(input, init), patienceMs: 15_000, pauseMs: 500 })

export const api = hc<App>('/', {
  fetch: send,
  headers: () => ({ Authorization: `tma ${rawInitData}`, 'Accept-Language': locale() }),
}).api

/** Refusals that no other request will escape: the app must be opened anew from Telegram. */
const endsLaunch = new Set<string>(['auth.missing', 'auth.invalid', 'auth.expired'])
const [launchProblem, setLaunchProblem] = createSignal<ApiError>()

/** Refusals after which the person may stand otherwise than the app believes: banned, or without a role. */
const doubtsStanding = new Set<string>(['auth.banned', 'auth.forbidden'])
const [standingDoubted, setStandingDoubted] = createSignal<ApiError>()

export { launchProblem, standingDoubted }

interface Answer<T> {
  readonly ok: boolean
  json(): Promise<T>
}
interface Refusal {
  error?: { code: ErrorCode; message: string; fields?: Record<string, string> }
}

/** The body of an answer; throws `ApiError` for everything else: `await call(api.ads.$get({ query }))`. */
export async function call<T>(request: Promise<Answer<T>>): Promise<T> {
  const response = await request.catch(noNetwork)
  if (response.ok) return response.json().catch(noNetwork)
  const { error } = (await response.json().catch(() => ({}))) as Refusal
  if (!error) throw new ApiError('server.unexpected', t('error.server.unexpected'))
  const refusal = new ApiError(error.code, error.message, error.fields)
  if (endsLaunch.has(error.code)) setLaunchProblem(refusal)
  if (doubtsStanding.has(error.code)) setStandingDoubted(refusal)
  throw refusal
}

/** Also for a body that broke off halfway. */
function noNetwork(): never {
  throw new ApiError('network', t('app.error_network'))
}

/** A key for `Idempotency-Key`: the same one for the same deed, however often it is tried. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** What to tell the person about anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return t(isLost(error) ? 'app.error_network' : 'app.error_crash')
}
