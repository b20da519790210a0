import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { AdCard as Ad } from '#server/ads/views.ts'
import { grow } from '#webapp/ads/grow.ts'
import { look } from '#webapp/ads/look.ts'
import { cardFacts, categoryIcon, closedWord, placeName, pricePer } from '#webapp/catalog/catalog.ts'
import { HeartButton } from '#webapp/favorites/HeartButton.tsx'
import { dayAgo, formatPrice, otherPrice, t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './ad-card.css'

/**
 * One ad in a list: picture, price, title, what matters of it, place and time, a heart; of one that is over, what has
 * come of it. Every card is equally high.
 */
export function AdCard(props: { ad: Ad; eager?: boolean }) {
  const navigate = useNavigate()
  const href = () => `/ads/${props.ad.id}`
  function open(event: MouseEvent & { currentTarget: HTMLElement }) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    haptic('tap')
    const to = href()
    grow(event.currentTarget.querySelector<HTMLElement>('.vb-photo'), () => navigate(to))
  }
  const over = () => {
    const { state, categoryId } = props.ad
    if (state === 'active') return undefined
    return state === 'sold' ? closedWord(categoryId) : t(`state.${state}`)
  }
  return (
    <div class="ad-card" classList={{ 'ad-card--over': over() !== undefined }}>
      <a class="ad-card__link" href={href()} onClick={open}>
        <Show
          when={props.ad.cover}
          fallback={
            <span class="ad-card__blank" aria-hidden="true">
              <span class="ad-card__icon">{categoryIcon(props.ad.categoryId)}</span>
            </span>
          }
        >
          {(cover) => (
            <PhotoView
              photo={cover()}
              size={800}
              sizes={look() === 'grid' ? '50vw' : '128px'}
              alt=""
              eager={props.eager}
            />
          )}
        </Show>
        <span class="ad-card__text">
          <span class="ad-card__sum">
            <span class="ad-card__price">{formatPrice(props.ad.price)}</span>
            <span class="ad-card__other">{pricePer(props.ad) || otherPrice(props.ad.price)}</span>
          </span>
          <span class="ad-card__title">{props.ad.title}</span>
          <span class="ad-card__facts">{over() ?? cardFacts(props.ad)}</span>
          <span class="ad-card__line">
            <span class="ad-card__place">{placeName(props.ad)}</span>
            <Age ad={props.ad} />
          </span>
        </span>
      </a>
      <HeartButton ad={props.ad} onPicture />
    </div>
  )
}

/** When it was published, or, with a tick, when its seller last said that it is still there. */
function Age(props: { ad: Ad }) {
  const confirmed = () => {
    const { confirmedAt, publishedAt } = props.ad
    return confirmedAt && publishedAt && dayAgo(confirmedAt) !== dayAgo(publishedAt) ? confirmedAt : undefined
  }
  return (
    <Show when={confirmed() ?? props.ad.publishedAt}>
      {(iso) => (
        <span class="ad-card__time">
          <Show when={confirmed()}>
            <span aria-hidden="true">✓ </span>
            <span class="vb-hidden">{t('ads.still_there')} </span>
          </Show>
          {dayAgo(iso())}
        </span>
      )}
    </Show>
  )
}

/** The place of a card that is coming, in its true size. */
export const AdCardSkeleton = () => (
  <span class="ad-card">
    <span class="ad-card__link">
      <span class="ad-card__blank" />
      <span class="ad-card__text">
        <span class="ad-card__sum">
          <span class="ad-card__price">
            <Skeleton width={110} height={18} />
          </span>
          <span class="ad-card__other">
            <Skeleton width={56} height={13} />
          </span>
        </span>
        <span class="ad-card__title">
          <Skeleton width="95%" height={15} />
        </span>
        <span class="ad-card__facts" />
        <span class="ad-card__line">
          <Skeleton width={90} height={12} />
        </span>
      </span>
    </span>
  </span>
)
