import { createSignal } from 'solid-js'

export interface DialogButton {
  id: string
  text: string
  style?: 'destructive' | 'plain'
}

export interface Question {
  title?: string
  message?: string
  buttons: DialogButton[]
  /** A line to type in; its value comes with the answer. */
  input?: { label: string; value?: string }
}

/** `button` is absent when the dialog was closed without pressing any. */
export interface Answer {
  button?: string
  value: string
}

interface OpenQuestion extends Question {
  answer(answer: Answer): void
}

/** A place where questions are asked one after another: the page has one, and each Mini App's phone its own. */
export function createDialogs() {
  const [queue, setQueue] = createSignal<OpenQuestion[]>([])
  const ask = (question: Question) =>
    new Promise<Answer>((resolve) => {
      const open: OpenQuestion = {
        ...question,
        answer(answer) {
          setQueue((waiting) => waiting.filter((other) => other !== open))
          resolve(answer)
        },
      }
      setQueue((waiting) => [...waiting, open])
    })
  const confirm = async (message: string, yes: string, title?: string) => {
    const buttons = [
      { id: 'cancel', text: 'Cancel' },
      { id: 'ok', text: yes },
    ]
    const answer = await ask({ message, buttons, ...(title === undefined ? {} : { title }) })
    return answer.button === 'ok'
  }
  return { current: () => queue()[0], ask, confirm }
}

export type Dialogs = ReturnType<typeof createDialogs>
export const pageDialogs = createDialogs()

/** Telegram hides a notification after some three seconds. */
const TOAST_MS = 3_200
const [toastText, setToastText] = createSignal<string>()
let toastTimer: ReturnType<typeof setTimeout> | undefined

export { toastText }

export function toast(text: string) {
  clearTimeout(toastTimer)
  setToastText(text)
  toastTimer = setTimeout(setToastText, TOAST_MS, undefined)
}

/** For promises nobody waits for: what went wrong is shown instead of lost. */
export function attempt(work: Promise<unknown>) {
  work.catch((error: unknown) => toast(error instanceof Error ? error.message : String(error)))
}
