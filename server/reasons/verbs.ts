import { sql } from 'drizzle-orm'
import * as v from 'valibot'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { reasonTemplates } from '#server/db/schema.ts'
import { AppError } from '#server/errors.ts'
import { positionStep, type Reason, readReasons } from '#server/reasons/queries.ts'
import { limits } from '#shared/limits.ts'
import { problemsOf } from '#shared/problems.ts'
import { ownWords } from '#shared/reasons/built-in.ts'
import { type ReasonContent, reasonContentSchema } from '#shared/reasons/schema.ts'

interface Change {
  adminId: number
  id: string
  revision: number
  /** Null: as the board has it built in. */
  content: Record<string, unknown> | null
  archived: boolean
}

/**
 * Changes a reason, or adds one; ads that were rejected for it keep what their sellers were told. Throws
 * `reasons.invalid` with every field that is wrong, `reasons.changed` when somebody else was faster,
 * `reasons.too_many`.
 */
export const changeReason = (db: Db, { adminId, id, revision, ...o }: Change) =>
  db.transaction(async (tx) => {
    const all = await lockReasons(tx)
    const before = all.find((reason) => reason.id === id)
    if ((before?.revision ?? 0) !== revision) throw new AppError('reasons.changed')
    const content = o.content && contentOf(o.content)
    if (!content && !before?.usual) throw new AppError('reasons.invalid', { content: { code: 'required' } })
    if (o.archived && id === ownWords) throw new AppError('reasons.invalid', { archived: { code: 'option' } })
    if (!before && all.length >= limits.reasons) throw new AppError('reasons.too_many')
    const next = {
      content,
      archived: o.archived,
      revision: revision + 1,
      position: before?.position ?? Math.max(...all.map(({ position }) => position)) + positionStep,
      changedBy: adminId,
      changedAt: new Date(),
    }
    await tx
      .insert(reasonTemplates)
      .values({ id, ...next })
      .onConflictDoUpdate({ target: reasonTemplates.id, set: next })
    const after = (await readReasons(tx)).find((reason) => reason.id === id) as Reason
    await writeAudit(tx, {
      actorId: adminId,
      action: 'reason',
      before: before && gistOf(before),
      after: gistOf(after),
    })
    return after
  })

/** Puts the named reasons first, in this order; what is not named follows as it stood. */
export const orderReasons = (db: Db, adminId: number, ids: readonly string[]) =>
  db.transaction(async (tx) => {
    const all = await lockReasons(tx)
    const named = [...new Set(ids)].flatMap((id) => all.find((reason) => reason.id === id) ?? [])
    const next = [...named, ...all.filter((reason) => !named.includes(reason))]
    for (const [index, { id }] of next.entries()) {
      const position = index * positionStep
      await tx
        .insert(reasonTemplates)
        .values({ id, position, revision: 0 })
        .onConflictDoUpdate({ target: reasonTemplates.id, set: { position } })
    }
    const idsOf = (reasons: readonly Reason[]) => ({ ids: reasons.map(({ id }) => id) })
    const items = await readReasons(tx)
    await writeAudit(tx, {
      actorId: adminId,
      action: 'reasons_order',
      before: idsOf(all),
      after: idsOf(items),
    })
    return { items }
  })

/** One change at a time. */
async function lockReasons(tx: Db) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('reason_templates'))`)
  return readReasons(tx)
}

function contentOf(input: Record<string, unknown>): ReasonContent {
  const checked = v.safeParse(reasonContentSchema, input)
  if (!checked.success) throw new AppError('reasons.invalid', problemsOf(checked.issues))
  return checked.output
}

const gistOf = ({ id, name, text, fields, final, archived }: Reason) => ({
  reason: id,
  name,
  text,
  fields,
  final,
  archived,
})
