import { onMount, Show } from 'solid-js'
import { attempt } from '../dialogs/dialogs.ts'
import { Icon } from '../icons.tsx'
import { sandbox } from '../sandbox.ts'
import { currentThemeParams } from '../theme.ts'
import { readableOn, resolveColor } from './colors.ts'
import { dragAway } from './drag.ts'
import { leaveMiniApp, minimize, type Running } from './launcher.ts'
import { PhoneMenu } from './phone-menu.tsx'

export function PhoneHeader(props: { app: Running; showLog(): void }) {
  const chrome = () => props.app.session.chrome
  const color = () => resolveColor(chrome().headerColor, currentThemeParams())
  let header!: HTMLElement
  onMount(() => dragAway(header, header.parentElement ?? header, () => minimize(props.app.person.id, true)))
  return (
    <header
      ref={header}
      class="phone-header"
      style={chrome().fullscreen ? {} : { background: color(), color: readableOn(color()) }}
    >
      <Show
        when={chrome().back}
        fallback={
          <button
            type="button"
            class="icon-button"
            aria-label="Close the Mini App"
            onClick={() => attempt(leaveMiniApp(props.app))}
          >
            <Icon name="close" />
          </button>
        }
      >
        <button
          type="button"
          class="icon-button"
          aria-label="Back"
          data-testid="back-button"
          onClick={() => props.app.session.emit('back_button_pressed')}
        >
          <Icon name="back" />
        </button>
      </Show>
      <span class="phone-title">
        <b>{sandbox.bot.first_name}</b>
        <span>mini app</span>
      </span>
      <PhoneMenu app={props.app} showLog={() => props.showLog()} />
    </header>
  )
}
