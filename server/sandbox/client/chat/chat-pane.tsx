import { createSignal, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { Avatar } from '../chats/avatar.tsx'
import { Composer } from '../composer/composer.tsx'
import { Icon } from '../icons.tsx'
import { unreadTotal } from '../reads.ts'
import { type ChatState, chatTitle, peerId, sandbox } from '../sandbox.ts'
import { showChat } from '../view.ts'
import { actionText } from './action.ts'
import { ChatContext } from './context.ts'
import { History } from './history.tsx'

export function ChatPane(props: { chatId: number; person: Person }) {
  const [search, setSearch] = createSignal('')
  return (
    <Show when={sandbox.chats[props.chatId]}>
      {(chat) => (
        <ChatContext.Provider value={{ chat, person: () => props.person, search: setSearch }}>
          <section class="chat" aria-label={chatTitle(chat())}>
            <ChatHeader chat={chat()} person={props.person} />
            <Show when={search()}>
              <div class="search-bar">
                <span>
                  Messages with <b>{search()}</b>
                </span>
                <button
                  type="button"
                  class="icon-button"
                  aria-label="Clear search"
                  onClick={() => setSearch('')}
                >
                  <Icon name="close" size={20} />
                </button>
              </div>
            </Show>
            <History chat={chat()} person={props.person} search={search()} />
            <Composer chat={chat()} person={props.person} />
          </section>
        </ChatContext.Provider>
      )}
    </Show>
  )
}

function ChatHeader(props: { chat: ChatState; person: Person }) {
  const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`
  const status = () => {
    if (props.chat.action) return actionText(props.chat.action)
    if (props.chat.type === 'private') return 'bot'
    return props.chat.type === 'channel'
      ? count(sandbox.people.length, 'subscriber')
      : count((props.chat.memberIds?.length ?? 0) + 1, 'member')
  }
  return (
    <header class="chat-header">
      <button
        type="button"
        class="icon-button to-list"
        aria-label="Back to chats"
        onClick={() => showChat(undefined)}
      >
        <Icon name="back" />
        <Show when={unreadTotal(props.person) > 0}>
          <span class="badge">{unreadTotal(props.person)}</span>
        </Show>
      </button>
      <Avatar id={peerId(props.chat)} name={chatTitle(props.chat)} />
      <div class="chat-header-text">
        <h2>{chatTitle(props.chat)}</h2>
        <span classList={{ accent: props.chat.action !== undefined }}>{status()}</span>
      </div>
    </header>
  )
}
