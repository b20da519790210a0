import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { open, readFile, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { promisify } from 'node:util'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { cleanEnvironment, type Folders, reachable } from './cluster.ts'
import { readPidFile, shutDown } from './leftover.ts'

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** For a board on a small machine; written here and not in postgresql.conf, so that an update reaches old data. */
const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  random_page_cost: '1.1',
  wal_level: 'minimal',
  max_wal_senders: '0',
}
/** Forgets on power loss, but not on the death of a process; for data that a test throws away. */
const forgetful = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

interface Options {
  folders: Folders
  binaries: Binaries
  account: Account | undefined
  durable: boolean
  log: (line: string) => void
}

/** Starts the server on a free port of 127.0.0.1 and answers when it accepts connections. */
export async function runServer(options: Options): Promise<{ port: number; stop(): Promise<void> }> {
  // Between finding a free port and using it somebody else may take it, and the workers of a server that
  // was killed take a moment to notice and let go of its memory.
  const passing = /could not bind|Address already in use|pre-existing shared memory/
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const { size: logStart } = await rotateLog(options.folders.log)
    const child = await launch(options, port)
    if (await isReady(child, options.folders.cluster)) return { port, stop: keep(child, options) }
    const output = (await readFile(options.folders.log)).subarray(logStart).toString()
    if (attempt === 20 || !passing.test(output))
      throw new Error(`Postgres did not start from ${options.folders.cluster}: ${complaint(output)}`)
    await sleep(100)
  }
}

async function launch({ folders, binaries, account, durable }: Options, port: number): Promise<ChildProcess> {
  const all = { port, ...settings, ...(durable ? {} : forgetful) }
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // A file rather than a pipe: a pipe breaks when this process is killed, and the server outlives that.
  const log = await open(folders.log, 'a', 0o600)
  try {
    const child = spawn(binaries.postgres, ['-D', reachable(folders.cluster, account), ...flags], {
      cwd: folders.cluster,
      env: cleanEnvironment(),
      stdio: ['ignore', log.fd, log.fd],
      // Its own process group: Ctrl-C in a terminal must reach the board first, which then stops Postgres.
      detached: true,
      windowsHide: true,
      ...account,
    })
    await new Promise((resolve, reject) => child.once('spawn', resolve).once('error', reject))
    return child
  } finally {
    await log.close()
  }
}

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function isReady(child: ChildProcess, cluster: string): Promise<boolean> {
  while (!hasEnded(child)) {
    const file = await readPidFile(cluster)
    if (file?.pid === child.pid && file?.ready) return true
    await sleep(10)
  }
  return false
}

/** Looks after the running server; returns how to stop it. */
function keep(child: ChildProcess, { binaries, folders, account, log }: Options): () => Promise<void> {
  const pid = child.pid as number
  const onExit = () => child.kill('SIGINT')
  const onDeath = () => log(`Postgres (process ${pid}) ended unexpectedly, see ${folders.log}`)
  process.once('exit', onExit)
  child.once('exit', onDeath)
  child.unref()
  let stopped: Promise<void> | undefined
  const stop = async () => {
    process.off('exit', onExit)
    child.off('exit', onDeath)
    // Windows has no signals; pg_ctl knows Postgres's replacement for them.
    if (process.platform === 'win32')
      await promisify(execFile)(binaries.pgCtl, ['stop', '-m', 'fast', '-D', folders.cluster], { ...account })
    else await shutDown(pid, () => !hasEnded(child))
  }
  return () => (stopped ??= stop())
}

/** The part of the server's output that says what is wrong. */
function complaint(output: string): string {
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|HINT|DETAIL/.test(line))
  return (lines.length ? lines : output.trim().split('\n').slice(-3))
    .join(' ')
    .replace(/\S+ \S+ UTC \[\d+\] /g, '')
}

async function rotateLog(file: string): Promise<{ size: number }> {
  const size = await stat(file).then(
    (stats) => stats.size,
    () => 0,
  )
  if (size < 10_000_000) return { size }
  await truncate(file)
  return { size: 0 }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error()),
      )
    })
  })
}
