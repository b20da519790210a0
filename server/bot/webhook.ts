import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Deps } from '#server/deps.ts'
import { wantedUpdates } from './bot.ts'
import { failureOf } from './failure.ts'

const path = '/telegram/webhook'
/** Bytes; Telegram's updates have a few thousand. */
const maxSize = 1024 * 1024

/**
 * Where Telegram delivers updates; only who knows the secret is heard
 * (https://core.telegram.org/bots/api#setwebhook, `secret_token`). Answered as soon as `receive` has kept the update.
 */
export function webhookRoutes(secret: string, receive: (update: Update) => Promise<void>) {
  const expected = digest(secret)
  return new Hono().post(
    path,
    async (c, next) => {
      const given = digest(c.req.header('x-telegram-bot-api-secret-token') ?? '')
      if (!timingSafeEqual(given, expected)) return c.body(null, 401)
      return next()
    },
    bodyLimit({ maxSize, onError: (c) => c.body(null, 413) }),
    async (c) => {
      const update = await c.req.json<Partial<Update> | null>().catch(() => undefined)
      if (!Number.isSafeInteger(update?.update_id)) return c.body(null, 400)
      await receive(update as Update)
      return c.body(null, 200)
    },
  )
}

/** Has Telegram call; when it cannot be told so now, it keeps calling where it did, and the log says so. */
export async function setWebhook({ telegram, config, log }: Deps, secret: string) {
  try {
    await telegram.setWebhook(config.publicUrl + path, {
      secret_token: secret,
      allowed_updates: wantedUpdates,
    })
  } catch (error) {
    // The error itself holds the secret.
    log.error({ failure: failureOf(error) }, 'the webhook could not be set')
  }
}

/** Digests have one length, so that comparing them tells nothing of the secret's. */
const digest = (text: string) => createHash('sha256').update(text).digest()
