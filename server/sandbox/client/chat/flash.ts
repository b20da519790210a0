import { createSignal } from 'solid-js'

/** The message that a link or a reply leads to: the history scrolls there and lights it up for a moment. */
const [flashed, setFlashed] = createSignal<number>()

export { flashed }

export const FLASH_MS = 1_600
let timer: ReturnType<typeof setTimeout> | undefined

export function flashMessage(messageId: number) {
  clearTimeout(timer)
  setFlashed(messageId)
  timer = setTimeout(setFlashed, FLASH_MS, undefined)
}
