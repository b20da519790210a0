import type { Message } from '@grammyjs/types'
import { createSignal } from 'solid-js'

/** The photos shown over the whole page, and which of them. */
export interface Viewing {
  messages: Message[]
  index: number
}

const [viewing, setViewing] = createSignal<Viewing>()

export { setViewing, viewing }

export const showPhotos = (messages: Message[], index: number) => setViewing({ messages, index })
