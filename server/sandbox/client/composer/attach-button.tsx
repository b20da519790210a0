import { createSignal, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { attempt, pageDialogs } from '../dialogs/dialogs.ts'
import { Icon } from '../icons.tsx'
import type { ChatState } from '../sandbox.ts'
import { changeDraft, draftOf } from './draft.ts'
import { sendContact } from './send.ts'

/** Telegram's limit of an album. */
const MAX_FILES = 10

export function AttachButton(props: { chat: ChatState; person: Person }) {
  const [open, setOpen] = createSignal(false)
  let photos!: HTMLInputElement
  let documents!: HTMLInputElement

  const take = (kind: 'photos' | 'documents', input: HTMLInputElement) => {
    const files = [...draftOf(props.chat.id)[kind], ...(input.files ?? [])].slice(0, MAX_FILES)
    changeDraft(props.chat.id, { [kind]: files })
    input.value = ''
  }
  const choose = (run: () => void) => () => {
    setOpen(false)
    run()
  }
  const offerContact = async () => {
    const { first_name, phone } = props.person
    const share = await pageDialogs.confirm(`${first_name}, ${phone}`, 'Share', 'Share your contact?')
    if (share) await sendContact(props.person, props.chat)
  }

  return (
    <div
      class="attach"
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      onFocusOut={(event) =>
        !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)
      }
    >
      <button
        type="button"
        class="icon-button"
        aria-label="Attach"
        aria-haspopup="menu"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <Icon name="attach" />
      </button>
      <Show when={open()}>
        <div class="menu" role="menu">
          <button type="button" role="menuitem" onClick={choose(() => photos.click())}>
            <Icon name="photo" size={20} />
            Photo
          </button>
          <button type="button" role="menuitem" onClick={choose(() => documents.click())}>
            <Icon name="file" size={20} />
            File
          </button>
          <Show when={props.chat.type === 'private'}>
            <button type="button" role="menuitem" onClick={choose(() => attempt(offerContact()))}>
              <Icon name="person" size={20} />
              My contact
            </button>
          </Show>
        </div>
      </Show>
      <input
        ref={photos}
        type="file"
        accept="image/*"
        multiple
        hidden
        data-testid="attach-photo"
        aria-label="Photos"
        onChange={() => take('photos', photos)}
      />
      <input
        ref={documents}
        type="file"
        multiple
        hidden
        data-testid="attach-file"
        aria-label="Files"
        onChange={() => take('documents', documents)}
      />
    </div>
  )
}
