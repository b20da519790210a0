import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createBotApi } from './bot-api.ts'
import { handleClient } from './client-api.ts'
import { clientPerson } from './client-state.ts'
import { createFaults } from './faults.ts'
import { createFloodGate } from './flood.ts'
import { openJournal } from './journal.ts'
import { servePage } from './page.ts'
import { paramsOf, valuesOf } from './params.ts'
import type { Person } from './protocol.ts'
import { createQueries } from './queries.ts'
import { BOT_USERNAME, CARS_CHANNEL, CHANNEL, MODERATORS_GROUP, PEOPLE, SERVICE_CHAT, seed } from './seed.ts'
import { createUpdateQueue } from './updates.ts'
import type { Webhook } from './webhook.ts'
import { createWebhook } from './webhook.ts'
import { createWorld } from './world.ts'

export interface TelegramOptions {
  /** 0 takes a free one. Only 127.0.0.1 is listened on. */
  port: number
  /** Chats, files and undelivered updates; there again after a restart or a kill. */
  dataDir: string
  /** `<bot id>:<secret>`; init data is signed with it. */
  token: string
  botUsername?: string
  /** The main Mini App, opened by `t.me/<bot>?startapp`. */
  webappUrl: () => string
  /** The built client page, served at `/`. */
  pageDir?: string
  /** Who there is in a new sandbox; one already in `dataDir` keeps its people and gets those it lacks. */
  people?: Person[]
  /** Telegram's limits on sending, off by default; `POST /client/flood` switches them. */
  floodLimits?: boolean
  log?: (event: Record<string, unknown>) => void
}

export interface Sandbox {
  /** `http://127.0.0.1:<port>`, the Bot API's root and the page's address. */
  url: string
  botUsername: string
  channelId: number
  channelUsername: string
  carsChannelId: number
  moderatorsGroupId: number
  serviceChatId: number
  people: Person[]
  /** Ends polls and connections, and resolves when the port is free and everything is on disk. */
  stop(): Promise<void>
}

/** Starts a Telegram of one bot: the Bot API's wire format on one side, a client for a page and tests on the other. */
export async function startTelegram(options: TelegramOptions): Promise<Sandbox> {
  const { token, dataDir, pageDir, webappUrl, log = () => {} } = options
  const botUsername = options.botUsername ?? BOT_USERNAME
  const stopping = new AbortController()
  const journal = openJournal(join(dataDir, 'journal.jsonl'))
  const updates = createUpdateQueue(journal)
  const world = createWorld({ journal, token, botUsername, filesDir: join(dataDir, 'files'), updates })
  seed(world, options.people ?? PEOPLE)

  const queries = createQueries()
  const faults = createFaults()
  const flood = createFloodGate(options.floodLimits ?? false)
  let webhook: Webhook
  const botApi = createBotApi({
    world,
    queries,
    faults,
    flood,
    webhook: () => webhook,
    stopping: stopping.signal,
    log,
  })
  webhook = createWebhook(journal, updates, async (method, body) => {
    await botApi.perform(method, paramsOf(valuesOf(body)), stopping.signal)
  })

  const server = createServer((request, response) => {
    const url = new URL(request.url?.replace(/^\/+/, '/') ?? '/', 'http://sandbox')
    void (async () => {
      if (url.pathname.startsWith('/client/'))
        return handleClient({ world, queries, faults, flood, webappUrl }, request, response, url)
      if (await botApi.handle(request, response, url)) return
      await servePage(response, pageDir, url.pathname)
    })().catch((error: unknown) => {
      log({ path: url.pathname, error: String(error) })
      response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, '127.0.0.1', resolve)
  })

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    botUsername,
    channelId: CHANNEL.id,
    channelUsername: CHANNEL.username,
    carsChannelId: CARS_CHANNEL.id,
    moderatorsGroupId: MODERATORS_GROUP.id,
    serviceChatId: SERVICE_CHAT.id,
    people: [...world.people.values()].map(clientPerson),
    stop: async () => {
      stopping.abort()
      webhook.stop()
      queries.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      // Answers under way go out; what still waits, such as event streams, is cut.
      setImmediate(() => server.closeAllConnections())
      await closed
      journal.close()
    },
  }
}
