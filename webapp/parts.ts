/**
 * Most of the app comes in parts, when they are wanted. A part that could not be fetched stays lost for as long as the
 * page lives, since browsers remember the failure (https://github.com/whatwg/html/issues/6768), and one of an older app
 * is not on the server any more: in either case the page must be loaded anew. Without a connection that would leave
 * nothing on the screen at all, so the server is asked first.
 */

import { keep, recall } from '#webapp/storage.ts'

const key = 'loadedAnew'
const lost = new WeakSet<Error>()
window.addEventListener('vite:preloadError', ({ payload }) => lost.add(payload))

/** Whether this was thrown for want of a part. */
export const isLost = (error: unknown): boolean => error instanceof Error && lost.has(error)

/** How long an answer is waited for: on a dead connection none may come for minutes. */
const patienceMs = 4000

/** Loads the page anew where the server answers. Answers whether it does. */
export async function reloadIfReachable(): Promise<boolean> {
  const abort = new AbortController()
  const timer = setTimeout(() => abort.abort(), patienceMs)
  const answers = await fetch('/healthz', { cache: 'no-store', signal: abort.signal }).then(
    ({ ok }) => ok,
    () => false,
  )
  clearTimeout(timer)
  if (!answers) return false
  keep('session', key, String(Date.now()))
  location.reload()
  return true
}

const pauseMs = 3000
/** A page that was loaded anew and misses a part again is given a rest: it may be missing on the server. */
const restMs = 30_000

/** Loads the page anew once the server answers; looks again until the answered function stops it. */
export function reloadWhenReachable(): () => void {
  const before = Number(recall('session', key) ?? 0)
  let timer = setTimeout(look, Math.max(0, before + restMs - Date.now()))
  let stopped = false
  async function look() {
    if (stopped || (await reloadIfReachable()) || stopped) return
    timer = setTimeout(look, pauseMs)
  }
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
