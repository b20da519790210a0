import { For, Show } from 'solid-js'
import { Avatar } from '../chats/avatar.tsx'
import { Icon } from '../icons.tsx'
import { chatTitle, peerId } from '../sandbox.ts'
import { choice } from './chat-picker.ts'
import { DialogLayer } from './dialog-layer.tsx'
import { pageDialogs, toastText } from './dialogs.ts'
import { ProfileCard } from './profile-card.tsx'
import { Sheet } from './sheet.tsx'

/** Everything that opens over the whole page. */
export function PageDialogs() {
  return (
    <>
      <ProfileCard />
      <Show when={choice()}>
        {(open) => (
          <Sheet title={open().title} close={() => open().choose(undefined)}>
            <ul class="picker">
              <For each={open().chats}>
                {(chat) => (
                  <li>
                    <button
                      type="button"
                      data-testid={`pick-${chat.id}`}
                      onClick={() => open().choose(chat.id)}
                    >
                      <Avatar id={peerId(chat)} name={chatTitle(chat)} />
                      <b>{chatTitle(chat)}</b>
                      <Icon name="right" size={18} />
                    </button>
                  </li>
                )}
              </For>
            </ul>
          </Sheet>
        )}
      </Show>
      <DialogLayer dialogs={pageDialogs} />
      <div class="toast-layer" role="status" aria-live="polite">
        <Show when={toastText()} keyed>
          {(text) => (
            <div class="toast" dir="auto" data-testid="toast">
              {text}
            </div>
          )}
        </Show>
      </div>
    </>
  )
}
