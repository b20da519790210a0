import { createEffect, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { attempt } from '../dialogs/dialogs.ts'
import { Icon, SendIcon } from '../icons.tsx'
import type { ChatState } from '../sandbox.ts'
import { AttachButton } from './attach-button.tsx'
import { changeDraft, draftOf } from './draft.ts'
import { MenuButton } from './menu-button.tsx'
import { sendDraft } from './send.ts'

/** Telegram's limit of a message, UTF-16 units. */
const MAX_TEXT = 4096

export function InputRow(props: {
  chat: ChatState
  person: Person
  keyboardShown: boolean
  toggleKeyboard(): void
  toggleCommands(): void
}) {
  let input!: HTMLTextAreaElement
  const draft = () => draftOf(props.chat.id)
  const empty = () => draft().text.trim() === '' && draft().photos.length + draft().documents.length === 0
  const send = () => attempt(sendDraft(props.person, props.chat))

  createEffect(() => {
    input.value = draft().text
    input.style.height = 'auto'
    input.style.height = `${input.scrollHeight}px`
  })

  return (
    <div class="input-row">
      <Show when={props.chat.type === 'private'}>
        <MenuButton chat={props.chat} person={props.person} showCommands={() => props.toggleCommands()} />
      </Show>
      <div class="input-box">
        <AttachButton chat={props.chat} person={props.person} />
        <textarea
          ref={input}
          rows={1}
          maxLength={MAX_TEXT}
          dir="auto"
          data-testid="composer"
          aria-label="Message"
          placeholder={placeholder(props.chat)}
          onInput={(event) => changeDraft(props.chat.id, { text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
            event.preventDefault()
            send()
          }}
        />
        <Show when={props.chat.keyboard}>
          <button
            type="button"
            class="icon-button"
            aria-label="Bot keyboard"
            aria-pressed={props.keyboardShown}
            onClick={() => props.toggleKeyboard()}
          >
            <Icon name={props.keyboardShown ? 'down' : 'keyboard'} />
          </button>
        </Show>
      </div>
      <button
        type="button"
        class="send"
        data-testid="send"
        aria-label="Send"
        disabled={empty()}
        onClick={send}
      >
        <SendIcon />
      </button>
    </div>
  )
}

const placeholder = (chat: ChatState) =>
  chat.keyboard?.input_field_placeholder ?? (chat.type === 'channel' ? 'Broadcast a message…' : 'Message')
