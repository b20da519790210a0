import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { adDays, ads, audit, boardDays, moderationDecisions, users, vainSearches } from '#server/db/schema.ts'
import { reportAd } from '#server/reports/verbs.ts'
import { dismissReports } from '#server/reports/verdicts.ts'
import { searchColumns } from '#server/search/words.ts'
import { closeDays } from '#server/stats/board-days.ts'
import { readNumbers } from '#server/stats/figures.ts'
import { createMemory } from '#server/stats/memory.ts'
import { readModerators } from '#server/stats/moderators.ts'
import { createVainCounter, findVain, wishOf } from '#server/stats/vain.ts'
import { eventually, newKey } from '../ads.ts'
import { documentsOf, meetBot } from '../documents.ts'
import { people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
const { karimjon, dilnoza, ivan, muhabbat } = people
beforeAll(async () => {
  world = await startWorld()
  for (const id of [karimjon, dilnoza, ivan, muhabbat]) await world.as(id).me.$get()
  await world.deps.db.update(users).set({ role: 'moderator' }).where(eq(users.id, ivan))
  for (const id of [ivan, muhabbat]) await meetBot(world, id)
})
afterAll(() => world?.stop())
beforeEach(async () => {
  const { db } = world.deps
  for (const table of [moderationDecisions, adDays, audit, ads, boardDays, vainSearches])
    await db.delete(table)
})

/** Eleven in the morning in Tashkent. */
const now = new Date('2026-03-12T06:00:00Z')

async function ad(row: Partial<typeof ads.$inferInsert> & { at: string }) {
  const [made] = await world.deps.db
    .insert(ads)
    .values({
      sellerId: karimjon,
      state: 'active',
      categoryId: 'transport.cars',
      attributes: {},
      title: 'Cobalt',
      description: '',
      regionId: 'andijon',
      districtId: 'andijon.asaka',
      contactName: 'Karimjon',
      contactTelegram: true,
      submitKey: newKey(),
      createdAt: new Date(row.at),
      submittedAt: new Date(row.at),
      ...row,
    })
    .returning({ id: ads.id })
  return (made as { id: number }).id
}

const decide = (
  adId: number,
  o: {
    at: string
    waited: number
    by?: number | null
    outcome?: 'approved' | 'mended' | 'rejected'
    undone?: true
  },
) =>
  world.deps.db.insert(moderationDecisions).values({
    adId,
    moderatorId: o.by === undefined ? ivan : o.by,
    outcome: o.outcome ?? 'approved',
    revision: 2,
    previous: {},
    at: new Date(o.at),
    waitingSince: new Date(Date.parse(o.at) - o.waited * 1000),
    categoryId: 'transport.cars',
    districtId: 'andijon.asaka',
    undoneAt: o.undone ? new Date(o.at) : null,
  })

const end = (adId: number, action: string, at: string, state = 'active') =>
  world.deps.db.insert(audit).values({ actorId: karimjon, action, adId, at: new Date(at), before: { state } })

const read = (period: 'today' | '7' | '30' | '90' = '7') => readNumbers(world.deps.db, period, now)

describe('the numbers', () => {
  it('belong to days in Tashkent, which begin at 19:00 UTC', async () => {
    await ad({ at: '2026-03-10T18:59:59Z' })
    await ad({ at: '2026-03-10T19:00:00Z' })
    const late = await ad({ at: '2026-03-11T18:59:59Z' })
    await decide(late, { at: '2026-03-11T19:00:00Z', waited: 1 })
    await end(late, 'sold', '2026-03-11T18:59:59Z')
    const { days } = await read()
    expect(days.map(({ day }) => day)).toEqual([
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
    ])
    expect(days.map(({ newAds }) => newAds)).toEqual([0, 0, 0, 0, 1, 2, 0])
    expect(days.map(({ approved }) => approved)).toEqual([0, 0, 0, 0, 0, 0, 1])
    expect(days.map(({ sold }) => sold)).toEqual([0, 0, 0, 0, 0, 1, 0])
  })

  it('compare the days that are over with as many before them, and today with yesterday', async () => {
    for (const at of [
      '2026-03-12T01:00:00Z',
      '2026-03-11T01:00:00Z',
      '2026-03-06T01:00:00Z',
      '2026-03-05T01:00:00Z',
    ])
      await ad({ at })
    const week = (await read('7')).figures.newAds
    // The week before is 27 February to 5 March, but for its last day, which today is not over to be compared with.
    expect(week).toEqual({ value: 3, compared: { now: 2, before: 0 } })
    await ad({ at: '2026-02-27T01:00:00Z' })
    await ad({ at: '2026-02-26T01:00:00Z' })
    expect((await read('7')).figures.newAds.compared).toEqual({ now: 2, before: 1 })
    expect((await read('today')).figures.newAds).toEqual({ value: 1, compared: { now: 1, before: 1 } })
  })

  it('tell how long ads wait for a person: the middle, nine of ten, and the oldest now', async () => {
    const id = await ad({ at: '2026-03-09T00:00:00Z' })
    for (const minute of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
      await decide(id, { at: `2026-03-09T0${minute % 10}:00:00Z`, waited: minute * 60 })
    // Neither what the board decides by itself nor what was taken back is somebody's pace.
    await decide(id, { at: '2026-03-09T11:00:00Z', waited: 0, by: null })
    await decide(id, { at: '2026-03-09T11:00:00Z', waited: 99_999, undone: true })
    await ad({ at: '2026-03-12T05:00:00Z', state: 'pending' })
    await ad({ at: '2026-03-12T04:30:00Z', state: 'pending' })
    const { wait, decisions } = (await read()).figures
    expect(wait).toEqual({ value: 300, p90: 540, waiting: 2, oldest: 5400, compared: null })
    expect(decisions).toMatchObject({ value: 11, approved: 11, undone: 1, byBoard: 1 })
  })

  it('break down by what was decided, by top category and by district', async () => {
    const one = await ad({ at: '2026-03-09T00:00:00Z' })
    await ad({ at: '2026-03-09T00:00:00Z', categoryId: 'transport.moto', state: 'sold' })
    await ad({ at: '2026-03-09T00:00:00Z', categoryId: 'livestock.cattle', districtId: 'andijon.boston' })
    await ad({ at: '2026-01-09T00:00:00Z', categoryId: 'livestock.cattle', districtId: 'andijon.boston' })
    await decide(one, { at: '2026-03-09T01:00:00Z', waited: 60, outcome: 'mended' })
    await decide(one, { at: '2026-03-10T01:00:00Z', waited: 120, outcome: 'rejected' })
    await world.deps.db.insert(adDays).values([
      { adId: one, day: '2026-03-11', views: 5, contacts: 2 },
      { adId: one, day: '2026-03-12', views: 1 },
      { adId: one, day: '2026-03-01', views: 70 },
    ])
    const { figures, categories, districts } = await read()
    expect(figures).toMatchObject({
      live: { value: 3 },
      decisions: { value: 2, mended: 1, rejected: 1 },
      views: { value: 6, compared: { now: 5, before: 70 } },
      contacts: { value: 2 },
    })
    expect(categories.map(({ id, newAds, live }) => [id, newAds, live])).toEqual([
      ['transport', 2, 1],
      ['livestock', 1, 2],
    ])
    expect(categories[0]).toMatchObject({ views: 6, contacts: 2, mended: 1, rejected: 1, median: 60 })
    expect(districts.map(({ id, newAds, live }) => [id, newAds, live])).toEqual([
      ['andijon.asaka', 2, 1],
      ['andijon.boston', 1, 2],
    ])
  })

  it('say what share of the ads that ended was sold; a waiting one that was taken back never was for sale', async () => {
    const id = await ad({ at: '2026-03-09T00:00:00Z' })
    await end(id, 'sold', '2026-03-09T01:00:00Z')
    await end(id, 'sold', '2026-03-09T02:00:00Z', 'expired')
    await end(id, 'expired', '2026-03-10T01:00:00Z')
    await end(id, 'removed', '2026-03-10T02:00:00Z')
    await end(id, 'removed', '2026-03-10T03:00:00Z', 'pending')
    expect((await read()).figures.sold).toEqual({ value: 50, sold: 2, ended: 4, compared: null })
  })

  it('are the same once the days are written down, also of ads that are gone since', async () => {
    const one = await ad({ at: '2026-03-09T00:00:00Z' })
    const gone = await ad({ at: '2026-03-09T20:00:00Z', districtId: 'andijon.boston' })
    await end(one, 'sold', '2026-03-10T01:00:00Z')
    await world.deps.db.insert(adDays).values([
      { adId: one, day: '2026-03-10', views: 5 },
      { adId: gone, day: '2026-03-11', views: 7, contacts: 1 },
      { adId: gone, day: '2026-03-12', views: 2 },
    ])
    const fresh = await read()
    await closeDays(world.deps, now)
    const written = await read()
    const withoutLive = (days: typeof fresh.days) => days.map(({ live: _, ...day }) => day)
    expect(withoutLive(written.days)).toEqual(withoutLive(fresh.days))
    expect(written.days.map(({ live }) => live)).toEqual([null, null, null, null, null, 2, 2])
    expect(written.categories).toEqual(fresh.categories)
    expect(written.districts).toEqual(fresh.districts)
    await closeDays(world.deps, now)
    expect(await read()).toEqual(written)

    await world.deps.db.delete(ads).where(eq(ads.id, gone))
    expect((await read()).figures.views.value).toBe(12)
    // Where the server slept for two nights, both days are made up for.
    await ad({ at: '2026-03-12T10:00:00Z' })
    await ad({ at: '2026-03-13T10:00:00Z' })
    await closeDays(world.deps, new Date('2026-03-13T20:00:00Z'))
    const later = await readNumbers(world.deps.db, '7', new Date('2026-03-14T06:00:00Z'))
    expect(later.days.map(({ newAds }) => newAds)).toEqual([0, 1, 1, 0, 1, 1, 0])
  })

  it('of single moderators say who decided how much and how fast', async () => {
    const id = await ad({ at: '2026-03-09T00:00:00Z' })
    await decide(id, { at: '2026-03-09T01:00:00Z', waited: 60 })
    await decide(id, { at: '2026-03-09T02:00:00Z', waited: 600, outcome: 'rejected' })
    await decide(id, { at: '2026-03-09T02:00:00Z', waited: 1, undone: true })
    await decide(id, { at: '2026-03-09T03:00:00Z', waited: 30, by: muhabbat, outcome: 'mended' })
    await decide(id, { at: '2026-03-09T03:00:00Z', waited: 0, by: null })
    await decide(id, { at: '2026-03-01T03:00:00Z', waited: 5 })
    const rows = await readModerators(world.deps.db, '7', now)
    expect(rows).toEqual([
      { id: ivan, name: 'Иван', approved: 1, mended: 0, rejected: 1, kept: 0, undone: 1, median: 60 },
      { id: muhabbat, name: 'Muhabbat', approved: 0, mended: 1, rejected: 0, kept: 0, undone: 0, median: 30 },
      { id: null, name: null, approved: 1, mended: 0, rejected: 0, kept: 0, undone: 0, median: null },
    ])
  })

  it('count a reported ad that a moderator left as it is among the decisions, and as no waiting', async () => {
    const id = await ad({ at: '2026-03-09T00:00:00Z' })
    const report = { reason: 'fraud', note: '' } as const
    await reportAd(world.deps, { reporterId: dilnoza, adId: id, ...report })
    await dismissReports(world.deps, { moderatorId: ivan, adId: id, revision: 1 })
    const { figures, categories, districts } = await readNumbers(world.deps.db, 'today')
    expect(figures.decisions).toMatchObject({ value: 1, kept: 1, approved: 0, rejected: 0, undone: 0 })
    expect(figures.wait.value).toBeNull()
    expect([...categories, ...districts].map(({ id, kept }) => [id, kept])).toEqual([
      ['transport', 1],
      ['andijon.asaka', 1],
    ])
    expect(await readModerators(world.deps.db, 'today')).toMatchObject([{ id: ivan, kept: 1 }])
  })

  it('of a new board are nothing, and no error', async () => {
    const { figures, categories, districts, days } = await read('90')
    expect(figures.newAds.value + figures.live.value + figures.decisions.value).toBe(0)
    expect([figures.wait.value, figures.wait.oldest, figures.sold.value]).toEqual([null, null, null])
    expect([categories, districts]).toEqual([[], []])
    expect(days).toHaveLength(90)
  })
})

describe('what is searched for in vain', () => {
  const search = (person: number, query: Record<string, string>) =>
    world.as(person).ads.$get({ query: query as never })
  const rows = () => world.deps.db.select().from(vainSearches)

  it('is counted once a person and day, whichever script it is typed in, and found searches are not', async () => {
    const words = { title: 'Cobalt', description: '', attributes: {}, mahalla: null, landmark: null }
    const where = { categoryId: 'transport.cars', regionId: 'andijon', districtId: 'andijon.asaka' }
    await ad({ at: '2026-03-09T00:00:00Z', feedSeq: 1, ...(searchColumns({ ...words, ...where }) as object) })
    for (const q of ['Zirqiltoq', 'zirqiltoq ', 'зирқилтоқ']) await search(dilnoza, { q })
    await search(ivan, { q: 'зирқилтоқ' })
    await search(ivan, { q: 'cobalt' })
    await search(ivan, { category: 'food' })
    await search(ivan, { q: 'zirqiltoq', category: 'transport.cars', district: 'andijon.asaka' })
    await eventually(async () => (await rows()).reduce((sum, { times }) => sum + times, 0) === 3)
    const found = await findVain(world.deps.db, '2026-01-01', '2100-01-01', 10)
    expect(found).toEqual([
      { typed: 'zirqiltoq', category: null, place: null, times: 2 },
      { typed: 'zirqiltoq', category: 'transport.cars', place: 'andijon.asaka', times: 1 },
    ])
  })

  it('says nothing of who asked, nor keeps what looks like a phone or a card', async () => {
    const [columns] = await world.deps.db.execute<{ names: string[] }>(
      sql`select array_agg(column_name::text order by column_name) as names from information_schema.columns where table_name = 'vain_searches'`,
    )
    expect(columns?.names).toEqual(['category_id', 'day', 'place_id', 'times', 'typed', 'words'])
    expect(wishOf({ q: '+998 90 123-45-67' })).toBeUndefined()
    expect(wishOf({ q: '8600 1234 5678 9012 karta' })).toBeUndefined()
    expect(wishOf({ q: '!!! ???' })).toBeUndefined()
    expect(wishOf({ q: 'Nexia 2019' })).toMatchObject({ typed: 'nexia 2019' })
    expect(wishOf({ q: 'q'.repeat(100) })?.typed).toHaveLength(60)
  })

  it('is counted again the next day, is no game for one person, and is forgotten after ninety days', async () => {
    let clock = Date.parse('2026-03-01T18:59:00Z')
    const count = createVainCounter(world.deps, () => clock)
    const times = async () => (await rows()).reduce((sum, row) => sum + row.times, 0)
    count({ q: 'gʻalati' }, dilnoza)
    count({ q: 'gʻalati' }, dilnoza)
    clock = Date.parse('2026-03-01T19:00:00Z')
    count({ q: 'gʻalati' }, dilnoza)
    await eventually(async () => (await times()) === 2)
    const letters = 'abdefghijklmnoprstuvxyz'
    for (const one of letters) for (const two of letters) count({ q: `z${one}z${two}z` }, ivan)
    await eventually(async () => (await times()) === 52)
    await world.deps.db.update(vainSearches).set({ day: '2026-03-01' })
    await closeDays(world.deps, new Date('2026-05-30T06:00:00Z'))
    expect(await times()).toBe(52)
    await closeDays(world.deps, new Date('2026-05-31T06:00:00Z'))
    expect(await times()).toBe(0)
  })
})

describe('over the API', () => {
  it('numbers are for moderators, those of single moderators for admins, and come from memory for a minute', async () => {
    const mod = world.as(ivan)
    await ad({ at: new Date().toISOString() })
    const first = await (await mod.stats.$get({ query: { period: '7' } })).json()
    expect(first.figures.newAds.value).toBe(1)
    await ad({ at: new Date().toISOString() })
    expect(await (await world.as(muhabbat).stats.$get({ query: { period: '7' } })).json()).toEqual(first)
    expect((await (await mod.stats.$get({ query: { period: 'today' } })).json()).figures.newAds.value).toBe(2)

    expect((await mod.stats.moderators.$get({ query: {} })).status).toBe(403)
    expect((await world.as(muhabbat).stats.moderators.$get({ query: {} })).status).toBe(200)
    expect((await mod.stats.vain.$get({ query: { period: 'ever' as never } })).status).toBe(400)
  })

  it('a minute later they are read anew, and what failed is not kept', async () => {
    let clock = 0
    const remember = createMemory<number>(60_000, () => clock)
    let count = 0
    const next = async () => ++count
    expect([await remember('a', next), await remember('a', next), await remember('b', next)]).toEqual([
      1, 1, 2,
    ])
    clock = 60_000
    expect(await remember('a', next)).toBe(3)
    await expect(remember('c', () => Promise.reject(new Error('down')))).rejects.toThrow('down')
    expect(await remember('c', next)).toBe(4)
  })

  it('a table comes into the chat as a file for Excel in the person’s language, and the audit knows', async () => {
    await world.deps.db.insert(vainSearches).values([
      {
        day: sql`now()::date` as never,
        words: 'a',
        typed: '=hyperlink("x")',
        categoryId: 'transport',
        placeId: 'andijon',
        times: 3,
      },
      {
        day: sql`now()::date` as never,
        words: 'b',
        typed: 'oʻrik; quritilgan',
        categoryId: '',
        placeId: '',
        times: 2,
      },
    ])
    const answer = await world.as(ivan).stats.export.$post({ json: { period: '7', table: 'vain' } })
    expect(await answer.json()).toEqual({ rows: 2 })
    const [file] = await documentsOf(world, ivan)
    expect(file?.name).toMatch(/^vain-\d{4}-\d\d-\d\d\.csv$/)
    expect(file?.caption).toBe('Ненайденное · 7 дней')
    expect(file?.text).toBe(
      '\uFEFFНичего не нашли;Раздел;Место;Сколько раз\r\n' +
        `"'=hyperlink(""x"")";Транспорт;Андижанская область;3\r\n"oʻrik; quritilgan";;;2\r\n`,
    )
    const [entry] = await world.deps.db.select().from(audit).where(eq(audit.action, 'exported'))
    expect(entry).toMatchObject({ actorId: ivan, after: { table: 'vain', period: '7', rows: 2 } })

    for (const table of ['days', 'categories', 'districts'] as const)
      expect((await world.as(ivan).stats.export.$post({ json: { period: 'today', table } })).status).toBe(200)
    const admin = await world.as(muhabbat).stats.moderators.export.$post({ json: { period: '30' } })
    expect(admin.status).toBe(200)
    const [, ...days] = (await documentsOf(world, ivan)).map(({ text }) => text.split('\r\n').length)
    expect(days[0]).toBe(9)
  })

  it('whom the bot may not write to is told to open the chat first', async () => {
    const stranger = 777
    await world.as(stranger).me.$get()
    await world.deps.db.update(users).set({ role: 'moderator' }).where(eq(users.id, stranger))
    const answer = await world.as(stranger).stats.export.$post({ json: { period: '7', table: 'days' } })
    expect(answer.status).toBe(409)
    expect(await answer.json()).toMatchObject({ error: { code: 'exports.unreachable' } })
  })
})
