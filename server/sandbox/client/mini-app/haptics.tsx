import { Show } from 'solid-js'
import type { Session } from './session.ts'

/** What a phone in the hand would make felt: a pulse with its kind, and how many there were. */
export function Haptics(props: { session: Session; shown: boolean }) {
  const haptic = () => props.session.chrome.haptic
  return (
    <Show when={haptic().count} keyed>
      {(count) => (
        <span
          class={`haptic ${haptic().kind}`}
          data-testid={props.shown ? 'haptic' : undefined}
          data-kind={haptic().kind}
          data-count={count}
        >
          {haptic().kind}
          <b>{count}</b>
        </span>
      )}
    </Show>
  )
}
