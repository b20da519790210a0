import { eq } from 'drizzle-orm'
import { syncPost } from '#server/channel/sync.ts'
import { type ads, channelPosts, channels } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { people } from '../people.ts'
import type { ChannelWorld } from './world.ts'

/** What tests of several channels or several photos do again and again. */
export function deedsIn(world: () => ChannelWorld) {
  const rows = (adId: number) => world().db.select().from(channelPosts).where(eq(channelPosts.adId, adId))
  /** Approves without forgetting what that enqueued. */
  async function approve(adId: number, revision = 1) {
    await approveAd(world().deps, { moderatorId: people.muhabbat, adId, revision })
  }
  return {
    rows,
    approve,
    set: (id: number, change: Partial<typeof channels.$inferInsert>) =>
      world().db.update(channels).set(change).where(eq(channels.id, id)),
    rowIn: async (adId: number, channelId: number) =>
      (await rows(adId)).find((row) => row.channelId === channelId),
    postsIn: async (channelId: number, adId: number) =>
      (await world().messages(channelId)).filter((message) =>
        message.caption_entities?.some((entity) => 'url' in entity && entity.url.endsWith(`=ad_${adId}`)),
      ),
    /** Does all that was enqueued for posts by now; what is to come later is left. */
    async work(clock?: () => number) {
      for (const { data, delay } of world().taken('channel.sync'))
        if (!delay) await syncPost(world().deps, data, { probeDelay: 0, ...(clock && { clock }) })
    },
    /** One photo a colour. */
    async newAd(values: Partial<typeof ads.$inferInsert> = {}, pictures: readonly string[] = ['#c33']) {
      const adId = await world().ad(values)
      for (const [position, colour] of pictures.entries()) await world().photo(adId, position, colour)
      await approve(adId)
      return adId
    },
  }
}
