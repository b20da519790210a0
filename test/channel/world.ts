import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect } from 'vitest'
import { changePrice } from '#server/ads/verbs.ts'
import { createBot } from '#server/bot/bot.ts'
import { createTelegram } from '#server/bot/telegram.ts'
import { syncPost } from '#server/channel/sync.ts'
import { ads, channels } from '#server/db/schema.ts'
import { startBotWorld } from '../bot/world.ts'
import { people } from '../people.ts'

/** A world and what a test of posts asks it. */
export async function startChannelWorld() {
  const world = await startBotWorld()
  const channel = world.deps.config.telegram.channelId
  let heard = 0

  const own = async (adId: number) => {
    const [ad] = await world.db.select().from(ads).where(eq(ads.id, adId))
    return { sellerId: people.karimjon, adId, revision: ad?.revision ?? 0 }
  }
  /** All messages of the channel that are posts of the ad. */
  const postsOf = async (adId: number) =>
    (await world.messages(channel)).filter((message) =>
      message.caption_entities?.some((entity) => 'url' in entity && entity.url.endsWith(`=ad_${adId}`)),
    )
  return {
    ...world,
    channel,
    own,
    postsOf,
    async onlyPostOf(adId: number) {
      const posts = await postsOf(adId)
      expect(posts).toHaveLength(1)
      return posts[0] as (typeof posts)[0]
    },
    /** By default every uncertain post is looked for at once. */
    sync: (adId: number, probeDelay = 0) =>
      syncPost(world.deps, { adId, channelId: channel }, { probeDelay }),
    cheaper: async (adId: number, amount: number) =>
      changePrice(world.deps, await own(adId), { kind: 'fixed', amount, currency: 'USD' }),
    async channelRow(id = channel) {
      return (await world.db.select().from(channels).where(eq(channels.id, id)))[0]
    },
    /** The bot hears what happened in Telegram since it last did. */
    async handleUpdates() {
      const bot = createBot(world.deps)
      const updates = await world.deps.telegram.getUpdates({ offset: heard + 1 })
      for (const update of updates) {
        await bot.handle(update)
        heard = update.update_id
      }
    },
    /** Nothing is enqueued, nothing fails, and what one test sent does not slow the next down. */
    async refresh() {
      world.jobs.length = 0
      await world.client('DELETE', 'faults')
      world.deps.telegram = createTelegram(world.deps.config, { timeoutSeconds: 1 })
    },
  }
}
export type ChannelWorld = Awaited<ReturnType<typeof startChannelWorld>>

/** The average colour of a picture's middle. */
export async function middleOf(jpeg: Buffer) {
  const { width, height } = await sharp(jpeg).metadata()
  const area = { left: width >> 2, top: height >> 2, width: width >> 1, height: height >> 1 }
  const { channels } = await sharp(await sharp(jpeg).extract(area).toBuffer()).stats()
  return channels.map(({ mean }) => Math.round(mean))
}

const palette = {
  red: [204, 51, 51],
  green: [51, 204, 51],
  blue: [51, 51, 204],
  white: [255, 255, 255],
  yellow: [204, 204, 51],
  black: [0, 0, 0],
}

/** Which of the colours of photos fill a good part of a picture; `card` where it shows words instead. */
export async function coloursIn(jpeg: Buffer): Promise<string[]> {
  const side = 40
  const pixels = await sharp(jpeg).resize(side, side, { fit: 'fill', kernel: 'nearest' }).raw().toBuffer()
  const shares = Object.entries(palette).map(([name, colour]) => {
    let count = 0
    for (let at = 0; at < pixels.length; at += 3)
      if (colour.every((part, channel) => Math.abs(part - (pixels[at + channel] ?? 0)) < 30)) count++
    return { name, share: count / (side * side) }
  })
  const found = shares.filter(({ share }) => share > 0.04).map(({ name }) => name)
  return found.length > 0 ? found.toSorted() : ['card']
}
