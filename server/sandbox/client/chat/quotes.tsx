import type { Message } from '@grammyjs/types'
import { Show } from 'solid-js'
import { previewText } from '../chats/preview.ts'
import { useChat } from './context.ts'
import { flashMessage } from './flash.ts'
import { nameOf } from './service.ts'

/** Who wrote what was forwarded. */
export function ForwardHeader(props: { message: Message }) {
  const origin = () => props.message.forward_origin
  const name = () => {
    const from = origin()
    switch (from?.type) {
      case 'user':
        return nameOf(from.sender_user)
      case 'hidden_user':
        return from.sender_user_name
      case 'chat':
        return 'title' in from.sender_chat ? from.sender_chat.title : ''
      case 'channel':
        return from.chat.title
      default:
        return ''
    }
  }
  return (
    <Show when={origin()}>
      <div class="forwarded">
        Forwarded from <b>{name()}</b>
      </div>
    </Show>
  )
}

/** What the message answers; pressing it leads there. */
export function ReplyQuote(props: { message: Message }) {
  const context = useChat()
  const answered = () => {
    const reply = props.message.reply_to_message
    return reply && (context.chat().byId[reply.message_id] ?? (reply as Message))
  }
  return (
    <Show when={answered()}>
      {(reply) => (
        <button type="button" class="quote" onClick={() => flashMessage(reply().message_id)}>
          <b>{nameOf(reply().from)}</b>
          <span dir="auto">{previewText(reply())}</span>
        </button>
      )}
    </Show>
  )
}
