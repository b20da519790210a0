import type { AuditKind } from '#shared/audit/schema.ts'
import { api, call } from '#webapp/api.ts'

/** What is looked for, as it stands in the address. */
export interface AuditQuery {
  actor?: string
  person?: string
  ad?: string
  kind?: AuditKind
  from?: string
  to?: string
}

export const loadAudit = (query: AuditQuery, cursor?: string) =>
  call(api.audit.$get({ query: { ...query, ...(cursor && { cursor }) } }))
export type AuditEntry = Awaited<ReturnType<typeof loadAudit>>['items'][number]

/** Everybody who moderates. */
export const loadStaff = async () => (await call(api.audit.staff.$get())).items

/** Has the bot send what is looked for into the person's chat. */
export const sendAudit = (query: AuditQuery) => call(api.audit.export.$post({ query }))
