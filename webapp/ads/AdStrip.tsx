import { For, type JSX, Show } from 'solid-js'
import type { AdCard as Ad } from '#server/ads/views.ts'
import { categoryIcon, placeName } from '#webapp/catalog/catalog.ts'
import { formatPrice } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import './ad-strip.css'

/** A few ads in one line that scrolls sideways. */
export const AdStrip = (props: {
  title: string
  note?: JSX.Element
  ads: readonly Ad[]
  onOpen?: () => void
}) => (
  <section class="ad-strip" aria-label={props.title}>
    <h2 class="ad-strip__head">{props.title}</h2>
    <p class="ad-strip__note">{props.note}</p>
    <ul class="ad-strip__line">
      <For each={props.ads}>
        {(ad) => (
          <li class="ad-strip__item">
            <a
              class="ad-strip__ad"
              href={`/ads/${ad.id}`}
              onClick={() => {
                haptic('tap')
                props.onOpen?.()
              }}
            >
              <Show
                when={ad.cover}
                fallback={
                  <span class="ad-strip__blank" aria-hidden="true">
                    {categoryIcon(ad.categoryId)}
                  </span>
                }
              >
                {(cover) => <PhotoView photo={cover()} size={320} alt="" />}
              </Show>
              <span class="ad-strip__price">{formatPrice(ad.price)}</span>
              <span class="ad-strip__title">{ad.title}</span>
              <span class="ad-strip__place">{placeName(ad)}</span>
            </a>
          </li>
        )}
      </For>
    </ul>
  </section>
)
