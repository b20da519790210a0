import type { Message } from '@grammyjs/types'
import { createMemo, createSignal, Show } from 'solid-js'
import { Avatar } from '../chats/avatar.tsx'
import { Icon } from '../icons.tsx'
import { useChat } from './context.ts'
import { isBigEmoji } from './entities.ts'
import { flashed } from './flash.ts'
import { forwardMessage } from './forward.ts'
import { InlineKeyboard } from './inline-keyboard.tsx'
import { Media } from './media.tsx'
import { type MenuPlace, MessageMenu } from './message-menu.tsx'
import { Meta } from './meta.tsx'
import { ForwardHeader, ReplyQuote } from './quotes.tsx'
import { RichText } from './rich-text.tsx'
import type { Row } from './rows.ts'
import { nameOf } from './service.ts'

const LONG_PRESS_MS = 450

/** One message, or the messages of an album, with what stands around them. */
export function Bubble(props: { row: Extract<Row, { kind: 'bubble' }> }) {
  const context = useChat()
  const [menu, setMenu] = createSignal<MenuPlace>()
  const messages = createMemo(() =>
    props.row.ids.flatMap((id) => context.chat().byId[id] ?? ([] as Message[])),
  )
  const first = () => messages()[0]
  const own = () => first()?.from?.id === context.person().id && !first()?.sender_chat
  const inGroup = () => context.chat().type === 'group' && !own()

  let pressTimer: ReturnType<typeof setTimeout> | undefined
  const openMenu = (event: MouseEvent | PointerEvent) => setMenu({ x: event.clientX, y: event.clientY })
  const startPress = (event: PointerEvent) => {
    if (event.pointerType === 'touch') pressTimer = setTimeout(openMenu, LONG_PRESS_MS, event)
  }
  const endPress = () => clearTimeout(pressTimer)

  return (
    <Show when={first()}>
      {(message) => (
        <div
          class="row"
          classList={{
            own: own(),
            last: props.row.last,
            channel: context.chat().type === 'channel',
            flashed: props.row.ids.includes(flashed() ?? 0),
          }}
        >
          <Show when={inGroup()}>
            <span class="row-avatar">
              <Show when={props.row.last}>
                <Avatar id={message().from?.id ?? 0} name={nameOf(message().from)} />
              </Show>
            </span>
          </Show>
          <article
            class="message"
            data-testid={`message-${message().message_id}`}
            data-message={message().message_id}
            onContextMenu={(event) => {
              event.preventDefault()
              openMenu(event)
            }}
            onPointerDown={startPress}
            onPointerUp={endPress}
            onPointerMove={endPress}
            onPointerCancel={endPress}
          >
            <BubbleBody
              messages={messages()}
              own={own()}
              tail={props.row.last}
              named={inGroup() && props.row.first}
            />
            <InlineKeyboard message={message()} />
          </article>
          <Show when={context.chat().type === 'channel'}>
            <button
              type="button"
              class="share"
              aria-label="Forward"
              onClick={() => forwardMessage(message())}
            >
              <Icon name="forward" size={20} />
            </button>
          </Show>
          <Show when={menu()}>
            {(place) => <MessageMenu message={message()} place={place()} close={() => setMenu(undefined)} />}
          </Show>
        </div>
      )}
    </Show>
  )
}

function BubbleBody(props: { messages: Message[]; own: boolean; tail: boolean; named: boolean }) {
  const first = () => props.messages[0] as Message
  /** An album's caption is the one its only captioned message has. */
  const written = () => props.messages.find((message) => message.text ?? message.caption) ?? first()
  const text = () => written().text ?? written().caption ?? ''
  const visual = () => Boolean(first().photo ?? first().video ?? first().sticker)
  return (
    <div
      class="bubble"
      classList={{
        tail: props.tail && (text() !== '' || !visual()),
        visual: visual(),
        bare: visual() && text() === '',
        big: !visual() && isBigEmoji(text()),
      }}
    >
      <Show when={props.named}>
        <div class={`sender color-${Math.abs(first().from?.id ?? 0) % 7}`}>{nameOf(first().from)}</div>
      </Show>
      <ForwardHeader message={first()} />
      <ReplyQuote message={first()} />
      <Media messages={props.messages} />
      <Show when={text()} fallback={<Meta message={written()} own={props.own} />}>
        <div class="text" dir="auto">
          <RichText text={text()} entities={written().entities ?? written().caption_entities ?? []} />
          <Meta message={written()} own={props.own} />
        </div>
      </Show>
    </div>
  )
}
