import { api, call } from '#webapp/api.ts'
import type { Rejection } from '#webapp/moderation/RejectSheet.tsx'

/** Ads with open reports, the heaviest first, or just this one. */
export const loadReported = (query: { ad?: string; cursor?: string }) => call(api.reports.$get({ query }))
export type Reported = Awaited<ReturnType<typeof loadReported>>['items'][number]

type Seen = Pick<Reported, 'id' | 'revision'>
const param = ({ id }: Seen) => ({ id: String(id) })

/** There is nothing wrong with the ad as it was seen. */
export const dismiss = (ad: Seen) =>
  call(api.reports[':id'].dismiss.$post({ param: param(ad), json: { revision: ad.revision } }))

/** What was reported is right; reason, note and marks are for the seller. */
export const takeDown = (ad: Seen, rejection: Rejection) =>
  call(
    api.reports[':id']['take-down'].$post({
      param: param(ad),
      json: { revision: ad.revision, ...rejection },
    }),
  )
