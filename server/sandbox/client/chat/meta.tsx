import type { Message } from '@grammyjs/types'
import { Show } from 'solid-js'
import { clock } from '../chats/preview.ts'
import { Icon } from '../icons.tsx'
import { viewsOf } from '../reads.ts'
import { useChat } from './context.ts'

/** Views, the edited mark, time and ticks in the bubble's corner. */
export function Meta(props: { message: Message; own: boolean }) {
  const context = useChat()
  const isPost = () => context.chat().type === 'channel'
  return (
    <span class="meta">
      <Show when={isPost()}>
        <Icon name="eye" size={15} />
        <span title="How many people of the sandbox have seen it">
          {viewsOf(context.chat(), props.message.message_id)}
        </span>
      </Show>
      <Show when={props.message.author_signature}>{(author) => <span>{author()},</span>}</Show>
      <Show when={props.message.edit_date}>
        <span>edited</span>
      </Show>
      <time datetime={new Date(props.message.date * 1000).toISOString()}>{clock(props.message.date)}</time>
      <Show when={props.own}>
        <span class="ticks" title={context.person().botBlocked ? 'Not delivered' : 'Read'}>
          <Icon name={context.person().botBlocked ? 'check' : 'checks'} size={17} />
        </span>
      </Show>
    </span>
  )
}
