import { For, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { type ChatState, sandbox } from '../sandbox.ts'
import { clearDraft, draftOf } from './draft.ts'
import { sendText } from './send.ts'

/** The bot's commands: all of them by the menu button, the matching ones while a `/` word is typed. */
export function CommandList(props: { chat: ChatState; person: Person; all: boolean; close(): void }) {
  const matching = () => {
    if (props.chat.type === 'channel') return []
    if (props.all) return sandbox.bot.commands
    const typed = draftOf(props.chat.id).text
    return /^\/\w*$/.test(typed)
      ? sandbox.bot.commands.filter(({ command }) => `/${command}`.startsWith(typed))
      : []
  }
  const choose = (command: string) => {
    props.close()
    clearDraft(props.chat.id)
    attempt(sendText(props.person, props.chat, `/${command}`))
  }
  return (
    <Show when={matching().length > 0}>
      <ul class="commands" aria-label="Commands of the bot">
        <For each={matching()}>
          {(entry) => (
            <li>
              <button type="button" onClick={() => choose(entry.command)}>
                <b>/{entry.command}</b>
                <span>{entry.description}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  )
}
