import type { ReasonContent } from '#shared/reasons/schema.ts'
import { api, call } from '#webapp/api.ts'

export const loadReasons = async () => (await call(api.admin.reasons.$get())).items
export type Reason = Awaited<ReturnType<typeof loadReasons>>[number]

/** Null for the content: as the board has it built in. */
export const saveReason = (
  id: string,
  change: { content: ReasonContent | null; archived: boolean; revision: number },
) => call(api.admin.reasons[':id'].$put({ param: { id }, json: change }))

export const orderReasons = async (ids: string[]) =>
  (await call(api.admin.reasons.order.$post({ json: { ids } }))).items
