export type Side = 'left' | 'right'

/** Where a finger's way sideways counts, px; before that it may still be a tap or the beginning of scrolling. */
const begins = 12
/** From here on letting go decides. */
const enough = 96

/**
 * Lets an element be thrown to a side: it follows a finger, and `data-swipe` says to which side it would go. The element
 * needs `touch-action: pan-y`: a finger that scrolls is taken away by the browser. Returns how to end it.
 */
export function followSwipe(element: HTMLElement, onTurn: () => void, onSwipe: (side: Side) => void) {
  let start: PointerEvent | undefined
  let side: Side | undefined

  function show(dx: number) {
    element.style.transform = dx === 0 ? '' : `translateX(${dx / 2}px)`
    // Comes back by itself, but does not lag behind the finger.
    element.style.transition = dx === 0 ? '' : 'none'
    const before = side
    side = Math.abs(dx) < enough ? undefined : dx > 0 ? 'right' : 'left'
    if (side === before) return
    if (side) element.dataset['swipe'] = side
    else delete element.dataset['swipe']
    if (side) onTurn()
  }
  function onDown(event: PointerEvent) {
    start = event.pointerType === 'touch' && event.isPrimary ? event : undefined
  }
  function onMove(event: PointerEvent) {
    if (event.pointerId !== start?.pointerId) return
    const dx = event.clientX - start.clientX
    show(Math.abs(dx) < begins ? 0 : dx)
  }
  function onUp() {
    const thrown = side
    onCancel()
    if (thrown) onSwipe(thrown)
  }
  function onCancel() {
    start = undefined
    show(0)
  }

  const listeners = { pointerdown: onDown, pointermove: onMove, pointerup: onUp, pointercancel: onCancel }
  for (const [name, listener] of Object.entries(listeners))
    element.addEventListener(name, listener as EventListener)
  return () => {
    for (const [name, listener] of Object.entries(listeners))
      element.removeEventListener(name, listener as EventListener)
  }
}
