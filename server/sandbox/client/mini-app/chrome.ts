import { reconcile, type SetStoreFunction } from 'solid-js/store'
import { bool, type Data, type Handlers, text } from './wire.ts'

export interface BottomButton {
  text: string
  color?: string
  textColor?: string
  active: boolean
  visible: boolean
  progress: boolean
  shine: boolean
}

export type SecondaryPosition = 'left' | 'right' | 'top' | 'bottom'

/** The native parts around a Mini App, as it has set them up. Colours are `#rrggbb` or a theme parameter's name. */
export interface Chrome {
  ready: boolean
  headerColor: string
  backgroundColor: string
  bottomBarColor: string
  main: BottomButton
  secondary: BottomButton & { position: SecondaryPosition }
  back: boolean
  settings: boolean
  confirmClosing: boolean
  verticalSwipes: boolean
  fullscreen: boolean
  reloadable: boolean
  haptic: { count: number; kind: string }
}

const button = (label: string): BottomButton => ({
  text: label,
  active: true,
  visible: false,
  progress: false,
  shine: false,
})

export const initialChrome = (): Chrome => ({
  ready: false,
  headerColor: 'header_bg_color',
  backgroundColor: 'bg_color',
  bottomBarColor: 'bottom_bar_bg_color',
  main: button('Continue'),
  secondary: { ...button('Cancel'), position: 'left' },
  back: false,
  settings: false,
  confirmClosing: false,
  verticalSwipes: true,
  fullscreen: false,
  reloadable: false,
  haptic: { count: 0, kind: '' },
})

const isColor = (value: string) => /^#[0-9a-f]{6}$/i.test(value)
const POSITIONS: readonly string[] = ['left', 'right', 'top', 'bottom']

/** Only what the Mini App names changes: the official script leaves out what stays as it was. */
function buttonChange(data: Data): Partial<BottomButton> {
  const label = text(data, 'text')?.trim()
  const color = text(data, 'color')
  const textColor = text(data, 'text_color')
  const flags = {
    active: bool(data, 'is_active'),
    visible: bool(data, 'is_visible'),
    progress: bool(data, 'is_progress_visible'),
    shine: bool(data, 'has_shine_effect'),
  }
  return {
    ...Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined)),
    ...(label ? { text: label } : {}),
    ...(color && isColor(color) ? { color } : {}),
    ...(textColor && isColor(textColor) ? { textColor } : {}),
  }
}

/** Names of https://core.telegram.org/api/web-events that only change what is drawn around the Mini App. */
export function chromeHandlers(
  set: SetStoreFunction<Chrome>,
  emit: (type: string, data?: unknown) => void,
): Handlers {
  const color = (part: 'headerColor' | 'backgroundColor' | 'bottomBarColor') => (data: Data) => {
    const value = text(data, 'color') ?? text(data, 'color_key')
    if (value !== undefined && (isColor(value) || value.endsWith('bg_color'))) set(part, value)
  }
  return {
    web_app_ready: () => set('ready', true),
    iframe_ready: (data) => set('reloadable', bool(data, 'reload_supported') ?? false),
    iframe_will_reload: () => set(reconcile(initialChrome())),
    web_app_setup_main_button: (data) => set('main', buttonChange(data)),
    web_app_setup_secondary_button: (data) => {
      const position = text(data, 'position')
      set('secondary', buttonChange(data))
      if (position && POSITIONS.includes(position))
        set('secondary', 'position', position as SecondaryPosition)
    },
    web_app_setup_back_button: (data) => set('back', bool(data, 'is_visible') ?? false),
    web_app_setup_settings_button: (data) => set('settings', bool(data, 'is_visible') ?? false),
    web_app_setup_closing_behavior: (data) => set('confirmClosing', bool(data, 'need_confirmation') ?? false),
    web_app_setup_swipe_behavior: (data) => set('verticalSwipes', bool(data, 'allow_vertical_swipe') ?? true),
    web_app_set_header_color: color('headerColor'),
    web_app_set_background_color: color('backgroundColor'),
    web_app_set_bottom_bar_color: color('bottomBarColor'),
    web_app_trigger_haptic_feedback: (data) => {
      const kind = text(data, 'impact_style') ?? text(data, 'notification_type') ?? 'selection'
      set('haptic', (haptic) => ({ count: haptic.count + 1, kind }))
    },
    web_app_request_fullscreen: () => {
      set('fullscreen', true)
      emit('fullscreen_changed', { is_fullscreen: true })
    },
    web_app_exit_fullscreen: () => {
      set('fullscreen', false)
      emit('fullscreen_changed', { is_fullscreen: false })
    },
  }
}
