import { For, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { unreadTotal } from '../reads.ts'
import { sandbox } from '../sandbox.ts'
import { showPerson } from '../view.ts'

/** Whose phone the page shows. A number says that something waits for another person. */
export function PersonSwitch(props: { person: Person }) {
  return (
    <div class="person-switch" role="radiogroup" aria-label="Person">
      <For each={sandbox.people}>
        {(somebody) => (
          <button
            type="button"
            role="radio"
            aria-checked={somebody.id === props.person.id}
            data-testid={`person-${somebody.id}`}
            onClick={() => showPerson(somebody.id)}
          >
            <span class="person-name">{somebody.first_name}</span>
            <span class="person-role">{somebody.role}</span>
            <Show when={somebody.id !== props.person.id && unreadTotal(somebody) > 0}>
              <span class="badge">{unreadTotal(somebody)}</span>
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}
