import type { Message } from '@grammyjs/types'
import { For, onMount } from 'solid-js'
import { Portal } from 'solid-js/web'
import { changeDraft } from '../composer/draft.ts'
import { attempt, toast } from '../dialogs/dialogs.ts'
import { Icon, type IconName } from '../icons.tsx'
import { useChat } from './context.ts'
import { forwardMessage } from './forward.ts'

export interface MenuPlace {
  x: number
  y: number
}

/** Room the menu takes, so that it opens inside of the window: CSS pixels. */
const WIDTH = 200
const ITEM_HEIGHT = 46

interface Item {
  name: string
  icon: IconName
  run(): void
}

/** What can be done with a message: right click, or a long press. */
export function MessageMenu(props: { message: Message; place: MenuPlace; close(): void }) {
  const context = useChat()
  let menu!: HTMLDivElement
  const copy = (text: string, said: string) =>
    attempt(navigator.clipboard.writeText(text).then(() => toast(said)))

  const items = (): Item[] => {
    const { message } = props
    const chat = context.chat()
    const text = message.text ?? message.caption
    const link = chat.username
      ? `https://t.me/${chat.username}/${message.message_id}`
      : `https://t.me/c/${String(chat.id).replace(/^-100/, '')}/${message.message_id}`
    return [
      ...(chat.type === 'channel'
        ? []
        : [
            {
              name: 'Reply',
              icon: 'reply',
              run: () => changeDraft(chat.id, { replyTo: message.message_id }),
            } as const,
          ]),
      ...(text
        ? [{ name: 'Copy Text', icon: 'copy', run: () => copy(text, 'Text copied to clipboard') } as const]
        : []),
      ...(chat.type === 'private'
        ? []
        : [{ name: 'Copy Link', icon: 'link', run: () => copy(link, 'Link copied to clipboard') } as const]),
      { name: 'Forward', icon: 'forward', run: () => forwardMessage(message) },
    ]
  }
  onMount(() => menu.querySelector('button')?.focus())

  return (
    <Portal>
      <div
        class="menu-layer"
        onPointerDown={(event) => event.target === event.currentTarget && props.close()}
        onKeyDown={(event) => event.key === 'Escape' && props.close()}
      >
        <div
          ref={menu}
          class="menu"
          role="menu"
          style={{
            left: `${Math.max(8, Math.min(props.place.x, window.innerWidth - WIDTH - 8))}px`,
            top: `${Math.max(8, Math.min(props.place.y, window.innerHeight - ITEM_HEIGHT * items().length - 24))}px`,
          }}
        >
          <For each={items()}>
            {(item) => (
              <button
                type="button"
                role="menuitem"
                onClick={() => {
                  props.close()
                  item.run()
                }}
              >
                <Icon name={item.icon} size={20} />
                {item.name}
              </button>
            )}
          </For>
        </div>
      </div>
    </Portal>
  )
}
