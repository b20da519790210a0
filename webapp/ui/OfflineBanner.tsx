import { createSignal, onCleanup, Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import './offline-banner.css'

/** A thin line at the top while the phone itself says that it has no connection. */
export function OfflineBanner() {
  const [online, setOnline] = createSignal(navigator.onLine)
  const update = () => setOnline(navigator.onLine)
  window.addEventListener('online', update)
  window.addEventListener('offline', update)
  onCleanup(() => {
    window.removeEventListener('online', update)
    window.removeEventListener('offline', update)
  })
  return (
    <div class="vb-offline" role="status">
      <Show when={!online()}>
        <div class="vb-offline__line">{t('app.offline')}</div>
      </Show>
    </div>
  )
}
