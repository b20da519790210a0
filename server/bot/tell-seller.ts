import { eq } from 'drizzle-orm'
import { InlineKeyboard } from 'grammy'
import { findAd } from '#server/ads/queries.ts'
import { type AdWithAll, toMyAd } from '#server/ads/views.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { localeOfUser, setReachable } from '#server/users/queries.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { isUnreachable } from './failure.ts'
import { notify } from './notify.ts'

type Outcome = JobData['ads.tell_seller']['outcome']
interface Telling {
  text: string
  keyboard: InlineKeyboard
}

/** Job `ads.tell_seller`: what became of the ad, in the seller's language; whoever blocked the bot is noted as such. */
export async function tellSeller(deps: Deps, data: JobData['ads.tell_seller']) {
  const { db, telegram, config, jobs, log } = deps
  const found = await findAd(db, config.telegram.channelId, eq(ads.id, data.adId))
  if (!found) return
  const { text, keyboard } = tellings[data.outcome](found, localeOfUser(found.seller), config.publicUrl)
  const refused = await notify(
    () => telegram.sendMessage(found.seller.id, text, { reply_markup: keyboard }),
    (seconds) => jobs.enqueue(db, 'ads.tell_seller', data, { delay: seconds }),
  )
  if (!refused) return
  if (isUnreachable(refused)) await setReachable(db, found.seller.id, false)
  else log.error({ ...data, refused }, 'the seller could not be told')
}

const tellings: Record<Outcome, (found: AdWithAll, locale: Locale, publicUrl: string) => Telling> = {
  approved(found, locale, publicUrl) {
    const t = botTexts(locale)
    const keyboard = new InlineKeyboard().webApp(t('bot.approved_button'), `${publicUrl}/ads/${found.ad.id}`)
    const { post } = toMyAd(found)
    if (post) keyboard.row().url(t('bot.approved_post'), post.url)
    return { text: t('bot.approved', titleOf(found)), keyboard }
  },
  rejected(found, locale, publicUrl) {
    const t = botTexts(locale)
    const { rejectionReason, rejectionNote, id } = found.ad
    const reason = common(locale)(`reason.${rejectionReason ?? 'other'}`)
    const paragraphs = [t('bot.rejected', { ...titleOf(found), reason })]
    if (rejectionNote) paragraphs.push(t('bot.rejected_note', { note: asPlain(rejectionNote) }))
    return {
      text: paragraphs.join('\n\n'),
      keyboard: new InlineKeyboard().webApp(t('bot.rejected_button'), `${publicUrl}/new?from=${id}`),
    }
  },
  expired(found, locale, publicUrl) {
    const t = botTexts(locale)
    return {
      text: t('bot.expired', titleOf(found)),
      keyboard: new InlineKeyboard().webApp(t('bot.expired_button'), `${publicUrl}/mine/${found.ad.id}`),
    }
  },
  photo_refused(found, locale, publicUrl) {
    const t = botTexts(locale)
    const problem = found.photos.find((photo) => photo.problem)?.problem ?? 'broken'
    return {
      text: t('bot.photo_refused', { ...titleOf(found), problem: common(locale)(`photo.${problem}`) }),
      keyboard: new InlineKeyboard().webApp(t('bot.my_button'), `${publicUrl}/mine/${found.ad.id}`),
    }
  },
}

const titleOf = ({ ad }: AdWithAll) => ({ title: asPlain(ad.title) })
