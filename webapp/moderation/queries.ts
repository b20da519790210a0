import type { RejectionReason } from '#shared/moderation/schema.ts'
import { api, call } from '#webapp/api.ts'

/** A page of the queue, oldest ad first; `after` an ad's id. */
export const loadQueue = (after: number | undefined) =>
  call(api.moderation.queue.$get({ query: after === undefined ? {} : { cursor: String(after) } }))
export type QueueAd = Awaited<ReturnType<typeof loadQueue>>['items'][number]

/** What a moderator decides; the note is for the seller. */
export type Verdict = { approve: true } | { approve: false; reason: RejectionReason; note: string }

/** Decides upon the ad as it was seen: an ad that has changed since is refused with `ads.changed`. */
export function sendVerdict({ id, revision }: Pick<QueueAd, 'id' | 'revision'>, verdict: Verdict) {
  const param = { id: String(id) }
  if (verdict.approve) return call(api.moderation[':id'].approve.$post({ param, json: { revision } }))
  const { reason, note } = verdict
  return call(api.moderation[':id'].reject.$post({ param, json: { revision, reason, note } }))
}
