import { attempt } from '../dialogs/dialogs.ts'
import { type MenuItem, MenuOpener } from '../menu.tsx'
import { openMiniApp } from '../navigate.ts'
import { sandbox } from '../sandbox.ts'
import { leaveMiniApp, type Running } from './launcher.ts'

/** The header's ⋮: what Telegram offers for a Mini App, and what helps who builds one. */
export function PhoneMenu(props: { app: Running; showLog(): void }) {
  const items = (): MenuItem[] => {
    const { session } = props.app
    const settings: MenuItem = {
      name: 'Settings',
      icon: 'settings',
      run: () => session.emit('settings_button_pressed'),
    }
    return [
      ...(session.chrome.settings ? [settings] : []),
      { name: 'Reload Page', icon: 'reload', run: () => reload(props.app) },
      { name: 'Open startapp…', icon: 'link', run: () => attempt(openWithParameter(props.app)) },
      {
        name: session.viewport.notch ? 'Phone without notch' : 'Phone with notch',
        icon: 'phone',
        run: () => session.setViewport('notch', (notch) => !notch),
      },
      { name: 'Events', icon: 'pulse', run: () => props.showLog() },
      { name: 'Close', icon: 'close', run: () => attempt(leaveMiniApp(props.app)) },
    ]
  }
  return <MenuOpener class="phone-menu" label="More" icon="more" items={items()} />
}

function reload({ session, frame, url }: Running) {
  if (session.chrome.reloadable) session.emit('reload_iframe')
  else if (frame) frame.src = url
}

async function openWithParameter({ session }: Running) {
  const answer = await session.dialogs.ask({
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
