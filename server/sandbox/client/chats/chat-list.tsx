import { For, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { Icon } from '../icons.tsx'
import { chatsOf, sandbox } from '../sandbox.ts'
import { ChatRow } from './chat-row.tsx'

export function ChatList(props: { person: Person }) {
  return (
    <nav class="chat-list" aria-label="Chats">
      <header class="chat-list-header">
        <h1>{sandbox.online ? 'Chats' : 'Connecting…'}</h1>
        <span class="chat-list-owner">{props.person.first_name}’s Telegram</span>
      </header>
      <ul>
        <For each={chatsOf(props.person).map((chat) => chat.id)}>
          {(chatId) => (
            <Show when={sandbox.chats[chatId]}>
              {(chat) => <ChatRow chat={chat()} person={props.person} />}
            </Show>
          )}
        </For>
      </ul>
      <p class="chat-list-hint">
        <Icon name="person" size={18} />
        Change the person above to see the same story from the other side.
      </p>
    </nav>
  )
}
