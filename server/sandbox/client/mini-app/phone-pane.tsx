import { createMemo, For, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { Avatar } from '../chats/avatar.tsx'
import { Icon } from '../icons.tsx'
import { hasRoomForPhone } from '../media.ts'
import { openMiniApp } from '../navigate.ts'
import { sandbox } from '../sandbox.ts'
import { allRunning, minimize, runningOf } from './launcher.ts'
import { PhoneFrame } from './phone-frame.tsx'

/** The Mini Apps: on a wide window a phone at the right, else a sheet over the chats. */
export function PhonePane(props: { person: Person }) {
  const mine = createMemo(() => runningOf(props.person.id))
  /** Out of sight only where the phone would hide the chats. */
  const minimized = () => !hasRoomForPhone() && (mine()?.minimized ?? false)
  const shown = () => mine() !== undefined && !minimized()
  return (
    <>
      <aside
        class="phone-pane"
        classList={{ open: shown() }}
        aria-label="Mini App"
        onPointerDown={(event) =>
          event.target === event.currentTarget && !hasRoomForPhone() && minimize(props.person.id, true)
        }
      >
        <For each={allRunning()}>
          {(app) => <PhoneFrame app={app} shown={app.person.id === props.person.id && shown()} />}
        </For>
        <Show when={!mine()}>
          <IdlePhone person={props.person} />
        </Show>
      </aside>
      <Show when={minimized()}>
        <button
          type="button"
          class="minimized"
          data-testid="minimized"
          onClick={() => minimize(props.person.id, false)}
        >
          <Icon name="app" size={20} />
          <b>{sandbox.bot.first_name}</b>
          <span>Return to the Mini App</span>
        </button>
      </Show>
    </>
  )
}

function IdlePhone(props: { person: Person }) {
  const menuUrl = () => sandbox.menuButtons[props.person.id]?.url
  const open = () => {
    const url = menuUrl()
    if (url !== undefined) openMiniApp({ kind: 'menu', url })
    else openMiniApp({ kind: 'link' })
  }
  return (
    <div class="phone idle">
      <Avatar id={sandbox.bot.id} name={sandbox.bot.first_name} />
      <h2>{sandbox.bot.first_name}</h2>
      <p>{sandbox.bot.shortDescription ?? 'The Mini App runs here, as on a phone.'}</p>
      <button type="button" class="main-key" onClick={open}>
        Open the Mini App
      </button>
    </div>
  )
}
