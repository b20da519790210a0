import { createSignal } from 'solid-js'
import { backButton } from '#webapp/telegram.ts'

/** Who wants the back button, the topmost last: a sheet above its page. */
const handlers: (() => void)[] = []
const [wanted, setWanted] = createSignal(false)

backButton.onPress(() => handlers[handlers.length - 1]?.())

/** Whether a back button must be drawn, because the client has none of its own. */
export const drawsBack = () => wanted() && !backButton.available
export const pressBack = () => handlers[handlers.length - 1]?.()

/** Takes the back button until the returned function is called; the latest to take it is asked first. */
export function takeBack(handler: () => void): () => void {
  handlers.push(handler)
  update()
  return () => {
    handlers.splice(handlers.indexOf(handler), 1)
    update()
  }
}

let planned = false
let shown = false
/** Told once per change of screen: one page gives the button back just before or after the next one takes it. */
function update() {
  if (planned) return
  planned = true
  queueMicrotask(() => {
    planned = false
    const visible = handlers.length > 0
    if (visible === shown) return
    shown = visible
    setWanted(visible)
    backButton.show(visible)
  })
}
