import type { Db } from './client.ts'
import { audit } from './schema.ts'

/** Writes who did what, and to which ad or person; call it in the transaction that does it. `actorId` null: the board itself. */
export const writeAudit = (
  tx: Db,
  entry: {
    actorId: number | null
    action: string
    adId?: number
    userId?: number
    before?: unknown
    after?: unknown
  },
) => tx.insert(audit).values(entry)
