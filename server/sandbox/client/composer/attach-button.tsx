import type { Person } from '../../telegram/protocol.ts'
import { attempt, pageDialogs } from '../dialogs/dialogs.ts'
import { type MenuItem, MenuOpener } from '../menu.tsx'
import type { ChatState } from '../sandbox.ts'
import { changeDraft, draftOf } from './draft.ts'
import { sendContact } from './send.ts'

/** Telegram's limit of an album. */
const MAX_FILES = 10

export function AttachButton(props: { chat: ChatState; person: Person }) {
  let photos!: HTMLInputElement
  let documents!: HTMLInputElement

  const take = (kind: 'photos' | 'documents', input: HTMLInputElement) => {
    const files = [...draftOf(props.chat.id)[kind], ...(input.files ?? [])].slice(0, MAX_FILES)
    changeDraft(props.chat.id, { [kind]: files })
    input.value = ''
  }
  const items = (): MenuItem[] => {
    const files: MenuItem[] = [
      { name: 'Photo', icon: 'photo', run: () => photos.click() },
      { name: 'File', icon: 'file', run: () => documents.click() },
    ]
    if (props.chat.type !== 'private') return files
    return [
      ...files,
      { name: 'My contact', icon: 'person', run: () => attempt(offerContact(props.person, props.chat)) },
    ]
  }
  return (
    <>
      <MenuOpener class="attach" label="Attach" icon="attach" items={items()} />
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
    </>
  )
}

async function offerContact(person: Person, chat: ChatState) {
  const question = `${person.first_name}, ${person.phone}`
  if (await pageDialogs.confirm(question, 'Share', 'Share your contact?')) await sendContact(person, chat)
}
