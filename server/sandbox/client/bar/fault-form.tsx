import { createSignal, For, Show } from 'solid-js'
import type { Fault } from '../../telegram/protocol.ts'
import { sandbox } from '../sandbox.ts'

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

export const FAULT_WORDS: Record<Fault['kind'], string> = {
  '429': '429: too many requests',
  '500': '500: internal error',
  '502': '502: bad gateway',
  '400': '400: bad request',
  '403': '403: forbidden',
  lost: 'done, but the answer is lost',
  drop: 'not done, connection dropped',
  mute: 'done, but no answer at all',
  hang: 'not done, no answer at all',
}

export function FaultForm(props: { add(fault: Fault): void }) {
  const [kind, setKind] = createSignal<Fault['kind']>('429')
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const chat = form.get('chat')
    props.add({
      method: String(form.get('method')),
      kind: kind(),
      times: Number(form.get('times')),
      ...(chat ? { chatId: Number(chat) } : {}),
      ...(kind() === '429' ? { retryAfter: Number(form.get('retryAfter')) } : {}),
    })
  }
  return (
    <form onSubmit={submit}>
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
            {(chat) => <option value={chat.id}>{chat.title}</option>}
          </For>
        </select>
      </label>
      <label>
        How
        <select name="kind" onChange={(event) => setKind(event.currentTarget.value as Fault['kind'])}>
          <For each={['429', '500', '502', '400', '403', 'lost', 'drop', 'mute', 'hang'] as const}>
            {(value) => <option value={value}>{FAULT_WORDS[value]}</option>}
          </For>
        </select>
      </label>
      <label>
        Times
        <input name="times" type="number" min="1" max="99" value="1" />
      </label>
      <Show when={kind() === '429'}>
        <label>
          retry_after, s
          <input name="retryAfter" type="number" min="1" max="600" value="5" />
        </label>
      </Show>
      <button type="submit">Add</button>
    </form>
  )
}
