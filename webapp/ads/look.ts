import { createSignal } from 'solid-js'
import { keep, recall } from '#webapp/storage.ts'

/** Cards side by side with large pictures, or one below the other with more of them on the screen. */
export type Look = 'grid' | 'rows'

const key = 'look'
const [look, setLook] = createSignal<Look>(recall('local', key) === 'rows' ? 'rows' : 'grid')

export { look }
/** Chooses how lists of ads look; remembered on this phone. */
export function chooseLook(next: Look): void {
  keep('local', key, next)
  setLook(next)
}
