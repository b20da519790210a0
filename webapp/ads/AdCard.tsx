import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { AdCard as Ad } from '#server/ads/views.ts'
import { grow } from '#webapp/ads/grow.ts'
import { categoryIcon, closedWord, placeName, pricePer } from '#webapp/catalog/catalog.ts'
import { HeartButton } from '#webapp/favorites/HeartButton.tsx'
import { dayAgo, formatPrice, otherPrice, t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './ad-card.css'

/** One ad in a list: picture, price, title, place and time, a heart, and what has come of it if it is over. */
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
  const time = () => props.ad.confirmedAt ?? props.ad.publishedAt
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
          {(cover) => <PhotoView photo={cover()} size={800} sizes="50vw" alt="" eager={props.eager} />}
        </Show>
        <Show when={over()}>{(text) => <span class="ad-card__over">{text()}</span>}</Show>
        <span class="ad-card__text">
          <span class="ad-card__price">{formatPrice(props.ad.price)}</span>
          <span class="ad-card__other">{pricePer(props.ad) || otherPrice(props.ad.price)}</span>
          <span class="ad-card__title">{props.ad.title}</span>
          <span class="ad-card__line">
            <span class="ad-card__place">{placeName(props.ad)}</span>
            <Show when={time()}>{(iso) => <span class="ad-card__time">{dayAgo(iso())}</span>}</Show>
          </span>
        </span>
      </a>
      <HeartButton ad={props.ad} onPicture />
    </div>
  )
}

/** The place of a card that is coming, in its true size. */
export const AdCardSkeleton = () => (
  <span class="ad-card">
    <span class="ad-card__link">
      <span class="ad-card__blank" />
      <span class="ad-card__text">
        <span class="ad-card__price">
          <Skeleton width="70%" height={18} />
        </span>
        <span class="ad-card__other">
          <Skeleton width="35%" height={13} />
        </span>
        <span class="ad-card__title">
          <Skeleton width="95%" height={15} />
        </span>
        <span class="ad-card__line">
          <Skeleton width="60%" height={12} />
        </span>
      </span>
    </span>
  </span>
)
