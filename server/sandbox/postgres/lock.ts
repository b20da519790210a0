import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Makes this process the only user of `dir` until `release()` or its death.
 *
 * The lock is the operating system's own, held through SQLite because Node has no other portable file
 * lock: it vanishes with its process, so a crash leaves nothing stale to judge or to race for.
 *
 * @throws {Error} naming the process that holds it
 */
export function lockFolder(dir: string): { release(): void } {
  const holder = join(dir, 'lock.pid')
  const database = new DatabaseSync(join(dir, 'lock'))
  try {
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    if (!isBusy(error)) throw error
    throw new Error(`${dir} is already in use by ${processIn(holder)}: stop it, or set another DATA_DIR.`)
  }
  rmSync(holder, { force: true })
  writeFileSync(holder, `${process.pid}\n`)
  const release = () => {
    process.off('exit', release)
    if (!database.isOpen) return
    rmSync(holder, { force: true })
    database.close()
  }
  // Also keeps the database referenced: collected as garbage it would let go of the lock.
  process.on('exit', release)
  return { release }
}

/** SQLITE_BUSY, https://sqlite.org/rescode.html#busy */
const isBusy = (error: unknown) => error instanceof Error && 'errcode' in error && error.errcode === 5

function processIn(file: string): string {
  try {
    return `process ${readFileSync(file, 'utf8').trim()}`
  } catch {
    return 'another process'
  }
}
