import {
  createEffect,
  createMemo,
  createSignal,
  For,
  Match,
  on,
  onCleanup,
  onMount,
  Show,
  Switch,
} from 'solid-js'
import { createStore, reconcile } from 'solid-js/store'
import type { Person } from '../../telegram/protocol.ts'
import { Icon } from '../icons.tsx'
import { markRead, unreadCount } from '../reads.ts'
import { type ChatState, sandbox } from '../sandbox.ts'
import { Bubble } from './bubble.tsx'
import { dayLabel } from './day.ts'
import { flashed } from './flash.ts'
import { type Row, rowsOf } from './rows.ts'
import { serviceText } from './service.ts'

/** How near to its end a history still follows new messages: pixels. */
const NEAR_END = 90

export function History(props: { chat: ChatState; person: Person; search: string }) {
  let scroller!: HTMLDivElement
  let content!: HTMLDivElement
  const [atEnd, setAtEnd] = createSignal(true)
  const [rows, setRows] = createStore<Row[]>([])

  const messages = createMemo(() => {
    const wanted = props.search.toLowerCase()
    return props.chat.order.flatMap((id) => {
      const message = props.chat.byId[id]
      if (!message) return []
      return `${message.text ?? ''}${message.caption ?? ''}`.toLowerCase().includes(wanted) ? [message] : []
    })
  })
  createEffect(() => setRows(reconcile(rowsOf(messages()), { key: 'key' })))

  const toEnd = (behavior: ScrollBehavior = 'instant') =>
    scroller.scrollTo({ top: scroller.scrollHeight, behavior })
  let top = 0
  /** Only going up leaves the end: what grows below may fire a scroll before it is followed. */
  const look = () => {
    const near = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END
    if (near || scroller.scrollTop < top) setAtEnd(near)
    top = scroller.scrollTop
  }

  onMount(() => {
    // Pictures, keyboards and the window itself change heights: an end once reached stays in sight.
    const observer = new ResizeObserver(() => atEnd() && toEnd())
    observer.observe(content)
    observer.observe(scroller)
    onCleanup(() => observer.disconnect())
  })
  createEffect(
    on(
      () => props.search,
      () => toEnd(),
    ),
  )
  createEffect(() => atEnd() && document.visibilityState === 'visible' && markRead(props.person, props.chat))
  createEffect(() => {
    const id = flashed()
    if (id === undefined) return
    setAtEnd(false)
    content.querySelector(`[data-message="${id}"]`)?.scrollIntoView({ block: 'center' })
  })
  createEffect(
    on(
      () => props.chat.order.at(-1),
      (last) => last !== undefined && props.chat.byId[last]?.from?.id === props.person.id && toEnd(),
      { defer: true },
    ),
  )

  return (
    <div class="history-frame">
      <div class="history" ref={scroller} onScroll={look} role="log" aria-label="Messages" tabindex="0">
        <div class="history-content" ref={content}>
          <Show when={rows.length === 0}>
            <Empty chat={props.chat} search={props.search} />
          </Show>
          <For each={rows}>
            {(row) => (
              <Switch>
                <Match when={row.kind === 'day' && row}>
                  {(day) => <div class="note day">{dayLabel(day().date)}</div>}
                </Match>
                <Match when={row.kind === 'service' && props.chat.byId[row.id]}>
                  {(message) => (
                    <div class="note" data-testid={`message-${message().message_id}`}>
                      {serviceText(message())}
                    </div>
                  )}
                </Match>
                <Match when={row.kind === 'bubble' && row}>{(bubble) => <Bubble row={bubble()} />}</Match>
              </Switch>
            )}
          </For>
        </div>
      </div>
      <Show when={!atEnd()}>
        <button
          type="button"
          class="to-end"
          aria-label="Go to the last message"
          onClick={() => toEnd('smooth')}
        >
          <Icon name="down" />
          <Show when={unreadCount(props.person, props.chat)}>
            {(count) => <span class="badge">{count()}</span>}
          </Show>
        </button>
      </Show>
    </div>
  )
}

function Empty(props: { chat: ChatState; search: string }) {
  const isBot = () => props.chat.type === 'private' && !props.search
  return (
    <div class="note empty">
      <Show when={isBot()} fallback={props.search ? 'Nothing found' : 'No messages here yet…'}>
        <b>What can this bot do?</b>
        <p>{sandbox.bot.description ?? 'Press START below to begin.'}</p>
      </Show>
    </div>
  )
}
