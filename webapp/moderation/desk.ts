import { batch, createSignal } from 'solid-js'
import type { Desk, QueueFilter } from '#shared/moderation/schema.ts'
import type { Verdict } from '#webapp/moderation/queries.ts'

interface Waiting {
  id: number
  revision: number
}
interface Hand<Ad> {
  items: readonly Ad[]
  lost: readonly { id: number; by: string | null }[]
  total: number
  /** How many of all fit what is asked for. */
  fitting: number
  trusted: number
}

/** What the desk needs of the world around it. */
export interface DeskDoor<Ad extends Waiting> {
  load: (desk: Desk) => Promise<Hand<Ad>>
  send: (ad: Ad, verdict: Verdict) => Promise<{ decisionId: number }>
  undo: (decisionId: number) => Promise<{ adId: number }>
  /** A verdict or an undoing went through, or did not; a verdict upon `ad`. */
  onSent: () => void
  onFailed: (error: unknown, ad?: Ad) => void
  /** The ad that was looked at, or was to be, is not to be had: somebody else is at it, or it waits no more. */
  onLost: (by: string | null) => void
  /** The ad that is looked at is another now: its seller changed it. */
  onChanged: () => void
}

/** How many ads are in hand: one is looked at, the others are there at once when it is done. */
const inHand = 3
/** When another ad slides in, or the same one changed, taps are ignored for a moment: none judges an ad unseen. */
const settleMs = 400

/** Verdicts that came too late: there is nothing left to decide. */
const tooLate = new Set<unknown>(['moderation.decided', 'moderation.claimed', 'ads.not_found'])

/** What was decided last, for taking it back. */
export interface LastDecision<Ad> {
  ad: Ad
  approved: boolean
  /** Undefined until the server has it. */
  id: number | undefined
}

/**
 * The ads that a moderator has in hand, claimed so that nobody else is given them; the oldest first. A verdict takes
 * the ad away at once and is sent behind the scenes; when it fails, the ad comes back as it is now.
 */
export function createDesk<Ad extends Waiting>(door: DeskDoor<Ad>) {
  const [items, setItems] = createSignal<readonly Ad[]>([])
  const [numbers, setNumbers] = createSignal({ total: 0, fitting: 0, trusted: 0 })
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading')
  const [error, setError] = createSignal<unknown>()
  const [settling, setSettling] = createSignal(false)
  const [filter, setFilter] = createSignal<QueueFilter>({})
  const [last, setLast] = createSignal<LastDecision<Ad>>()
  /** Verdicts under way: their ads stay claimed, but are not shown. */
  const sending = new Set<number>()
  /** Verdicts that came through since the last question was sent: its answer may still have their ads. */
  const finished = new Set<number>()
  const skipped = new Set<number>()
  let wished: number | undefined
  let running: Promise<void> | undefined
  let again = false

  /**
   * Sits down at the desk, with the ad `first` on top. What it was left with is there at once: the same ad, the same
   * filter, and what was put off.
   */
  function begin(first?: number): Promise<void> {
    wished = first ?? wished
    return sync()
  }

  /** Keeps the claims, fills the hand, and learns what is lost. One at a time; a call meanwhile runs it once more. */
  function sync(): Promise<void> {
    if (running) again = true
    running ??= run().finally(() => {
      running = undefined
      if (again) {
        again = false
        void sync()
      }
    })
    return running
  }

  async function run(): Promise<void> {
    const wish = wished
    wished = undefined
    finished.clear()
    const holding = [...items().map(({ id }) => id), ...sending]
    if (items().length === 0) setState('loading')
    try {
      const want = Math.max(0, inHand - items().length - (wish === undefined ? 0 : 1))
      const skip = [...skipped]
      const hand = await door.load({
        holding: holding.filter((id) => id !== wish),
        want,
        skip,
        filter: filter(),
        ...(wish !== undefined && { first: wish }),
      })
      accept(hand, wish)
    } catch (cause) {
      wished ??= wish
      batch(() => {
        setError(cause)
        if (items().length === 0) setState('failed')
      })
      return
    }
    if (items().length > 0 || skipped.size === 0) return
    // All others are done: what was put off comes round.
    skipped.clear()
    await run()
  }

  function accept(hand: Hand<Ad>, wish: number | undefined) {
    const before = items()[0]
    const looked = before?.id
    const gone = hand.lost.find(
      ({ id }) => (id === looked || id === wish) && !sending.has(id) && !finished.has(id),
    )
    const known = new Map(items().map((ad) => [ad.id, ad]))
    const fresh = hand.items.filter(({ id }) => !sending.has(id) && !finished.has(id) && !skipped.has(id))
    batch(() => {
      setItems(fresh.map((ad) => keepSame(known.get(ad.id), ad)))
      setNumbers({
        total: Math.max(0, hand.total - sending.size),
        fitting: Math.max(0, hand.fitting - sending.size),
        trusted: hand.trusted,
      })
      // Nothing in hand while something is under way is not yet the end.
      setState(fresh.length === 0 && (again || sending.size > 0) ? 'loading' : 'ready')
    })
    if (gone) door.onLost(gone.by)
    const now = items()[0]
    if (before && now?.id === before.id && now.revision !== before.revision) {
      settle()
      door.onChanged()
    }
  }

  function takeAway(isGone: (ad: Ad) => boolean) {
    batch(() => {
      setItems((all) => all.filter((ad) => !isGone(ad)))
      settle()
      if (items().length === 0) setState('loading')
    })
  }

  function settle() {
    setSettling(true)
    setTimeout(() => setSettling(false), settleMs)
  }

  async function decide(ad: Ad, verdict: Verdict) {
    if (settling() || sending.has(ad.id)) return
    sending.add(ad.id)
    batch(() => {
      takeAway(({ id }) => id === ad.id)
      setNumbers((all) => ({
        ...all,
        total: Math.max(0, all.total - 1),
        fitting: Math.max(0, all.fitting - 1),
      }))
      setLast({ ad, approved: verdict.approve, id: undefined })
    })
    let comesBack = false
    try {
      const { decisionId } = await door.send(ad, verdict)
      setLast((shown) => (shown?.ad.id === ad.id ? { ...shown, id: decisionId } : shown))
      door.onSent()
    } catch (cause) {
      if (last()?.ad.id === ad.id) setLast(undefined)
      door.onFailed(cause, ad)
      comesBack = !tooLate.has((cause as { code?: unknown }).code)
    }
    sending.delete(ad.id)
    if (comesBack) wished = ad.id
    else finished.add(ad.id)
    await sync()
  }

  /** Puts the ad off: others may have it, and here it comes round after all others. */
  function skip(ad: Ad) {
    if (settling()) return
    skipped.add(ad.id)
    takeAway(({ id }) => id === ad.id)
    void sync()
  }

  /** Takes away what something else than a verdict has ended: nothing more is to be said of it. */
  function drop(isGone: (ad: Ad) => boolean) {
    takeAway(isGone)
    void sync()
  }

  /** Takes a decision back; its ad is looked at again at once. */
  async function undo(decisionId: number) {
    if (last()?.id === decisionId) setLast(undefined)
    try {
      const { adId } = await door.undo(decisionId)
      wished = adId
      skipped.delete(adId)
      door.onSent()
      await sync()
    } catch (cause) {
      door.onFailed(cause)
    }
  }

  function choose(next: QueueFilter) {
    batch(() => {
      setFilter(next)
      setItems([])
    })
    void sync()
  }

  /** Nothing is left for this moderator, as far as is known. */
  const done = () => state() === 'ready' && items().length === 0

  return {
    items,
    numbers,
    state,
    error,
    settling,
    filter,
    last,
    setLast,
    done,
    begin,
    sync,
    decide,
    skip,
    drop,
    undo,
    choose,
  }
}

/** What is as before keeps its identity, so that nothing on the screen is drawn anew. */
const keepSame = <T>(before: T | undefined, now: T): T =>
  before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now
