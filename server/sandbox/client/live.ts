import type { SandboxEvent } from '../telegram/protocol.ts'
import { fetchState } from './api.ts'
import { applyBot, applyEvent, applyState, setOnline } from './sandbox.ts'
import { person } from './view.ts'

const RECONNECT_MS = 1_500

/** Events that came while a state was on its way; they are applied after it, which does no harm when it held them. */
let waiting: SandboxEvent[] | undefined

function take(event: SandboxEvent) {
  if (waiting) waiting.push(event)
  else if (event.type === 'state') void refresh()
  else applyEvent(event)
}

async function refresh() {
  if (waiting) return void waiting.push({ type: 'state' })
  waiting = []
  try {
    const [state, seen] = await Promise.all([fetchState(), fetchState(person()?.id)])
    applyState(state, seen.bot)
  } catch {
    setOnline(false)
  }
  const missed = waiting
  waiting = undefined
  if (missed.some((event) => event.type === 'state')) return refresh()
  missed.forEach(take)
}

/** The bot speaks to each person in their language: asks for its commands and texts anew. */
export async function refreshBot(personId: number) {
  applyBot((await fetchState(personId)).bot)
}

/** Follows the sandbox: a whole state at each (re)connection and on demand, single events in between. */
export function followSandbox() {
  const source = new EventSource('/client/events')
  source.onopen = () => {
    setOnline(true)
    void refresh()
  }
  source.onmessage = ({ data }: MessageEvent<string>) => take(JSON.parse(data) as SandboxEvent)
  source.onerror = () => {
    setOnline(false)
    // The browser reconnects by itself after a lost connection, but never after an HTTP error.
    if (source.readyState === EventSource.CLOSED) setTimeout(followSandbox, RECONNECT_MS)
  }
}
