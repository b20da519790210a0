import { createSignal, Show } from 'solid-js'
import { thumbHashToDataURL } from 'thumbhash'
import type { PhotoView as Photo } from '#server/ads/views.ts'
import { type PhotoWidth, photoPath, photoWidths } from '#shared/photos/files.ts'
import { publicUrl } from '#webapp/boot.ts'
import './photo-view.css'

/** The address of one variant; undefined while it is not known where photos lie. */
export const photoUrl = (photo: Pick<Photo, 'id'>, size: PhotoWidth) =>
  publicUrl() && `${publicUrl()}/${photoPath(photo.id, size)}`

const placeholders = new Map<string, string>()

/** The blurred picture a thumbhash stands for, as a data URL; made once. */
function placeholder(thumbhash: string): string {
  const known = placeholders.get(thumbhash)
  if (known !== undefined) return known
  let url = ''
  try {
    url = thumbHashToDataURL(Uint8Array.from(atob(thumbhash), (char) => char.charCodeAt(0)))
  } catch {
    // A hash that cannot be read costs only the placeholder.
  }
  placeholders.set(thumbhash, url)
  return url
}

/** `320w, 800w …` up to `size`, by the real width of each variant (the numbers are of the long side). */
function sourceSet(photo: Photo, size: PhotoWidth) {
  const { width, height } = photo
  if (!width || !height) return undefined
  const long = Math.max(width, height)
  return photoWidths
    .filter((side) => side <= size)
    .map((side) => `${photoUrl(photo, side)} ${Math.round((width / long) * Math.min(side, long))}w`)
    .join(', ')
}

/**
 * A photo in a frame of fixed shape (`ratio`, 4:3 by default) with its blurred placeholder until it has come.
 * With `sizes` the browser chooses among the variants up to `size`.
 */
export function PhotoView(props: {
  photo: Photo
  size: PhotoWidth
  alt: string
  sizes?: string | undefined
  /** Width by height. */
  ratio?: number | undefined
  /** Loads at once instead of when it comes near: for what is seen first. */
  eager?: boolean | undefined
  fit?: 'cover' | 'contain' | undefined
}) {
  const [shown, setShown] = createSignal(false)
  const blurred = () => (props.photo.thumbhash ? placeholder(props.photo.thumbhash) : '')
  return (
    <span
      class="vb-photo"
      style={{
        'padding-top': `${100 / (props.ratio ?? 4 / 3)}%`,
        'background-image': blurred() ? `url(${blurred()})` : 'none',
      }}
    >
      <Show when={props.photo.state === 'ready' && photoUrl(props.photo, props.size)}>
        {(source) => (
          <img
            class="vb-photo__image"
            classList={{ 'vb-photo__image--shown': shown() }}
            style={{ 'object-fit': props.fit ?? 'cover' }}
            alt={props.alt}
            sizes={props.sizes}
            srcset={props.sizes && sourceSet(props.photo, props.size)}
            src={source()}
            loading={props.eager ? 'eager' : 'lazy'}
            decoding="async"
            draggable={false}
            ref={(image) => queueMicrotask(() => image.complete && setShown(true))}
            onLoad={() => setShown(true)}
          />
        )}
      </Show>
    </span>
  )
}
