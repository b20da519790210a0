import { For, Show } from 'solid-js'
import { collageLayout } from '#shared/channel/layout.ts'
import { cutByEntities, type Entity } from '#webapp/drafts/entities.ts'
import { t } from '#webapp/i18n.ts'
import type { PhotoItem } from '#webapp/photos/item.ts'
import { pictureOf } from '#webapp/photos/photos.ts'
import './post-preview.css'

/** A photo whose size is not known here (it could not be opened on this phone) is taken for a usual one. */
const usual = { width: 4, height: 3 }

/** The channel's message: the pictures as they will lie, the caption with its bold and links, the buttons. */
export function PostPreview(props: {
  post: { text: string; entities: readonly Entity[]; buttons: readonly string[] }
  photos: readonly PhotoItem[]
}) {
  const collage = () =>
    collageLayout(props.photos.map(({ width, height }) => (width && height ? { width, height } : usual)))
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`
  return (
    <div class="vb-post">
      <div class="vb-post__message">
        <Show when={props.photos.length > 0}>
          <div
            class="vb-post__collage"
            style={{ 'padding-top': percent(collage().height, collage().width) }}
            role="img"
            aria-label={t('photo.list')}
          >
            <For each={collage().tiles}>
              {(tile, index) => (
                <img
                  class="vb-post__photo"
                  alt=""
                  src={props.photos[index()] && pictureOf(props.photos[index()] as PhotoItem, 800)}
                  style={{
                    left: percent(tile.x, collage().width),
                    top: percent(tile.y, collage().height),
                    width: percent(tile.width, collage().width),
                    height: percent(tile.height, collage().height),
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
      <div class="vb-post__buttons" aria-hidden="true">
        <For each={props.post.buttons}>{(text) => <span class="vb-post__button">{text}</span>}</For>
      </div>
    </div>
  )
}
