import { afterEach } from 'vitest'
import { apiOf, initDataOf } from '../people.ts'
import { startTestServices } from '../world.ts'
import { type BoardProcess, settingsOf, startProcess } from './process.ts'

/** A board in a process of its own on the services of a test, to be killed and started again; both end with the test. */
export function useBoard() {
  let services: Awaited<ReturnType<typeof startTestServices>>
  let board: BoardProcess | undefined
  afterEach(async () => {
    await board?.kill()
    board = undefined
    await services.stop()
  })
  return {
    get services() {
      return services
    },
    /** Starts the services; `guests` are people whom Telegram knows beside the usual ones. */
    async serve(...guests: Parameters<typeof startTestServices>) {
      services = await startTestServices(...guests)
    },
    async start() {
      board = await startProcess(settingsOf(services.config))
    },
    kill: () => board?.kill(),
    /** Ends it as `npm start` is ended; answers its exit code. */
    async stop() {
      const code = await board?.stop()
      board = undefined
      return code
    },
    as: (personId: number) => apiOf(services.config.publicUrl, initDataOf(personId)),
    /** Asks the sandbox's own API of what Telegram has. */
    async client<T>(method: string, path: string, body?: object): Promise<T> {
      const answer = await fetch(`${services.telegram.url}/client/${path}`, {
        method,
        ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      if (!answer.ok) throw new Error(await answer.text())
      return (await answer.json()) as T
    },
  }
}
