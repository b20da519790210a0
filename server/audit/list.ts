import { differencesOf } from '#server/audit/differences.ts'
import {
  type AuditRow,
  findEntries,
  findNames,
  findStaff,
  findUndoable,
  type Names,
} from '#server/audit/queries.ts'
import { actorName, momentOf, sentenceOf } from '#server/audit/tell.ts'
import type { Db } from '#server/db/client.ts'
import type { Deps } from '#server/deps.ts'
import type { CsvCell } from '#server/exports/csv.ts'
import { sendTable } from '#server/exports/send.ts'
import { fullName } from '#server/users/queries.ts'
import type { AuditFilter } from '#shared/audit/schema.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import { limits } from '#shared/limits.ts'

/** Who reads the audit; moderators see what concerns ads. */
interface Reader {
  id: number
  isAdmin: boolean
  locale: Locale
}

/** A page of the audit in the reader's words, newest first, with what of it may still be undone. */
export async function listAudit(
  db: Db,
  reader: Reader,
  { cursor, ...filter }: AuditFilter & { cursor?: string | undefined },
) {
  const rows = await findEntries(db, {
    ...filter,
    onlyAds: !reader.isAdmin,
    after: cursor === undefined ? undefined : Number(cursor),
    limit: limits.page.default + 1,
  })
  const page = rows.slice(0, limits.page.default)
  const names = await findNames(db, page)
  const decided = page.filter(isDecision).flatMap(({ adId }) => adId ?? [])
  const undos = await findUndoable(db, decided, reader)
  return {
    items: page.map((row) => ({
      ...tellEntry(row, names, reader.locale),
      /** The decision, where it may still be undone. */
      undo: undos.find((decision) => isOf(decision, row))?.id ?? null,
    })),
    nextCursor: rows.length > page.length ? String(page.at(-1)?.id) : null,
  }
}

const isDecision = ({ action }: AuditRow) => ['approved', 'rejected', 'kept'].includes(action)

/** A decision and its entry were written in one transaction, whose moment both bear. */
const isOf = (decision: { adId: number; at: Date }, row: AuditRow) =>
  isDecision(row) && decision.adId === row.adId && decision.at.getTime() === row.at.getTime()

/** An entry in the reader's words. */
export function tellEntry(row: AuditRow, names: Names, locale: Locale) {
  return {
    id: row.id,
    at: row.at.toISOString(),
    action: row.action,
    text: sentenceOf(row, names, locale),
    changes: differencesOf(row, { names, locale }),
    actor: row.actorId === null ? null : { id: row.actorId, name: actorName(row, names, locale) },
    ad: row.adId === null ? null : { id: row.adId, title: names.ads.get(row.adId)?.title ?? '' },
    /** To whom it was done, or whose ad it is. */
    person: personOf(row, names),
  }
}
export type AuditEntry = Awaited<ReturnType<typeof listAudit>>['items'][number]

function personOf({ userId, adId }: AuditRow, names: Names) {
  const id = userId ?? (adId === null ? undefined : names.ads.get(adId)?.sellerId)
  if (id === undefined) return null
  const user = names.people.get(id)
  return { id, name: user ? fullName(user) : '' }
}

/** Rows of a file at most. */
const mostRows = 10_000

/** Sends the audit into the reader's chat as a file; what is beyond the limit is left out, and that is said. */
export async function exportAudit(deps: Deps, reader: Reader, filter: AuditFilter, most = mostRows) {
  const { db } = deps
  const t = staffTexts(reader.locale)
  const found = await findEntries(db, { ...filter, onlyAds: !reader.isAdmin, limit: most + 1 })
  const rows = found.slice(0, most)
  const isCapped = found.length > most
  const names = await findNames(db, rows)
  const columns = ['at', 'actor', 'what', 'ad', 'person', 'changes'] as const
  const sent = await sendTable(deps, {
    userId: reader.id,
    locale: reader.locale,
    name: `audit-${momentOf(new Date()).slice(0, 10)}`,
    caption: [t('audit.title'), ...(isCapped ? [t('audit.capped', { count: most })] : [])].join('\n'),
    rows: [
      columns.map((name) => t(`audit.column_${name}`)),
      ...rows.map((row) => cellsOf(row, names, reader.locale)),
    ],
    asked: { table: 'audit', ...filter },
  })
  return { ...sent, capped: isCapped }
}

function cellsOf(row: AuditRow, names: Names, locale: Locale): CsvCell[] {
  const { text, changes, person } = tellEntry(row, names, locale)
  return [
    momentOf(row.at),
    actorName(row, names, locale),
    text,
    row.adId,
    person && (person.name || person.id),
    changes.map(({ label, before, after }) => `${label}: ${before ?? '—'} → ${after ?? '—'}`).join('\n'),
  ]
}

/** Whose deeds may be asked for. */
export const listStaff = async ({ db, config }: Pick<Deps, 'db' | 'config'>) =>
  (await findStaff(db, config.telegram.adminIds)).map((user) => ({ id: user.id, name: fullName(user) }))
