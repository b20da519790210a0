import type { Db } from '#server/db/client.ts'
import { channels } from '#server/db/schema.ts'
import { countPosts, nextTurn } from './posts.ts'
import type { ChannelRow } from './queries.ts'
import { requireChannel, settingsOf } from './verbs.ts'

type Counts = Awaited<ReturnType<typeof countPosts>>

/** A channel as it is listed. */
const toItem = (channel: ChannelRow, counts: Counts) => ({
  id: channel.id,
  title: channel.title,
  username: channel.username,
  enabled: channel.enabled,
  standing: channel.standing,
  standingSince: channel.standingSince.toISOString(),
  lacks: channel.lacks,
  lastError: channel.lastError,
  counts: counts.get(channel.id) ?? { waiting: 0, failed: 0, sentToday: 0 },
})

/** All channels: those that take ads first, then as they came. */
export async function listChannels(db: Db) {
  const [rows, counts] = await Promise.all([db.select().from(channels), countPosts(db)])
  const items = rows
    .sort((a, b) => Number(b.enabled) - Number(a.enabled) || a.createdAt.getTime() - b.createdAt.getTime())
    .map((channel) => toItem(channel, counts))
  return { items }
}

/** A channel with its settings. Throws `channels.not_found`. */
export async function viewChannel(db: Db, channelId: number) {
  const channel = await requireChannel(db, channelId)
  return {
    ...toItem(channel, await countPosts(db, channelId)),
    settings: settingsOf(channel),
    revision: channel.revision,
    /** When the next post may come; null when that is now. */
    nextAt: await nextTurn(db, channel),
    /** Whether a sample stands there. */
    hasSample: channel.sampleIds.length > 0,
  }
}
