import { InlineKeyboard } from 'grammy'
import { type AdWithAll, priceOf } from '#server/ads/views.ts'
import type { findDecision } from '#server/moderation/queries.ts'
import { type OfferedReason, saidOf } from '#server/reasons/queries.ts'
import { fullName } from '#server/users/queries.ts'
import { appLink } from '#shared/channel/links.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { hintText } from '#shared/moderation/hint-text.ts'
import type { Hint } from '#shared/moderation/hints.ts'
import { formatPrice } from '#shared/money/format.ts'
import { placeLabel } from '#shared/regions/regions.ts'
import { type ReportReason, reportReasons } from '#shared/reports/schema.ts'

/** What the group is shown of an ad. */
export interface Standing extends Pick<AdWithAll, 'ad' | 'seller'> {
  hints: readonly Hint[]
  /** What buyers find wrong with it. */
  reports: readonly { reason: ReportReason }[]
  /** Who looks at it right now. */
  claimedBy: string | undefined
  decision: Awaited<ReturnType<typeof findDecision>>
}

/** So many hints are told in the group; all stand beside the ad. */
const toldHints = 4

/** The message about an ad, with the buttons that fit how it stands. */
export function groupMessage(standing: Standing, locale: Locale, botName: string) {
  const { ad, seller, hints, reports } = standing
  const t = botTexts(locale)
  const title = asPlain(ad.title)
  const lead = reports.length > 0 ? `🚩 ${t('bot.announce_reported')}: ` : `🆕 ${t('bot.announce')}: `
  const status = statusOf(standing, locale)
  const lines = [
    lead + title,
    formatPrice(priceOf(ad), common(locale)),
    `📍 ${placeLabel(ad.districtId, locale)}`,
    t('bot.announce_seller', { name: asPlain(fullName(seller)) }),
    ...reasonsOf(reports).map(([reason, count]) => `🚩 ${common(locale)(`report.${reason}`)}${times(count)}`),
    ...hints.slice(0, toldHints).map((hint) => `⚠️ ${asPlain(hintText(hint, common(locale)))}`),
    status && `\n${status}`,
  ]
  return {
    text: lines.filter(Boolean).join('\n'),
    entities: [{ type: 'bold' as const, offset: lead.length, length: title.length }],
    keyboard: keyboardOf(standing, locale, botName),
  }
}

/** Each reason once with how often it was named, the most frequent first. */
const reasonsOf = (reports: Standing['reports']) =>
  reportReasons
    .map((reason) => [reason, reports.filter((report) => report.reason === reason).length] as const)
    .filter(([, count]) => count > 0)
    .sort(([, a], [, b]) => b - a)
const times = (count: number) => (count > 1 ? ` ×${count}` : '')

function statusOf({ ad, claimedBy, decision }: Standing, locale: Locale): string | undefined {
  const t = botTexts(locale)
  const name = asPlain(decision?.by ?? '')
  const stands = decision && decision.undoneAt === null && decision.at > ad.submittedAt ? decision : undefined
  if (stands) {
    if (stands.moderatorId === null) return `🤖 ${t('bot.mod_by_board')}`
    if (stands.outcome === 'rejected') {
      return `↩️ ${t('bot.mod_rejected', { name })}\n${saidOf(ad)[locale]}`
    }
    return `✅ ${t(stands.outcome === 'mended' ? 'bot.mod_mended' : 'bot.mod_approved', { name })}`
  }
  if (ad.state !== 'pending') return t('bot.mod_gone')
  if (claimedBy !== undefined) return `👀 ${t('bot.mod_claimed', { name: asPlain(claimedBy) })}`
  return decision?.undoneAt && decision.at > ad.submittedAt ? `⏪ ${t('bot.mod_undone')}` : undefined
}

function keyboardOf({ ad, decision }: Standing, locale: Locale, botName: string): InlineKeyboard {
  const t = botTexts(locale)
  const keyboard = new InlineKeyboard()
  if (ad.state === 'pending')
    keyboard
      .text(`✅ ${t('bot.mod_approve')}`, `mod:approve:${ad.id}:${ad.revision}`)
      .text(`↩️ ${t('bot.mod_reject')}`, `mod:reject:${ad.id}:${ad.revision}`)
      .row()
  else if (decision && decision.undoneAt === null && decision.revision === ad.revision)
    keyboard.text(`⏪ ${t('bot.mod_undo')}`, `mod:undo:${decision.id}`).row()
  // Telegram takes no `web_app` button in a group; this link opens the Mini App from anywhere.
  if (ad.state !== 'pending') return keyboard.url(t('bot.approved_button'), appLink(botName, `ad_${ad.id}`))
  return keyboard.url(t('bot.announce_button'), appLink(botName, `mod_${ad.id}`))
}

/** So many reasons are offered in the group; all are in the app. */
const offeredInGroup = 16

/** In place of the message's buttons: why the ad is sent back, by the reasons that need no note. */
export function reasonKeyboard(
  { adId, revision }: { adId: number; revision: number },
  reasons: readonly OfferedReason[],
  locale: Locale,
): InlineKeyboard {
  const keyboard = new InlineKeyboard()
  const offered = reasons.filter(({ needsNote }) => !needsNote).slice(0, offeredInGroup)
  for (const [index, { id, name }] of offered.entries()) {
    keyboard.text(name[locale], `mod:why:${adId}:${revision}:${id}`)
    if (index % 2 === 1) keyboard.row()
  }
  return keyboard.row().text(`← ${botTexts(locale)('bot.mod_back')}`, `mod:back:${adId}`)
}
