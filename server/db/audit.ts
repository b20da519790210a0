import type { Db } from './client.ts'
import { audit } from './schema.ts'

/** Writes who did what to an ad; call it in the transaction that does it. `actorId` null: the board itself. */
export const writeAudit = (
  tx: Db,
  entry: { actorId: number | null; action: string; adId: number; before?: unknown; after?: unknown },
) => tx.insert(audit).values(entry)
