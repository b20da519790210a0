import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** The lines of postmaster.pid: process id, data directory, start, port, socket, host, shared memory, status. */
export async function readPidFile(cluster: string): Promise<{ pid: number; ready: boolean } | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  return Number.isInteger(pid) && pid > 0 ? { pid, ready: lines[7]?.trim() === 'ready' } : undefined
}

/**
 * Stops the server that a killed board left running. A process that merely got the same number later is
 * left alone.
 */
export async function stopLeftover(cluster: string, log: (line: string) => void): Promise<void> {
  const left = await readPidFile(cluster)
  if (!left) return
  if (await isServerOf(left.pid, cluster)) {
    log(`stopping the Postgres that an earlier run left behind (process ${left.pid})`)
    await shutDown(left.pid, () => isServerOf(left.pid, cluster))
  } else if (isAlive(left.pid)) {
    await disownPidFile(cluster)
  }
}

/** Fast shutdown (SIGINT), and immediate (SIGQUIT) when that takes longer than ten seconds. */
export async function shutDown(pid: number, runs: () => boolean | Promise<boolean>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const deadline = Date.now() + 10_000
    send(pid, signal)
    while (Date.now() < deadline) {
      if (!(await runs())) return
      await sleep(10)
    }
  }
  throw new Error(`Postgres (process ${pid}) does not stop: end it by hand.`)
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch {
    // It has ended in the meantime.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Postgres works in its data directory, which Linux tells of any process; elsewhere its name must do. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false
  try {
    if (process.platform === 'linux')
      return (await readlink(`/proc/${pid}/cwd`)) === (await realpath(cluster))
    const [command, args] =
      process.platform === 'win32'
        ? ['tasklist', ['/FI', `PID eq ${pid}`, '/NH']]
        : ['ps', ['-o', 'command=', '-p', String(pid)]]
    return (await run(command as string, args as string[])).stdout.includes('postgres')
  } catch {
    return false
  }
}

/**
 * Postgres refuses to start while any process has the number in postmaster.pid, except its own parent.
 * Writing our number there says so, and keeps the rest, by which Postgres looks whether old workers still
 * hold the shared memory. Removing the file would skip that check.
 */
async function disownPidFile(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace(/^\d+/, String(process.pid)))
}
