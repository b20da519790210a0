import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** Rows by key, in the order they were first written. Change a row by `set`, never in place. */
export interface Table<T> {
  get(key: string | number): T | undefined
  set(key: string | number, row: T): void
  delete(key: string | number): void
  values(): IterableIterator<T>
  entries(): IterableIterator<[string, T]>
  readonly size: number
}

export interface Journal {
  table<T>(name: string): Table<T>
  close(): void
}

/**
 * Small tables kept in memory and in one append-only file of JSON lines, `[table, key, row]` or `[table, key]` for a
 * deletion. A change is in the file before the call returns, so a killed process loses nothing; a last line torn by
 * the kill is dropped. The file is rewritten without its history when it is opened.
 */
export function openJournal(path: string): Journal {
  const tables = new Map<string, Map<string, unknown>>()
  const rowsOf = (name: string): Map<string, unknown> => {
    let rows = tables.get(name)
    if (!rows) tables.set(name, (rows = new Map()))
    return rows
  }

  mkdirSync(dirname(path), { recursive: true })
  if (existsSync(path)) replay(readFileSync(path, 'utf8'), rowsOf)
  writeFileSync(`${path}.new`, compacted(tables))
  renameSync(`${path}.new`, path)
  const file = openSync(path, 'a')
  let isOpen = true
  const append = (line: unknown[]): void => {
    // The descriptor's number may by now belong to another file.
    if (!isOpen) throw new Error('the journal is closed')
    writeSync(file, `${JSON.stringify(line)}\n`)
  }

  return {
    table<T>(name: string): Table<T> {
      const rows = rowsOf(name) as Map<string, T>
      return {
        get: (key) => rows.get(String(key)),
        set: (key, row) => {
          append([name, String(key), row])
          rows.set(String(key), row)
        },
        delete: (key) => {
          if (rows.delete(String(key))) append([name, String(key)])
        },
        values: () => rows.values(),
        entries: () => rows.entries(),
        get size() {
          return rows.size
        },
      }
    },
    close: () => {
      isOpen = false
      closeSync(file)
    },
  }
}

function replay(text: string, rowsOf: (name: string) => Map<string, unknown>): void {
  const lines = text.split('\n')
  // Whatever follows the last line break was never finished.
  lines.pop()
  for (const line of lines) {
    const [name, key, ...row] = JSON.parse(line) as [string, string, unknown?]
    if (row.length) rowsOf(name).set(key, row[0])
    else rowsOf(name).delete(key)
  }
}

function compacted(tables: Map<string, Map<string, unknown>>): string {
  let text = ''
  for (const [name, rows] of tables)
    for (const [key, row] of rows) text += `${JSON.stringify([name, key, row])}\n`
  return text
}
