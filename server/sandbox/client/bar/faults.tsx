import { createResource, For, onCleanup, onMount, Show } from 'solid-js'
import { type ChannelRight, channelRights } from '../../telegram/protocol.ts'
import { addFault, changeChat, clearFaults, getFlood, listFaults, setFlood } from '../api.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { Icon } from '../icons.tsx'
import { sandbox } from '../sandbox.ts'
import { FAULT_WORDS, FaultForm } from './fault-form.tsx'

/** Makes coming calls of the Bot API fail, as Telegram and networks do. */
export function Faults(props: { close(): void }) {
  const [faults, { refetch }] = createResource(listFaults)
  const [flood, { refetch: refetchFlood }] = createResource(getFlood)
  const change = (work: Promise<unknown>) => attempt(work.then(() => refetch()))
  const closeByKey = (event: KeyboardEvent) => event.key === 'Escape' && props.close()
  onMount(() => window.addEventListener('keydown', closeByKey))
  onCleanup(() => window.removeEventListener('keydown', closeByKey))
  const shared = () => Object.values(sandbox.chats).filter((chat) => chat.type !== 'private')

  return (
    <section class="faults" aria-label="Make it fail">
      <header>
        <h2>Make the next calls of the Bot API fail</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => props.close()}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <FaultForm add={(fault) => change(addFault(fault))} />
      <Show when={faults.latest?.length} fallback={<p class="faults-none">Nothing is made to fail.</p>}>
        <ul>
          <For each={faults.latest}>
            {(fault) => (
              <li>
                <b>{fault.method === '*' ? 'any method' : fault.method}</b> {FAULT_WORDS[fault.kind]} ×{' '}
                {fault.times}
              </li>
            )}
          </For>
        </ul>
        <button type="button" class="faults-clear" onClick={() => change(clearFaults())}>
          Clear
        </button>
      </Show>
      <h2>What the bot may</h2>
      <For each={shared()}>
        {(chat) => (
          <>
            <label class="faults-switch">
              <input
                type="checkbox"
                checked={chat.botIsAdmin}
                onChange={(event) =>
                  attempt(changeChat(chat.id, { botIsAdmin: event.currentTarget.checked }))
                }
              />
              Administrator of “{chat.title}”
            </label>
            <Show when={chat.botRights}>
              {(rights) => (
                <Rights rights={rights()} change={(botRights) => changeChat(chat.id, { botRights })} />
              )}
            </Show>
          </>
        )}
      </For>
      <label class="faults-switch">
        <input
          type="checkbox"
          checked={flood.latest?.enabled ?? false}
          onChange={(event) => attempt(setFlood(event.currentTarget.checked).then(() => refetchFlood()))}
        />
        Sends within Telegram’s limits only: 30 messages a second, 20 a minute to a group
      </label>
    </section>
  )
}

const RIGHTS: Record<ChannelRight, string> = {
  can_post_messages: 'posts',
  can_edit_messages: 'edits messages of others',
  can_delete_messages: 'deletes messages of others',
}

/** What a channel's administrator was given, to be given and taken one by one. */
const Rights = (props: {
  rights: readonly ChannelRight[]
  change(rights: ChannelRight[]): Promise<unknown>
}) => (
  <For each={channelRights}>
    {(right) => (
      <label class="faults-switch faults-right">
        <input
          type="checkbox"
          checked={props.rights.includes(right)}
          onChange={(event) => {
            const others = props.rights.filter((each) => each !== right)
            attempt(props.change(event.currentTarget.checked ? [...others, right] : others))
          }}
        />
        {RIGHTS[right]}
      </label>
    )}
  </For>
)
