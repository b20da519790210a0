import { badRequest, conflict } from '../errors.ts'
import type { Params } from '../params.ts'
import type { Method } from './method.ts'

/** Telegram's own ceiling for one long poll. */
const MAX_POLL_SECONDS = 50

const getUpdates: Method = ({ world, params, webhook, signal }) => {
  if (webhook.info().url)
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
  takeAllowed(params, (types) => world.updates.allow(types))
  return world.updates.poll({
    offset: params.int('offset'),
    limit: Math.min(Math.max(params.int('limit', 100), 1), 100),
    seconds: Math.min(Math.max(params.int('timeout'), 0), MAX_POLL_SECONDS),
    signal,
  })
}

const setWebhook: Method = ({ world, params, webhook }) => {
  const url = params.text('url')
  if (!url) return deleteWebhook({ world, params, webhook } as Parameters<Method>[0])
  const secret = params.text('secret_token')
  if (secret.length > 256) throw badRequest('secret token is too long')
  if (!/^[\w-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters')
  webhook.check(url)
  if (params.bool('drop_pending_updates')) world.updates.clear()
  takeAllowed(params, (types) => world.updates.allow(types))
  world.updates.interrupt('terminated by setWebhook request')
  const maxConnections = Math.min(Math.max(params.int('max_connections', 40), 1), 100)
  webhook.set({ url, secret, maxConnections })
  return true
}

const deleteWebhook: Method = ({ world, params, webhook }) => {
  if (params.bool('drop_pending_updates')) world.updates.clear()
  webhook.set(undefined)
  return true
}

const getWebhookInfo: Method = ({ webhook }) => webhook.info()

export const updateMethods = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo }

/** An absent list keeps the previous one; a broken one is ignored, as the Bot API does. */
function takeAllowed(params: Params, take: (types: string[]) => void): void {
  if (!params.has('allowed_updates')) return
  const types = params.json('allowed_updates', 'allowed_updates')
  if (Array.isArray(types)) take(types.map(String))
}
