import { createEffect, onCleanup, Show } from 'solid-js'
import { fileUrl } from '../api.ts'
import { Icon } from '../icons.tsx'
import { setViewing, viewing } from './viewing.ts'

/** A photo over the whole page; arrows walk through its album. */
export function Viewer() {
  const close = () => setViewing(undefined)
  const step = (by: number) =>
    setViewing((now) => {
      const index = now ? now.index + by : 0
      return now?.messages[index] ? { ...now, index } : now
    })
  createEffect(() => {
    if (!viewing()) return
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') close()
      else if (key === 'ArrowLeft') step(-1)
      else if (key === 'ArrowRight') step(1)
    }
    window.addEventListener('keydown', onKey)
    onCleanup(() => window.removeEventListener('keydown', onKey))
  })
  return (
    <Show when={viewing()}>
      {(now) => {
        const message = () => now().messages[now().index]
        const file = () => message()?.photo?.toSorted((a, b) => b.width - a.width)[0]?.file_id ?? ''
        return (
          <div class="viewer" role="dialog" aria-modal="true" aria-label="Photo">
            <button type="button" class="viewer-photo" aria-label="Close the photo" onClick={close}>
              <img src={fileUrl(file())} alt={message()?.caption ?? 'Photo'} />
            </button>
            <Show when={now().messages.length > 1}>
              <button
                type="button"
                class="icon-button viewer-left"
                aria-label="Previous photo"
                disabled={now().index === 0}
                onClick={() => step(-1)}
              >
                <Icon name="left" size={32} />
              </button>
              <button
                type="button"
                class="icon-button viewer-right"
                aria-label="Next photo"
                disabled={now().index === now().messages.length - 1}
                onClick={() => step(1)}
              >
                <Icon name="right" size={32} />
              </button>
              <span class="viewer-count">
                {now().index + 1} of {now().messages.length}
              </span>
            </Show>
            <button type="button" class="icon-button viewer-close" aria-label="Close" onClick={close}>
              <Icon name="close" />
            </button>
          </div>
        )
      }}
    </Show>
  )
}
