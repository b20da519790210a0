import { eq, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { findUnsettled } from './queries.ts'

/** At start: looks after every post that is not, or not certainly, what it should be. */
export const enqueueUnsettled = async ({ db, jobs }: Deps) =>
  jobs.enqueueAll(db, 'channel.sync', await findUnsettled(db))

/** The same for one channel that takes posts again; what waits there comes in order. */
export async function resumeChannel({ jobs }: Deps, tx: Db, channelId: number) {
  await tx.update(channels).set({ nextAt: sql`now()` }).where(eq(channels.id, channelId))
  await jobs.enqueue(tx, 'channel.next', { channelId })
  await jobs.enqueueAll(tx, 'channel.sync', await findUnsettled(tx, channelId))
}
