import { batch, createSignal } from 'solid-js'

export interface Batch<T> {
  items: readonly T[]
  nextCursor: string | null
}
export type Load<T> = (cursor?: string) => Promise<Batch<T>>

/** A list read page by page; it may outlive the screen that shows it, so that going back shows it at once. */
export interface Paged<T> {
  items: () => readonly T[]
  /** `new` until the first page has come; `end` when there is no more. */
  state: () => 'new' | 'idle' | 'loading' | 'failed' | 'end'
  error: () => unknown
  /** Reads the next page; a second call while one is under way does nothing. */
  more: () => Promise<void>
  /** Reads the first page anew in place of all; throws when that fails, and the old items stay. */
  refresh: () => Promise<void>
  /** Changes the items that are there, e.g. takes out what was sold. */
  update: (change: (items: readonly T[]) => readonly T[]) => void
}

export function createPaged<T extends { id: number | string }>(load: Load<T>, initial?: Batch<T>): Paged<T> {
  const [items, setItems] = createSignal<readonly T[]>(initial?.items ?? [])
  const [state, setState] = createSignal<ReturnType<Paged<T>['state']>>(stateAfter(initial))
  const [error, setError] = createSignal<unknown>()
  let cursor = initial?.nextCursor ?? null
  /** Counts refreshes that came: answers to questions asked before the latest are thrown away. */
  let round = 0
  let latest = 0

  function accept(page: Batch<T>, next: readonly T[]) {
    cursor = page.nextCursor
    batch(() => {
      setItems(next)
      setState(stateAfter(page))
      setError(undefined)
    })
  }

  async function more() {
    if (state() === 'loading' || state() === 'end') return
    const asked = round
    setState('loading')
    try {
      const page = await load(cursor ?? undefined)
      if (asked !== round) return
      const known = new Set(items().map(({ id }) => id))
      accept(page, [...items(), ...page.items.filter(({ id }) => !known.has(id))])
    } catch (cause) {
      if (asked !== round) return
      batch(() => {
        setError(cause)
        setState('failed')
      })
    }
  }

  async function refresh() {
    const asked = ++latest
    const page = await load()
    if (asked !== latest) return
    round++
    accept(page, keepSame(items(), page.items))
  }

  return { items, state, error, more, refresh, update: (change) => void setItems(change) }
}

const stateAfter = (page: Batch<unknown> | undefined) => {
  if (!page) return 'new'
  return page.nextCursor === null ? 'end' : 'idle'
}

/** The fresh items, but those that are as before keep their identity, so that nothing on the screen is drawn anew. */
function keepSame<T extends { id: number | string }>(old: readonly T[], fresh: readonly T[]): readonly T[] {
  const byId = new Map(old.map((item) => [item.id, item]))
  return fresh.map((item) => {
    const before = byId.get(item.id)
    return before && JSON.stringify(before) === JSON.stringify(item) ? before : item
  })
}
