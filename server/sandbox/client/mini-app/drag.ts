/** How far down a sheet must be dragged to go: pixels. */
const FAR_ENOUGH = 110

/** Lets a finger drag the sheet down by its header; far enough, it goes, else it slides back. */
export function dragAway(header: HTMLElement, sheet: HTMLElement, go: () => void) {
  let from: number | undefined
  const move = (by: number) => {
    sheet.style.translate = by > 0 ? `0 ${by}px` : ''
  }
  header.addEventListener('touchstart', ({ touches }) => {
    from = touches[0]?.clientY
  })
  header.addEventListener('touchmove', ({ touches }) => move((touches[0]?.clientY ?? 0) - (from ?? 0)), {
    passive: true,
  })
  const end = ({ changedTouches }: TouchEvent) => {
    const by = (changedTouches[0]?.clientY ?? 0) - (from ?? 0)
    move(0)
    if (from !== undefined && by > FAR_ENOUGH) go()
    from = undefined
  }
  header.addEventListener('touchend', end)
  header.addEventListener('touchcancel', () => move(0))
}
