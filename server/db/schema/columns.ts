import { sql } from 'drizzle-orm'
import { bigint, customType, timestamp } from 'drizzle-orm/pg-core'

/** Telegram's ids and our own: whole numbers that a JavaScript number holds. */
export const id = (name: string) => bigint(name, { mode: 'number' })
/** A moment, with its time zone. */
export const at = (name: string) => timestamp(name, { withTimezone: true })
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })
export const tsquery = customType<{ data: string }>({ dataType: () => 'tsquery' })
export const jsonpath = customType<{ data: string }>({ dataType: () => 'jsonpath' })
/** The condition of a check: one of these words. */
export const oneOf = (column: string, values: readonly string[]) =>
  sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`)
