import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startBoard } from '#server/board.ts'
import { readEnvironment } from '#server/config.ts'
import { createLogger } from '#server/log.ts'
import { startServices } from '#server/services.ts'
import type { Addresses } from './market.ts'

/** A whole board of its own on embedded services, in a temporary folder and on free ports. */
export async function startStudio(): Promise<Addresses & { stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'vodiy-bozor-screenshots-'))
  const environment = readEnvironment({
    DATA_DIR: folder,
    PORT: String(await freePort()),
    SANDBOX_PORT: '0',
    S3_PORT: '0',
    LOG_LEVEL: 'error',
  })
  const services = await startServices(environment)
  const stopServices = async () => {
    await services.stop()
    await rm(folder, { recursive: true, force: true })
  }
  const board = await startBoard(services.config, createLogger(environment.LOG_LEVEL)).catch(
    async (error) => {
      await stopServices()
      throw error
    },
  )
  return {
    board: services.config.publicUrl,
    sandbox: services.page,
    async stop() {
      await board.stop()
      await stopServices()
    },
  }
}

/** The Mini App's address is known before anything listens, so its port cannot be left to the system. */
const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
