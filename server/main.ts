import { existsSync } from 'node:fs'
import { startBoard } from '#server/board.ts'
import { readEnvironment } from '#server/config.ts'
import { createLogger } from '#server/log.ts'
import { startServices } from '#server/services.ts'

const started = performance.now()

try {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const environment = readEnvironment(process.env)
  const log = createLogger(environment.LOG_LEVEL)
  const services = await startServices(environment)
  const board = await startBoard(services.config, log).catch(async (error) => {
    await services.stop()
    throw error
  })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await board.stop()
    await services.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)

  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const lines = [...services.embedded, '', `Ready in ${seconds} s. Open ${services.page}`, '']
  process.stdout.write(`${lines.join('\n')}\n`)
} catch (error) {
  process.stderr.write(`${sentenceFor(error as NodeJS.ErrnoException & { port?: number })}\n`)
  process.exit(1)
}

/** What whoever starts the board can act on; the stack only when the log is set to tell everything. */
function sentenceFor(error: NodeJS.ErrnoException & { port?: number }) {
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port} is taken: end what uses it, or set PORT, SANDBOX_PORT or S3_PORT to a free one.`
  return process.env.LOG_LEVEL === 'debug' ? error.stack : error.message
}
