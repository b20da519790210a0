import { createServer } from 'node:net'
import { hc } from 'hono/client'
import type { App } from '#server/app.ts'
import { signInitData } from '#server/sandbox/telegram/launch.ts'

export const token = '7000000001:token-of-the-tests-0123456789abcdef'
export const people = { karimjon: 1001, dilnoza: 1002, ivan: 1003, muhabbat: 1004 } as const

/** A port that was free a moment ago. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

const names: Record<number, { first_name: string; language_code: string; username?: string }> = {
  [people.karimjon]: { first_name: 'Karimjon', language_code: 'uz', username: 'karimjon' },
  [people.dilnoza]: { first_name: 'Dilnoza', language_code: 'uz' },
  [people.ivan]: { first_name: 'Иван', language_code: 'ru' },
  [people.muhabbat]: { first_name: 'Muhabbat', language_code: 'uz' },
}

/** Init data as Telegram would sign it for this person; `change` makes it old, foreign and so on. */
export const initDataOf = (personId: number, change: Partial<Parameters<typeof signInitData>[0]> = {}) =>
  signInitData({ token, user: { id: personId, ...(names[personId] ?? { first_name: 'Mehmon' }) }, ...change })

export const apiOf = (origin: string, initData: string) =>
  hc<App>(origin, { headers: { Authorization: `tma ${initData}` } }).api
export type ApiClient = ReturnType<typeof apiOf>
