import { eq } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import sharp from 'sharp'
import { createTelegram } from '#server/bot/telegram.ts'
import { keepOwnChannel } from '#server/channels/own.ts'
import type { Config } from '#server/config.ts'
import { createDatabase } from '#server/db/client.ts'
import { ads, channelPosts, photos, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData, JobName } from '#server/jobs/queue.ts'
import { createLogger } from '#server/log.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { createStorage } from '#server/photos/storage.ts'
import type { ChatChange, Fault, SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { createSettings } from '#server/settings/settings.ts'
import { photoPath, photoWidths } from '#shared/photos/files.ts'
import { people } from '../people.ts'
import { startTestServices } from '../world.ts'

export type Job = { [N in JobName]: { name: N; data: JobData[N]; delay: number | undefined } }[JobName]

/** Real database, storage and Telegram without a board: a test calls the parts itself, jobs are written down. */
export async function startBotWorld(change: (config: Config) => Config = (config) => config) {
  const services = await startTestServices()
  const config = change(services.config)
  const { db, close } = createDatabase(config.databaseUrl)
  const locks = createDatabase(config.databaseUrl)
  const jobs: Job[] = []
  const telegram = createTelegram(config, { timeoutSeconds: 1 })
  const settings = await createSettings(config.databaseUrl)
  const deps: Deps = {
    config,
    db,
    locks: locks.db,
    settings,
    storage: createStorage(config.s3),
    jobs: {
      async enqueue(_, name, data, options) {
        jobs.push({ name, data, delay: options?.delay } as Job)
      },
      async enqueueAll(_, name, data, options) {
        for (const each of data) jobs.push({ name, data: each, delay: options?.delay } as Job)
      },
    },
    telegram,
    me: await telegram.getMe(),
    log: createLogger(process.env['TEST_LOG'] ?? 'silent'),
  }

  await keepOwnChannel(deps)

  async function client<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${config.telegram.apiRoot}/client/${path}`, {
      method,
      ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }

  return {
    deps,
    jobs,
    db,
    client,
    /** Takes what was enqueued under a name since it was last asked. */
    taken<N extends JobName>(name: N) {
      const taken = jobs.filter((job) => job.name === name) as Extract<Job, { name: N }>[]
      for (const job of taken) jobs.splice(jobs.indexOf(job), 1)
      return taken
    },
    say: async (from: number, text: string, chatId = from) => {
      const [message] = await client<Message[]>('POST', 'messages', { from, chatId, text })
      return message as Message
    },
    press: (from: number, message: Message, data: string) =>
      client('POST', 'callback', { from, chatId: message.chat.id, messageId: message.message_id, data }),
    messages: async (chatId: number): Promise<Message[]> =>
      (await client<SandboxState>('GET', 'state')).chats.find(({ id }) => id === chatId)?.messages ?? [],
    fault: (fault: Fault) => client('POST', 'faults', fault),
    changeChat: (chatId: number, chat: ChatChange) => client('PATCH', `chats/${chatId}`, chat),
    /** The largest size of a message's photo, as everybody in the chat gets it. */
    async pictureOf({ photo }: Message) {
      const response = await fetch(`${config.telegram.apiRoot}/client/files/${photo?.at(-1)?.file_id}`)
      return Buffer.from(await response.arrayBuffer())
    },
    async post(adId: number) {
      return (await db.select().from(channelPosts).where(eq(channelPosts.adId, adId)))[0]
    },
    ad: (values: Partial<typeof ads.$inferInsert> = {}) => insertAd(deps, values),
    photo: (adId: number, position: number, colour: string) => insertPhoto(deps, adId, position, colour),
    /** A waiting ad with one red photo, approved: the post is yet to be made. */
    async liveAd(values: Partial<typeof ads.$inferInsert> = {}) {
      const adId = await insertAd(deps, values)
      await insertPhoto(deps, adId, 0, '#c33')
      await approveAd(deps, { moderatorId: people.muhabbat, adId, revision: 1 })
      jobs.length = 0
      return adId
    },
    async stop() {
      await Promise.all([settings.stop(), locks.close(), close()])
      await services.stop()
    },
  }
}
export type BotWorld = Awaited<ReturnType<typeof startBotWorld>>

async function insertAd({ db }: Deps, values: Partial<typeof ads.$inferInsert>) {
  const seller = { id: people.karimjon, firstName: 'Karimjon', username: 'karimjon', languageCode: 'uz' }
  await db.insert(users).values(seller).onConflictDoNothing()
  const [row] = await db
    .insert(ads)
    .values({
      sellerId: seller.id,
      categoryId: 'transport.cars',
      attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021, mileage: 87_000 },
      title: 'Cobalt 2021',
      description: 'Bir qoʻlda haydalgan.',
      priceKind: 'fixed',
      priceAmount: 11_500,
      priceCurrency: 'USD',
      regionId: 'andijon',
      districtId: 'andijon.asaka',
      contactName: 'Karimjon',
      contactTelegram: true,
      submitKey: crypto.randomUUID(),
      ...values,
    })
    .returning({ id: ads.id })
  return (row as { id: number }).id
}

/** A photo that is ready: its variants lie in storage, all of one colour. */
async function insertPhoto({ db, storage }: Deps, adId: number, position: number, colour: string) {
  const file = { contentType: 'image/jpeg', contentLength: 1, createKey: crypto.randomUUID() }
  const size = { width: 400, height: 300 }
  const [row] = await db
    .insert(photos)
    .values({ ownerId: people.karimjon, adId, position, state: 'ready', ...size, ...file })
    .returning({ id: photos.id })
  const { id } = row as { id: string }
  const body = await sharp({ create: { ...size, channels: 3, background: colour } })
    .webp()
    .toBuffer()
  for (const width of photoWidths)
    await storage.put(photoPath(id, width), body, { contentType: 'image/webp' })
  return id
}
