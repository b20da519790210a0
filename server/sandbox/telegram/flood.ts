import { tooManyRequests } from './errors.ts'
import type { StoredChat } from './world.ts'

/**
 * Telegram's limits on sending, with the burst it tolerates: https://core.telegram.org/bots/faq#broadcasting-to-users
 * 30 a second overall, one a second in a chat, 20 a minute in a group or channel.
 */
const OVERALL = { perSecond: 30, burst: 30 }
const PRIVATE = { perSecond: 1, burst: 5 }
const SHARED = { perSecond: 20 / 60, burst: 20 }

interface Bucket {
  level: number
  at: number
}

export interface FloodGate {
  enabled: boolean
  /** @throws 429 with the seconds after which `count` messages would pass */
  pass(chat: StoredChat, count?: number): void
}

export function createFloodGate(enabled: boolean): FloodGate {
  const buckets = new Map<string, Bucket>()
  const gate: FloodGate = {
    enabled,
    pass: (chat, count = 1) => {
      if (!gate.enabled) return
      const rules = [
        ['all', OVERALL],
        [`${chat.id}`, chat.type === 'private' ? PRIVATE : SHARED],
      ] as const
      const at = Date.now() / 1000
      const filled = rules.map(([key, { perSecond, burst }]) => {
        const bucket = buckets.get(key) ?? { level: 0, at }
        const level = Math.max(0, bucket.level - (at - bucket.at) * perSecond) + count
        return { key, level, wait: (level - burst) / perSecond }
      })
      const wait = Math.max(...filled.map((bucket) => bucket.wait))
      if (wait > 0) throw tooManyRequests(Math.ceil(wait))
      for (const { key, level } of filled) buckets.set(key, { level, at })
    },
  }
  return gate
}
