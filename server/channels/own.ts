import { sql } from 'drizzle-orm'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'

/**
 * Makes the channel of the environment one of the board's at the first start. Everything live belongs there, as far as
 * it does not stand there yet.
 */
export const keepOwnChannel = ({ db, config }: Pick<Deps, 'db' | 'config'>) =>
  db.transaction(async (tx) => {
    const { channelId, channelLocale } = config.telegram
    const made = await tx
      .insert(channels)
      // The name is asked for by `channels.check`.
      .values({ id: channelId, title: String(channelId), locale: channelLocale, enabled: true })
      .onConflictDoNothing()
      .returning({ id: channels.id })
    if (made.length > 0)
      await tx.execute(sql`
        insert into channel_posts (ad_id, channel_id)
        select id, ${channelId} from ads where state = 'active'
        on conflict do nothing`)
  })
