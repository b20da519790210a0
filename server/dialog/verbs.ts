import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import { deleteDraft, findDraft, findDraftPhotos, insertDraft, lockDraft } from '#server/drafts/queries.ts'
import { readDraft, saveDraft, submitDraft } from '#server/drafts/verbs.ts'
import { AppError } from '#server/errors.ts'
import { readPlaces } from '#server/limits/places.ts'
import { lockOwner } from '#server/photos/queries.ts'
import { fullName, localeOfUser, setPhone, type UserRow } from '#server/users/queries.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { limits } from '#shared/limits.ts'
import { empty, mergeGuess } from './answers.ts'
import { type Move, makeMove, settle } from './moves.ts'
import { beginning, type Dialog, type Facts, type Position, turnTo } from './position.ts'
import { deleteDialog, findDialog, saveDialog } from './queries.ts'

/** A dialog as it stands after a move, ready to be shown. */
export interface Standing {
  dialog: Dialog
  facts: Facts
  /** The bot's message that shows the dialog so far. */
  messageId: number | null
}

export interface Hearing {
  user: UserRow
  move: Move
  /** The person's message, for moves that are messages: the same one again changes nothing. */
  messageId?: number
  /** The view that a pressed button is of. */
  step?: number
}

/** Where a person stands, nothing changed; undefined when no question is open. */
export async function look(deps: Deps, user: UserRow): Promise<Standing | undefined> {
  const [found, row] = [await findDialog(deps.db, user.id), await findDraft(deps.db, user.id)]
  if (!found || !row) return undefined
  const facts = await factsFor(deps, user, row.data.photoIds, row.adId)
  const { messageId, position } = found
  return { dialog: { draft: row.data, position }, facts, messageId }
}

/** Whether the draft has all the photos that an ad may have. */
export async function isFull(db: Db, userId: number) {
  const row = await findDraft(db, userId)
  return (row?.data.photoIds.length ?? 0) >= limits.photos.max
}

/** Whether a person is in the middle of the questions. */
export async function isOpen(db: Db, userId: number) {
  const found = await findDialog(db, userId)
  return found !== undefined && found.position.shown !== 'cancelled'
}

/**
 * Applies a move to the freshest draft and keeps both in one transaction, so that form and chat, or two phones, never
 * undo each other. A dialog begins where there is none.
 * @returns where it leads; `stale` when a button is of a question that is not shown any more
 */
export const hear = (deps: Deps, o: Hearing) =>
  repeatedly<Standing | 'stale'>(() =>
    deps.db.transaction(async (tx) => {
      await lockOwner(tx, o.user.id)
      const found = await findDialog(tx, o.user.id)
      const row = await lockDraft(tx, o.user.id)
      // Without a draft there is nothing to go on with: it was sent or thrown away in the form.
      const position = row && found?.position.shown !== 'cancelled' ? found?.position : undefined
      if (o.step !== undefined && position?.step !== o.step) return 'stale'
      const before: Dialog =
        row && position
          ? { draft: row.data, position }
          : await begin(deps, tx, o.user, {
              draft: row?.data ?? empty,
              step: (found?.position.step ?? 0) + 1,
            })
      const newPhotos = o.move.kind === 'material' ? (o.move.photoIds ?? []) : []
      const ids = [...(before.draft.photoIds ?? []), ...newPhotos]
      const facts = await factsFor({ ...deps, db: tx }, o.user, ids, row?.adId ?? null)

      const { heard } = before.position
      const isRepeated = o.messageId !== undefined && o.messageId <= heard
      const clean = isRepeated ? before : { ...before, position: forgetNotice(before.position, o.move) }
      const moved = isRepeated ? before : makeMove(clean, o.move, facts)
      if (!moved) return 'stale'
      const settled = settle(moved, facts)
      const dialog = {
        draft: settled.draft,
        position: withStep(before.position, {
          ...settled.position,
          heard: Math.max(heard, o.messageId ?? 0),
        }),
      }
      if (!isDeepStrictEqual(dialog.draft, row?.data ?? empty))
        await saveDraft(tx, o.user.id, row?.revision ?? 0, dialog.draft)
      await saveDialog(tx, o.user.id, dialog.position)
      return { dialog, facts, messageId: found?.messageId ?? null }
    }),
  )

/** The first view: what was typed before stays, what the last ad said of place and contact is taken over. */
async function begin(
  deps: Deps,
  tx: Db,
  user: UserRow,
  { draft, step }: { draft: Draft; step: number },
): Promise<Dialog> {
  const { suggested } = await readDraft({ ...deps, db: tx }, user.id)
  const contact = {
    name: fullName(user),
    telegram: user.username !== null && user.phone !== null,
    ...(user.phone !== null && { phone: user.phone }),
  }
  const known = mergeGuess(mergeGuess(empty, suggested), { contact })
  return {
    draft: mergeGuess(draft, known),
    position: { ...beginning(randomBytes(12).toString('hex')), step, suggested: known },
  }
}

/** What was told once is not told again, but for an album whose photos are still coming in. */
function forgetNotice(position: Position, move: Move): Position {
  const { notice: _, ...rest } = position
  return move.kind === 'material' && move.album !== undefined && move.album === position.album
    ? position
    : rest
}

/** Another view makes the buttons of the one before stale. */
function withStep(before: Position, after: Position): Position {
  const view = ({ shown, page, group, choices, notice, from, more }: Position) => ({
    shown,
    page,
    group,
    choices,
    notice,
    from,
    more,
  })
  return isDeepStrictEqual(view(before), view(after)) ? after : { ...after, step: before.step + 1 }
}

/** Ends the questions and empties the draft; both can be taken back until something new begins. */
export const cancel = (deps: Deps, user: UserRow, step: number): Promise<Standing | 'stale'> =>
  change(deps, user, step, async (tx, position, row) => {
    const undo = row && { draft: row.data, adId: row.adId }
    await deleteDraft(tx, user.id)
    return { ...turnTo(position, 'cancelled'), ...(undo && { undo }) }
  })

/** Takes a cancelling back, unless something new was begun in the form meanwhile. */
export const undo = (deps: Deps, user: UserRow, step: number): Promise<Standing | 'stale'> =>
  change(deps, user, step, async (tx, { undo, ...position }) => {
    if (undo)
      await insertDraft(tx, {
        userId: user.id,
        data: undo.draft,
        ...(undo.adId !== null && { adId: undo.adId }),
      })
    return turnTo(position, 'summary')
  })

/** Remembers the message whose keyboard shares the phone; `undefined` once it is put away. */
export const noteKeyboard = (deps: Deps, user: UserRow, messageId: number | undefined) =>
  deps.db.transaction(async (tx) => {
    await lockOwner(tx, user.id)
    const found = await findDialog(tx, user.id)
    if (!found) return
    const { keyboard: _, ...rest } = found.position
    await saveDialog(tx, user.id, messageId === undefined ? rest : { ...rest, keyboard: messageId })
  })

const factsFor = async (
  deps: Pick<Deps, 'db' | 'config' | 'settings'>,
  user: UserRow,
  photoIds: readonly string[],
  adId: number | null,
): Promise<Facts> => ({
  photos: await findDraftPhotos(deps.db, user.id, photoIds, adId),
  places: await readPlaces(deps.db, deps, user.id, adId),
  phone: user.phone,
  locale: localeOfUser(user),
})

type Row = Awaited<ReturnType<typeof lockDraft>>

const change = (
  deps: Deps,
  user: UserRow,
  step: number,
  to: (tx: Db, position: Position, row: Row) => Promise<Position>,
): Promise<Standing | 'stale'> =>
  repeatedly(() =>
    deps.db.transaction(async (tx) => {
      await lockOwner(tx, user.id)
      const found = await findDialog(tx, user.id)
      if (!found || found.position.step !== step) return 'stale'
      const position = await to(tx, found.position, await lockDraft(tx, user.id))
      const row = await lockDraft(tx, user.id)
      const draft = row?.data ?? empty
      const facts = await factsFor({ ...deps, db: tx }, user, draft.photoIds, row?.adId ?? null)
      const settled = settle({ draft, position }, facts)
      const dialog = { draft, position: { ...settled.position, step: step + 1 } }
      await saveDialog(tx, user.id, dialog.position)
      return { dialog, facts, messageId: found.messageId }
    }),
  )

/**
 * Sends the draft as the form does. What is missing, or was changed in the form meanwhile, is shown instead.
 * The dialog's own key makes a second press, or the same press after a crash, the same ad.
 */
export async function send(
  deps: Deps,
  user: UserRow,
  step: number,
): Promise<Standing | 'stale' | { adId: number }> {
  const found = await findDialog(deps.db, user.id)
  if (!found || found.position.step !== step || found.position.shown !== 'summary') return 'stale'
  const { revision } = await readDraft(deps, user.id)
  try {
    const sent = await submitDraft(deps, { userId: user.id, revision, key: found.position.key })
    await deleteDialog(deps.db, user.id)
    return sent
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'drafts.empty') {
      await deleteDialog(deps.db, user.id)
      return 'stale'
    }
    // What is missing is asked by the next view itself.
    const isAsked = error.code === 'ads.invalid' || error.code === 'ads.changed'
    return change(deps, user, step, async (_, position) =>
      turnTo(position, 'summary', isAsked ? {} : { notice: { key: `error.${error.code}` } }),
    )
  }
}

/** Writes down a phone that Telegram vouches for. */
export const vouchPhone = (deps: Deps, user: UserRow, phone: string) => setPhone(deps.db, user.id, phone)

/** The form began a draft between our look and our writing: both are read again. */
async function repeatedly<T>(attempt: () => Promise<T>, left = 3): Promise<T> {
  try {
    return await attempt()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'ads.changed' || left === 0) throw error
    return repeatedly(attempt, left - 1)
  }
}
