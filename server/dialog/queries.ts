import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { dialogs, telegramUpdates } from '#server/db/schema.ts'
import type { Position } from './position.ts'

export interface DialogRow {
  position: Position
  /** The bot's last question. */
  messageId: number | null
}

export async function findDialog(db: Db, userId: number): Promise<DialogRow | undefined> {
  const [row] = await db.select().from(dialogs).where(eq(dialogs.userId, userId))
  return row && { position: row.state as Position, messageId: row.messageId }
}

export const saveDialog = (tx: Db, userId: number, state: Position) =>
  tx
    .insert(dialogs)
    .values({ userId, state })
    .onConflictDoUpdate({ target: dialogs.userId, set: { state, updatedAt: sql`now()` } })

/** Puts down what the bot's message shows, unless the dialog has moved on or ended meanwhile. */
export const noteShown = (db: Db, userId: number, o: { step: number; messageId: number; face: string }) =>
  db
    .update(dialogs)
    .set({
      messageId: o.messageId,
      state: sql`${dialogs.state} || jsonb_build_object('face', ${o.face}::text)`,
    })
    .where(and(eq(dialogs.userId, userId), sql`(${dialogs.state}->>'step')::int = ${o.step}`))

export const deleteDialog = (db: Db, userId: number) => db.delete(dialogs).where(eq(dialogs.userId, userId))

/** Whether more of an album is kept and waits for its turn: one reaction is enough for all of it. */
export async function moreOfAlbum(db: Db, o: { updateId: number; album: string }): Promise<boolean> {
  const isOfAlbum = sql`${telegramUpdates.payload}->'message'->>'media_group_id' = ${o.album}`
  const rows = await db
    .select({ id: telegramUpdates.updateId })
    .from(telegramUpdates)
    .where(and(isNull(telegramUpdates.doneAt), gt(telegramUpdates.updateId, o.updateId), isOfAlbum))
    .limit(1)
  return rows.length > 0
}
