import { For, Show } from 'solid-js'
import { collageLayout } from '#shared/channel/layout.ts'
import { mosaic } from '#shared/channel/mosaic.ts'
import type { PostStyle } from '#shared/channels/choices.ts'
import { cutByEntities, type Entity } from '#webapp/drafts/entities.ts'
import { t } from '#webapp/i18n.ts'
import type { PhotoItem } from '#webapp/photos/item.ts'
import { pictureOf } from '#webapp/photos/photos.ts'
import './post-preview.css'

/** A photo whose size is not known here (it could not be opened on this phone) is taken for a usual one. */
const usual = { width: 4, height: 3 }

/** The channel's message: the pictures as they will lie, the caption with its bold and links, the buttons if it has any. */
export function PostPreview(props: {
  post: { text: string; entities: readonly Entity[]; style: PostStyle; buttons: readonly string[] }
  photos: readonly PhotoItem[]
}) {
  const isAlbum = () => props.post.style === 'album' && props.photos.length > 1
  /** Places in percent of the whole, and the whole's width divided by its height. */
  const layout = () => {
    const sizes = props.photos.map(({ width, height }) => (width && height ? { width, height } : usual))
    if (isAlbum()) return mosaic(sizes.map(({ width, height }) => width / height))
    const { width, height, tiles } = collageLayout(sizes)
    const inPercent = (tile: (typeof tiles)[0]) => ({
      left: (tile.x / width) * 100,
      top: (tile.y / height) * 100,
      width: (tile.width / width) * 100,
      height: (tile.height / height) * 100,
    })
    return { ratio: width / height, tiles: tiles.map(inPercent) }
  }
  return (
    <div class="vb-post">
      <div class="vb-post__message">
        <Show when={props.photos.length > 0}>
          <div
            class="vb-post__collage"
            classList={{ 'vb-post__collage--album': isAlbum() }}
            style={{ 'padding-top': `${100 / layout().ratio}%` }}
            role="img"
            aria-label={t('photo.list')}
          >
            <For each={layout().tiles}>
              {(tile, index) => (
                <img
                  class="vb-post__photo"
                  alt=""
                  src={props.photos[index()] && pictureOf(props.photos[index()] as PhotoItem, 800)}
                  style={{
                    left: `${tile.left}%`,
                    top: `${tile.top}%`,
                    width: `${tile.width}%`,
                    height: `${tile.height}%`,
                  }}
                />
              )}
            </For>
          </div>
        </Show>
        <p class="vb-post__caption">
          <For each={cutByEntities(props.post.text, props.post.entities)}>
            {(piece) => (
              <span
                classList={{
                  'vb-post__bold': piece.types.includes('bold'),
                  'vb-post__link': piece.types.includes('hashtag') || piece.types.includes('text_link'),
                }}
              >
                {piece.text}
              </span>
            )}
          </For>
        </p>
      </div>
      <Show when={props.post.buttons.length > 0}>
        <div class="vb-post__buttons" aria-hidden="true">
          <For each={props.post.buttons}>{(text) => <span class="vb-post__button">{text}</span>}</For>
        </div>
      </Show>
    </div>
  )
}
