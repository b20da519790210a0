import { setTimeout as sleep } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { InlineKeyboard } from 'grammy'
import { findAd } from '#server/ads/queries.ts'
import type { AdWithAll } from '#server/ads/views.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData, Outcome } from '#server/jobs/queue.ts'
import { changesTold, marksTold } from '#server/moderation/told.ts'
import { saidOf } from '#server/reasons/queries.ts'
import { localeOfUser, setReachable } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import type { AdState } from '#shared/ads/states.ts'
import { closingOf } from '#shared/catalog/index.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { adButtons, dayOf, type Telling } from './ad-buttons.ts'
import { isUnreachable } from './failure.ts'
import { notify } from './notify.ts'

/** Milliseconds for which news of approval wait for the post they link to: the seller hears within a second anyway. */
const postPatience = 600
const glance = 50

/** Job `ads.tell_seller`: what became of the ad, in the seller's language; whoever blocked the bot is noted as such. */
export async function tellSeller(deps: Deps, data: JobData['ads.tell_seller']) {
  const { db, telegram, config, jobs, log } = deps
  const found = await findTold(deps, data)
  if (!found || isStale(found, data.outcome)) return
  const later = (seconds: number) => jobs.enqueue(db, 'ads.tell_seller', data, { delay: seconds })
  const locale = localeOfUser(found.seller)
  const { text: news, keyboard } = tellings[data.outcome](found, locale, config.publicUrl)
  const changes =
    data.decisionId === undefined ? '' : await changesTold(db, found.ad, data.decisionId, locale)
  const text = changes ? `${news}\n\n${botTexts(locale)('bot.mended', { changes })}` : news
  const refused = await notify(
    () => telegram.sendMessage(found.seller.id, text, { reply_markup: keyboard }),
    later,
  )
  if (!refused) return
  if (isUnreachable(refused)) await setReachable(db, found.seller.id, false)
  else log.error({ ...data, refused }, 'the seller could not be told')
}

/** The state of an ad in which news of it hold; a refused photo is news in any. */
const stateOf: Readonly<Partial<Record<Outcome, AdState>>> = {
  approved: 'active',
  rejected: 'rejected',
  undone: 'pending',
  hidden: 'pending',
  ask: 'active',
  expired: 'expired',
}

/**
 * What holds no more is not told, nor is a question asked that its seller has answered meanwhile, elsewhere, or may not
 * answer.
 */
const isStale = ({ ad, seller }: AdWithAll, outcome: Outcome) =>
  (stateOf[outcome] ?? ad.state) !== ad.state ||
  (outcome === 'ask' && (ad.askedAt === null || isBanned(seller)))

/** The ad; one just approved as soon as its post is there, or after a moment without. */
async function findTold({ db, config }: Deps, { adId, outcome }: JobData['ads.tell_seller']) {
  for (let waited = 0; ; waited += glance) {
    const found = await findAd(db, config.telegram.channelId, eq(ads.id, adId))
    const awaitsPost = outcome === 'approved' && found?.ad.state === 'active' && found.post?.state !== 'sent'
    if (!awaitsPost || waited >= postPatience) return found
    await sleep(glance)
  }
}

const tellings: Record<Outcome, (found: AdWithAll, locale: Locale, publicUrl: string) => Telling> = {
  approved(found, locale, publicUrl) {
    const t = botTexts(locale)
    const b = adButtons(found, locale, publicUrl)
    const rows = [[b.view], b.post, [b.sold, ...b.price]]
    return { text: t('bot.approved', titleOf(found)), keyboard: keyboardOf(rows) }
  },
  rejected(found, locale, publicUrl) {
    const t = botTexts(locale)
    const { rejectionNote } = found.ad
    const reason = saidOf(found.ad)[locale]
    const paragraphs = [t('bot.rejected', { ...titleOf(found), reason })]
    if (rejectionNote) paragraphs.push(t('bot.rejected_note', { note: asPlain(rejectionNote) }))
    const marks = marksTold(found.ad, locale)
    if (marks) paragraphs.push(t('bot.rejected_marks', { marks }))
    if (found.ad.rejectionFinal) paragraphs.push(t('bot.rejected_final'))
    return {
      text: paragraphs.join('\n\n'),
      keyboard: keyboardOf(found.ad.rejectionFinal ? [] : [[adButtons(found, locale, publicUrl).fix]]),
    }
  },
  undone(found, locale, publicUrl) {
    const text = botTexts(locale)('bot.undone', titleOf(found))
    return { text, keyboard: keyboardOf([[adButtons(found, locale, publicUrl).manage]]) }
  },
  hidden(found, locale, publicUrl) {
    const text = botTexts(locale)('bot.hidden', titleOf(found))
    return { text, keyboard: keyboardOf([[adButtons(found, locale, publicUrl).manage]]) }
  },
  ask(found, locale, publicUrl) {
    const t = botTexts(locale)
    const b = adButtons(found, locale, publicUrl)
    const asks = closingOf(found.ad.categoryId) === 'sold' ? 'bot.ask' : 'bot.ask_open'
    const date = found.ad.expiresAt ? dayOf(found.ad.expiresAt) : ''
    return {
      text: t(asks, { ...titleOf(found), date }),
      keyboard: keyboardOf([[b.confirm], [b.sold, ...b.price], [b.remove]]),
    }
  },
  expired(found, locale, publicUrl) {
    const t = botTexts(locale)
    const b = adButtons(found, locale, publicUrl)
    return {
      text: t('bot.expired', titleOf(found)),
      keyboard: keyboardOf([[b.renew], [b.sold, b.remove]]),
    }
  },
  photo_refused(found, locale, publicUrl) {
    const t = botTexts(locale)
    const problem = found.photos.find((photo) => photo.problem)?.problem ?? 'broken'
    return {
      text: t('bot.photo_refused', { ...titleOf(found), problem: common(locale)(`photo.${problem}`) }),
      keyboard: keyboardOf([[adButtons(found, locale, publicUrl).manage]]),
    }
  },
}

const titleOf = ({ ad }: AdWithAll) => ({ title: asPlain(ad.title) })
const keyboardOf = (rows: ConstructorParameters<typeof InlineKeyboard>[0]) =>
  new InlineKeyboard(rows?.filter((row) => row.length > 0))
