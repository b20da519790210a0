import { For } from 'solid-js'
import { Icon } from '../icons.tsx'
import type { Session } from './session.ts'

/** What the Mini App and Telegram have told each other, the newest first. */
export function EventLog(props: { session: Session; close(): void }) {
  return (
    <section class="event-log" aria-label="Events of the Mini App">
      <header>
        <h2>Events</h2>
        <button type="button" class="icon-button" aria-label="Close the events" onClick={() => props.close()}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <ol>
        <For each={props.session.log().toReversed()}>
          {(entry) => (
            <li class={entry.way}>
              <b>{entry.eventType}</b>
              <code>{short(entry.data)}</code>
            </li>
          )}
        </For>
      </ol>
    </section>
  )
}

const MAX_SHOWN = 300

function short(data: unknown): string {
  const text = data === undefined ? '' : JSON.stringify(data)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}
