import { execFile } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { access, chown, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Account, giveTo } from './account.ts'
import type { Binaries } from './binaries.ts'

const run = promisify(execFile)

/** The board's own major version; a cluster of another one needs pg_upgrade or a dump. */
const major = '18'

export interface Folders {
  /** All of the embedded Postgres. */
  root: string
  /** What Postgres calls the data directory. */
  cluster: string
  /** The superuser's password, mode 0600. */
  password: string
  /** What the server writes to stderr. */
  log: string
}

export const foldersIn = (root: string): Folders => ({
  root,
  cluster: join(root, 'cluster'),
  password: join(root, 'password'),
  log: join(root, 'server.log'),
})

/**
 * `dir` as an unprivileged server started in it can open it. A folder below /root is out of reach by its
 * name but not by the working directory the server inherits, so on Linux data can stay where it is.
 */
export const reachable = (dir: string, account: Account | undefined) =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : dir

/** The board's environment without PGDATA, PGPORT and the like, which Postgres's programs would follow. */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(PG|LC_|LANG)/.test(name)))
}

/**
 * Creates the cluster on the first start; afterwards only checks that it is one of ours.
 * Returns the superuser's password.
 */
export async function ensureCluster(
  folders: Folders,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<string> {
  await removeUnfinished(folders.root)
  if (!(await exists(folders.cluster))) {
    const password = await ensurePassword(folders, account)
    await initialise(folders, binaries, account, durable)
    return password
  }
  const version = await readFile(join(folders.cluster, 'PG_VERSION'), 'utf8').catch(() => '')
  if (!version)
    throw new Error(`${folders.cluster} is damaged (no PG_VERSION): restore it from a backup, or remove it.`)
  if (version.trim() !== major)
    throw new Error(
      `${folders.cluster} was made by Postgres ${version.trim()} and this is Postgres ${major}: dump it with the old version, or remove it.`,
    )
  await giveTo(account, folders.cluster)
  const password = await readFile(folders.password, 'utf8').catch(() => {
    throw new Error(`${folders.password} cannot be read: restore it from a backup together with the data.`)
  })
  return password.trim()
}

/** The password outlives a half-done start: whatever cluster comes to be is made with this one. */
async function ensurePassword({ password: file }: Folders, account: Account | undefined): Promise<string> {
  if (!(await exists(file))) {
    await writeFile(`${file}.new`, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
  if (account) await chown(file, account.uid, account.gid)
  return (await readFile(file, 'utf8')).trim()
}

/**
 * A rename at the end makes the cluster appear whole or not at all.
 *
 * The locale decides what a letter is: under plain C the full-text parser takes `—` and `№` for letters and
 * pg_trgm sees none in Cyrillic. Sorting and case come from Postgres itself, alike on every system.
 */
async function initialise(
  folders: Folders,
  binaries: Binaries,
  account: Account | undefined,
  durable: boolean,
): Promise<void> {
  const target = join(folders.root, `unfinished-${randomUUID()}`)
  await mkdir(target, { mode: 0o700 })
  await giveTo(account, target)
  const pgdata = reachable(target, account)
  const ctype = { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'C.UTF-8'
  const args = [
    `--pgdata=${pgdata}`,
    '--username=postgres',
    `--pwfile=${pgdata}/../password`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--lc-ctype=${ctype}`,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(durable ? [] : ['--no-sync']),
  ]
  await run(binaries.initdb, args, { cwd: target, env: cleanEnvironment(), ...account }).catch((error) => {
    throw new Error(
      `Postgres could not create its data in ${folders.root}: ${String(error.stderr || error.message).trim()}`,
    )
  })
  await rename(target, folders.cluster)
}

/** What a killed start left. Its initdb may still be writing; it then fails by itself, and the next start cleans. */
async function removeUnfinished(root: string): Promise<void> {
  for (const name of await readdir(root))
    if (name.startsWith('unfinished-'))
      await rm(join(root, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
