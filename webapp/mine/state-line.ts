import type { MyAd } from '#server/ads/views.ts'
import { t } from '#webapp/i18n.ts'

const dayMs = 86_400_000

/** Whole days that an ad still stays live, 0 on its last day. */
export const daysLeft = (expiresAt: string, now = new Date()): number =>
  Math.max(0, Math.floor((Date.parse(expiresAt) - now.getTime()) / dayMs))

/** What the seller has to know about an ad in one line. */
export function stateLine(ad: MyAd): string {
  if (ad.state === 'active' && ad.expiresAt) {
    const count = daysLeft(ad.expiresAt)
    return count > 0 ? t('mine.days_left', { count }) : t('mine.ends_today')
  }
  if (ad.state === 'pending') return t('mine.waiting')
  if (ad.state === 'expired') return t('mine.ended')
  if (ad.state === 'rejected' && ad.rejection) return t(`reason.${ad.rejection.reason}`)
  return t(`state.${ad.state}`)
}

/** Whether the ad waits for its seller to do something. */
export const needsSeller = ({ state }: MyAd) => state === 'rejected' || state === 'expired'
