import { Show } from 'solid-js'
import { nameOf } from '../chat/service.ts'
import { Avatar } from '../chats/avatar.tsx'
import { type Profile, profile, showProfile } from './profile.ts'
import { Sheet } from './sheet.tsx'

/** Whom a contact link leads to. Chats between people are outside of the sandbox, so it ends here. */
export function ProfileCard() {
  return (
    <Show when={profile()}>
      {(shown) => (
        <Sheet title="Contact" close={() => showProfile(undefined)}>
          <div class="profile" data-testid="profile">
            <Avatar id={shown().person?.id ?? 0} name={title(shown())} />
            <h3>{title(shown())}</h3>
            <Show when={shown().person?.username ?? shown().username}>
              {(username) => <p>@{username()}</p>}
            </Show>
            <Show when={shown().phone ?? shown().person?.phone}>{(phone) => <p>{phone()}</p>}</Show>
            <Show when={shown().draft}>
              {(draft) => (
                <p class="profile-draft" dir="auto">
                  {draft()}
                </p>
              )}
            </Show>
            <p class="profile-note">In Telegram, the private chat with this person opens here.</p>
          </div>
        </Sheet>
      )}
    </Show>
  )
}

const title = ({ person, username, phone }: Profile) =>
  person ? nameOf(person) : (username ?? phone ?? 'Unknown account')
