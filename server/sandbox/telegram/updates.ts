import { randomInt } from 'node:crypto'
import type { Update } from '@grammyjs/types'
import { conflict } from './errors.ts'
import type { Journal } from './journal.ts'

export interface QueuedUpdate {
  update: Update
  /** Updates of one chat or person are delivered in order, those of others need not wait for them. */
  line: number
  /** Unix time; Telegram keeps an undelivered update for a day. */
  at: number
}

export interface UpdateQueue {
  add(update: Omit<Update, 'update_id'>, line: number): void
  pending(): QueuedUpdate[]
  drop(updateId: number): void
  clear(): void
  /** Undefined means all types but those that must be asked for. */
  allowed(): string[] | undefined
  allow(types: string[]): void
  /** Long polling; a second poll ends the first with 409, `signal` ends it empty. */
  poll(options: { offset: number; limit: number; seconds: number; signal: AbortSignal }): Promise<Update[]>
  /** Ends a waiting poll with 409. */
  interrupt(reason: string): void
  /** Called after each `add`; one listener, the webhook. */
  onAdd(listener: () => void): void
}

/** https://core.telegram.org/bots/api#getupdates: not sent unless `allowed_updates` names them. */
const ON_REQUEST = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const DAY = 86_400

export function createUpdateQueue(journal: Journal): UpdateQueue {
  const queue = journal.table<QueuedUpdate>('updates')
  const state = journal.table<number>('updateState')
  const filter = journal.table<string[]>('allowedUpdates')
  let waiting: { wake: () => void; fail: (error: Error) => void } | undefined
  let listener = (): void => {}

  const pending = (): QueuedUpdate[] => {
    const oldest = Date.now() / 1000 - DAY
    const fresh: QueuedUpdate[] = []
    for (const entry of queue.values())
      if (entry.at < oldest) queue.delete(entry.update.update_id)
      else fresh.push(entry)
    return fresh
  }
  const interrupt = (reason: string): void => {
    waiting?.fail(conflict(reason))
    waiting = undefined
  }

  return {
    add: (update, line) => {
      const type = Object.keys(update)[0] as string
      const allowed = filter.get('types')
      if (allowed ? !allowed.includes(type) : ON_REQUEST.has(type)) return
      const id = (state.get('last') ?? randomInt(100_000_000, 900_000_000)) + 1
      state.set('last', id)
      queue.set(id, { update: { update_id: id, ...update }, line, at: Math.floor(Date.now() / 1000) })
      waiting?.wake()
      listener()
    },
    pending,
    drop: (updateId) => queue.delete(updateId),
    clear: () => {
      for (const { update } of pending()) queue.delete(update.update_id)
    },
    allowed: () => filter.get('types'),
    allow: (types) => (types.length ? filter.set('types', types) : filter.delete('types')),
    interrupt,
    onAdd: (added) => {
      listener = added
    },

    async poll({ offset, limit, seconds, signal }) {
      interrupt('terminated by other getUpdates request; make sure that only one bot instance is running')
      const all = pending()
      // A negative offset counts from the end; everything before the offset is confirmed and forgotten.
      const first = offset < 0 ? (all.at(Math.max(offset, -all.length))?.update.update_id ?? 0) : offset
      for (const { update } of all) if (update.update_id < first) queue.delete(update.update_id)
      const ready = (): Update[] =>
        pending()
          .slice(0, limit)
          .map(({ update }) => update)
      if (ready().length || !seconds || signal.aborted) return ready()

      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const mine = { wake: resolve, fail: reject }
      waiting = mine
      const timer = setTimeout(resolve, seconds * 1000)
      signal.addEventListener('abort', () => resolve(), { once: true })
      try {
        await promise
      } finally {
        clearTimeout(timer)
        if (waiting === mine) waiting = undefined
      }
      return ready()
    },
  }
}
