import { createEffect, createMemo, createSignal, For, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { t } from '#webapp/i18n.ts'
import { breathe } from '#webapp/photos/breathe.ts'
import { createDrag } from '#webapp/photos/drag.ts'
import { PhotoActions } from '#webapp/photos/PhotoActions.tsx'
import { PhotoTile } from '#webapp/photos/PhotoTile.tsx'
import { PickTile } from '#webapp/photos/PickTile.tsx'
import { photos, queue } from '#webapp/photos/photos.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'
import './photo-grid.css'

/** The photos of the draft: pick, take, watch them go up, put them in order by dragging, tap one for more. */
export function PhotoGrid(props: { problem?: string | undefined }) {
  const [opened, setOpened] = createSignal<string>()
  const keys = createMemo(() => photos().map(({ key }) => key), [], {
    equals: (a, b) => a.join() === b.join(),
  })
  /** Ten tiles drawn at once hold up a weak phone: those picked together are drawn one after another. */
  const [drawn, setDrawn] = createSignal(keys().length)
  createEffect(() => {
    const [count, wanted] = [drawn(), keys().length]
    if (count > wanted) setDrawn(wanted)
    else if (count < wanted) void breathe().then(() => setDrawn(count + 1))
  })
  const drag = createDrag((key, place) => {
    haptic('select')
    queue.move(key, place)
  })

  function pick(files: readonly File[]) {
    // Some phones open the gallery and give nothing back.
    if (files.length === 0) return toast(t('photo.nothing'))
    const { same, left } = queue.add(files)
    if (left > 0) toast(t('photo.left_out', { count: left }))
    else if (same > 0) toast(t('photo.already'))
  }

  return (
    <div class="vb-photos" classList={{ 'vb-photos--none': keys().length === 0 }}>
      <Show when={keys().length === 0}>
        <div class="vb-photos__first">
          <p class="vb-photos__title">{t('photo.first_title')}</p>
          <p class="vb-photos__text">{t('photo.first_text')}</p>
        </div>
      </Show>
      <ul
        class="vb-photos__grid"
        aria-label={t('photo.list')}
        aria-invalid={Boolean(props.problem)}
        ref={drag.grid}
      >
        <For each={keys().slice(0, drawn())}>
          {(key, index) => (
            <PhotoTile photoKey={key} index={index()} drag={drag} onOpen={() => setOpened(key)} />
          )}
        </For>
        <Show when={keys().length < limits.photos.max}>
          <PickTile icon="plus" label={t('photo.add')} multiple onPick={pick} />
          <PickTile icon="camera" label={t('photo.take')} camera onPick={pick} />
        </Show>
      </ul>
      <Show when={props.problem}>
        <p class="vb-photos__problem" role="alert">
          {props.problem}
        </p>
      </Show>
      <Show when={keys().length > 1}>
        <p class="vb-photos__hint">{t('photo.order_hint')}</p>
      </Show>
      <PhotoActions photoKey={opened()} onClose={() => setOpened(undefined)} />
    </div>
  )
}
