import type { MyAd } from '#server/ads/views.ts'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Translate } from '#shared/i18n/translate.ts'

const dayMs = 86_400_000

/** What the seller has to know about an ad in one line. */
export function stateLine(
  ad: Pick<MyAd, 'state' | 'expiresAt' | 'rejection'>,
  { t, locale }: { t: Translate<TextKey>; locale: Locale },
  now = new Date(),
): string {
  if (ad.state === 'active' && ad.expiresAt) {
    const count = Math.round((Date.parse(ad.expiresAt) - now.getTime()) / dayMs)
    return count > 0 ? t('mine.days_left', { count }) : t('mine.ends_soon')
  }
  if (ad.state === 'pending') return t('mine.waiting')
  if (ad.state === 'expired') return t('mine.ended')
  if (ad.state === 'rejected' && ad.rejection) return ad.rejection.said[locale]
  return t(`state.${ad.state}`)
}

/** Whether the ad waits for its seller to do something. */
export const needsSeller = ({ state }: Pick<MyAd, 'state'>) => state === 'rejected' || state === 'expired'
