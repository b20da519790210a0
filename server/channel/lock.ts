import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'

/** Any fixed number: what is locked are channels. */
const lockClass = 742_190
/** Milliseconds between tries, and how many are made before somebody else's turn is accepted. */
const pause = 100
const tries = 40

/**
 * Runs `task` while no other process or job does so for the same channel. Waits some seconds for its turn.
 * The lock is a transaction's, so it ends with the process that holds it; `task` works through other connections than
 * those of `locks`, or all would wait for each other.
 * @returns `undefined` when the turn did not come
 */
export async function whileLocked<T>(
  locks: Db,
  channelId: number,
  task: () => Promise<T>,
): Promise<T | undefined> {
  for (let left = tries; left > 0; left--) {
    const done = await locks.transaction(async (tx) => {
      const [row] = await tx.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(${lockClass}, hashint8(${channelId}::bigint)) as mine`,
      )
      return row?.mine ? { result: await task() } : undefined
    })
    if (done) return done.result
    await sleep(pause)
  }
  return undefined
}
