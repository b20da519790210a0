import type { Message } from '@grammyjs/types'
import { Portal } from 'solid-js/web'
import { deleteMessages } from '../api.ts'
import { changeDraft, insertIntoComposer } from '../composer/draft.ts'
import { attempt, toast } from '../dialogs/dialogs.ts'
import { Menu, type MenuItem } from '../menu.tsx'
import { useChat } from './context.ts'
import { forwardMessage } from './forward.ts'

export interface MenuPlace {
  x: number
  y: number
}

/** Room the menu takes, so that it opens inside of the window: CSS pixels. */
const WIDTH = 200
const ITEM_HEIGHT = 46

/** What can be done with a message: right click, or a long press. */
export function MessageMenu(props: { message: Message; place: MenuPlace; close(): void }) {
  const context = useChat()
  const copy = (text: string, said: string) =>
    attempt(navigator.clipboard.writeText(text).then(() => toast(said)))

  const items = (): MenuItem[] => {
    const { message } = props
    const { message_id: messageId } = message
    const chat = context.chat()
    const from = context.person().id
    const own = message.from?.id === from
    const text = message.text ?? message.caption
    const link = `https://t.me/${chat.username ?? `c/${String(chat.id).replace(/^-100/, '')}`}/${messageId}`
    const edit = () => {
      changeDraft(chat.id, { editing: messageId, replyTo: undefined })
      insertIntoComposer(chat.id, text ?? '')
    }
    const remove = () => attempt(deleteMessages({ from, chatId: chat.id, messageIds: [messageId] }))
    const all: (MenuItem & { when: boolean })[] = [
      {
        when: chat.type !== 'channel',
        name: 'Reply',
        icon: 'reply',
        run: () => changeDraft(chat.id, { replyTo: messageId, editing: undefined }),
      },
      { when: own && text !== undefined, name: 'Edit', icon: 'edit', run: edit },
      {
        when: text !== undefined,
        name: 'Copy Text',
        icon: 'copy',
        run: () => copy(text ?? '', 'Text copied to clipboard'),
      },
      {
        when: chat.type !== 'private',
        name: 'Copy Link',
        icon: 'link',
        run: () => copy(link, 'Link copied to clipboard'),
      },
      { when: true, name: 'Forward', icon: 'forward', run: () => forwardMessage(message) },
      { when: own || chat.type === 'private', name: 'Delete', icon: 'delete', run: remove },
    ]
    return all.filter((item) => item.when)
  }

  return (
    <Portal>
      <div
        class="menu-layer"
        onPointerDown={(event) => event.target === event.currentTarget && props.close()}
        onContextMenu={(event) => event.preventDefault()}
      >
        <Menu
          items={items()}
          close={() => props.close()}
          style={{
            left: `${Math.max(8, Math.min(props.place.x, window.innerWidth - WIDTH - 8))}px`,
            top: `${Math.max(8, Math.min(props.place.y, window.innerHeight - ITEM_HEIGHT * items().length - 24))}px`,
          }}
        />
      </div>
    </Portal>
  )
}
