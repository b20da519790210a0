import { batch, createSignal } from 'solid-js'
import type { Verdict } from '#webapp/moderation/queries.ts'

interface Waiting {
  id: number
}

/** What the queue needs of the world around it. */
export interface QueueDoor<Ad extends Waiting> {
  /** The ads that wait after the ad of this id, oldest first; from the beginning when absent. */
  load: (after: number | undefined) => Promise<{ items: Ad[]; nextCursor: string | null; total: number }>
  send: (ad: Ad, verdict: Verdict) => Promise<unknown>
  /** A verdict went through, or did not. */
  onSent: () => void
  onFailed: (error: unknown) => void
  /** The ad to begin with does not wait any more. */
  onGone: () => void
}

/** From how few ads in hand on the next ones are asked for. */
const low = 4
/** After a verdict, taps are ignored until the next ad has slid in: a double tap never judges an ad unseen. */
const settleMs = 500

/** Verdicts that came too late: there is nothing left to decide. */
const tooLate = new Set<unknown>(['moderation.decided', 'ads.not_found'])

/**
 * The ads that wait, oldest first, or beginning with the ad `first` and then around. A verdict takes the ad away at
 * once and is sent behind the scenes; when it fails, the ad comes back as the next one, as it is now.
 */
export function createQueue<Ad extends Waiting>(door: QueueDoor<Ad>, first?: number) {
  const [items, setItems] = createSignal<readonly Ad[]>([])
  const [waiting, setWaiting] = createSignal(0)
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading')
  const [error, setError] = createSignal<unknown>()
  const [settling, setSettling] = createSignal(false)
  const decided = new Set<number>()
  /** Verdicts under way: the server still counts their ads. */
  let sending = 0
  let after = first === undefined ? undefined : first - 1
  let atEnd = false
  /** The ads older than `first` come when the newest is reached. */
  let olderLeft = first !== undefined

  async function load(): Promise<void> {
    setState('loading')
    try {
      const page = await door.load(after)
      if (first !== undefined && after === first - 1 && page.items[0]?.id !== first) door.onGone()
      after = page.nextCursor === null ? undefined : Number(page.nextCursor)
      atEnd = after === undefined && !olderLeft
      if (after === undefined) olderLeft = false
      batch(() => {
        setItems((known) => merge(known, page.items, decided))
        setWaiting(page.total - sending)
        setState('ready')
      })
    } catch (cause) {
      batch(() => {
        setError(cause)
        setState('failed')
      })
      return
    }
    if (items().length === 0 && !atEnd) await load()
  }

  /** Begins anew at the oldest ad, after all were done. */
  function reload() {
    after = undefined
    olderLeft = false
    return load()
  }

  function take(ad: Ad) {
    decided.add(ad.id)
    batch(() => {
      setItems((all) => all.filter(({ id }) => id !== ad.id))
      setWaiting((count) => Math.max(0, count - 1))
      setSettling(true)
    })
    setTimeout(() => setSettling(false), settleMs)
  }

  async function giveBack(ad: Ad) {
    decided.delete(ad.id)
    const page = await door.load(ad.id - 1).catch(() => undefined)
    const now = page ? page.items.find(({ id }) => id === ad.id) : ad
    if (!now) return
    batch(() => {
      setItems((all) => [...all.slice(0, 1), now, ...all.slice(1).filter(({ id }) => id !== now.id)])
      setWaiting((count) => count + 1)
    })
  }

  async function decide(ad: Ad, verdict: Verdict) {
    if (settling() || decided.has(ad.id)) return
    take(ad)
    sending++
    try {
      await door.send(ad, verdict)
      door.onSent()
    } catch (cause) {
      door.onFailed(cause)
      if (!tooLate.has((cause as { code?: unknown }).code)) await giveBack(ad)
    }
    sending--
    if (items().length < low && !atEnd && state() !== 'loading') void load()
  }

  /** Nothing waits any more, as far as is known. */
  const done = () => state() === 'ready' && items().length === 0 && atEnd

  return { items, waiting, state, error, settling, done, load, reload, decide }
}

/** What was there stays as it is and where it is; only new ads are added. */
function merge<Ad extends Waiting>(known: readonly Ad[], fresh: readonly Ad[], decided: ReadonlySet<number>) {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...fresh.filter(({ id }) => !ids.has(id) && !decided.has(id))]
}
