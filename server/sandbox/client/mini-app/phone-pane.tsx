import { createMemo, For, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { Avatar } from '../chats/avatar.tsx'
import { Icon } from '../icons.tsx'
import { openMiniApp } from '../navigate.ts'
import { sandbox } from '../sandbox.ts'
import { allRunning, minimize, runningOf } from './launcher.ts'
import { PhoneFrame } from './phone-frame.tsx'

/** The Mini Apps: on a wide window a phone at the right, else a sheet over the chats. */
export function PhonePane(props: { person: Person }) {
  const mine = createMemo(() => runningOf(props.person.id))
  const shown = () => mine() !== undefined && !mine()?.minimized
  return (
    <>
      <aside class="phone-pane" classList={{ open: shown() }} aria-label="Mini App">
        <For each={allRunning()}>
          {(app) => <PhoneFrame app={app} shown={app.person.id === props.person.id && !app.minimized} />}
        </For>
        <Show when={!shown()}>
          <IdlePhone person={props.person} minimized={mine() !== undefined} />
        </Show>
      </aside>
      <Show when={mine()?.minimized}>
        <button type="button" class="minimized" onClick={() => minimize(props.person.id, false)}>
          <Icon name="app" size={20} />
          <b>{sandbox.bot.first_name}</b>
          <span>Return to the Mini App</span>
        </button>
      </Show>
    </>
  )
}

function IdlePhone(props: { person: Person; minimized: boolean }) {
  const menuUrl = () => sandbox.menuButtons[props.person.id]?.url
  const open = () => {
    const url = menuUrl()
    if (props.minimized) minimize(props.person.id, false)
    else if (url !== undefined) openMiniApp({ kind: 'menu', url })
    else openMiniApp({ kind: 'link' })
  }
  return (
    <div class="phone idle">
      <Avatar id={sandbox.bot.id} name={sandbox.bot.first_name} />
      <h2>{sandbox.bot.first_name}</h2>
      <p>{sandbox.bot.shortDescription ?? 'The Mini App runs here, as on a phone.'}</p>
      <button type="button" class="main-key" onClick={open}>
        {props.minimized ? 'Return to the Mini App' : 'Open the Mini App'}
      </button>
    </div>
  )
}
