import { createSignal, type JSX, onMount } from 'solid-js'
import { messageOf } from '#webapp/api.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'
import './pull-to-refresh.css'

/** How far the list follows the finger, px; at `enough` letting go refreshes. */
const enough = 64
const farthest = 96

/** Pulling the page down at its top reads it anew; a failure is said in a toast. */
export function PullToRefresh(props: { onRefresh: () => Promise<void>; children: JSX.Element }) {
  const [pulled, setPulled] = createSignal(0)
  const [busy, setBusy] = createSignal(false)
  let area!: HTMLDivElement
  let startY: number | undefined

  function onStart(event: TouchEvent) {
    startY =
      window.scrollY <= 0 && event.touches.length === 1 && !busy() ? event.touches[0]?.clientY : undefined
  }
  function onMove(event: TouchEvent) {
    if (startY === undefined) return
    const distance = (event.touches[0]?.clientY ?? startY) - startY
    if (distance <= 0 || window.scrollY > 0) return void setPulled(0)
    const before = pulled()
    // Half the finger's way, so that it feels held by a spring.
    setPulled(Math.min(farthest, distance / 2))
    if (before < enough && pulled() >= enough) haptic('select')
  }
  async function onEnd() {
    if (startY === undefined) return
    startY = undefined
    const wanted = pulled() >= enough
    setPulled(0)
    if (!wanted) return
    setBusy(true)
    try {
      await props.onRefresh()
    } catch (error) {
      toast(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  onMount(() => {
    const passive = { passive: true }
    area.addEventListener('touchstart', onStart, passive)
    area.addEventListener('touchmove', onMove, passive)
    area.addEventListener('touchend', onEnd)
    area.addEventListener('touchcancel', onEnd)
  })
  const shift = () => (busy() ? 48 : pulled())
  return (
    <div ref={area} aria-busy={busy()}>
      <div class="vb-pull" aria-hidden="true" style={{ height: `${shift()}px` }}>
        <span
          class="vb-pull__ring"
          classList={{ 'vb-pull__ring--busy': busy() }}
          style={{ opacity: Math.min(1, shift() / 48), transform: `rotate(${pulled() * 4}deg)` }}
        />
      </div>
      {props.children}
    </div>
  )
}
