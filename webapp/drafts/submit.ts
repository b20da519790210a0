import { createSignal } from 'solid-js'
import type { Draft } from '#shared/ads/schema.ts'
import { ApiError, api, call, newKey } from '#webapp/api.ts'
import { autosave, saving, tidy, userKey } from '#webapp/drafts/form.ts'
import { sameDraft } from '#webapp/drafts/merge.ts'
import { readStored, store } from '#webapp/stored.ts'

/** How sending ended: the ad is with the moderators, it waits for the connection, or why not. */
export type Sent = { adId: number } | 'waiting' | ApiError

const [sending, setSending] = createSignal(false)

export { sending }

/** A sending that was not answered yet: its Idempotency-Key and what was sent. */
interface Unanswered {
  key: string
  draft: Draft
}
const unanswered = () => readStored<Unanswered>(userKey('draft-sending'))
const remember = (sent: Unanswered | undefined) => store(userKey('draft-sending'), sent)

/**
 * Whether the person pressed "send", no answer came, and nothing was changed since: then it may be sent again
 * without asking. Under the same key it becomes one ad, however often it is tried.
 */
export function waitsToBeSent(): boolean {
  const sent = unanswered()
  return sent !== undefined && sameDraft(sent.draft, autosave.draft())
}

/**
 * Sends the draft as it is now. A second call while one is under way does nothing. The key is kept until there is an
 * answer, also over a restart of the app.
 */
export async function submit(): Promise<Sent | undefined> {
  if (sending()) return undefined
  setSending(true)
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
  } finally {
    setSending(false)
  }
}
