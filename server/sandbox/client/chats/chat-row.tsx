import { Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { actionText } from '../chat/action.ts'
import { nameOf } from '../chat/service.ts'
import { Icon, type IconName } from '../icons.tsx'
import { isMuted, unreadCount } from '../reads.ts'
import { type ChatState, chatTitle, lastMessage, peerId } from '../sandbox.ts'
import { openChat, showChat } from '../view.ts'
import { Avatar } from './avatar.tsx'
import { previewText, shortDate } from './preview.ts'

const KIND_ICONS: Partial<Record<ChatState['type'], IconName>> = { channel: 'channel', group: 'group' }

export function ChatRow(props: { chat: ChatState; person: Person }) {
  const last = () => lastMessage(props.chat)
  const own = () => last()?.from?.id === props.person.id
  const unread = () => unreadCount(props.person, props.chat)
  const sender = () => {
    if (own()) return 'You'
    return props.chat.type === 'group' ? nameOf(last()?.from) : undefined
  }
  return (
    <li>
      <button
        type="button"
        class="chat-row"
        classList={{ open: openChat()?.id === props.chat.id }}
        aria-current={openChat()?.id === props.chat.id}
        data-testid={`chat-${props.chat.id}`}
        onClick={() => showChat(props.chat.id)}
      >
        <Avatar id={peerId(props.chat)} name={chatTitle(props.chat)} />
        <span class="chat-row-title">
          <Show when={KIND_ICONS[props.chat.type]}>{(icon) => <Icon name={icon()} size={18} />}</Show>
          <b>{chatTitle(props.chat)}</b>
          <Show when={isMuted(props.person, props.chat)}>
            <Icon name="muted" size={16} />
          </Show>
        </span>
        <span class="chat-row-date">
          <Show when={last()}>
            {(message) => (
              <>
                <Show when={own()}>
                  <Icon name="checks" size={17} />
                </Show>
                {shortDate(message().date)}
              </>
            )}
          </Show>
        </span>
        <span class="chat-row-preview" dir="auto">
          <Show
            when={props.chat.action}
            fallback={
              <Show when={last()} fallback="No messages yet">
                {(message) => (
                  <>
                    <Show when={sender()}>{(name) => <span class="chat-row-sender">{name()}: </span>}</Show>
                    {previewText(message())}
                  </>
                )}
              </Show>
            }
          >
            {(action) => <span class="accent">{actionText(action())}</span>}
          </Show>
        </span>
        <Show when={unread() > 0}>
          <span
            class="badge"
            classList={{ muted: isMuted(props.person, props.chat) }}
            aria-label={`${unread()} unread`}
          >
            {unread()}
          </span>
        </Show>
      </button>
    </li>
  )
}
