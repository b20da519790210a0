import { createSignal, For, Show } from 'solid-js'
import { attempt } from '../dialogs/dialogs.ts'
import { Icon, type IconName } from '../icons.tsx'
import { openMiniApp } from '../navigate.ts'
import { sandbox } from '../sandbox.ts'
import { currentThemeParams } from '../theme.ts'
import { readableOn, resolveColor } from './colors.ts'
import { leaveMiniApp, type Running } from './launcher.ts'

export function PhoneHeader(props: { app: Running; showLog(): void }) {
  const session = () => props.app.session
  const chrome = () => session().chrome
  const color = () => resolveColor(chrome().headerColor, currentThemeParams())
  const leave = () => attempt(leaveMiniApp(props.app))
  return (
    <header
      class="phone-header"
      style={chrome().fullscreen ? {} : { background: color(), color: readableOn(color()) }}
    >
      <Show
        when={chrome().back}
        fallback={
          <button type="button" class="icon-button" aria-label="Close the Mini App" onClick={leave}>
            <Icon name="close" />
          </button>
        }
      >
        <button
          type="button"
          class="icon-button"
          aria-label="Back"
          data-testid="back-button"
          onClick={() => session().emit('back_button_pressed')}
        >
          <Icon name="back" />
        </button>
      </Show>
      <span class="phone-title">
        <b>{sandbox.bot.first_name}</b>
        <span>mini app</span>
      </span>
      <PhoneMenu app={props.app} showLog={() => props.showLog()} leave={leave} />
    </header>
  )
}

interface Entry {
  name: string
  icon: IconName
  run(): void
}

function PhoneMenu(props: { app: Running; showLog(): void; leave(): void }) {
  const [open, setOpen] = createSignal(false)
  const session = () => props.app.session

  const reload = () => {
    if (session().chrome.reloadable) session().emit('reload_iframe')
    else if (props.app.frame) props.app.frame.src = props.app.url
  }
  const openWithParameter = async () => {
    const answer = await session().dialogs.ask({
      title: 'Open with a start parameter',
      message: `As https://t.me/${sandbox.bot.username}?startapp=… would`,
      input: { label: 'startapp' },
      buttons: [
        { id: 'cancel', text: 'Cancel' },
        { id: 'ok', text: 'Open' },
      ],
    })
    if (answer.button === 'ok') openMiniApp({ kind: 'link', startParam: answer.value.trim() })
  }
  const entries = (): Entry[] => [
    ...(session().chrome.settings
      ? [
          {
            name: 'Settings',
            icon: 'settings',
            run: () => session().emit('settings_button_pressed'),
          } as const,
        ]
      : []),
    { name: 'Reload Page', icon: 'reload', run: reload },
    { name: 'Open startapp…', icon: 'link', run: () => attempt(openWithParameter()) },
    {
      name: session().viewport.notch ? 'Phone without notch' : 'Phone with notch',
      icon: 'phone',
      run: () => session().setViewport('notch', (notch) => !notch),
    },
    { name: 'Events', icon: 'pulse', run: () => props.showLog() },
    { name: 'Close', icon: 'close', run: () => props.leave() },
  ]
  return (
    <div
      class="phone-menu"
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
      onFocusOut={(event) =>
        !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)
      }
    >
      <button
        type="button"
        class="icon-button"
        aria-label="More"
        aria-haspopup="menu"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <Icon name="more" />
      </button>
      <Show when={open()}>
        <div class="menu" role="menu">
          <For each={entries()}>
            {(entry) => (
              <button
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false)
                  entry.run()
                }}
              >
                <Icon name={entry.icon} size={20} />
                {entry.name}
              </button>
            )}
          </For>
        </div>
      </Show>
    </div>
  )
}
