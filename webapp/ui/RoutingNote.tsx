import { useIsRouting } from '@solidjs/router'
import { createEffect, createSignal, onCleanup, Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import './routing-note.css'

/** How long a tap may seem to do nothing while the next screen is fetched. */
const patienceMs = 300

/** Says that the next screen is on its way, where that takes a while. */
export function RoutingNote() {
  const isRouting = useIsRouting()
  const [isLong, setLong] = createSignal(false)
  createEffect(() => {
    if (!isRouting()) return
    const timer = setTimeout(() => setLong(true), patienceMs)
    onCleanup(() => {
      clearTimeout(timer)
      setLong(false)
    })
  })
  return (
    <div role="status">
      <Show when={isLong()}>
        <div class="vb-routing">{t('app.loading')}…</div>
      </Show>
    </div>
  )
}
