import { closingOf } from '#shared/catalog/index.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'

/** Why a post stands there although its ad is over. */
export type Stamp = 'sold' | 'expired'

/** What is written across the picture and before the title; what is not sold is found, let, given away. */
export const stampText = (stamp: Stamp, categoryId: string, locale: Locale): string =>
  stamp === 'expired'
    ? botTexts(locale)('channel.expired')
    : common(locale)(`closed.${closingOf(categoryId)}`).toUpperCase()
