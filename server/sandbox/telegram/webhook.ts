import type { WebhookInfo } from '@grammyjs/types'
import { badRequest } from './errors.ts'
import type { Journal } from './journal.ts'
import { checkLink, isLoopback } from './text/links.ts'
import type { QueuedUpdate, UpdateQueue } from './updates.ts'

interface Target {
  url: string
  secret: string
  maxConnections: number
}

export interface Webhook {
  /** @throws the Bot API's errors for addresses Telegram would not call */
  check(url: string): void
  set(target: Target | undefined): void
  info(): WebhookInfo & { url: string }
  stop(): void
}

const PORTS = new Set(['', '443', '80', '88', '8443'])
const TIMEOUT = 60_000
/** The wait doubles from here to the ceiling; the first repetition comes at once, as Telegram's does. */
const FIRST_DELAY = 1000
const MAX_DELAY = 60_000
/** Methods a webhook may not call by its answer, besides everything that gets something. */
const NOT_BY_REPLY = /^(get|deletewebhook$|setwebhook$|close$|logout$)/i

interface Line {
  busy: boolean
  failures: number
  notBefore: number
}

/**
 * Delivers updates to the webhook until each was answered with 2xx. One chat's updates keep their order; another
 * chat's do not wait for them. https://core.telegram.org/bots/api#setwebhook
 * @param reply performs the method a webhook named in its answer
 */
export function createWebhook(
  journal: Journal,
  updates: UpdateQueue,
  reply: (method: string, body: Record<string, unknown>) => Promise<void>,
): Webhook {
  const stored = journal.table<Target>('webhook')
  const lines = new Map<number, Line>()
  const stopping = new AbortController()
  let timer: NodeJS.Timeout | undefined
  let lastError: { date: number; message: string } | undefined
  let sending = 0

  const failed = (line: Line, message: string, retryAfter: number): void => {
    lastError = { date: Math.floor(Date.now() / 1000), message }
    line.failures++
    const delay = line.failures === 1 ? 0 : Math.min(FIRST_DELAY * 2 ** (line.failures - 2), MAX_DELAY)
    line.notBefore = Date.now() + (retryAfter ? retryAfter * 1000 : delay)
  }

  const deliver = async (target: Target, { update }: QueuedUpdate, line: Line): Promise<void> => {
    try {
      const response = await fetch(target.url, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(target.secret && { 'X-Telegram-Bot-Api-Secret-Token': target.secret }),
        },
        body: JSON.stringify(update),
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(TIMEOUT)]),
      })
      const text = await response.text()
      if (!response.ok) {
        const retryAfter = Number(response.headers.get('retry-after')) || 0
        return failed(
          line,
          `Wrong response from the webhook: ${response.status} ${response.statusText}`,
          Math.min(retryAfter, 3600),
        )
      }
      updates.drop(update.update_id)
      line.failures = 0
      await performReply(text)
    } catch {
      failed(line, 'Webhook connection closed', 0)
    }
  }

  const performReply = async (text: string): Promise<void> => {
    let body: unknown
    try {
      body = JSON.parse(text)
    } catch {
      return
    }
    const { method, ...rest } = (body ?? {}) as Record<string, unknown>
    // The method's own failure is nobody's to see, as with Telegram.
    if (typeof method === 'string' && !NOT_BY_REPLY.test(method)) await reply(method, rest).catch(() => {})
  }

  const pump = (): void => {
    clearTimeout(timer)
    const target = stored.get('target')
    if (!target || stopping.signal.aborted) return
    let soonest = Number.POSITIVE_INFINITY
    const seen = new Set<number>()
    for (const entry of updates.pending()) {
      if (seen.has(entry.line) || sending >= target.maxConnections) continue
      seen.add(entry.line)
      const line = lines.get(entry.line) ?? { busy: false, failures: 0, notBefore: 0 }
      lines.set(entry.line, line)
      if (line.busy) continue
      if (line.notBefore > Date.now()) {
        soonest = Math.min(soonest, line.notBefore)
        continue
      }
      line.busy = true
      sending++
      void deliver(target, entry, line).finally(() => {
        line.busy = false
        sending--
        pump()
      })
    }
    if (Number.isFinite(soonest)) timer = setTimeout(pump, soonest - Date.now())
  }
  updates.onAdd(pump)
  pump()

  return {
    check: (url) => {
      const checked = checkLink(url)
      if ('problem' in checked || url.startsWith('tg:')) throw badRequest('invalid webhook URL specified')
      if (isLoopback(checked.url)) return
      const { protocol, port } = new URL(checked.url)
      if (protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook')
      if (!PORTS.has(port))
        throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443')
    },
    set: (target) => {
      lines.clear()
      lastError = undefined
      if (target) stored.set('target', target)
      else stored.delete('target')
      pump()
    },
    info: () => {
      const target = stored.get('target')
      const allowed = updates.allowed() as NonNullable<WebhookInfo['allowed_updates']> | undefined
      return {
        url: target?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: updates.pending().length,
        ...(target && { max_connections: target.maxConnections }),
        ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
        ...(allowed && { allowed_updates: allowed }),
      }
    },
    stop: () => {
      clearTimeout(timer)
      stopping.abort()
    },
  }
}
