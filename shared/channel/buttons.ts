import { adLink } from '#shared/channel/links.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'

export interface PostButton {
  text: string
  url: string
}

/** The keyboard under an ad's post; an ad that is not for sale any more cannot be written about. */
export function postButtons(
  ad: { id: number; contactTelegram: boolean; sellerUsername: string | null },
  options: { locale: Locale; botUsername: string; closed?: boolean },
): PostButton[][] {
  const t = botTexts(options.locale)
  const open = adLink(options.botUsername, ad.id)
  const view = { text: t('channel.view'), url: open }
  if (options.closed) return [[view]]
  const chat = ad.contactTelegram && ad.sellerUsername ? `https://t.me/${ad.sellerUsername}` : open
  return [[view, { text: t('channel.write'), url: chat }]]
}
