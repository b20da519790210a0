import { createMemo, For, onCleanup, Show } from 'solid-js'
import { nameOf } from '../chat/service.ts'
import { previewText } from '../chats/preview.ts'
import { Icon } from '../icons.tsx'
import type { ChatState } from '../sandbox.ts'
import { changeDraft, clearDraft, draftOf } from './draft.ts'

/** Above the input: the message that will be answered, and the files that will go along. */
export function WaitingToGo(props: { chat: ChatState }) {
  const draft = () => draftOf(props.chat.id)
  const answered = () => props.chat.byId[draft().editing ?? draft().replyTo ?? -1]
  const isEdit = () => draft().editing !== undefined
  const leave = () =>
    isEdit() ? clearDraft(props.chat.id) : changeDraft(props.chat.id, { replyTo: undefined })
  const without = (kind: 'photos' | 'documents', file: File) =>
    changeDraft(props.chat.id, { [kind]: draft()[kind].filter((other) => other !== file) })
  return (
    <>
      <Show when={answered()}>
        {(message) => (
          <div class="replying">
            <Icon name={isEdit() ? 'edit' : 'reply'} />
            <span class="replying-text">
              <b>{isEdit() ? 'Edit message' : `Reply to ${nameOf(message().from)}`}</b>
              <span dir="auto">{previewText(message())}</span>
            </span>
            <button type="button" class="icon-button" aria-label="Cancel" onClick={leave}>
              <Icon name="close" size={20} />
            </button>
          </div>
        )}
      </Show>
      <Show when={draft().photos.length + draft().documents.length > 0}>
        <div class="files-to-go">
          <For each={draft().photos}>
            {(file) => <PhotoToGo file={file} remove={() => without('photos', file)} />}
          </For>
          <For each={draft().documents}>
            {(file) => (
              <span class="file-to-go">
                <span>{file.name}</span>
                <RemoveButton name={file.name} remove={() => without('documents', file)} />
              </span>
            )}
          </For>
        </div>
      </Show>
    </>
  )
}

function PhotoToGo(props: { file: File; remove(): void }) {
  const url = createMemo(() => URL.createObjectURL(props.file))
  onCleanup(() => URL.revokeObjectURL(url()))
  return (
    <span class="photo-to-go">
      <img src={url()} alt={props.file.name} />
      <RemoveButton name={props.file.name} remove={() => props.remove()} />
    </span>
  )
}

function RemoveButton(props: { name: string; remove(): void }) {
  return (
    <button type="button" class="remove" aria-label={`Remove ${props.name}`} onClick={() => props.remove()}>
      <Icon name="close" size={14} />
    </button>
  )
}
