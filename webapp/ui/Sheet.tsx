import { createEffect, createUniqueId, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { t } from '#webapp/i18n.ts'
import { takeBack } from '#webapp/ui/back.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './sheet.css'

/** A panel from below over the page; back, Escape, the cross and a tap beside it close it. */
export const Sheet = (props: {
  open: boolean
  onClose: () => void
  title: string
  children: JSX.Element
}) => (
  <Show when={props.open}>
    <Portal>
      <Panel onClose={() => props.onClose()} title={props.title}>
        {props.children}
      </Panel>
    </Portal>
  </Show>
)

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

function Panel(props: { onClose: () => void; title: string; children: JSX.Element }) {
  const id = createUniqueId()
  let panel!: HTMLDivElement
  const before = document.activeElement as HTMLElement | null
  const close = () => props.onClose()

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') return close()
    if (event.key !== 'Tab') return
    const all = [...panel.querySelectorAll<HTMLElement>(focusable)].filter((element) => element.tabIndex >= 0)
    const [first, last] = [all[0], all[all.length - 1]]
    const leaving = event.shiftKey ? first : last
    if (document.activeElement !== leaving && document.activeElement !== panel) return
    event.preventDefault()
    ;(event.shiftKey ? last : first)?.focus()
  }

  createEffect(() => onCleanup(takeBack(close)))
  onMount(() => {
    document.documentElement.classList.add('vb-locked')
    panel.focus({ preventScroll: true })
    onCleanup(() => {
      document.documentElement.classList.remove('vb-locked')
      before?.focus({ preventScroll: true })
    })
  })
  return (
    <div class="vb-sheet" onKeyDown={onKeyDown}>
      <div class="vb-sheet__scrim" onClick={close} aria-hidden="true" />
      <div
        class="vb-sheet__panel"
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        tabIndex={-1}
        ref={panel}
      >
        <header class="vb-sheet__head">
          <h2 class="vb-sheet__title" id={id}>
            {props.title}
          </h2>
          <button type="button" class="vb-sheet__close" aria-label={t('app.close')} onClick={close}>
            <Icon name="close" />
          </button>
        </header>
        <div class="vb-sheet__body">{props.children}</div>
      </div>
    </div>
  )
}
