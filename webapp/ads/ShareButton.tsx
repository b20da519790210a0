import type { AdCard } from '#server/ads/views.ts'
import { shareAd, sharing } from '#webapp/ads/share.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './share-button.css'

/** Sends the ad to a friend. */
export const ShareButton = (props: { ad: AdCard }) => (
  <button
    type="button"
    class="share-button"
    aria-label={t('ads.share')}
    aria-busy={sharing() === props.ad.id}
    onClick={() => {
      haptic('tap')
      void shareAd(props.ad)
    }}
  >
    <Icon name="share" />
  </button>
)
