import { beforeEach, describe, expect, it } from 'vitest'
import type { Fault, SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { eventually, param, plough, submit } from '../ads.ts'
import { people } from '../people.ts'
import { startTestServices } from '../world.ts'
import { useBoard } from './board.ts'
import { settingsOf, startProcess } from './process.ts'

const board = useBoard()
const { as, client, start } = board
beforeEach(() => board.serve())

const postsInChannel = async () => {
  const { chats } = await client<SandboxState>('GET', 'state')
  return chats.find((chat) => chat.id === board.services.telegram.channelId)?.messages ?? []
}
const fault = (change: Partial<Fault>) =>
  client('POST', 'faults', { method: 'sendPhoto', times: 1, ...change })
const faultsLeft = async () => (await client<unknown[]>('GET', 'faults')).length
const approve = async () => {
  const adId = await submit(as(people.karimjon))
  await eventually(async () => {
    const { total } = await (await as(people.muhabbat).moderation.queue.$get({ query: {} })).json()
    return total === 1
  })
  const approved = await as(people.muhabbat).moderation[':id'].approve.$post({
    ...param(adId),
    json: { revision: 1 },
  })
  expect(approved.status).toBe(200)
}
/** Long enough for a second post to appear if one were coming. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 3_000))

describe('a server killed between approving and posting leaves exactly one post', () => {
  it.each<[string, Fault['kind']]>([
    ['while Telegram has done it and the answer is lost', 'lost'],
    ['while Telegram never heard of it', 'hang'],
  ])('%s', async (_, kind) => {
    await start()
    await fault({ kind })
    await approve()
    const posted = kind === 'lost' ? 1 : 0
    await eventually(async () => (await faultsLeft()) === 0 && (await postsInChannel()).length === posted)
    await board.kill()
    await start()
    await eventually(async () => (await postsInChannel()).some((post) => 'photo' in post))
    await settle()
    const posts = await postsInChannel()
    expect(posts).toHaveLength(1)
    expect(posts[0]).toMatchObject({ caption: expect.stringContaining(plough.title ?? '') })
  })

  it('at once after the decision', async () => {
    await start()
    await approve()
    await board.kill()
    await start()
    await eventually(async () => (await postsInChannel()).length > 0, 25)
    await settle()
    expect(await postsInChannel()).toHaveLength(1)
  })
})

describe('servers', () => {
  it('started together on one new database both come up and answer', async () => {
    const other = await startTestServices()
    try {
      const settings = settingsOf(board.services.config)
      const second = { ...settings, PORT: String(other.config.port) }
      const both = await Promise.all([startProcess(settings), startProcess(second)])
      for (const port of [board.services.config.port, other.config.port])
        expect(await (await fetch(`http://127.0.0.1:${port}/readyz`)).text()).toBe('ready')
      await Promise.all(both.map((process) => process.kill()))
    } finally {
      await other.stop()
    }
  })

  it('stop on SIGTERM without an error', async () => {
    await start()
    expect(await board.stop()).toBe(0)
  })
})
