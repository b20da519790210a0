import { Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import { retryable } from '#webapp/photos/item.ts'
import { stateText } from '#webapp/photos/PhotoTile.tsx'
import { photos, pictureOf, queue } from '#webapp/photos/photos.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'

/** One photo large, with all that can be done to it without dragging: also by keyboard and screen reader. */
export function PhotoActions(props: { photoKey: string | undefined; onClose: () => void }) {
  const index = () => photos().findIndex(({ key }) => key === props.photoKey)
  const photo = () => photos()[index()]
  const move = (place: number) => queue.move(props.photoKey ?? '', place)
  return (
    <Sheet open={Boolean(photo())} onClose={props.onClose} title={t('photo.nth', { number: index() + 1 })}>
      <Show when={photo()}>
        {(shown) => (
          <>
            <Show when={pictureOf(shown(), 800)}>
              {(source) => (
                <img class="vb-photos__large" alt={t('photo.nth', { number: index() + 1 })} src={source()} />
              )}
            </Show>
            <Show when={shown().state !== 'ready'}>
              <p class="vb-photos__hint" role="status">
                {stateText(shown())}
              </p>
            </Show>
            <Section>
              <Show when={retryable(shown())}>
                <Cell title={t('photo.retry')} onClick={() => queue.retry(shown().key)} />
              </Show>
              <Show when={index() > 0}>
                <Cell title={t('photo.make_cover')} onClick={() => move(0)} />
                <Cell title={t('photo.move_left')} onClick={() => move(index() - 1)} />
              </Show>
              <Show when={index() < photos().length - 1}>
                <Cell title={t('photo.move_right')} onClick={() => move(index() + 1)} />
              </Show>
              <Cell
                title={<span class="vb-photos__remove">{t('photo.remove')}</span>}
                onClick={() => {
                  queue.remove(shown().key)
                  props.onClose()
                }}
              />
            </Section>
          </>
        )}
      </Show>
    </Sheet>
  )
}
