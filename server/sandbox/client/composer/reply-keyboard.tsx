import type { KeyboardButton, ReplyKeyboardMarkup } from '@grammyjs/types'
import { For } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { attempt, pageDialogs, toast } from '../dialogs/dialogs.ts'
import { openMiniApp } from '../navigate.ts'
import { type ChatState, sandbox } from '../sandbox.ts'
import { sendContact, sendText } from './send.ts'

/** The bot's own keyboard under the input: https://core.telegram.org/bots/features#keyboards */
export function ReplyKeyboard(props: {
  markup: ReplyKeyboardMarkup
  chat: ChatState
  person: Person
  hide(): void
}) {
  const label = (key: KeyboardButton) => (typeof key === 'string' ? key : key.text)

  async function press(key: KeyboardButton) {
    if (typeof key !== 'string' && 'web_app' in key) {
      return openMiniApp({
        kind: 'button',
        url: key.web_app.url,
        chatId: props.chat.id,
        keyboardButton: key.text,
      })
    }
    if (typeof key !== 'string' && 'request_contact' in key) {
      const question = `${sandbox.bot.first_name} will know your phone number.`
      if (!(await pageDialogs.confirm(question, 'Share', 'Share your phone number?'))) return
      await sendContact(props.person, props.chat)
    } else if (typeof key !== 'string' && Object.keys(key).some((name) => name.startsWith('request_'))) {
      return toast('The sandbox does not know this kind of button')
    } else {
      await sendText(props.person, props.chat, label(key))
    }
    if (props.markup.one_time_keyboard) props.hide()
  }

  return (
    <div
      class="reply-keyboard"
      classList={{ resized: props.markup.resize_keyboard ?? false }}
      role="group"
      aria-label="Bot keyboard"
    >
      <For each={props.markup.keyboard}>
        {(row) => (
          <div class="reply-keyboard-row">
            <For each={row}>
              {(key) => (
                <button
                  type="button"
                  class={typeof key === 'string' ? '' : (key.style ?? '')}
                  onClick={() => attempt(press(key))}
                >
                  {label(key)}
                </button>
              )}
            </For>
          </div>
        )}
      </For>
    </div>
  )
}
