import { chown, lchown, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Whom the server runs as; fits into the options of `spawn`. */
export interface Account {
  uid: number
  gid: number
}

/**
 * Postgres refuses to run as root, so root needs somebody else to run it as: the owner the cluster
 * already has, else `postgres`, else `nobody` (initdb wants a name from /etc/passwd, not just a number).
 * An ordinary user runs it himself: `undefined`.
 */
export async function serverAccount(cluster: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const owner = await stat(cluster).catch(() => undefined)
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'))
  const user = ['postgres', 'nobody'].map((name) => users.find((fields) => fields[0] === name)).find(Boolean)
  if (!user) throw new Error('Postgres cannot run as root and there is no user “nobody”: set DATABASE_URL.')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** Gives a folder and all that is in it to the account; only root can, and only root needs to. */
export async function giveTo(account: Account | undefined, dir: string): Promise<void> {
  if (!account || (await stat(dir)).uid === account.uid) return
  for (const name of await readdir(dir, { recursive: true }))
    await lchown(join(dir, name), account.uid, account.gid)
  await chown(dir, account.uid, account.gid)
}
