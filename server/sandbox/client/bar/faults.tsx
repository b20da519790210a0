import { createResource, For, Show } from 'solid-js'
import type { Fault } from '../../telegram/protocol.ts'
import { addFault, clearFaults, listFaults } from '../api.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { Icon } from '../icons.tsx'
import { chatTitle, sandbox } from '../sandbox.ts'

const METHODS = [
  '*',
  'sendMessage',
  'sendPhoto',
  'sendMediaGroup',
  'editMessageText',
  'editMessageCaption',
  'editMessageMedia',
  'deleteMessage',
  'answerCallbackQuery',
  'getUpdates',
]
const KINDS: Record<Fault['kind'], string> = {
  '429': '429: too many requests',
  '500': '500: internal error',
  '502': '502: bad gateway',
  '400': '400: bad request',
  '403': '403: forbidden',
  lost: 'done, but the answer is lost',
  drop: 'not done, connection dropped',
  hang: 'no answer at all',
}

/** Makes coming calls of the Bot API fail, as Telegram and networks do. */
export function Faults(props: { close(): void }) {
  const [faults, { refetch }] = createResource(listFaults)
  const change = (work: Promise<unknown>) => attempt(work.then(() => refetch()))

  const add = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const value = (name: string) => String(form.get(name) ?? '')
    change(
      addFault({
        method: value('method'),
        kind: value('kind') as Fault['kind'],
        times: Number(value('times')),
        ...(value('chat') ? { chatId: Number(value('chat')) } : {}),
        ...(value('kind') === '429' ? { retryAfter: Number(value('retryAfter')) } : {}),
      }),
    )
  }

  return (
    <section class="faults" aria-label="Make it fail">
      <header>
        <h2>Make the next calls of the Bot API fail</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => props.close()}>
          <Icon name="close" size={20} />
        </button>
      </header>
      <form onSubmit={add}>
        <label>
          Method
          <select name="method">
            <For each={METHODS}>
              {(method) => <option value={method}>{method === '*' ? 'any' : method}</option>}
            </For>
          </select>
        </label>
        <label>
          Chat
          <select name="chat">
            <option value="">any</option>
            <For each={Object.values(sandbox.chats)}>
              {(chat) => (
                <option value={chat.id}>{chat.type === 'private' ? chat.title : chatTitle(chat)}</option>
              )}
            </For>
          </select>
        </label>
        <label>
          How
          <select name="kind">
            <For each={Object.entries(KINDS)}>{([kind, words]) => <option value={kind}>{words}</option>}</For>
          </select>
        </label>
        <label>
          Times
          <input name="times" type="number" min="1" max="99" value="1" />
        </label>
        <label>
          retry_after, s
          <input name="retryAfter" type="number" min="1" max="600" value="5" />
        </label>
        <button type="submit">Add</button>
      </form>
      <Show when={faults()?.length} fallback={<p>Nothing will fail.</p>}>
        <ul>
          <For each={faults()}>
            {(fault) => (
              <li>
                <b>{fault.method === '*' ? 'any method' : fault.method}</b> {KINDS[fault.kind]} ×{' '}
                {fault.times}
              </li>
            )}
          </For>
        </ul>
        <button type="button" onClick={() => change(clearFaults())}>
          Clear
        </button>
      </Show>
    </section>
  )
}
