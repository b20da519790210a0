import type { InlineKeyboardButton, Message } from '@grammyjs/types'
import { createSignal, For, Show } from 'solid-js'
import { pressCallback } from '../api.ts'
import { insertIntoComposer } from '../composer/draft.ts'
import { pickChat } from '../dialogs/chat-picker.ts'
import { attempt, pageDialogs, toast } from '../dialogs/dialogs.ts'
import { Icon, type IconName } from '../icons.tsx'
import { openLink, openMiniApp } from '../navigate.ts'
import { chatsOf, sandbox } from '../sandbox.ts'
import { showChat } from '../view.ts'
import { useChat } from './context.ts'

function iconOf(button: InlineKeyboardButton): IconName | undefined {
  if ('web_app' in button) return 'app'
  if ('url' in button) return 'link'
  if ('copy_text' in button) return 'copy'
  return 'switch_inline_query' in button ? 'forward' : undefined
}

export function InlineKeyboard(props: { message: Message }) {
  return (
    <Show when={props.message.reply_markup?.inline_keyboard}>
      {(rows) => (
        <div class="inline-keyboard">
          <For each={rows()}>
            {(row) => (
              <div class="inline-keyboard-row">
                <For each={row}>{(button) => <Key button={button} message={props.message} />}</For>
              </div>
            )}
          </For>
        </div>
      )}
    </Show>
  )
}

function Key(props: { button: InlineKeyboardButton; message: Message }) {
  const context = useChat()
  const [busy, setBusy] = createSignal(false)

  async function press() {
    const { button, message } = props
    if (busy()) return
    if ('callback_data' in button) {
      setBusy(true)
      try {
        const answer = await pressCallback({
          from: context.person().id,
          chatId: message.chat.id,
          messageId: message.message_id,
          data: button.callback_data,
        })
        if (answer.url) openLink(answer.url)
        else if (answer.text && answer.show_alert) {
          await pageDialogs.ask({ message: answer.text, buttons: [{ id: 'ok', text: 'OK' }] })
        } else if (answer.text) toast(answer.text)
      } finally {
        setBusy(false)
      }
    } else if ('web_app' in button) {
      openMiniApp({ kind: 'button', url: button.web_app.url, chatId: message.chat.id })
    } else if ('url' in button) {
      openLink(button.url)
    } else if ('login_url' in button) {
      openLink(button.login_url.url)
    } else if ('copy_text' in button) {
      await navigator.clipboard.writeText(button.copy_text.text)
      toast('Text copied to clipboard')
    } else if ('switch_inline_query_current_chat' in button) {
      insertQuery(message.chat.id, button.switch_inline_query_current_chat)
    } else if ('switch_inline_query' in button) {
      const chatId = await pickChat('Choose a chat', chatsOf(context.person()))
      if (chatId === undefined) return
      showChat(chatId)
      insertQuery(chatId, button.switch_inline_query)
    } else {
      toast('The sandbox does not know this kind of button')
    }
  }
  const insertQuery = (chatId: number, query: string) =>
    insertIntoComposer(chatId, `@${sandbox.bot.username} ${query}`)

  return (
    <button
      type="button"
      class={`inline-key ${props.button.style ?? ''}`}
      classList={{ busy: busy() }}
      aria-busy={busy()}
      disabled={'disabled' in props.button}
      onClick={() => attempt(press())}
    >
      <span>{props.button.text}</span>
      <Show when={iconOf(props.button)}>{(icon) => <Icon name={icon()} size={14} />}</Show>
    </button>
  )
}
