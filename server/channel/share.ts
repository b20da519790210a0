import { and, eq } from 'drizzle-orm'
import { findAd } from '#server/ads/queries.ts'
import { failureOf } from '#server/bot/failure.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { currentRate } from '#server/rates/queries.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { adCard } from './card.ts'

/** Milliseconds that a finger waits for the card; without it a link is shared. */
const patience = 4000

/**
 * Has Telegram keep the card of a live ad for this person, whose Mini App may then offer to send it
 * (https://core.telegram.org/bots/api#savepreparedinlinemessage).
 * @returns the prepared message's id; null when Telegram does not take it now. Throws `ads.not_found`.
 */
export async function prepareCard(deps: Deps, person: { id: number; locale: Locale }, adId: number) {
  const { db, config, me, telegram, log } = deps
  const live = and(eq(ads.id, adId), eq(ads.state, 'active'))
  const [found, rate] = await Promise.all([findAd(db, config.telegram.channelId, live), currentRate(db)])
  if (!found) throw new AppError('ads.not_found')
  const card = adCard(found, { locale: person.locale, rate, botUsername: me.username })
  try {
    const { id } = await telegram.savePreparedInlineMessage(
      person.id,
      card,
      { allow_user_chats: true, allow_bot_chats: true, allow_group_chats: true, allow_channel_chats: true },
      // grammY names the type of an older library.
      AbortSignal.timeout(patience) as never,
    )
    return id
  } catch (error) {
    log.warn({ adId, failure: failureOf(error) }, 'a card could not be prepared')
    return null
  }
}
