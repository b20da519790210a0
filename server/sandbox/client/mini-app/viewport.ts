import type { Chrome } from './chrome.ts'
import type { Emit, Handlers } from './wire.ts'

/** The Mini App's part of the phone, CSS pixels. */
export interface Viewport {
  width: number
  height: number
  /** Plays a phone with a notch and a home indicator. */
  notch: boolean
}

const NOTCH = 44
const HOME_INDICATOR = 34
/** The floating buttons that stay over a full-screen Mini App. */
const FULLSCREEN_HEADER = 46

const noInset = { top: 0, bottom: 0, left: 0, right: 0 }

/** What the device covers. Our own header and buttons already keep away from it, so only their absence uncovers it. */
export function safeArea(viewport: Viewport, chrome: Chrome) {
  if (!viewport.notch) return noInset
  const hasButtons = chrome.main.visible || chrome.secondary.visible
  return { ...noInset, top: chrome.fullscreen ? NOTCH : 0, bottom: hasButtons ? 0 : HOME_INDICATOR }
}

/** What Telegram's own controls cover inside of that. */
export const contentSafeArea = (chrome: Chrome) =>
  chrome.fullscreen ? { ...noInset, top: FULLSCREEN_HEADER } : noInset

export const viewportChanged = ({ width, height }: Viewport) => ({
  width,
  height,
  is_expanded: true,
  is_state_stable: true,
})

export function viewportHandlers(viewport: Viewport, chrome: Chrome, emit: Emit): Handlers {
  const sendViewport = () => emit('viewport_changed', viewportChanged(viewport))
  return {
    web_app_request_viewport: sendViewport,
    web_app_expand: sendViewport,
    web_app_request_safe_area: () => emit('safe_area_changed', safeArea(viewport, chrome)),
    web_app_request_content_safe_area: () => emit('content_safe_area_changed', contentSafeArea(chrome)),
  }
}
