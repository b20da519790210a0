/** A board as far as Postgres is concerned: starts it, prints its URL, and stops it on SIGTERM. */
import { startPostgres } from '../../server/sandbox/postgres.ts'

try {
  const dataDir = process.argv[2] as string
  const { url, stop } = await startPostgres({ dataDir, log: (line) => console.error(line) })
  console.log(url)
  const alive = setInterval(() => {}, 60_000)
  process.once('SIGTERM', () => {
    clearInterval(alive)
    void stop()
  })
} catch (error) {
  console.error((error as Error).message)
  process.exitCode = 1
}
