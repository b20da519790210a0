import { createSignal, type JSX, Show } from 'solid-js'
import { attempt, toast } from '../dialogs/dialogs.ts'

/** Hidden until pressed. */
export function Spoiler(props: { children: JSX.Element }) {
  const [shown, setShown] = createSignal(false)
  return (
    <Show
      when={shown()}
      fallback={
        <button
          type="button"
          class="spoiler"
          aria-label="Hidden text, press to show"
          onClick={() => setShown(true)}
        >
          {props.children}
        </button>
      }
    >
      {props.children}
    </Show>
  )
}

/** Pressing it copies, as in Telegram. */
export function Code(props: { text: string; block: boolean }) {
  const copy = () =>
    attempt(navigator.clipboard.writeText(props.text).then(() => toast('Text copied to clipboard')))
  return (
    <button type="button" class={props.block ? 'code block' : 'code'} title="Copy" onClick={copy}>
      <code>{props.text}</code>
    </button>
  )
}
