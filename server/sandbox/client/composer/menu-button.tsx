import { Show } from 'solid-js'
import type { Person } from '../../telegram/protocol.ts'
import { Icon } from '../icons.tsx'
import { openMiniApp } from '../navigate.ts'
import { type ChatState, sandbox } from '../sandbox.ts'

/** Opens the Mini App when the bot has set one here, else the list of commands. */
export function MenuButton(props: { chat: ChatState; person: Person; showCommands(): void }) {
  const webApp = () => sandbox.menuButtons[props.person.id]
  const press = () => {
    const button = webApp()
    if (button) openMiniApp({ kind: 'menu', url: button.url, chatId: props.chat.id })
    else props.showCommands()
  }
  return (
    <Show when={webApp() ?? sandbox.bot.commands.length > 0}>
      <button type="button" class="menu-button" data-testid="menu-button" onClick={press}>
        <Icon name={webApp() ? 'app' : 'menu'} size={20} />
        <span>{webApp()?.text ?? 'Menu'}</span>
      </button>
    </Show>
  )
}
