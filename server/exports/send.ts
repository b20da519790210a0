import { InputFile } from 'grammy'
import { failureOf, isUnreachable } from '#server/bot/failure.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { type CsvCell, toCsv } from '#server/exports/csv.ts'
import type { Locale } from '#shared/i18n/locales.ts'

interface Export {
  userId: number
  locale: Locale
  /** Of the file, without an ending; letters that every system takes. */
  name: string
  /** Under the file in the chat. */
  caption: string
  /** The first row is the header. */
  rows: readonly (readonly CsvCell[])[]
  /** What was asked for, for the audit: whoever takes data away is known. */
  asked: object
}

/**
 * Sends a table into a person's chat with the bot, since a Mini App can hardly keep a file. Throws
 * `exports.unreachable` when the bot may not write to the person, `request.too_many` when Telegram wants a pause.
 */
export async function sendTable({ db, telegram }: Deps, o: Export) {
  const file = new InputFile(Buffer.from(toCsv(o.rows, o.locale)), `${o.name}.csv`)
  try {
    await telegram.sendDocument(o.userId, file, { caption: o.caption })
  } catch (error) {
    const failure = failureOf(error)
    if (isUnreachable(failure)) throw new AppError('exports.unreachable')
    if (failure.kind === 'limited') throw new AppError('request.too_many')
    throw error
  }
  const rows = o.rows.length - 1
  await writeAudit(db, { actorId: o.userId, action: 'exported', after: { ...o.asked, rows } })
  return { rows }
}
