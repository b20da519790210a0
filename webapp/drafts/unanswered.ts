import type { Draft } from '#shared/ads/schema.ts'
import { userKey } from '#webapp/drafts/person.ts'
import { readStored, store } from '#webapp/stored.ts'

/** A sending that was not answered yet: its Idempotency-Key and what was sent. */
interface Unanswered {
  key: string
  draft: Draft
}

/** Apart from the form, so that the app can look when it starts without loading the form. */
export const unanswered = () => readStored<Unanswered>(userKey('draft-sending'))
export const remember = (sent: Unanswered | undefined) => store(userKey('draft-sending'), sent)
