import { InlineKeyboard } from 'grammy'
import { type AdRow, type AdWithAll, toMyAd } from '#server/ads/views.ts'
import { categoryById, closingOf } from '#shared/catalog/index.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { type BotKey, botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'

/** What a button about an ad asks for; the callback data is `ad:<deed>:<id>`. */
export const deeds = ['confirm', 'sold', 'renew', 'remove', 'erase', 'keep'] as const
export type Deed = (typeof deeds)[number]

/** A message about an ad. */
export interface Telling {
  text: string
  keyboard: InlineKeyboard
}

/** The buttons about one ad, in one language. */
export function adButtons(
  { ad, post }: Omit<AdWithAll, 'photos' | 'seller'>,
  locale: Locale,
  publicUrl: string,
) {
  const t = botTexts(locale)
  const callback = (text: BotKey, deed: Deed) => button(t(text), deed)
  const button = (text: string, deed: Deed) => InlineKeyboard.text(text, `ad:${deed}:${ad.id}`)
  const open = (text: BotKey, path: string) => InlineKeyboard.webApp(t(text), publicUrl + path)
  const isSold = closingOf(ad.categoryId) === 'sold'
  const url = toMyAd({ ad, post, photos: [] }).post?.url
  const priced = !['none', 'free'].includes(categoryById(ad.categoryId)?.price ?? 'none')
  return {
    view: open('bot.approved_button', `/ads/${ad.id}`),
    post: url ? [InlineKeyboard.url(t('bot.approved_post'), url)] : [],
    fix: open('bot.rejected_button', `/new?from=${ad.id}`),
    manage: open('bot.my_button', `/mine/${ad.id}`),
    price: priced ? [open('bot.deed_price', `/mine/${ad.id}?price=1`)] : [],
    confirm: callback(isSold ? 'bot.ask_yes' : 'bot.ask_open_yes', 'confirm'),
    sold: button(closedWord(ad, locale), 'sold'),
    renew: callback('bot.deed_renew', 'renew'),
    remove: callback('bot.deed_remove', 'remove'),
    erase: callback('bot.deed_erase', 'erase'),
    keep: callback('bot.deed_keep', 'keep'),
  }
}

/** "Sold", or what else has come of an ad of its category. */
const closedWord = ({ categoryId }: Pick<AdRow, 'categoryId'>, locale: Locale) =>
  common(locale)(`closed.${closingOf(categoryId)}`)

/** `12.03.2026` in Tashkent. */
export const dayOf = (at: Date) =>
  new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeZone: 'Asia/Tashkent' }).format(at)

/** `12.03.2026, 18:30` in Tashkent. */
export const momentOf = (at: Date) =>
  new Intl.DateTimeFormat('ru', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Asia/Tashkent' }).format(
    at,
  )

/** How an ad stands now, with what can be done next: what a message about it becomes when one of its buttons was used. */
export function standing(found: AdWithAll, locale: Locale, publicUrl: string): Telling {
  const { ad } = found
  const b = adButtons(found, locale, publicUrl)
  const rows = {
    active: [[b.view], b.post, [b.sold, ...b.price]],
    pending: [[b.view]],
    rejected: ad.rejectionFinal ? [] : [[b.fix]],
    sold: [[b.renew]],
    expired: [[b.renew], [b.sold, b.remove]],
    removed: [],
  }[ad.state]
  const date = ad.expiresAt ? dayOf(ad.expiresAt) : ''
  return {
    text: botTexts(locale)(`bot.now_${ad.state}`, {
      title: asPlain(ad.title),
      date,
      word: closedWord(ad, locale),
    }),
    keyboard: InlineKeyboard.from(rows.filter((row) => row.length > 0)),
  }
}
