import { eq } from 'drizzle-orm'
import { InlineKeyboard } from 'grammy'
import { findAd } from '#server/ads/queries.ts'
import { priceOf } from '#server/ads/views.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { isSaved } from '#server/favorites/queries.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { findUser, localeOfUser, setReachable } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import type { Price } from '#shared/money/money.ts'
import { adButtons, dayOf } from './ad-buttons.ts'
import { isUnreachable } from './failure.ts'
import { notify } from './notify.ts'

/** Job `favorites.tell`: one message to one person who saved the ad, unless it is no longer true or wanted. */
export async function tellSaver(deps: Deps, data: JobData['favorites.tell']) {
  const { db, telegram, config, jobs, log } = deps
  const { userId, adId, news } = data
  const [user, found] = await Promise.all([
    findUser(db, userId),
    findAd(db, config.telegram.channelId, eq(ads.id, adId)),
  ])
  if (!user || isBanned(user) || found?.ad.state !== 'active' || !(await isSaved(db, userId, adId))) return
  const { ad } = found
  const locale = localeOfUser(user)
  const t = botTexts(locale)
  const title = asPlain(ad.title)
  const text = () => {
    if (news.event === 'price') {
      // Changed once more meanwhile: that change has its own message, if it is one to tell of.
      if (!isSame(priceOf(ad), news.now)) return undefined
      const sum = (price: Price) => formatPrice(price, common(locale))
      return t('bot.saved_price', { title, was: sum(news.was), now: sum(news.now) })
    }
    // Its seller has said meanwhile that it stays.
    if (!ad.askedAt || !ad.expiresAt) return undefined
    return t('bot.saved_ends', { title, date: dayOf(ad.expiresAt) })
  }
  const message = text()
  if (!message) return
  const { view } = adButtons(found, locale, config.publicUrl)
  const refused = await notify(
    () => telegram.sendMessage(userId, message, { reply_markup: InlineKeyboard.from([[view]]) }),
    (seconds) => jobs.enqueue(db, 'favorites.tell', data, { delay: seconds }),
  )
  if (!refused) return
  if (isUnreachable(refused)) await setReachable(db, userId, false)
  else log.error({ userId, adId, refused }, 'who saved the ad could not be told')
}

const isSame = (a: Price | null, b: Price) =>
  a?.kind === b.kind && a.amount === b.amount && a.currency === b.currency
