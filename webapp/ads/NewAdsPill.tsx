import { createSignal, onCleanup, Show } from 'solid-js'
import type { AdFilters } from '#shared/search/filters.ts'
import { listOf, lookForNew } from '#webapp/ads/feed.ts'
import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'
import './new-ads-pill.css'

const everyMs = 60_000

/** Looks once a minute, while the screen is seen, whether there are new ads and says so without moving anything. */
export function NewAdsPill(props: { filters: AdFilters }) {
  const [fresh, setFresh] = createSignal({ count: 0, more: false })
  let lookedAt = Date.now()

  async function look() {
    if (document.hidden || Date.now() - lookedAt < everyMs || listOf(props.filters).state() === 'new') return
    lookedAt = Date.now()
    // A failure needs no words here: the next minute brings the next look.
    setFresh(await lookForNew(props.filters).catch(fresh))
  }
  const timer = setInterval(() => void look(), everyMs)
  const onShown = () => void look()
  document.addEventListener('visibilitychange', onShown)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', onShown)
  })

  async function show() {
    haptic('tap')
    try {
      await listOf(props.filters).refresh()
      setFresh({ count: 0, more: false })
      window.scrollTo({ top: 0, behavior: 'smooth' })
    } catch (error) {
      toast(messageOf(error))
    }
  }
  return (
    <div class="new-ads" role="status">
      <Show when={fresh().count > 0}>
        <button type="button" class="new-ads__pill" onClick={() => void show()}>
          {fresh().more ? t('ads.fresh_many') : t('ads.fresh', { count: fresh().count })}
        </button>
      </Show>
    </div>
  )
}
