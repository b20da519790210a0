import { and, eq, inArray, sql } from 'drizzle-orm'
import type { AdRow } from '#server/ads/views.ts'
import type { Db } from '#server/db/client.ts'
import { channelPosts } from '#server/db/schema.ts'
import type { Jobs } from '#server/jobs/queue.ts'
import { findEnabled, takes } from './queries.ts'

/**
 * Follows a change of an ad in every channel. Which channels it belongs into is decided whenever it goes live, by what
 * they take then: an edit that moved it takes its post along, while a channel that is changed or enabled moves nothing.
 */
export async function followInChannels(tx: Db, jobs: Jobs, before: AdRow, after: AdRow) {
  if (after.state === 'active' && before.state !== 'active') await place(tx, after)
  const posts = await tx
    .select({ channelId: channelPosts.channelId })
    .from(channelPosts)
    .where(eq(channelPosts.adId, after.id))
  await jobs.enqueueAll(
    tx,
    'channel.sync',
    posts.map(({ channelId }) => ({ adId: after.id, channelId })),
  )
}

async function place(tx: Db, ad: AdRow) {
  const enabled = await findEnabled(tx)
  const taking = enabled.filter((channel) => takes(channel, ad)).map(({ id }) => id)
  const others = enabled.map(({ id }) => id).filter((id) => !taking.includes(id))
  const ofAd = eq(channelPosts.adId, ad.id)
  if (taking.length > 0)
    await tx
      .insert(channelPosts)
      .values(taking.map((channelId) => ({ adId: ad.id, channelId })))
      .onConflictDoUpdate({
        target: [channelPosts.adId, channelPosts.channelId],
        set: {
          wanted: true,
          // It waits, not least for a bot that is out; one deleted by hand stays so.
          state: sql`case when ${channelPosts.state} = 'deleted' and ${channelPosts.shownRevision} is null
            then 'waiting' else ${channelPosts.state} end`,
          queuedAt: sql`case when ${channelPosts.state} = 'deleted' then now() else ${channelPosts.queuedAt} end`,
        },
      })
  if (others.length > 0)
    await tx
      .update(channelPosts)
      .set({ wanted: false })
      .where(and(ofAd, inArray(channelPosts.channelId, others)))
}
