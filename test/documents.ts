import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { eventually } from './ads.ts'
import type { World } from './world.ts'

const client = (world: World, path: string, init?: RequestInit) =>
  fetch(`${world.telegram.url}/client/${path}`, init)

const messagesOf = async (world: World, person: number) => {
  const state = (await (await client(world, `state?person=${person}`)).json()) as SandboxState
  return state.chats.find(({ id }) => id === person)?.messages ?? []
}

/** The person writes to the bot, which may then write to them. */
export async function meetBot(world: World, person: number) {
  await client(world, 'messages', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: person, chatId: person, text: '/start' }),
  })
  await eventually(async () => (await messagesOf(world, person)).length >= 2)
}

/** Files that the bot has sent to a person, the oldest first, as their bytes say. */
export async function documentsOf(world: World, person: number) {
  const sent = (await messagesOf(world, person)).filter(({ document }) => document)
  return Promise.all(
    sent.map(async ({ document, caption }) => {
      const bytes = await (await client(world, `files/${document?.file_id}`)).arrayBuffer()
      return { name: document?.file_name, caption, text: Buffer.from(bytes).toString() }
    }),
  )
}
