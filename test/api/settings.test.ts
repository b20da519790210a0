import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { askStillForSale } from '#server/ads/reminders.ts'
import { ads, audit, boardSettings, rates } from '#server/db/schema.ts'
import { fixedRate } from '#server/rates/queries.ts'
import { usualLifetimes } from '#shared/ads/lifetime.ts'
import type { Settings } from '#shared/settings/schema.ts'
import { eventually, openAds, param, plough, publish } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let admin: ApiClient
let settings: ApiClient['admin']['settings']
beforeAll(async () => {
  world = await startWorld()
  admin = world.as(people.muhabbat)
  settings = admin.admin.settings
})
afterAll(() => world?.stop())

const read = async () => (await settings.$get()).json()
async function change(changes: Record<string, unknown>, revision?: number) {
  const now = revision ?? (await read()).revision
  return settings.$put({ json: { settings: changes, revision: now } })
}
const refusalOf = async (answer: { status: number; json(): Promise<unknown> }) => {
  const { error } = (await answer.json()) as { error: { code: string; fields?: Record<string, string> } }
  return { status: answer.status, code: error.code, fields: error.fields }
}

it('a board whose settings nobody has changed has those of the code', async () => {
  const unset = {
    openAds: null,
    lifetimeDays: null,
    askDaysBefore: 2,
    uzsPerUsd: null,
    contactsPerDay: 50,
    autoApproveFrom: null,
    hideAtReports: 3,
    suspiciousWords: [],
  } satisfies Settings
  expect(await read()).toEqual({
    settings: unset,
    usual: { ...unset, openAds, lifetimeDays: usualLifetimes },
    fetchedRate: fixedRate,
    revision: 0,
    changedAt: null,
  })
})

it('what a change does not name stays, and what is set to what holds anyway is not kept as set', async () => {
  await change({ contactsPerDay: 7 })
  await change({ hideAtReports: 5 })
  expect((await read()).settings).toMatchObject({ contactsPerDay: 7, hideAtReports: 5 })
  await change({ contactsPerDay: 50, hideAtReports: 3 })
  expect((await read()).settings).toMatchObject({ contactsPerDay: 50, hideAtReports: 3 })
  const [row] = await world.deps.db.select().from(boardSettings)
  expect(row?.data).toEqual({})
})

it('one setting that an older board wrote and this one does not take does not undo the others', async () => {
  await change({ contactsPerDay: 8 })
  const [row] = await world.deps.db.select().from(boardSettings)
  const data = { ...row?.data, hideAtReports: 'many', colour: 'red' } as never
  await world.deps.db.update(boardSettings).set({ data })
  expect((await read()).settings).toMatchObject({ contactsPerDay: 8, hideAtReports: 3 })
  await change({ contactsPerDay: 50 })
})

it('a change holds at once, and is written down with what was before', async () => {
  expect((await change({ suspiciousWords: ['zakalat', 'zakalat', ' карта коди '] })).status).toBe(200)
  expect((await read()).settings.suspiciousWords).toEqual(['zakalat', 'карта коди'])
  const entries = await world.deps.db
    .select()
    .from(audit)
    .where(eq(audit.action, 'settings'))
    .orderBy(audit.id)
  expect(entries.at(-1)).toMatchObject({
    actorId: people.muhabbat,
    before: { suspiciousWords: [] },
    after: { suspiciousWords: ['zakalat', 'карта коди'] },
  })
})

it('of fifty who save at once one does, and the others are told', async () => {
  const { revision } = await read()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => change({ hideAtReports: 10 + n }, revision)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const late = answers.find(({ status }) => status !== 200)
  expect(late && (await refusalOf(late))).toMatchObject({ status: 409, code: 'settings.changed' })
  expect((await read()).revision).toBe(revision + 1)
})

it.each([
  ['a rate of nothing', { uzsPerUsd: 0 }, 'uzsPerUsd', '100 dan 10000000 gacha'],
  ['a word for a number', { hideAtReports: 'uch' }, 'hideAtReports', 'Raqam bilan'],
  ['half a report', { hideAtReports: 1.5 }, 'hideAtReports', 'Raqam bilan'],
  ['a trust there is not', { autoApproveFrom: 7 }, 'autoApproveFrom', 'tanlang'],
  [
    'a category there is not',
    { openAds: { ...openAds, categories: { cats: 1 } } },
    'openAds.categories.cats',
    'Boʻlim',
  ],
  ['a word of one letter', { suspiciousWords: ['pul', 'a'] }, 'suspiciousWords.1', 'Kamida 2'],
  ['a word that is only signs', { suspiciousWords: ['!!'] }, 'suspiciousWords.0', 'Kamida 2'],
  ['a regular expression', { suspiciousWords: ['pul', '((.*)+)+$'] }, 'suspiciousWords.1', 'Faqat harf'],
  ['a word that is no text', { suspiciousWords: [{ $ne: 1 }] }, 'suspiciousWords.0', 'tanlang'],
  ['a term of no day', { lifetimeDays: { all: 0, categories: {} } }, 'lifetimeDays.all', '1 dan 365'],
  [
    'a term for a category there is not',
    { lifetimeDays: { all: 30, categories: { cats: 5 } } },
    'lifetimeDays.categories.cats',
    'Boʻlim',
  ],
  ['a question long before', { askDaysBefore: 31 }, 'askDaysBefore', '1 dan 30'],
  [
    'too many words',
    { suspiciousWords: Array.from({ length: 1001 }, (_, n) => `s${n}`) },
    'suspiciousWords',
    '1000',
  ],
  ['a setting nobody knows', { colour: 'red' }, 'colour', 'tanlang'],
])('%s is refused by name, and nothing is changed', async (_, changes, field, words) => {
  const before = await read()
  const refusal = await refusalOf(await change(changes))
  expect(refusal).toMatchObject({ status: 422, code: 'settings.invalid' })
  expect(refusal.fields?.[field]).toContain(words)
  expect(await read()).toEqual(before)
})

it('a word list with a million entries is refused before it is read', async () => {
  const answer = await change({ suspiciousWords: Array.from({ length: 1_000_000 }, (_, n) => `soz${n}`) })
  expect(await refusalOf(answer)).toMatchObject({ status: 413, code: 'request.too_large' })
})

it('a full list of long words is taken, whatever its script', async () => {
  const digit = (each: string) => `${'абвгдежзпт'.charAt(Number(each))}ў`
  const longest = Array.from({ length: 1000 }, (_, n) =>
    `${[...String(n).padStart(4, '0')].map(digit).join('')}лю`.repeat(6),
  )
  expect((await change({ suspiciousWords: longest })).status).toBe(200)
  expect((await read()).settings.suspiciousWords).toHaveLength(1000)
  await change({ suspiciousWords: [] })
})

it('only the settings may be this long', async () => {
  const draft = { ...plough, description: 'p'.repeat(100_000) }
  const answer = await world.as(people.dilnoza).draft.$put({ json: { draft, revision: 0 } })
  expect(await refusalOf(answer as never)).toMatchObject({ status: 413, code: 'request.too_large' })
})

it('ads live as long as admins say, by category, from the next term on', async () => {
  const daysOf = (ad: { expiresAt: string | null }) =>
    Math.round((Date.parse(ad.expiresAt ?? '') - Date.now()) / 86_400_000)
  const seller = world.as(people.ivan)
  const live = await publish(seller, admin)
  expect(daysOf(live)).toBe(30)
  await change({ lifetimeDays: { all: 10, categories: { services: 60, 'services.machines': 7 } } })
  const confirm = async (revision: number) =>
    (await seller.ads[':id'].confirm.$post({ ...param(live.id), json: { revision } })).json()
  await expect.poll(async () => (await world.deps.settings.read()).lifetimeDays?.all).toBe(10)
  expect(daysOf(await confirm(live.revision))).toBe(7)
  expect(daysOf(await publish(seller, admin, { ...plough, title: 'Ikkinchi ish' }))).toBe(7)
  await change({ lifetimeDays: null })
  await expect.poll(async () => (await world.deps.settings.read()).lifetimeDays).toBe(null)
  expect(daysOf(await confirm(live.revision + 1))).toBe(30)
})

it('a seller is asked as many days before as admins say, and not before half the term is over', async () => {
  const { id } = await publish(world.as(people.ivan), admin, { ...plough, title: 'Soʻraladigan ish' })
  const term = async (past: number, left: number) => {
    const at = (days: number) => new Date(Date.now() + days * 86_400_000)
    const set = { confirmedAt: at(-past), expiresAt: at(left), askedAt: null }
    await world.deps.db.update(ads).set(set).where(eq(ads.id, id))
    await askStillForSale(world.deps)
    const [row] = await world.deps.db.select().from(ads).where(eq(ads.id, id))
    return row?.askedAt !== null
  }
  await change({ askDaysBefore: 5 })
  await eventually(async () => (await world.deps.settings.read()).askDaysBefore === 5)
  expect(await term(20, 5.1)).toBe(false)
  expect(await term(20, 4.9)).toBe(true)
  expect(await term(1, 1.1)).toBe(false)
  expect(await term(1, 0.9)).toBe(true)
  await change({ askDaysBefore: 2 })
})

it('a limit that an admin sets counts at once, for everybody', async () => {
  const places = async () => (await (await world.as(people.dilnoza).draft.$get()).json()).places.all
  expect(await places()).toBe(openAds.all)
  await change({ openAds: { all: 2, category: 2, categories: {} } })
  await expect.poll(places).toBe(2)
  await change({ openAds: null })
  await expect.poll(places).toBe(openAds.all)
})

it('a rate that an admin sets goes before the fetched one', async () => {
  const rate = async () => {
    const page = await (await fetch(world.config.publicUrl)).text()
    return JSON.parse(/id="boot">([^<]*)</.exec(page)?.[1] ?? '{}').rate.uzsPerUsd
  }
  await change({ uzsPerUsd: 12_345.5 })
  expect(await rate()).toBe(12_345.5)
  // Beside their own, admins see what was fetched.
  await world.deps.db.insert(rates).values({ date: '2026-11-20', uzsPerUsd: 12_000 })
  expect((await read()).fetchedRate).toEqual({ date: '2026-11-20', uzsPerUsd: 12_000 })
  await change({ uzsPerUsd: null })
  expect(await rate()).toBe(12_000)
})

it('a rate that was set says since when it holds, whatever else is set later', async () => {
  const dateNow = async () => (await (await admin.me.$get()).json()).rate.date
  await change({ uzsPerUsd: 12_500 })
  const today = await dateNow()
  await world.deps.db.execute(
    sql`update board_settings set changed_at = now() - interval '40 days', rated_at = now() - interval '40 days'`,
  )
  const before = await dateNow()
  expect(before < today).toBe(true)
  await change({ contactsPerDay: 9 })
  expect(await dateNow()).toBe(before)
  await change({ uzsPerUsd: 12_600 })
  expect(await dateNow()).toBe(today)
  await change({ uzsPerUsd: null, contactsPerDay: 50 })
})
