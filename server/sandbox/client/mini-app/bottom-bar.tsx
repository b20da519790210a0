import { Show } from 'solid-js'
import { currentThemeParams } from '../theme.ts'
import type { BottomButton } from './chrome.ts'
import { resolveColor } from './colors.ts'
import type { Session } from './session.ts'

/** Telegram's own main and secondary buttons, shown when the Mini App wants them. */
export function BottomBar(props: { session: Session; shown: boolean }) {
  const chrome = () => props.session.chrome
  const secondary = () => chrome().secondary
  const visible = () => chrome().main.visible || secondary().visible
  return (
    <Show when={visible()}>
      <footer
        class={`bottom-bar ${secondary().position}`}
        style={{ background: resolveColor(chrome().bottomBarColor, currentThemeParams()) }}
      >
        <Show when={secondary().visible}>
          <NativeButton
            button={secondary()}
            testId={props.shown ? 'secondary-button' : undefined}
            fallback={{
              color: currentThemeParams().bottom_bar_bg_color,
              text: currentThemeParams().button_color,
            }}
            press={() => props.session.emit('secondary_button_pressed')}
          />
        </Show>
        <Show when={chrome().main.visible}>
          <NativeButton
            button={chrome().main}
            testId={props.shown ? 'main-button' : undefined}
            fallback={{
              color: currentThemeParams().button_color,
              text: currentThemeParams().button_text_color,
            }}
            press={() => props.session.emit('main_button_pressed')}
          />
        </Show>
      </footer>
    </Show>
  )
}

function NativeButton(props: {
  button: BottomButton
  testId: string | undefined
  fallback: { color: string | undefined; text: string | undefined }
  press(): void
}) {
  return (
    <button
      type="button"
      class="native-button"
      classList={{ shine: props.button.shine && props.button.active, progress: props.button.progress }}
      style={{
        background: props.button.color ?? props.fallback.color,
        color: props.button.textColor ?? props.fallback.text,
      }}
      data-testid={props.testId}
      disabled={!props.button.active}
      aria-busy={props.button.progress}
      onClick={() => !props.button.progress && props.press()}
    >
      <span>{props.button.text}</span>
      <Show when={props.button.progress}>
        <span class="spinner" />
      </Show>
    </button>
  )
}
