import { createSignal, Show } from 'solid-js'
import './toast.css'

const [message, setMessage] = createSignal<string>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Says something for a moment without asking for anything; a later one takes its place. */
export function toast(text: string): void {
  clearTimeout(timer)
  setMessage(text)
  timer = setTimeout(() => setMessage(undefined), 2500)
}

/** Where toasts appear; once in the shell. */
export const Toaster = () => (
  <div class="vb-toaster" role="status">
    <Show when={message()} keyed>
      {(text) => <div class="vb-toast">{text}</div>}
    </Show>
  </div>
)
