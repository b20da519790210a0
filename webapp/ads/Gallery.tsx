import { createMemo, createSignal, For, onMount, Show } from 'solid-js'
import type { PhotoView as Photo } from '#server/ads/views.ts'
import { pictureArrived } from '#webapp/ads/grow.ts'
import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { reloadIfReachable } from '#webapp/parts.ts'
import { haptic } from '#webapp/telegram.ts'
import { PhotoView } from '#webapp/ui/PhotoView.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './gallery.css'

/** Width by height of the frame: the cover's own shape from 4:3, so that nothing wide is cut off, to a square. */
const frameOf = (cover: Photo | undefined) =>
  cover?.width && cover.height ? Math.min(4 / 3, Math.max(1, cover.width / cover.height)) : 1

/** Photos edge to edge, swiped one by one; a tap shows them on the whole screen. */
export function Gallery(props: { photos: readonly Photo[]; count: number; title: string }) {
  const [at, setAt] = createSignal(0)
  const ratio = createMemo(() => frameOf(props.photos[0]))
  let strip!: HTMLDivElement
  onMount(pictureArrived)

  async function open(index: number) {
    haptic('tap')
    // Loaded only now: few look closer, and nobody should wait for it before.
    try {
      const { openFullScreen } = await import('#webapp/ads/full-screen.ts')
      openFullScreen(
        [...strip.querySelectorAll<HTMLElement>('.gallery__photo')],
        props.photos,
        index,
        (shown) => strip.scrollTo({ left: shown * strip.clientWidth }),
      )
    } catch (error) {
      if (!(await reloadIfReachable())) toast(messageOf(error))
    }
  }
  return (
    <div class="gallery">
      <div
        class="gallery__strip"
        ref={strip}
        onScroll={() => setAt(Math.round(strip.scrollLeft / Math.max(1, strip.clientWidth)))}
      >
        <For each={props.photos}>
          {(photo, index) => (
            <button
              type="button"
              class="gallery__photo"
              aria-label={`${t('ads.photo', { title: props.title, number: index() + 1 })}. ${t('ads.photos_open')}`}
              onClick={() => void open(index())}
            >
              <PhotoView
                photo={photo}
                size={1600}
                sizes="100vw"
                ratio={ratio()}
                alt=""
                eager={index() === 0}
              />
            </button>
          )}
        </For>
      </div>
      <Show when={props.count > 1}>
        <div class="gallery__counter">{t('ads.photo_of', { number: at() + 1, count: props.count })}</div>
      </Show>
    </div>
  )
}
