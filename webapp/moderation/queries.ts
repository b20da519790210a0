import { createSignal } from 'solid-js'
import type { AdChanges, Desk, RejectionMark } from '#shared/moderation/schema.ts'
import { api, call } from '#webapp/api.ts'

/** What is in hand from now on; see `deskSchema`. */
export const loadDesk = (desk: Desk) => call(api.moderation.desk.$post({ json: desk }))
export type QueueAd = Awaited<ReturnType<typeof loadDesk>>['items'][number]

/** Gives everything in hand back, also while the app is being closed. */
export const leaveDesk = () =>
  call(api.moderation.desk.$post({ json: { holding: [], want: 0 } }, { init: { keepalive: true } }))

/** What a moderator decides; reason, note and marks are for the seller. */
export type Verdict =
  | { approve: true; changes?: AdChanges | undefined }
  | { approve: false; reason: string; note: string; marks: RejectionMark[]; final: boolean }

/** Decides upon the ad as it was seen: an ad that has changed since is refused with `ads.changed`. */
export function sendVerdict({ id, revision }: Pick<QueueAd, 'id' | 'revision'>, verdict: Verdict) {
  const param = { id: String(id) }
  if (verdict.approve) {
    const { changes } = verdict
    return call(
      api.moderation[':id'].approve.$post({ param, json: { revision, ...(changes && { changes }) } }),
    )
  }
  const { approve: _, ...rejection } = verdict
  return call(api.moderation[':id'].reject.$post({ param, json: { revision, ...rejection } }))
}

export const undoDecision = (id: number) =>
  call(api.moderation.decisions[':id'].undo.$post({ param: { id: String(id) } }))

export const loadDecisions = (cursor?: string) =>
  call(api.moderation.decisions.$get({ query: cursor === undefined ? {} : { cursor } }))
export type Decided = Awaited<ReturnType<typeof loadDecisions>>['items'][number]

/** Waiting ads of trusted sellers. */
export const loadTrusted = () => call(api.moderation.queue.$get({ query: { trusted: 'true' } }))
export const approveMany = (ads: readonly Pick<QueueAd, 'id' | 'revision'>[]) =>
  call(api.moderation.approve.$post({ json: { ads: ads.map(({ id, revision }) => ({ id, revision })) } }))

export const setTrust = (sellerId: number, trust: 0 | 1 | 2) =>
  call(api.moderation.sellers[':id'].trust.$put({ param: { id: String(sellerId) }, json: { trust } }))

const getReasons = () => call(api.moderation.reasons.$get())
export type Reason = Awaited<ReturnType<typeof getReasons>>['items'][number]
const [reasons, setReasons] = createSignal<readonly Reason[]>([])

/** Why an ad may be sent back, as far as it is known; none before `loadReasons` has once come through. */
export { reasons }
export const loadReasons = async (): Promise<void> => void setReasons((await getReasons()).items)
