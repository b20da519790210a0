import { batch, createSignal } from 'solid-js'
import type { RejectionReason } from '#shared/moderation/schema.ts'
import { ApiError, api, call } from '#webapp/api.ts'
import { t } from '#webapp/i18n.ts'
import { loadMe } from '#webapp/session.ts'
import { haptic } from '#webapp/telegram.ts'
import { toast } from '#webapp/ui/toast.tsx'

const loadPage = (cursor: string | undefined) =>
  call(api.moderation.queue.$get({ query: cursor ? { cursor } : {} }))
export type QueueAd = Awaited<ReturnType<typeof loadPage>>['items'][number]

/** What a moderator decides; the note is for the seller. */
export type Verdict = { approve: true } | { approve: false; reason: RejectionReason; note: string }

/** From how few ads in hand on the next ones are asked for. */
const low = 4
/** After a decision, taps are ignored until the next ad has slid in: a double tap never judges an ad unseen. */
const settleMs = 500

/**
 * The ads that wait, oldest first. A decision takes the ad away at once and is sent behind the scenes; when it fails,
 * the ad comes back as the next one. `first` is the ad to begin with.
 */
export function createQueue(first?: number) {
  const [items, setItems] = createSignal<readonly QueueAd[]>([])
  const [waiting, setWaiting] = createSignal(0)
  const [state, setState] = createSignal<'loading' | 'ready' | 'failed'>('loading')
  const [error, setError] = createSignal<unknown>()
  const [settling, setSettling] = createSignal(false)
  const decided = new Set<number>()
  let cursor = first === undefined ? undefined : String(first - 1)
  let atEnd = false
  /** Ads older than `first` come after the newest. */
  let begunInside = first !== undefined

  async function load() {
    setState('loading')
    try {
      const page = await loadPage(cursor)
      if (begunInside && items().length === 0 && page.items[0]?.id !== first) toast(t('moderation.gone'))
      cursor = page.nextCursor ?? undefined
      atEnd = cursor === undefined && !begunInside
      if (cursor === undefined) begunInside = false
      batch(() => {
        setItems((known) =>
          merge(
            known,
            page.items.filter(({ id }) => !decided.has(id)),
          ),
        )
        setWaiting(page.total)
        setState('ready')
      })
      if (items().length === 0 && !atEnd) await load()
    } catch (cause) {
      batch(() => {
        setError(cause)
        setState('failed')
      })
    }
  }

  /** Begins anew at the oldest ad, as after all were done. */
  function reload() {
    cursor = undefined
    begunInside = false
    return load()
  }

  function take(ad: QueueAd) {
    decided.add(ad.id)
    batch(() => {
      setItems((all) => all.filter(({ id }) => id !== ad.id))
      setWaiting((count) => Math.max(0, count - 1))
      setSettling(true)
    })
    setTimeout(() => setSettling(false), settleMs)
    if (items().length < low && !atEnd && state() !== 'loading') void load()
  }

  /** The ad is asked for again; the moderator meets it right after the one being looked at. */
  async function giveBack(ad: QueueAd) {
    decided.delete(ad.id)
    const page = await loadPage(String(ad.id - 1)).catch(() => undefined)
    const fresh = page ? page.items.find(({ id }) => id === ad.id) : ad
    if (!fresh) return
    batch(() => {
      setItems(([current, ...rest]) => [...(current ? [current] : []), fresh, ...rest])
      setWaiting((count) => count + 1)
    })
  }

  async function decide(ad: QueueAd, verdict: Verdict) {
    if (settling() || decided.has(ad.id)) return
    take(ad)
    try {
      await send(ad, verdict)
      haptic('success')
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      haptic('error')
      toast(cause.code === 'moderation.decided' ? t('moderation.gone') : cause.message)
      if (cause.code !== 'moderation.decided' && cause.code !== 'ads.not_found') await giveBack(ad)
    } finally {
      // The number on the tab.
      void loadMe()
    }
  }

  return { items, waiting, state, error, settling, load, reload, decide }
}

function send({ id, revision }: QueueAd, verdict: Verdict) {
  const param = { id: String(id) }
  if (verdict.approve) return call(api.moderation[':id'].approve.$post({ param, json: { revision } }))
  const { reason, note } = verdict
  return call(api.moderation[':id'].reject.$post({ param, json: { revision, reason, note } }))
}

/** What was there stays as it is and where it is; only new ads are added. */
function merge(known: readonly QueueAd[], fresh: readonly QueueAd[]): readonly QueueAd[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...fresh.filter(({ id }) => !ids.has(id))]
}
