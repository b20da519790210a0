import { eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/postgres-js'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exportAudit } from '#server/audit/list.ts'
import { findEntries } from '#server/audit/queries.ts'
import { createDatabase, type Db } from '#server/db/client.ts'
import * as schema from '#server/db/schema.ts'
import { audit, moderationDecisions, users } from '#server/db/schema.ts'
import { eraseMe } from '#server/users/erase.ts'
import type { AuditFilter } from '#shared/audit/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { newKey, param, plough, publish, submit } from '../ads.ts'
import { documentsOf, meetBot } from '../documents.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let seller: ApiClient
let moderator: ApiClient
let admin: ApiClient
const { karimjon, dilnoza, ivan, muhabbat } = people
beforeAll(async () => {
  world = await startWorld()
  seller = world.as(karimjon)
  moderator = world.as(ivan)
  admin = world.as(muhabbat)
  for (const id of [karimjon, dilnoza, ivan, muhabbat]) await world.as(id).me.$get()
  await world.deps.db.update(users).set({ role: 'moderator' }).where(eq(users.id, ivan))
  for (const id of [ivan, muhabbat]) await meetBot(world, id)
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.deps.db.delete(audit)
})

type Query = Parameters<ApiClient['audit']['$get']>[0]['query']
const list = async (api: ApiClient, query: Query = {}) => (await api.audit.$get({ query })).json()
const texts = async (api: ApiClient, query: Query = {}) =>
  (await list(api, query)).items.map(({ text }) => text)
const write = (entry: Partial<typeof audit.$inferInsert> & { action: string }) =>
  world.deps.db.insert(audit).values({ actorId: muhabbat, ...entry })

const inOrder = (changes: readonly { label: string }[] = []) =>
  [...changes].sort((a, b) => a.label.localeCompare(b.label))

/** Every name of a field, and every id, as they lie in the database. */
function rawWords(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z][\w.-]*$/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  const keys = Array.isArray(value) ? [] : Object.keys(value)
  return [...keys, ...Object.values(value).flatMap(rawWords)]
}

describe('an entry', () => {
  it('says in the reader’s words who did what to what', async () => {
    const { id } = await publish(seller, moderator, plough)
    await admin.moderation.sellers[':id'].trust.$put({ ...param(dilnoza), json: { trust: 1 } })
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision: 2 } })
    expect(await texts(admin)).toEqual([
      `Karimjon sotilganini belgiladi: «${plough.title}»`,
      'Muhabbat ishonchini oʻzgartirdi: Dilnoza',
      `Иван tasdiqladi: «${plough.title}»`,
      `Karimjon yubordi: «${plough.title}»`,
    ])
    expect(await texts(moderator, { ad: String(id), action: 'approved' })).toEqual([
      `Иван: одобрено «${plough.title}»`,
    ])
    const [sold] = (await list(admin)).items
    expect(sold).toMatchObject({
      actor: { id: karimjon, name: 'Karimjon' },
      ad: { id, title: plough.title },
      person: { id: karimjon, name: 'Karimjon' },
      changes: [{ label: 'Holati', before: 'Faol', after: 'Sotildi' }],
    })
  })

  it('shows what was before and what is now, field by field, with words for what is known', async () => {
    const id = await submit(seller, plough)
    const changes = {
      title: 'Yer haydash',
      price: { kind: 'fixed' as const, amount: 90_000, currency: 'UZS' as const },
      attributes: { ...plough.attributes, machine: 'T-28' },
    }
    await moderator.moderation[':id'].approve.$post({ ...param(id), json: { revision: 1, changes } })
    const [entry] = (await list(admin, { action: 'approved' })).items
    expect(inOrder(entry?.changes)).toEqual([
      { label: 'Holati', before: 'Tekshirilmoqda', after: 'Faol' },
      { label: 'Narxi', before: '11\u00a0500 $', after: '90\u00a0000 soʻm' },
      { label: 'Nomi', before: plough.title, after: 'Yer haydash' },
      { label: 'Texnikasi', before: 'MTZ-80', after: 'T-28' },
    ])
    const [mended] = (await list(moderator, { action: 'mended' })).items
    expect(mended?.changes).toEqual([
      { label: 'Что именно', before: null, after: 'Название, Подробности, Цена' },
    ])
  })

  it('of settings names each setting; of a list only what came and went', async () => {
    const read = await (await admin.admin.settings.$get()).json()
    const put = (settings: object, revision: number) =>
      admin.admin.settings.$put({ json: { settings: settings as never, revision } })
    await put({ ...read.settings, suspiciousWords: ['avans', 'garov'] }, read.revision)
    await put({ ...read.settings, contactsPerDay: 7, suspiciousWords: ['garov', 'karta'] }, read.revision + 1)
    const [entry] = (await list(admin, { kind: 'changes' })).items
    expect(entry?.text).toBe('Muhabbat sozlamalarni oʻzgartirdi')
    expect(entry?.changes).toEqual(
      expect.arrayContaining([
        { label: 'Kuniga raqam soʻrash', before: '50', after: '7' },
        { label: 'Shubhali soʻzlar', before: 'avans', after: 'karta' },
      ]),
    )
  })

  it('of all that is managed names the thing, its fields and their values in words', async () => {
    const json = <T>(answer: Promise<{ json(): Promise<T> }>) => answer.then((each) => each.json())
    const key = () => ({ header: { 'idempotency-key': newKey() } })
    const board = await json(admin.admin.settings.$get())
    await admin.admin.settings.$put({
      json: {
        revision: board.revision,
        settings: {
          openAds: { all: 9, category: 8, categories: { jobs: 7 } },
          lifetimeDays: { all: 30, categories: { 'transport.cars': 20 } },
          askDaysBefore: 3,
          uzsPerUsd: 12_500,
          autoApproveFrom: 2,
          hideAtReports: 4,
        },
      },
    })
    const id = String(world.config.telegram.channelId)
    const channel = await json(admin.admin.channels[':id'].$get({ param: { id } }))
    await admin.admin.channels[':id'].$put({
      param: { id },
      json: {
        revision: (channel as { revision: number }).revision,
        settings: {
          enabled: false,
          categories: ['transport', 'livestock.cattle'],
          regions: ['fargona'],
          locale: 'ru',
          style: 'album',
          gap: 10,
          quietFrom: 1320,
          quietTo: 425,
          signature: '@vodiy',
        },
      },
    })
    const texts = { uz: 'Bozor bir kun yopiq boʻladi, uzr soʻraymiz', ru: 'Закрыто' }
    const audience = { who: 'everybody', languages: ['uz'] }
    const written = await json(
      admin.admin.announcements.$post({ ...key(), json: { texts, audience } } as never),
    )
    const announcement = param((written as { id: number }).id)
    const changed = {
      revision: 1,
      texts: { uz: texts.uz },
      audience: { who: 'sellers', region: 'andijon', category: 'jobs' },
    }
    await admin.admin.announcements[':id'].$put({ ...announcement, json: changed } as never)
    await admin.admin.announcements[':id'].$delete(announcement)
    const reasons = await json(admin.admin.reasons.$get())
    const fraud = reasons.items.find((reason) => reason.id === 'fraud')
    await admin.admin.reasons[':id'].$put({
      param: { id: 'fraud' },
      json: {
        content: { ...builtInReasons.fraud, fields: ['photos', 'contact'], final: false },
        archived: true,
        revision: fraud?.revision ?? 0,
      },
    })
    await admin.admin.reasons.order.$post({ json: { ids: ['price', 'photos'] } })
    await admin.people[':id'].role.$put({ ...param(dilnoza), json: { role: 'moderator' } })
    await admin.people[':id'].role.$put({ ...param(dilnoza), json: { role: 'user' } })
    await admin.people[':id'].limit.$put({ ...param(dilnoza), json: { openAds: 40 } })
    const ban = { reason: 'spam', note: 'Yetar', term: 'week', ads: 'keep' } as const
    await admin.people[':id'].ban.$post({ ...param(dilnoza), json: ban })
    await admin.people[':id'].lift.$post(param(dilnoza))
    await admin.stats.export.$post({ json: { period: '7', table: 'districts' } })
    const bad = await publish(seller, moderator, { ...plough, title: 'Aldovchi' })
    await world.as(dilnoza).ads[':id'].report.$post({ ...param(bad.id), json: { reason: 'fraud', note: '' } })
    const rejection = { revision: 2, reason: 'price', note: 'Arzonroq', marks: [], final: false }
    await admin.reports[':id']['take-down'].$post({ ...param(bad.id), json: rejection })

    const rows = await world.deps.db.select().from(audit)
    const raw = new Set(rows.flatMap(({ before, after }) => [...rawWords(before), ...rawWords(after)]))
    expect(raw.size).toBeGreaterThan(60)
    const { items } = await list(admin, {})
    const rest = await list(admin, { cursor: String(items.at(-1)?.id) })
    const entries = [...items, ...rest.items]
    expect(entries).toHaveLength(rows.length)
    const said = entries.flatMap(({ changes }) =>
      changes.flatMap(({ label, before, after }) => [
        ...label.split(' · '),
        ...[before, after].flatMap((v) => v?.split(', ') ?? []),
      ]),
    )
    expect(said.filter((text) => raw.has(text))).toEqual([])
    const told = new Map(entries.map(({ action, text }) => [action, text]))
    expect(told.get('announcement_deleted')).toBe(
      'Muhabbat yuborilmagan xabarni oʻchirdi: «Bozor bir kun yopiq boʻladi, uzr soʻraym…»',
    )
    expect(told.get('channel_changed')).toBe(
      `Muhabbat kanalni oʻzgartirdi: «${(channel as { title: string }).title}»`,
    )
    const changesOf = (action: string) => entries.find((entry) => entry.action === action)?.changes
    expect(changesOf('channel_changed')).toEqual(
      expect.arrayContaining([
        { label: 'Boʻlimlar', before: null, after: 'Transport, Qoramol' },
        { label: 'Boshlanishi', before: null, after: '22:00' },
        { label: 'Ikki post orasi', before: 'Kutmasdan', after: '10 daqiqa' },
      ]),
    )
    expect(changesOf('banned')?.map(({ label, after }) => [label, after])).toEqual([
      ['Sababi', 'Bir xil yoki keraksiz eʼlonlar'],
      ['Odamga yoziladigan izoh', 'Yetar'],
      ['Qachongacha', expect.any(String)],
      ['Eʼlonlari va kanaldagi postlari', 'Qolsin'],
      ['Olib qoʻyilgan eʼlonlar', '0'],
    ])
    expect(changesOf('rejected')).toEqual(
      expect.arrayContaining([{ label: 'Sababi', before: null, after: builtInReasons.price.name.uz }]),
    )
  })

  it('that nobody here has heard of is told by its own name and fields', async () => {
    await write({
      action: 'moon_painted',
      before: { colour: 'grey', deep: { er: [1, 2] }, revision: 1 },
      after: {
        colour: 'green',
        deep: { er: [2, 3] },
        revision: 2,
        since_then: '2026-03-11T19:30:00.000Z',
        on: true,
      },
    })
    const [entry] = (await list(admin, { kind: 'changes' })).items
    expect(entry?.text).toBe('Muhabbat: moon_painted')
    expect(inOrder(entry?.changes)).toEqual([
      { label: 'colour', before: 'grey', after: 'green' },
      { label: 'deep · er', before: '1', after: '3' },
      { label: 'on', before: null, after: 'ha' },
      { label: 'since_then', before: null, after: '2026-03-12 00:30' },
    ])
  })

  it('keeps no word of whom the board has forgotten, nor says who it was', async () => {
    const guest = 4321
    const api = world.as(guest)
    const id = await submit(api, plough)
    await moderator.moderation[':id'].approve.$post({
      ...param(id),
      json: { revision: 1, changes: { title: 'Yashirin soʻz' } },
    })
    expect(JSON.stringify(await list(admin))).toContain('Yashirin')
    await eraseMe(world.deps, guest)
    const { items } = await list(admin, { ad: String(id) })
    expect(JSON.stringify(items)).not.toContain('Yashirin')
    expect(items.map(({ text }) => text)).toEqual([
      `Oʻchirilgan odam maʼlumotlari bilan oʻchirdi: ${id}-eʼlon`,
      `Иван tuzatdi: ${id}-eʼlon`,
      `Иван tasdiqladi: ${id}-eʼlon`,
      `Oʻchirilgan odam yubordi: ${id}-eʼlon`,
    ])
  })
})

describe('who reads', () => {
  it('a moderator sees what concerns ads, an admin everything', async () => {
    await write({ action: 'settings', after: { uzsPerUsd: 12_500 } })
    await write({ action: 'trust', userId: karimjon, after: { trust: 2 } })
    const id = await submit(seller, plough)
    expect((await list(admin)).items.map(({ action }) => action)).toEqual(['submitted', 'trust', 'settings'])
    expect((await list(moderator)).items.map(({ ad }) => ad?.id)).toEqual([id])
    expect((await list(moderator, { person: String(karimjon) })).items).toHaveLength(1)
    expect((await list(moderator, { kind: 'changes' })).items).toEqual([])
    expect((await seller.audit.$get({ query: {} })).status).toBe(403)
  })

  it('finds by who, to whom, which ad, what kind and which days of Tashkent, all at once', async () => {
    const mine = await submit(seller, plough)
    const other = await submit(world.as(dilnoza), { ...plough, title: 'Boshqa ish' })
    await world.deps.db.delete(audit)
    const at = (time: string) => ({ at: new Date(time) })
    await write({ ...at('2026-03-11T18:59:59Z'), action: 'approved', actorId: ivan, adId: mine })
    await write({ ...at('2026-03-11T19:00:00Z'), action: 'rejected', actorId: ivan, adId: mine })
    await write({ ...at('2026-03-12T18:59:59Z'), action: 'approved', adId: other })
    await write({ ...at('2026-03-12T19:00:00Z'), action: 'trust', userId: karimjon })
    await write({
      ...at('2026-03-13T19:00:00Z'),
      action: 'sold',
      actorId: karimjon,
      adId: mine,
      userId: karimjon,
    })
    const found = async (query: Query) =>
      (await list(admin, query)).items.map((item) =>
        `${item.action} ${item.ad?.id === mine ? 'mine' : (item.ad?.id ?? '')}`
          .trim()
          .replace(String(other), 'other'),
      )
    expect(await found({ from: '2026-03-12', to: '2026-03-12' })).toEqual(['approved other', 'rejected mine'])
    expect(await found({ to: '2026-03-11' })).toEqual(['approved mine'])
    expect(await found({ actor: String(ivan) })).toEqual(['rejected mine', 'approved mine'])
    expect(await found({ actor: String(ivan), action: 'approved' })).toEqual(['approved mine'])
    expect(await found({ person: String(karimjon) })).toEqual([
      'sold mine',
      'trust',
      'rejected mine',
      'approved mine',
    ])
    expect(await found({ person: String(karimjon), kind: 'decisions', from: '2026-03-12' })).toEqual([
      'rejected mine',
    ])
    expect(await found({ ad: String(mine), kind: 'ads' })).toEqual(['sold mine'])
    expect(await found({ kind: 'decisions' })).toEqual(['approved other', 'rejected mine', 'approved mine'])
    expect(await found({ kind: 'changes' })).toEqual(['trust'])
    expect(await found({ kind: 'ads', action: 'approved' })).toEqual([])
    for (const wrong of [
      { from: '2026-13-45' },
      { actor: 'x' },
      { kind: 'all' },
      { action: "a'b" },
      { more: '1' },
    ])
      expect((await admin.audit.$get({ query: wrong as never })).status).toBe(400)
  })

  it('reads page by page, each entry once, also those of one moment', async () => {
    const at = new Date('2026-03-12T00:00:00.123Z')
    for (let n = 0; n < 50; n++)
      await write({ action: n % 2 ? 'trust' : 'role', userId: karimjon, at, after: { n } })
    for (const query of [{}, { kind: 'changes' }, { person: String(karimjon) }] as Query[]) {
      const seen: number[] = []
      let cursor: string | undefined
      do {
        const page = await list(admin, { ...query, ...(cursor && { cursor }) })
        seen.push(...page.items.map(({ id }) => id))
        cursor = page.nextCursor ?? undefined
      } while (cursor)
      expect(seen).toHaveLength(50)
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => b - a))
    }
  })
})

describe('a decision of the last hour', () => {
  it('to keep an ad, made twice, is undone each from its own entry', async () => {
    const { id, revision } = await publish(seller, moderator, plough)
    const made: number[] = []
    for (const buyer of [dilnoza, 7_301]) {
      await world.as(buyer).ads[':id'].report.$post({ ...param(id), json: { reason: 'fraud' } })
      const answer = await moderator.reports[':id'].dismiss.$post({ ...param(id), json: { revision } })
      made.unshift(((await answer.json()) as { decisionId: number }).decisionId)
    }
    const { items } = await list(moderator, { ad: String(id), action: 'kept' })
    expect(items.map(({ undo }) => undo)).toEqual(made)
  })

  it('is undone from its entry, by whoever may', async () => {
    const mine = await publish(seller, moderator, { ...plough, title: 'Birinchi' })
    const theirs = await publish(seller, admin, { ...plough, title: 'Ikkinchi' })
    const undoOf = async (api: ApiClient, id: number) =>
      (await list(api, { ad: String(id), action: 'approved' })).items[0]?.undo
    expect(await undoOf(moderator, theirs.id)).toBeNull()
    expect(await undoOf(admin, mine.id)).toEqual(expect.any(Number))
    const undo = await undoOf(moderator, mine.id)
    const answer = await moderator.moderation.decisions[':id'].undo.$post(param(undo as number))
    expect(answer.status).toBe(200)
    expect(
      (await list(moderator, { ad: String(mine.id) })).items.map(({ action, undo: id }) => [action, id]),
    ).toEqual([
      ['undone', null],
      ['approved', null],
      ['submitted', null],
    ])
    await world.deps.db
      .update(moderationDecisions)
      .set({ at: sql`now() - interval '61 minutes'` })
      .where(eq(moderationDecisions.adId, theirs.id))
    expect(await undoOf(admin, theirs.id)).toBeNull()
  })
})

describe('as a file', () => {
  it('has the same filters, no formula, and a mark where it is not all', async () => {
    await world.deps.db.update(users).set({ firstName: '=cmd()' }).where(eq(users.id, dilnoza))
    await write({
      action: 'trust',
      userId: dilnoza,
      before: { trust: 0 },
      after: { trust: 2 },
      at: new Date('2026-03-11T19:30:00Z'),
    })
    await write({ action: 'role', userId: karimjon, at: new Date('2026-03-09T19:30:00Z') })
    const answer = await admin.audit.export.$post({ query: { from: '2026-03-12', to: '2026-03-12' } })
    expect(await answer.json()).toEqual({ rows: 1, capped: false })
    const file = (await documentsOf(world, muhabbat)).at(-1)
    expect(file?.caption).toBe('Oʻzgarishlar tarixi')
    expect(file?.text.split('\r\n')).toEqual([
      '\uFEFFVaqti;Kim;Nima qilgan;Eʼlon raqami;Odam;Nima oʻzgargan',
      `2026-03-12 00:30;Muhabbat;Muhabbat ishonchini oʻzgartirdi: =cmd();;'=cmd();Ishonch: Yangi → Ishonchli`,
      '',
    ])
    const reader = { id: muhabbat, isAdmin: true, locale: 'en' as const }
    expect(await exportAudit(world.deps, reader, {}, 2)).toEqual({ rows: 2, capped: true })
    expect((await documentsOf(world, muhabbat)).at(-1)?.caption).toBe(
      'What was changed\nOnly the newest 2: choose fewer days.',
    )
    const [entry] = (await list(admin, { action: 'exported' })).items
    expect(entry?.text).toBe('Muhabbat fayl qilib oldi')

    await write({ action: 'settings' })
    const theirs = await moderator.audit.export.$post({ query: {} })
    expect(await theirs.json()).toEqual({ rows: 0, capped: false })
  })
})

describe('every filter', () => {
  const asked: { query: string; params: unknown[] }[] = []
  const filters: readonly (AuditFilter & { onlyAds?: boolean; after?: number })[] = [
    {},
    { after: 30_000 },
    { onlyAds: true },
    { actor: 7 },
    { actor: 7, from: '2026-01-01', to: '2026-02-01' },
    { person: 11 },
    { ad: 77 },
    { kind: 'decisions' },
    { kind: 'changes', from: '2026-01-01' },
    { action: 'trust' },
    { from: '2026-01-01', to: '2026-02-01' },
  ]

  it('walks an index, however long the board’s memory', async () => {
    const { sql: client, close } = createDatabase(world.config.databaseUrl, 1)
    const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) }
    const db = drizzle(client, { schema, logger }) as Db
    await world.deps.db.execute(sql`insert into ads (seller_id, state, category_id, attributes, title, description,
        region_id, district_id, contact_name, contact_telegram, submit_key)
      select ${karimjon}, 'sold', 'transport.cars', '{}', 'Nom', '', 'andijon', 'andijon.asaka', 'K', true, 'plan' || n
      from generate_series(1, 3000) n`)
    await world.deps.db.execute(sql`insert into audit (at, actor_id, action, ad_id, user_id, before, after)
      select now() - n * interval '7 minutes', n % 900, (array['submitted', 'approved', 'priced', 'sold', 'trust', 'role'])[1 + n % 6],
        case when n % 6 < 4 then n % 3000 end, case when n % 6 > 3 then n % 2000 end, '{"state": "active"}', '{}'
      from generate_series(1, 40000) n`)
    await world.deps.db.execute(sql`analyze audit`)
    await world.deps.db.execute(sql`analyze ads`)
    for (const filter of filters) {
      asked.length = 0
      await findEntries(db, { onlyAds: false, limit: 21, ...filter })
      for (const { query, params } of asked) {
        const rows = await client.unsafe(`explain (costs off) ${query}`, params as never[])
        const plan = rows.map((row) => row['QUERY PLAN'] as string).join('\n')
        expect({ filter, plan }).not.toMatchObject({ plan: expect.stringMatching(/Seq Scan on (audit|ads)/) })
      }
    }
    await close()
  })
})
