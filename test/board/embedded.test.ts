import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { LaunchResponse, SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { eventually, param, plough, submit } from '../ads.ts'
import { apiOf, freePort, people } from '../people.ts'
import { type BoardProcess, startProcess } from './process.ts'

let settings: Record<'DATA_DIR' | 'PORT' | 'SANDBOX_PORT' | 'S3_PORT' | 'LOG_LEVEL', string>
const running = new Set<BoardProcess>()

beforeEach(async () => {
  const [port, sandboxPort, s3Port] = await Promise.all([freePort(), freePort(), freePort()])
  settings = {
    DATA_DIR: await mkdtemp(join(tmpdir(), 'vodiy-bozor-embedded-')),
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    S3_PORT: String(s3Port),
    LOG_LEVEL: 'silent',
  }
})
afterEach(async () => {
  for (const board of running) await board.stop()
  running.clear()
  await rm(settings.DATA_DIR, { recursive: true, force: true, maxRetries: 5 })
})

async function start() {
  const board = await startProcess(settings)
  running.add(board)
  return board
}
async function kill(board: BoardProcess) {
  running.delete(board)
  await board.kill()
}
const sandbox = () => `http://127.0.0.1:${settings.SANDBOX_PORT}`

/** The API as the Mini App of this person reaches it: with the init data that the sandbox's launch signed. */
async function as(person: number) {
  const response = await fetch(`${sandbox()}/client/launch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: person, kind: 'link', theme: {} }),
  })
  const { url } = (await response.json()) as LaunchResponse
  const launch = new URLSearchParams(new URL(url).hash.slice(1))
  return apiOf(`http://127.0.0.1:${settings.PORT}`, launch.get('tgWebAppData') ?? '')
}
const posts = async () => {
  const { chats } = (await (await fetch(`${sandbox()}/client/state`)).json()) as SandboxState
  return chats.find(({ type }) => type === 'channel')?.messages ?? []
}

it('npm start without a setting embeds every service, says so, and has everything again after a hard kill', async () => {
  const first = await start()
  for (const said of [/^PostgreSQL +embedded, data in \//m, /^S3 +embedded at http/m, /^Telegram +embedded/m])
    expect(first.output()).toMatch(said)
  expect(first.output()).toContain(`Open ${sandbox()}`)
  expect(await (await fetch(sandbox())).text()).toContain('<div id=')

  const adId = await submit(await as(people.karimjon))
  const moderator = await as(people.muhabbat)
  await moderator.moderation[':id'].approve.$post({ ...param(adId), json: { revision: 1 } })
  await eventually(async () => (await posts()).length === 1)
  const before = await posts()
  await kill(first)

  await start()
  expect(await posts()).toEqual(before)
  const feed = await (await (await as(people.dilnoza)).ads.$get({ query: {} })).json()
  expect(feed.items.map(({ id, title }) => [id, title])).toEqual([[adId, plough.title]])
})

it('a second board on the same data is refused in a sentence', async () => {
  await start()
  const [port, sandboxPort, s3Port] = await Promise.all([freePort(), freePort(), freePort()])
  const other = { PORT: String(port), SANDBOX_PORT: String(sandboxPort), S3_PORT: String(s3Port) }
  await expect(startProcess({ ...settings, ...other })).rejects.toThrow(/in use|already|another process/i)
})

it('a port that is taken is named', async () => {
  await start()
  const data = {
    DATA_DIR: `${settings.DATA_DIR}-other`,
    PORT: String(await freePort()),
    SANDBOX_PORT: String(await freePort()),
  }
  await expect(startProcess({ ...settings, ...data })).rejects.toThrow(`Port ${settings.S3_PORT} is taken: `)
  await rm(data.DATA_DIR, { recursive: true, force: true })
})
