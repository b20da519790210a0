import { createResource, createSignal, onCleanup, onMount, Show } from 'solid-js'
import type { AdCard } from '#server/ads/views.ts'
import { AdStrip } from '#webapp/ads/AdStrip.tsx'
import { readSimilar } from '#webapp/ads/ad.ts'
import { t } from '#webapp/i18n.ts'
import { knownOf } from '#webapp/ui/known.ts'

/** Ads like this one and where its price stands among theirs; asked for when it comes near the screen. */
export function Similar(props: { ad: AdCard }) {
  const [near, setNear] = createSignal(false)
  const [similar] = createResource(
    () => near() && props.ad.id,
    // Whoever reads the ad has what they came for: without these it is as good.
    (id) => readSimilar(id).catch(() => undefined),
  )
  // Read only once it is there: reading before would hold the whole screen back.
  const there = () => knownOf(similar)
  const closed = () => props.ad.state !== 'active'
  let mark!: HTMLDivElement
  onMount(() => {
    const observer = new IntersectionObserver((entries) => entries.at(-1)?.isIntersecting && setNear(true), {
      rootMargin: '600px',
    })
    observer.observe(mark)
    onCleanup(() => observer.disconnect())
  })
  return (
    <div ref={mark}>
      <Show when={there()?.items.length}>
        <AdStrip
          title={t(closed() ? 'ads.similar_instead' : 'ads.similar')}
          note={
            <Show when={!closed() && there()?.price}>
              {(price) => t(`ads.price_${price().position}`, { count: price().count })}
            </Show>
          }
          ads={there()?.items ?? []}
        />
      </Show>
    </div>
  )
}
