import { hc } from 'hono/client'
import type { App } from '#server/app.ts'
import type { ErrorCode } from '#shared/errors.ts'
import { locale, t } from '#webapp/i18n.ts'
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

const patienceMs = 15_000
const retryAfterMs = 500

async function attempt(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceMs)
  try {
    return await fetch(input, { ...init, signal: abort.signal })
  } catch {
    throw new ApiError('network', t('app.error_network'))
  } finally {
    clearTimeout(timer)
  }
}

/** `fetch` with a time limit; a GET that got no answer or a gateway's error is tried once more. */
async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const repeatable = (init?.method ?? 'GET') === 'GET'
  try {
    const response = await attempt(input, init)
    if (!repeatable || response.status < 502) return response
  } catch (error) {
    if (!repeatable) throw error
  }
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
  return attempt(input, init)
}

export const api = hc<App>('/', {
  fetch: send,
  headers: () => ({ Authorization: `tma ${rawInitData}`, 'Accept-Language': locale() }),
}).api

interface Answer<T> {
  readonly ok: boolean
  json(): Promise<T>
}

/** The body of an answer; throws `ApiError` for everything else: `await call(api.ads.$get({ query }))`. */
export async function call<T>(request: Promise<Answer<T>>): Promise<T> {
  const response = await request
  try {
    if (response.ok) return await response.json()
  } catch {
    throw new ApiError('network', t('app.error_network'))
  }
  const body = (await response.json().catch(() => undefined)) as
    | { error?: { code: ErrorCode; message: string; fields?: Record<string, string> } }
    | undefined
  if (!body?.error) throw new ApiError('server.unexpected', t('error.server.unexpected'))
  throw new ApiError(body.error.code, body.error.message, body.error.fields)
}

/** A key for `Idempotency-Key`: the same one for the same deed, however often it is tried. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )

/** What to tell the person about anything that was thrown. */
export const messageOf = (error: unknown): string =>
  error instanceof ApiError ? error.message : t('app.error_crash')
