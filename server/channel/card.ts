import type {
  InlineKeyboardMarkup,
  InlineQueryResultArticle,
  InlineQueryResultCachedPhoto,
} from 'grammy/types'
import { type AdWithAll, priceOf } from '#server/ads/views.ts'
import { composeCaption } from '#shared/channel/caption.ts'
import { adLink } from '#shared/channel/links.ts'
import { plainLine } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { formatPrice } from '#shared/money/format.ts'
import type { Rate } from '#shared/money/money.ts'
import { placeLabel } from '#shared/regions/regions.ts'

export interface CardOptions {
  /** Of whoever sends the card. */
  locale: Locale
  rate: Rate
  botUsername: string
}

/**
 * A live ad as a result of inline mode, to be sent to any chat: the post's picture and words with one button that
 * opens the ad. While there is no post that shows the ad as it is, the words go alone.
 */
export function adCard(
  { ad, post }: Pick<AdWithAll, 'ad' | 'post'>,
  { locale, rate, botUsername }: CardOptions,
): InlineQueryResultCachedPhoto | InlineQueryResultArticle {
  const link = adLink(botUsername, ad.id)
  const price = priceOf(ad)
  const { text, entities } = composeCaption({ ...ad, price }, { locale, rate, link })
  const sum = formatPrice(price, common(locale))
  const about = {
    id: `ad_${ad.id}`,
    title: plainLine(ad.title, limits.title.max),
    description: [sum, placeLabel(ad.districtId, locale)].filter(Boolean).join(' · '),
    // Telegram takes no `web_app` button in inline results; this link opens the Mini App from anywhere.
    reply_markup: {
      inline_keyboard: [[{ text: botTexts(locale)('channel.view'), url: link }]],
    } satisfies InlineKeyboardMarkup,
  }
  const fileId = pictureOf({ ad, post })
  if (fileId)
    return { type: 'photo', ...about, photo_file_id: fileId, caption: text, caption_entities: entities }
  return {
    type: 'article',
    ...about,
    input_message_content: {
      message_text: text,
      entities,
      link_preview_options: { is_disabled: true },
    },
  }
}

/** The picture that Telegram has of the ad, if it shows it as it is now; a post deleted by hand leaves it there. */
export const pictureOf = ({ ad, post }: Pick<AdWithAll, 'ad' | 'post'>) =>
  post && post.shownRevision === ad.revision ? post.fileId : null
