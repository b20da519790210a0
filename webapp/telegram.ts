import type { EventName, MethodName } from '@telegram-apps/bridge'
import { invokeCustomMethod, on, postEvent, request, setTargetOrigin, supports } from '@telegram-apps/bridge'
import { parseLaunch } from '#webapp/launch.ts'
import { keep, recall } from '#webapp/storage.ts'
import { isDark, type ThemeParams, themeVariables } from '#webapp/theme.ts'

/**
 * The one door to Telegram. Whatever an old client or a plain browser cannot do is quietly left out: a missing feature
 * never breaks the app. Events and methods: https://docs.telegram-mini-apps.com/platform/methods
 */

/** From the fragment, which the router soon takes away; after a reload as it was kept. */
function readLaunch() {
  const launch = parseLaunch(location.hash)
  if (launch) keep('session', 'launch', location.hash)
  return launch ?? parseLaunch(recall('session', 'launch') ?? '')
}
const launch = readLaunch()

export const isTelegram = launch !== undefined
/** The signed init data as it came, for the `Authorization` header; empty outside Telegram. */
export const rawInitData = launch?.initData ?? ''
export const startParam = launch?.startParam
export const languageCode = launch?.languageCode
export const platform = launch?.platform ?? 'web'

const can = (method: MethodName) => launch !== undefined && supports(method, launch.version as '6.0')

/** Sends a method to the client when it knows it; the parameters' shapes are the protocol's, see above. */
function tell(method: MethodName, params?: object) {
  if (!can(method)) return
  try {
    ;(postEvent as (name: MethodName, data?: object) => void)(method, params)
  } catch {
    // Launch parameters in an ordinary browser tab: nobody listens.
  }
}

let theme: ThemeParams = launch?.theme ?? {}

function applyTheme(next: ThemeParams) {
  theme = next
  const { style } = document.documentElement
  for (const [name, color] of Object.entries(themeVariables(next))) style.setProperty(name, color)
  if (next.bg_color) style.colorScheme = isDark(next.bg_color) ? 'dark' : 'light'
  tell('web_app_set_header_color', { color_key: 'secondary_bg_color' })
  const page = next.secondary_bg_color ?? next.bg_color
  if (page) tell('web_app_set_background_color', { color: page })
  if (page) tell('web_app_set_bottom_bar_color', { color: page })
}

function setInsets(prefix: string, insets: { top: number; bottom: number; left: number; right: number }) {
  for (const side of ['top', 'bottom', 'left', 'right'] as const)
    document.documentElement.style.setProperty(`${prefix}-${side}`, `${insets[side]}px`)
}

/**
 * Starts talking to the client: theme, safe areas, full height, no swipe that would close the app by mistake.
 * `origin` is whose frame the app may speak to; Telegram's own web client when absent.
 */
export function initTelegram(origin?: string): void {
  if (!isTelegram) return
  if (origin) setTargetOrigin(origin)
  on('theme_changed', ({ theme_params }) => applyTheme(theme_params))
  on('safe_area_changed', (insets) => setInsets('--tg-safe-area-inset', insets))
  on('content_safe_area_changed', (insets) => setInsets('--tg-content-safe-area-inset', insets))
  on('viewport_changed', ({ height }) =>
    document.documentElement.style.setProperty('--tg-viewport-height', `${height}px`),
  )
  on('reload_iframe', () => {
    tell('iframe_will_reload')
    location.reload()
  })
  tell('iframe_ready', { reload_supported: true })
  applyTheme(theme)
  tell('web_app_expand')
  tell('web_app_setup_swipe_behavior', { allow_vertical_swipe: false })
  tell('web_app_request_theme')
  tell('web_app_request_viewport')
  tell('web_app_request_safe_area')
  tell('web_app_request_content_safe_area')
}

/** Takes Telegram's loading picture away; call when the first screen is drawn. */
export const ready = () => tell('web_app_ready')
export const close = () => tell('web_app_close')
/** Whether Telegram asks before the app is closed. */
export const closingConfirmation = (needed: boolean) =>
  tell('web_app_setup_closing_behavior', { need_confirmation: needed })

export interface NativeButton {
  text: string
  disabled?: boolean | undefined
  busy?: boolean | undefined
}

function bottomButton(
  method: 'web_app_setup_main_button' | 'web_app_setup_secondary_button',
  event: 'main_button_pressed' | 'secondary_button_pressed',
  colors: () => object,
) {
  let press: (() => void) | undefined
  const available = can(method)
  if (available) on(event, () => press?.())
  return {
    available,
    show(button: NativeButton, onPress: () => void) {
      press = onPress
      tell(method, {
        is_visible: true,
        is_active: !button.disabled && !button.busy,
        is_progress_visible: button.busy ?? false,
        text: button.text,
        ...colors(),
      })
    },
    hide() {
      press = undefined
      tell(method, { is_visible: false })
    },
  }
}

export const mainButton = bottomButton('web_app_setup_main_button', 'main_button_pressed', () => ({
  color: theme.button_color,
  text_color: theme.button_text_color,
}))
export const secondaryButton = bottomButton(
  'web_app_setup_secondary_button',
  'secondary_button_pressed',
  () => ({
    color: theme.secondary_bg_color,
    text_color: theme.accent_text_color ?? theme.button_color,
    position: 'left',
  }),
)

function cornerButton(
  method: 'web_app_setup_back_button' | 'web_app_setup_settings_button',
  event: EventName,
) {
  return {
    available: can(method),
    show: (visible: boolean) => tell(method, { is_visible: visible }),
    onPress: (handler: () => void) => on(event, handler),
  }
}
export const backButton = cornerButton('web_app_setup_back_button', 'back_button_pressed')
export const settingsButton = cornerButton('web_app_setup_settings_button', 'settings_button_pressed')

const haptics = {
  tap: { type: 'impact', impact_style: 'light' },
  success: { type: 'notification', notification_type: 'success' },
  error: { type: 'notification', notification_type: 'error' },
  select: { type: 'selection_change' },
} as const
export const haptic = (kind: keyof typeof haptics) => tell('web_app_trigger_haptic_feedback', haptics[kind])

export interface PopupButton {
  id: string
  /** Not for `ok`, `close` and `cancel`, whose texts Telegram knows. */
  text?: string
  type?: 'default' | 'destructive' | 'ok' | 'close' | 'cancel'
}
export interface Popup {
  /** Up to 64 characters. */
  title?: string
  /** Up to 256 characters. */
  message: string
  /** One to three. */
  buttons: PopupButton[]
}

/** Asks in Telegram's own popup; resolves to the pressed button's id, null when it was dismissed. */
export async function popup({ title = '', message, buttons }: Popup): Promise<string | null> {
  const cancel = buttons.find(({ type }) => type === 'cancel' || type === 'close')
  if (!can('web_app_open_popup')) {
    const agreed = window.confirm(title ? `${title}\n\n${message}` : message)
    return agreed ? (buttons.find((button) => button !== cancel)?.id ?? null) : (cancel?.id ?? null)
  }
  const params = {
    title: title.slice(0, 64),
    message: message.slice(0, 256),
    buttons: buttons.map((button) => ({ type: 'default', text: '', ...button })) as [],
  }
  const answer = await request('web_app_open_popup', 'popup_closed', { params }).catch(() => undefined)
  return answer?.button_id ?? null
}

/** Asks whether to do `action.text`; true when so. The other button is Telegram's own "Cancel". */
export const confirm = async (message: string, action: { text: string; destructive?: boolean }) =>
  (await popup({
    message,
    buttons: [
      { id: 'do', text: action.text, type: action.destructive ? 'destructive' : 'default' },
      { id: 'cancel', type: 'cancel' },
    ],
  })) === 'do'

/** Opens a `https://t.me/…` link inside Telegram. */
export function openTelegramLink(url: string): void {
  const { pathname, search } = new URL(url)
  if (can('web_app_open_tg_link')) tell('web_app_open_tg_link', { path_full: pathname + search })
  else location.href = url
}

/** Lets the person choose whom to send a link with a text before it (https://core.telegram.org/widgets/share). */
export const share = (url: string, text: string): void =>
  openTelegramLink(`https://t.me/share/url?${new URLSearchParams({ url, text })}`)

/** Whether the client can offer to send what the bot prepared (Bot API 8.0). */
export const sharesPrepared = can('web_app_send_prepared_message')

/**
 * Lets the person choose whom to send a message that the bot prepared for them; false when it could not be offered
 * or sent, so that something else is worth a try. Leaving it is no failure.
 */
export async function sharePrepared(id: string): Promise<boolean> {
  const events = ['prepared_message_sent', 'prepared_message_failed'] as const
  const answer = await request('web_app_send_prepared_message', [...events], { params: { id } }).catch(
    () => ({ error: 'UNSUPPORTED' }),
  )
  return answer === undefined || answer.error === 'USER_DECLINED'
}

/** Opens any other address outside the app. */
export function openLink(url: string): void {
  if (can('web_app_open_link')) tell('web_app_open_link', { url })
  else window.open(url, '_blank', 'noopener')
}

/** Whether the bot may write to the person; who has not said so yet is asked. */
export async function requestWriteAccess(): Promise<boolean> {
  if (!can('web_app_request_write_access')) return true
  const answer = await request('web_app_request_write_access', 'write_access_requested').catch(
    () => undefined,
  )
  return answer?.status !== 'cancelled'
}

/**
 * Asks the person to share their own phone number. Resolves to the query string signed by Telegram
 * (`contact=…&auth_date=…&hash=…`), null when refused, unsupported, or not there after about ten seconds.
 */
export async function requestContact(): Promise<string | null> {
  if (!can('web_app_request_phone')) return null
  const answer = await request('web_app_request_phone', 'phone_requested').catch(() => undefined)
  if (answer?.status !== 'sent') return null
  // The client says "sent" before Telegram's server has the contact, so ask until it is there, ever less often.
  for (let wait = 50; wait <= 1000; wait += 50) {
    const id = `${Date.now()}${wait}`
    const contact = await invokeCustomMethod('getRequestedContact', {}, id, { timeout: 5000 }).catch(() => '')
    if (typeof contact === 'string' && contact) return contact
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  return null
}
