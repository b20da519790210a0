import { createSignal } from 'solid-js'
import type { ChatState } from '../sandbox.ts'

interface Choice {
  title: string
  chats: ChatState[]
  choose(chatId: number | undefined): void
}

const [choice, setChoice] = createSignal<Choice>()

export { choice }

/** Lets the person choose one of the chats; `undefined` when they leave it. */
export function pickChat(title: string, chats: ChatState[]): Promise<number | undefined> {
  choice()?.choose(undefined)
  return new Promise((resolve) => {
    setChoice({
      title,
      chats,
      choose(chatId) {
        setChoice(undefined)
        resolve(chatId)
      },
    })
  })
}
