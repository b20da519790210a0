import { setTimeout as sleep } from 'node:timers/promises'
import { autoRetry } from '@grammyjs/auto-retry'
import { apiThrottler } from '@grammyjs/transformer-throttler'
import { Api, HttpError, type Transformer } from 'grammy'
import type { Config } from '#server/config.ts'

/** Seconds after which a call counts as lost; longer than a long poll. */
export const requestTimeout = 30
/** Seconds of a 429 that are waited out on the spot; what asks for more is thrown. */
const patience = 5
/** Seconds before another try of a call that may safely happen twice. */
const retryAfter = [0.3, 1.5]

/** Calls that leave another message, or take updates away, each time they are made. */
const unrepeatable = /^(send|forward|copy|post|repost|getUpdates)/
/** Calls that Telegram counts against a chat's limits. */
const limited = /^(send|copy|edit)/

/**
 * Telegram's Bot API, with its limits kept and its errors told apart (`failureOf`):
 * - a 429 of a private chat is waited out if it is short; in channels and groups it is thrown at once, so that
 *   whoever posts there can put it down and wait for exactly as long, also across a restart;
 * - a broken connection or a 5xx is tried again only where twice does no harm: never for a call that makes a message;
 * - nothing thrown contains the token.
 */
export function createTelegram(
  { telegram: { token, apiRoot } }: Pick<Config, 'telegram'>,
  { timeoutSeconds = requestTimeout } = {},
): Api {
  const api = new Api(token, { apiRoot: apiRoot.replace(/\/+$/, ''), timeoutSeconds })
  api.config.use(withoutToken(token), repeatWhereHarmless, withinLimits(), waitOutFloods())
  return api
}

const isShared = (payload: object | undefined) =>
  payload !== undefined && 'chat_id' in payload && Number(payload.chat_id) < 0

/** Node's network errors name the URL, and the Bot API's URLs hold the token. */
const withoutToken =
  (token: string): Transformer =>
  async (prev, method, payload, signal) => {
    try {
      return await prev(method, payload, signal)
    } catch (error) {
      if (!(error instanceof HttpError)) throw error
      const { message, code } = error.error as { message?: string; code?: string }
      const reason = new Error(String(message).replaceAll(token, '<token>'))
      throw new HttpError(error.message, code === undefined ? reason : Object.assign(reason, { code }))
    }
  }

const repeatWhereHarmless: Transformer = async (prev, method, payload, signal) => {
  if (unrepeatable.test(method)) return prev(method, payload, signal)
  for (const seconds of retryAfter) {
    try {
      const answer = await prev(method, payload, signal)
      if (answer.ok || answer.error_code < 500) return answer
    } catch (error) {
      if (!(error instanceof HttpError) || signal?.aborted) throw error
    }
    await sleep(seconds * 1000)
  }
  return prev(method, payload, signal)
}

/**
 * About 30 messages a second in all (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this):
 * private chats share 20 and channels and groups 10, so that a post never waits behind private messages. A channel or
 * group takes 20 a minute; a short burst goes through at once.
 */
function withinLimits(): Transformer {
  const people = apiThrottler({ global: { minTime: 50 }, out: { maxConcurrent: 1 } })
  const shared = apiThrottler({
    global: { minTime: 100 },
    group: {
      maxConcurrent: 1,
      reservoir: 5,
      reservoirIncreaseAmount: 1,
      reservoirIncreaseInterval: 3000,
      reservoirIncreaseMaximum: 5,
    },
  })
  return (prev, method, payload, signal) => {
    if (!limited.test(method)) return prev(method, payload, signal)
    return (isShared(payload) ? shared : people)(prev, method, payload, signal)
  }
}

function waitOutFloods(): Transformer {
  const patient = autoRetry({
    maxDelaySeconds: patience,
    maxRetryAttempts: 2,
    rethrowHttpErrors: true,
    rethrowInternalServerErrors: true,
  })
  return (prev, method, payload, signal) =>
    (isShared(payload) ? prev : patient.bind(undefined, prev))(method, payload, signal)
}
