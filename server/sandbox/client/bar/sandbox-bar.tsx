import { createSignal, Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import icon from '../icon.svg'
import { Icon } from '../icons.tsx'
import { setTheme, theme } from '../theme.ts'
import { Faults } from './faults.tsx'
import { PersonSettings } from './person-settings.tsx'
import { PersonSwitch } from './person-switch.tsx'

/** The only part of the page that no Telegram has: it says so, and lets one be several people. */
export function SandboxBar(props: { person: Person }) {
  const [failing, setFailing] = createSignal(false)
  const [settings, setSettings] = createSignal(false)
  return (
    <header class="bar">
      <span class="bar-name">
        <img src={icon} alt="" width="20" height="20" />
        Telegram <b>sandbox</b>
      </span>
      <PersonSwitch person={props.person} />
      <div class="bar-tools">
        <div class="bar-settings" classList={{ open: settings() }}>
          <PersonSettings person={props.person} />
          <button
            type="button"
            class="bar-button"
            aria-expanded={failing()}
            onClick={() => setFailing(!failing())}
          >
            <Icon name="bolt" size={18} />
            Make it fail
          </button>
        </div>
        <button
          type="button"
          class="bar-button square"
          data-testid="theme-switch"
          aria-label={theme() === 'dark' ? 'Light theme' : 'Dark theme'}
          onClick={() => setTheme(theme() === 'dark' ? 'light' : 'dark')}
        >
          <Icon name={theme() === 'dark' ? 'sun' : 'moon'} size={18} />
        </button>
        <button
          type="button"
          class="bar-button square bar-more"
          aria-label="Settings of the sandbox"
          aria-expanded={settings()}
          onClick={() => setSettings(!settings())}
        >
          <Icon name="settings" size={18} />
        </button>
      </div>
      <Show when={failing()}>
        <Faults close={() => setFailing(false)} />
      </Show>
    </header>
  )
}
