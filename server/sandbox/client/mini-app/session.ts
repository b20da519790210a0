import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import { createDialogs } from '../dialogs/dialogs.ts'
import { type Chrome, chromeHandlers, initialChrome } from './chrome.ts'
import { requestHandlers, type Telegram } from './requests.ts'
import { type Shelves, storageHandlers } from './storage.ts'
import { unsupportedHandlers } from './unsupported.ts'
import { type Viewport, viewportHandlers } from './viewport.ts'
import type { Emit, WireEvent } from './wire.ts'

export interface LogEntry {
  way: 'in' | 'out'
  eventType: string
  data: unknown
}

/** How many events the log keeps. */
const LOG_LENGTH = 200

/**
 * One opened Mini App: what it says (`receive`) changes its chrome, asks the person or is answered through `post`.
 * @param post sends an event to the Mini App's window.
 */
export function createSession(telegram: Telegram, shelves: Shelves, post: Emit) {
  const [chrome, setChrome] = createStore<Chrome>(initialChrome())
  const [viewport, setViewport] = createStore<Viewport>({ width: 0, height: 0, notch: false })
  const [log, setLog] = createSignal<LogEntry[]>([])
  const dialogs = createDialogs()
  let contact = ''
  /** Until the Mini App has spoken, its window may still be empty and of another origin. */
  let heard = false

  const note = (entry: LogEntry) => setLog((entries) => [...entries.slice(1 - LOG_LENGTH), entry])
  const emit: Emit = (eventType, data) => {
    if (!heard) return
    note({ way: 'in', eventType, data })
    post(eventType, data)
  }
  const handlers = {
    ...unsupportedHandlers(emit),
    ...chromeHandlers(setChrome, emit),
    ...requestHandlers(telegram, dialogs, emit, (signed) => {
      contact = signed
    }),
    ...storageHandlers(shelves, () => contact, emit),
    ...viewportHandlers(viewport, chrome, emit),
  }

  return {
    chrome,
    setChrome,
    viewport,
    setViewport,
    dialogs,
    log,
    emit,
    /** Names without a handler are taken silently, as clients do with what they do not know. */
    async receive({ eventType, eventData }: WireEvent) {
      heard = true
      note({ way: 'out', eventType, data: eventData })
      await handlers[eventType]?.(eventData)
    },
  }
}

export type Session = ReturnType<typeof createSession>
