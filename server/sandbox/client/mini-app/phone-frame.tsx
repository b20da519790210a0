import { createSignal, onMount, Show } from 'solid-js'
import { Avatar } from '../chats/avatar.tsx'
import { DialogLayer } from '../dialogs/dialog-layer.tsx'
import { sandbox } from '../sandbox.ts'
import { currentThemeParams } from '../theme.ts'
import { BottomBar } from './bottom-bar.tsx'
import { resolveColor } from './colors.ts'
import { EventLog } from './event-log.tsx'
import { followFrame } from './follow-frame.ts'
import { Haptics } from './haptics.tsx'
import type { Running } from './launcher.ts'
import { PhoneHeader } from './phone-header.tsx'

/** What a Mini App may use of the browser, as Telegram's web clients allow it. */
const ALLOWED = 'clipboard-read; clipboard-write; camera; microphone; geolocation; fullscreen'

/** A phone with the Mini App and Telegram's native parts around it. */
export function PhoneFrame(props: { app: Running; shown: boolean }) {
  let frame!: HTMLIFrameElement
  const [log, showLog] = createSignal(false)
  const session = () => props.app.session
  const chrome = () => session().chrome
  const background = () => resolveColor(chrome().backgroundColor, currentThemeParams())
  onMount(() => followFrame(props.app, frame, () => props.shown))

  return (
    <section
      class="phone"
      classList={{ hidden: !props.shown, fullscreen: chrome().fullscreen, notched: session().viewport.notch }}
      aria-label={`Mini App of ${sandbox.bot.first_name}`}
      style={{ background: background() }}
      data-vertical-swipes={chrome().verticalSwipes}
    >
      <PhoneHeader app={props.app} showLog={() => showLog(true)} />
      <div class="phone-screen">
        <iframe
          ref={frame}
          src={props.app.url}
          title="Mini App"
          allow={ALLOWED}
          data-testid={props.shown ? 'mini-app' : undefined}
          onLoad={() => session().setChrome('ready', true)}
        />
        <Show when={!chrome().ready}>
          <div
            class="phone-loading"
            role="status"
            aria-label="Loading the Mini App"
            style={{ background: background() }}
          >
            <Avatar id={sandbox.bot.id} name={sandbox.bot.first_name} />
          </div>
        </Show>
      </div>
      <BottomBar session={session()} shown={props.shown} />
      <Haptics session={session()} shown={props.shown} />
      <Show when={log()}>
        <EventLog session={session()} close={() => showLog(false)} />
      </Show>
      <DialogLayer dialogs={session().dialogs} />
    </section>
  )
}
