import { createMemo, createSignal, Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import type { Drag } from '#webapp/photos/drag.ts'
import { type PhotoItem, retryable } from '#webapp/photos/item.ts'
import { photos, pictureOf, queue, serverPictureOf } from '#webapp/photos/photos.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Progress } from '#webapp/ui/Progress.tsx'

/** How a photo is doing, in words. */
export function stateText(photo: PhotoItem): string {
  const { state, fault } = photo
  if (state === 'failed') return fault ? t(`photo.${fault}`) : t('photo.failed')
  return t(`photo.${state}`, { percent: percentOf(photo) })
}
const percentOf = ({ progress }: PhotoItem) => Math.floor(progress * 100)

/** One photo in the grid: its picture as soon as there is one, how far it is, and the cross that removes it. */
export function PhotoTile(props: { photoKey: string; index: number; drag: Drag; onOpen: () => void }) {
  // Remembered, so that a tile is drawn anew for its own photo's progress only.
  const photo = createMemo(() => photos().find(({ key }) => key === props.photoKey) as PhotoItem)
  /** A picture that did not show: WebViews lose what they had of a file, or cannot open what they send. */
  const [unshown, setUnshown] = createSignal<string>()
  const picture = () => {
    const [own, server] = [pictureOf(photo(), 320), serverPictureOf(photo().view, 320)]
    return [own, server].find((source) => source && source !== unshown())
  }
  const name = () => t('photo.nth', { number: props.index + 1 })
  const label = () =>
    [name(), props.index === 0 && t('photo.cover'), stateText(photo())].filter(Boolean).join(', ')
  return (
    <Show when={photo()}>
      <li
        class="vb-tile"
        data-state={photo().state}
        data-key={props.photoKey}
        {...props.drag.handlers(props.photoKey)}
      >
        <button
          type="button"
          class="vb-tile__open"
          aria-label={label()}
          onClick={() => !props.drag.justDragged() && props.onOpen()}
        >
          <Show when={picture()}>
            {(source) => (
              <img
                class="vb-tile__image"
                alt=""
                src={source()}
                draggable={false}
                onError={() => setUnshown(source())}
              />
            )}
          </Show>
          <Show when={photo().state !== 'ready'}>
            <span class="vb-tile__state" aria-hidden="true">
              <Show when={photo().state === 'failed'}>
                <Icon name="alert" size={22} />
              </Show>
              {photo().state === 'uploading'
                ? t('photo.percent', { percent: percentOf(photo()) })
                : stateText(photo())}
            </span>
          </Show>
          <Show when={photo().state === 'uploading'}>
            <span class="vb-tile__progress">
              <Progress value={photo().progress} label={name()} />
            </span>
          </Show>
          <Show when={props.index === 0 && photo().state !== 'failed'}>
            <span class="vb-tile__cover" aria-hidden="true">
              {t('photo.cover')}
            </span>
          </Show>
          <Show when={photo().state === 'ready'}>
            <span class="vb-tile__ready" aria-hidden="true">
              <Icon name="check" size={14} />
            </span>
          </Show>
        </button>
        <Show when={retryable(photo())}>
          <button type="button" class="vb-tile__retry" onClick={() => queue.retry(props.photoKey)}>
            {t('photo.retry')}
          </button>
        </Show>
        <button
          type="button"
          class="vb-tile__remove"
          aria-label={`${t('photo.remove')}: ${name()}`}
          onClick={() => queue.remove(props.photoKey)}
        >
          <span>
            <Icon name="close" size={14} />
          </span>
        </button>
      </li>
    </Show>
  )
}
