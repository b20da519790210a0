import { createEffect, createSignal, Match, on, Show, Switch } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { isMuted, toggleMuted } from '../reads.ts'
import type { ChatState } from '../sandbox.ts'
import { CommandList } from './command-list.tsx'
import { draftOf } from './draft.ts'
import { InlineResults } from './inline-results.tsx'
import { InputRow } from './input-row.tsx'
import { ReplyKeyboard } from './reply-keyboard.tsx'
import { start } from './send.ts'
import { WaitingToGo } from './waiting-to-go.tsx'

/** The foot of a chat: the input, or the one big button that stands in its place. */
export function Composer(props: { chat: ChatState; person: Person }) {
  const [commands, setCommands] = createSignal(false)
  const [keyboard, setKeyboard] = createSignal(true)
  createEffect(
    on(
      () => props.chat.keyboard,
      () => setKeyboard(true),
    ),
  )
  const isBot = () => props.chat.type === 'private'
  const mustStart = () =>
    isBot() && (props.chat.order.length === 0 || draftOf(props.chat.id).startParam !== undefined)
  const readOnly = () => props.chat.type === 'channel' && props.person.role !== 'moderator'

  return (
    <footer class="composer">
      <Switch>
        <Match when={isBot() && (props.person.botBlocked || mustStart())}>
          <button
            type="button"
            class="big-key"
            data-testid="start"
            onClick={() => attempt(start(props.person, props.chat))}
          >
            {props.person.botBlocked ? 'RESTART BOT' : 'START'}
          </button>
        </Match>
        <Match when={readOnly()}>
          <button type="button" class="big-key" onClick={() => toggleMuted(props.person, props.chat)}>
            {isMuted(props.person, props.chat) ? 'UNMUTE' : 'MUTE'}
          </button>
        </Match>
        <Match when={true}>
          <CommandList
            chat={props.chat}
            person={props.person}
            all={commands()}
            close={() => setCommands(false)}
          />
          <InlineResults chat={props.chat} person={props.person} />
          <WaitingToGo chat={props.chat} />
          <InputRow
            chat={props.chat}
            person={props.person}
            keyboardShown={keyboard()}
            toggleKeyboard={() => setKeyboard((shown) => !shown)}
            toggleCommands={() => setCommands((shown) => !shown)}
          />
          <Show when={keyboard() && props.chat.keyboard}>
            {(markup) => (
              <ReplyKeyboard
                markup={markup()}
                chat={props.chat}
                person={props.person}
                hide={() => setKeyboard(false)}
              />
            )}
          </Show>
        </Match>
      </Switch>
    </footer>
  )
}
