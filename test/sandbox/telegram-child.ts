import { startTelegram } from '#server/sandbox/telegram/server.ts'
import { TOKEN, WEBAPP_URL } from './telegram-world.ts'

/** A sandbox of its own process, for tests that kill it. Says its address when it is ready. */
const sandbox = await startTelegram({
  port: 0,
  dataDir: process.argv[2] as string,
  token: TOKEN,
  webappUrl: () => WEBAPP_URL,
})
process.stdout.write(`${sandbox.url}\n`)
