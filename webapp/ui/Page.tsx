import { useNavigate } from '@solidjs/router'
import { createEffect, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import { haptic, mainButton, type NativeButton, secondaryButton } from '#webapp/telegram.ts'
import { drawsBack, pressBack, takeBack } from '#webapp/ui/back.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './page.css'

export interface PageButton extends NativeButton {
  onClick: () => void
}

/** One page at a time holds a native button; the one that took it last may hide it. */
const owners = new Map<typeof mainButton, object>()

function useNative(native: typeof mainButton, button: () => PageButton | undefined) {
  if (!native.available) return
  const self = {}
  createEffect(() => {
    const wanted = button()
    if (!wanted) return release()
    owners.set(native, self)
    native.show({ text: wanted.text, disabled: wanted.disabled, busy: wanted.busy }, () => {
      haptic('tap')
      button()?.onClick()
    })
  })
  onCleanup(() => queueMicrotask(release))
  function release() {
    if (owners.get(native) !== self) return
    owners.delete(native)
    native.hide()
  }
}

/** Screens of the app that lie beneath; a page loaded anew still knows. */
const depth = () => (window.history.state as { _depth?: number } | null)?._depth ?? 0

/** Goes one screen back inside the app; a screen opened from outside leads to the feed, or `otherwise`. */
export function useBack(otherwise = '/'): () => void {
  const navigate = useNavigate()
  return () => (depth() > 0 ? window.history.back() : navigate(otherwise, { replace: true }))
}

/**
 * A screen. It owns Telegram's back and main buttons while it is shown, and draws them itself where the client
 * has none. `back: true` goes to the screen before.
 */
export function Page(props: {
  title?: string | undefined
  back?: boolean | (() => void) | undefined
  main?: PageButton | undefined
  secondary?: PageButton | undefined
  /** Only as wide as lines are read well, also in a wide window. */
  column?: boolean | undefined
  class?: string | undefined
  children: JSX.Element
}) {
  const goBack = useBack()
  createEffect(() => {
    if (props.back) onCleanup(takeBack(() => (typeof props.back === 'function' ? props.back() : goBack())))
  })
  createEffect(() => {
    document.title = props.title ?? t('brand')
  })
  useNative(mainButton, () => props.main)
  useNative(secondaryButton, () => props.secondary)
  const drawnMain = () => (mainButton.available ? undefined : props.main)
  const drawnSecondary = () => (secondaryButton.available ? undefined : props.secondary)
  let main!: HTMLElement
  onMount(() => {
    // Where a screen was opened from is gone with it: the keyboard and the screen reader go on here.
    if (document.activeElement === document.body) main.focus({ preventScroll: true })
  })
  return (
    <main
      ref={main}
      tabIndex={-1}
      class={`vb-page ${props.class ?? ''}`}
      classList={{
        'vb-page--column': props.column ?? false,
        'vb-page--buttons': Boolean(drawnMain() || drawnSecondary()),
      }}
    >
      <Show when={props.back && drawsBack()}>
        <button type="button" class="vb-page__back" onClick={pressBack}>
          <Icon name="back" />
          {t('app.back')}
        </button>
      </Show>
      <Show when={props.title}>{(title) => <h1 class="vb-page__title">{title()}</h1>}</Show>
      {props.children}
      <Show when={drawnMain() || drawnSecondary()}>
        <div class="vb-page__buttons">
          <Show when={drawnSecondary()}>{(button) => <BarButton button={button()} plain />}</Show>
          <Show when={drawnMain()}>{(button) => <BarButton button={button()} />}</Show>
        </div>
      </Show>
    </main>
  )
}

const BarButton = (props: { button: PageButton; plain?: boolean }) => (
  <button
    type="button"
    class="vb-button"
    classList={{ 'vb-button--plain': props.plain ?? false }}
    disabled={Boolean(props.button.disabled || props.button.busy)}
    aria-busy={props.button.busy ?? false}
    onClick={() => props.button.onClick()}
  >
    {props.button.text}
  </button>
)
