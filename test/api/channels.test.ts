import { and, eq, like, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { audit, channels } from '#server/db/schema.ts'
import { eventually, publish } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

const cars = -1001000000004

let world: World
let api: ApiClient['admin']['channels']
beforeAll(async () => {
  world = await startWorld()
  api = world.as(people.muhabbat).admin.channels
})
afterAll(() => world?.stop())

const at = (id: number) => ({ param: { id: String(id) } })
const own = () => world.config.telegram.channelId
const view = async (id: number) => (await api[':id'].$get(at(id))).json()
async function change(id: number, changes: Record<string, unknown>, revision?: number) {
  const now = await view(id)
  return api[':id'].$put({
    ...at(id),
    json: { settings: { ...now.settings, ...changes }, revision: revision ?? now.revision },
  })
}
const refusalOf = async (answer: { status: number; json(): Promise<unknown> }) => {
  const { error } = (await answer.json()) as { error: { code: string; fields?: Record<string, string> } }
  return { status: answer.status, code: error.code, fields: Object.keys(error.fields ?? {}) }
}
const client = async <T>(method: string, path: string, body?: object): Promise<T> => {
  const response = await fetch(`${world.telegram.url}/client/${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  })
  return (await response.json()) as T
}
const messages = async (id: number) => {
  const { chats } = await client<{
    chats: { id: number; messages: { caption?: string; media_group_id?: string }[] }[]
  }>('GET', 'state')
  return chats.find((chat) => chat.id === id)?.messages ?? []
}

it('the channel of the environment is there from the start, takes everything and has its name', async () => {
  await expect.poll(async () => (await view(own())).title).toBe('Vodiy Bozor')
  expect(await view(own())).toMatchObject({
    username: 'vodiy_bozor',
    enabled: true,
    standing: 'fine',
    lacks: [],
    counts: { waiting: 0, failed: 0, sentToday: 0 },
    settings: { categories: [], regions: [], locale: 'uz', style: 'picture', gap: 0, signature: '' },
    nextAt: null,
    hasSample: false,
  })
})

it.each(['@vodiy_bozor_avto', 'https://t.me/vodiy_bozor_avto', 'vodiy_bozor_avto', String(cars)])(
  'a channel named %s is added once, disabled',
  async (chat) => {
    expect(await (await api.$post({ json: { chat } })).json()).toEqual({ id: cars })
    expect(await view(cars)).toMatchObject({ title: 'Vodiy Bozor – Avto', enabled: false, standing: 'fine' })
    expect((await (await api.$get()).json()).items.map(({ id }) => id)).toEqual([own(), cars])
  },
)

it.each([
  ['@yoq_bunday_kanal', 'channels.unknown_chat'],
  ['bu nom emas', 'channels.unknown_chat'],
  ['', 'channels.unknown_chat'],
  ['-1001000000002', 'channels.not_a_channel'],
])('“%s” is not added: %s', async (chat, code) => {
  const refusal = await refusalOf(await api.$post({ json: { chat } }))
  expect(refusal).toMatchObject({ status: 422, code })
})

it('settings hold at once, and are written down with what was before', async () => {
  const changes = {
    enabled: true,
    categories: ['transport.cars', 'transport.cars'],
    regions: ['andijon'],
    locale: 'ru',
    style: 'album',
    gap: 5,
    quietFrom: 1380,
    quietTo: 420,
    signature: '  Avto: @vodiy_bozor ',
  }
  expect((await change(cars, changes)).status).toBe(200)
  expect((await view(cars)).settings).toEqual({
    ...changes,
    categories: ['transport.cars'],
    signature: 'Avto: @vodiy_bozor',
  })
  const [entry] = await world.deps.db
    .select()
    .from(audit)
    .where(and(eq(audit.action, 'channel_changed'), eq(audit.actorId, people.muhabbat)))
  expect(entry).toMatchObject({
    before: { channelId: cars, style: 'picture', gap: 0 },
    after: { channelId: cars, style: 'album', gap: 5 },
  })
})

it.each([
  ['a category there is not', { categories: ['transport.cars', 'cats'] }, 'categories.1'],
  ['a region there is not', { regions: ['toshkent-yoq'] }, 'regions.0'],
  ['a language there is not', { locale: 'tj' }, 'locale'],
  ['a style there is not', { style: 'poster' }, 'style'],
  ['a pace that is no choice', { gap: 7 }, 'gap'],
  ['an hour there is not', { quietFrom: 1440 }, 'quietFrom'],
  ['half of the quiet hours', { quietFrom: null }, 'quietFrom'],
  ['quiet hours without an end', { quietTo: null }, 'quietTo'],
  ['a signature as long as a post', { signature: 'x'.repeat(121) }, 'signature'],
  ['a signature of many lines', { signature: 'a\nb\nc\nd' }, 'signature'],
  ['a setting nobody knows', { colour: 'red' }, 'colour'],
])('%s is refused by name, and nothing is changed', async (_, changes, field) => {
  const before = await view(cars)
  const refusal = await refusalOf(await change(cars, changes))
  expect(refusal).toEqual({ status: 422, code: 'channels.invalid', fields: [field] })
  expect(await view(cars)).toEqual(before)
})

it('of twenty who save at once one does, and the others are told', async () => {
  const { revision } = await view(cars)
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => change(cars, { signature: `Imzo ${n}` }, revision)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const late = answers.find(({ status }) => status !== 200)
  expect(late && (await refusalOf(late))).toMatchObject({ status: 409, code: 'channels.changed' })
})

it('a sample goes out as the channel’s posts do, and leaves as a whole', async () => {
  const sent = await (await api[':id'].sample.$post(at(cars))).json()
  expect(sent).toMatchObject({ url: expect.stringContaining('t.me/vodiy_bozor_avto/'), refused: null })
  const [first, second] = await messages(cars)
  expect(first?.caption).toContain('Пробный пост')
  expect(first?.caption).toContain('👉 Смотреть')
  expect(first?.media_group_id).toBe(second?.media_group_id)
  expect((await view(cars)).hasSample).toBe(true)
  expect(await (await api[':id'].sample.$delete(at(cars))).json()).toEqual({ refused: null })
  expect(await messages(cars)).toEqual([])
  expect((await view(cars)).hasSample).toBe(false)
})

it('a sample that is sent while another one is deleted is not forgotten', async () => {
  await api[':id'].sample.$post(at(cars))
  const deleted = await world.deps.db.transaction(async (tx) => {
    // Another admin's, whose sending is about to be put down.
    const sampleIds = sql`${channels.sampleIds} || 999::bigint`
    await tx.update(channels).set({ sampleIds }).where(eq(channels.id, cars))
    const deleted = api[':id'].sample.$delete(at(cars))
    await eventually(async () => {
      const [row] = await world.deps.db.execute<{
        waits: boolean
      }>(sql`select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock') as waits`)
      return row?.waits
    })
    return { deleted }
  })
  expect((await deleted.deleted).status).toBe(200)
  const [row] = await world.deps.db.select().from(channels).where(eq(channels.id, cars))
  expect(row?.sampleIds).toEqual([999])
  await world.deps.db.update(channels).set({ sampleIds: [] }).where(eq(channels.id, cars))
})

it('a sample that Telegram refuses says why, and the channel shows that the bot is out', async () => {
  await client('POST', 'faults', { method: 'sendMediaGroup', times: 1, kind: '403' })
  const sent = await (await api[':id'].sample.$post(at(cars))).json()
  expect(sent).toMatchObject({ url: null, refused: expect.stringContaining('Forbidden') })
  expect(await view(cars)).toMatchObject({ standing: 'out', lastError: expect.stringContaining('Forbidden') })
  expect(await (await api[':id'].check.$post(at(cars))).json()).toMatchObject({
    standing: 'fine',
    lastError: null,
  })
})

it('what failed is listed with its reason, and tried again stands there once', async () => {
  const list = async (name: 'waiting' | 'failed' | 'sent') =>
    (await (await api[':id'].posts.$get({ ...at(own()), query: { list: name } })).json()).items
  const description = 'Bad Request: PHOTO_INVALID_DIMENSIONS'
  await client('POST', 'faults', { method: 'sendPhoto', chatId: own(), times: 1, kind: '400', description })
  const { id } = await publish(world.as(people.karimjon), world.as(people.muhabbat))
  await expect
    .poll(() => list('failed'), { timeout: 10_000 })
    .toMatchObject([{ adId: id, state: 'failed', error: description, url: null }])
  const retry = () => api[':id'].retry.$post({ ...at(own()), json: { adId: id } })
  await Promise.all([retry(), retry(), retry()])
  await expect
    .poll(() => list('sent'), { timeout: 10_000 })
    .toMatchObject([{ adId: id, error: null, url: expect.stringContaining('t.me/vodiy_bozor/') }])
  expect((await messages(own())).filter(({ caption }) => caption?.includes('MTZ-80'))).toHaveLength(1)
  expect((await view(own())).counts).toEqual({ waiting: 0, failed: 0, sentToday: 1 })
})

it('the right to post is missed at once; what waits meanwhile stands there once it is given back', async () => {
  const path = `chats/${own()}`
  await client('PATCH', path, { botRights: ['can_edit_messages'] })
  const missed = { standing: 'mute', lacks: ['post', 'delete'], lastError: null }
  await expect.poll(() => view(own()), { timeout: 10_000 }).toMatchObject(missed)
  const before = (await messages(own())).length
  await publish(world.as(people.karimjon), world.as(people.muhabbat))
  await expect.poll(async () => (await view(own())).counts).toMatchObject({ waiting: 1, failed: 0 })
  expect(await (await api[':id'].sample.$post(at(own()))).json()).toEqual({
    url: null,
    refused: 'Bad Request: need administrator rights in the channel chat',
  })
  expect(await (await api[':id'].check.$post(at(own()))).json()).toMatchObject(missed)
  expect(await messages(own())).toHaveLength(before)

  await client('PATCH', path, { botRights: ['can_post_messages'] })
  await expect
    .poll(() => view(own()), { timeout: 10_000 })
    .toMatchObject({ standing: 'fine', lacks: ['edit', 'delete'], counts: { waiting: 0 } })
  expect(await messages(own())).toHaveLength(before + 1)
})

it('a channel that is not in the list is not found', async () => {
  for (const answer of [
    await api[':id'].$get(at(-5)),
    await api[':id'].sample.$post(at(-5)),
    await api[':id'].retry.$post({ ...at(-5), json: {} }),
  ])
    expect(await refusalOf(answer)).toMatchObject({ status: 404, code: 'channels.not_found' })
})

it('all of it is written down', async () => {
  const rows = await world.deps.db
    .select()
    .from(audit)
    .where(like(audit.action, 'channel_%'))
    .orderBy(audit.id)
  const actions = new Set(rows.map(({ action }) => action))
  for (const action of ['added', 'changed', 'sample', 'sample_deleted', 'standing'])
    expect(actions).toContain(`channel_${action}`)
})
