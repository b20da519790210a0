import { For } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { changePerson } from '../api.ts'
import { attempt } from '../dialogs/dialogs.ts'

/** Languages a Telegram may be set to; what the board does not speak is here too, to see what it does then. */
const LANGUAGES = ['uz', 'ru', 'en', 'kk', 'tg', 'tr', 'de']

/** What the person's own Telegram is set to. */
export function PersonSettings(props: { person: Person }) {
  const languages = () => [...new Set([...LANGUAGES, props.person.language_code ?? 'uz'])]
  return (
    <>
      <label class="bar-field">
        Language
        <select
          value={props.person.language_code ?? ''}
          onChange={(event) =>
            attempt(changePerson(props.person.id, { language_code: event.currentTarget.value }))
          }
        >
          <For each={languages()}>{(code) => <option value={code}>{code}</option>}</For>
        </select>
      </label>
      <label class="bar-field">
        <input
          type="checkbox"
          checked={props.person.botBlocked}
          onChange={(event) =>
            attempt(changePerson(props.person.id, { botBlocked: event.currentTarget.checked }))
          }
        />
        Block the bot
      </label>
    </>
  )
}
