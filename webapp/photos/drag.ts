/** How long a finger rests on a photo before it follows; a shorter touch scrolls the page or opens the photo. */
const holdMs = 280
/** Pixels of movement that make a touch a scroll, and a pressed mouse a drag. */
const slack = 8

interface Held {
  key: string
  tile: HTMLElement
  pointer: number
  /** Where the tile was taken, from its top left corner. */
  grip: { x: number; y: number }
  from: { x: number; y: number }
  moving: boolean
}

/**
 * Dragging the tiles of a grid (elements with `data-key`) into another order, by mouse or by a long press.
 * `move` puts a tile at another place at once; the dragged one follows the pointer.
 */
export function createDrag(move: (key: string, place: number) => void) {
  let grid!: HTMLElement
  let held: Held | undefined
  let hold: ReturnType<typeof setTimeout> | undefined
  let last = 0

  const tiles = () => Array.from(grid.querySelectorAll<HTMLElement>(':scope > [data-key]'))

  function begin() {
    if (!held) return
    held.moving = true
    held.tile.classList.add('vb-tile--dragged')
    held.tile.setPointerCapture(held.pointer)
  }

  function follow(event: PointerEvent) {
    if (!held) return
    const box = grid.getBoundingClientRect()
    const at = { x: event.clientX - box.left, y: event.clientY - box.top }
    const all = tiles()
    const place = all.findIndex((tile) => contains(tile, at))
    if (place >= 0 && all[place] !== held.tile) glide(all, () => move(held?.key ?? '', place))
    const x = at.x - held.grip.x - held.tile.offsetLeft
    const y = at.y - held.grip.y - held.tile.offsetTop
    held.tile.style.transform = `translate(${x}px, ${y}px) scale(1.05)`
  }

  /** Lets the tiles that give way slide to their new places. */
  function glide(all: readonly HTMLElement[], reorder: () => void) {
    const before = all.map((tile) => ({ x: tile.offsetLeft, y: tile.offsetTop }))
    reorder()
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return
    all.forEach((tile, index) => {
      const x = (before[index]?.x ?? 0) - tile.offsetLeft
      const y = (before[index]?.y ?? 0) - tile.offsetTop
      if (tile === held?.tile || (x === 0 && y === 0)) return
      tile.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
        duration: 160,
        easing: 'ease-out',
      })
    })
  }

  function end() {
    clearTimeout(hold)
    if (held?.moving) {
      held.tile.classList.remove('vb-tile--dragged')
      held.tile.style.transform = ''
      last = Date.now()
    }
    held = undefined
  }

  return {
    /** The `ref` of the grid. While a tile is dragged a touch must not scroll the page. */
    grid(element: HTMLElement) {
      grid = element
      element.addEventListener('touchmove', (event) => held?.moving && event.preventDefault(), {
        passive: false,
      })
    },

    /** A drag ends with a click, which is none. */
    justDragged: () => Date.now() - last < 300,

    handlers: (key: string) => ({
      onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }) {
        if (event.button !== 0 || held) return
        const tile = event.currentTarget
        const box = tile.getBoundingClientRect()
        const grip = { x: event.clientX - box.left, y: event.clientY - box.top }
        const from = { x: event.clientX, y: event.clientY }
        held = { key, tile, pointer: event.pointerId, grip, from, moving: false }
        if (event.pointerType !== 'mouse') hold = setTimeout(begin, holdMs)
      },
      onPointerMove(event: PointerEvent) {
        if (!held || event.pointerId !== held.pointer) return
        const far = Math.hypot(event.clientX - held.from.x, event.clientY - held.from.y) > slack
        if (!held.moving && far) {
          if (event.pointerType !== 'mouse') return end()
          begin()
        }
        if (held.moving) follow(event)
      },
      onPointerUp: end,
      onPointerCancel: end,
      onContextMenu: (event: Event) => held && event.preventDefault(),
    }),
  }
}
export type Drag = ReturnType<typeof createDrag>

const contains = (tile: HTMLElement, { x, y }: { x: number; y: number }) =>
  x >= tile.offsetLeft &&
  x < tile.offsetLeft + tile.offsetWidth &&
  y >= tile.offsetTop &&
  y < tile.offsetTop + tile.offsetHeight
