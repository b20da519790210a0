import * as v from 'valibot'
import { cursorSchema } from '#shared/schema.ts'

/** What moderators decide upon ads. */
export const decisionActions = [
  'approved',
  'mended',
  'rejected',
  'undone',
  'kept',
  'reports_settled',
  'reports_reopened',
] as const
/** What sellers, buyers and the board's clock do to ads. */
export const adActions = [
  'submitted',
  'priced',
  'sold',
  'confirmed',
  'renewed',
  'removed',
  'erased',
  'expired',
  'hidden',
  'reported',
] as const
/** Everything else, also what nobody here has heard of, is a change that moderators and admins make to the board. */
export const auditKinds = ['decisions', 'changes', 'ads'] as const
export type AuditKind = (typeof auditKinds)[number]

const id = v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number))
const day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((text) => !Number.isNaN(Date.parse(text)) && text > '2000' && text < '3000'),
)
const filterEntries = {
  /** Who did it. */
  actor: v.exactOptional(id),
  /** To whom it was done, or to whose ads. */
  person: v.exactOptional(id),
  ad: v.exactOptional(id),
  kind: v.exactOptional(v.picklist(auditKinds)),
  action: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z][a-z_.]{0,39}$/))),
  /** Days in Tashkent, both included. */
  from: v.exactOptional(day),
  to: v.exactOptional(day),
}
export const auditExportSchema = v.strictObject(filterEntries)
export type AuditFilter = v.InferOutput<typeof auditExportSchema>
export const auditSchema = v.strictObject({ ...filterEntries, ...cursorSchema.entries })
