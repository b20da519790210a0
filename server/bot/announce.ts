import { eq } from 'drizzle-orm'
import { InlineKeyboard } from 'grammy'
import { findAd } from '#server/ads/queries.ts'
import { priceOf } from '#server/ads/views.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { fullName } from '#server/users/queries.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import { placeLabel } from '#shared/regions/regions.ts'
import { notify } from './notify.ts'

/** Job `moderation.announce`: a message in the moderators' group whose button opens the ad in the queue. */
export async function announceToModerators(deps: Deps, data: JobData['moderation.announce']) {
  const { db, telegram, config, jobs, me } = deps
  const { channelId, channelLocale: locale, moderatorsChatId } = config.telegram
  const found = await findAd(db, channelId, eq(ads.id, data.adId))
  if (found?.ad.state !== 'pending') return
  const { ad, seller } = found
  const t = botTexts(locale)
  const title = asPlain(ad.title)
  const lead = `🆕 ${t('bot.announce')}: `
  const lines = [
    lead + title,
    formatPrice(priceOf(ad), common(locale)),
    `📍 ${placeLabel(ad.districtId, locale)}`,
    t('bot.announce_seller', { name: asPlain(fullName(seller)) }),
  ]
  const refused = await notify(
    () =>
      telegram.sendMessage(moderatorsChatId, lines.filter(Boolean).join('\n'), {
        entities: [{ type: 'bold', offset: lead.length, length: title.length }],
        // Telegram takes no `web_app` button in a group; this link opens the Mini App from anywhere.
        reply_markup: new InlineKeyboard().url(
          t('bot.announce_button'),
          `https://t.me/${me.username}?startapp=mod_${ad.id}`,
        ),
      }),
    (seconds) => jobs.enqueue(db, 'moderation.announce', data, { delay: seconds }),
  )
  if (!refused) return
  const text = t('bot.alert_not_announced', { title, error: refused.reason })
  await jobs.enqueue(db, 'admins.alert', { text })
}
