import { createSignal } from 'solid-js'
import type { Draft } from '#shared/ads/schema.ts'
import { ApiError, api, call, newKey } from '#webapp/api.ts'
import { autosave, draft, saving, tidy } from '#webapp/drafts/form.ts'
import { sameDraft } from '#webapp/drafts/merge.ts'
import { remember, unanswered } from '#webapp/drafts/unanswered.ts'
import { t } from '#webapp/i18n.ts'
import { ports } from '#webapp/photos/transport.ts'
import { toast } from '#webapp/ui/toast.tsx'

/** How sending ended: the ad is with the moderators, it waits for the connection, or why not. */
export type Sent = { adId: number } | 'waiting' | ApiError

const [sending, setSending] = createSignal(false)
const [waiting, setWaiting] = createSignal<Draft>()

export { sending }

/** Whether the draft, as it is now, goes out by itself when the connection is back. */
export function waits(): boolean {
  const sent = waiting()
  return sent !== undefined && sameDraft(sent, draft())
}

/**
 * Sends the draft as it is now. A second call while one is under way does nothing. What got no answer is tried again
 * by itself, also after a restart of the app; under the same key it becomes one ad, however often it is tried.
 */
export async function submit(): Promise<Sent | undefined> {
  if (sending()) return undefined
  setSending(true)
  try {
    const result = await send()
    setWaiting(result === 'waiting' ? autosave.draft() : undefined)
    if (result === 'waiting') void tryLater()
    return result
  } finally {
    setSending(false)
  }
}

async function send(): Promise<Sent | undefined> {
  try {
    tidy()
    const key = unanswered()?.key ?? newKey()
    remember({ key, draft: autosave.draft() })
    if (!(await autosave.flush())) return saving() === 'refused' ? undefined : 'waiting'
    const header = { 'idempotency-key': key }
    const json = { revision: autosave.revision() }
    const { adId } = await call(api.draft.submit.$post({ header, json }))
    await autosave.replace({ draft: null, revision: 0, adId: null, photos: [] })
    remember(undefined)
    return { adId }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    if (error.code === 'network') return 'waiting'
    remember(undefined)
    if (error.code === 'ads.changed' || error.code === 'drafts.empty')
      await autosave.load().catch(() => undefined)
    return error
  }
}

const retryMs = 5000
let planned = false

async function tryLater() {
  if (planned) return
  planned = true
  await ports.pause(retryMs)
  planned = false
  await sendWaiting()
}

/**
 * Sends again what got no answer, unless it was changed since; nobody is asked, so how it ended is told.
 * Resolves to whether it arrived.
 */
export async function sendWaiting(): Promise<boolean> {
  const sent = unanswered()
  const result = sent && sameDraft(sent.draft, autosave.draft()) ? await submit() : undefined
  if (result instanceof ApiError) toast(result.message)
  const arrived = typeof result === 'object' && 'adId' in result
  if (arrived) announce()
  return arrived
}

const inPassing = () => toast(t('draft.sent_title'))
let announce = inPassing

/** How an ad that went out by itself is shown, until the returned function is called; else it is said in passing. */
export function whenSent(show: () => void): () => void {
  announce = show
  return () => {
    announce = inPassing
  }
}
