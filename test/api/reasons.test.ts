import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ads, audit, users } from '#server/db/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { inAllLanguages, type ReasonContent } from '#shared/reasons/schema.ts'
import { param, plough, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let admin: ApiClient
let judge: ApiClient
let seller: ApiClient
const anna = 6001
beforeAll(async () => {
  world = await startWorld()
  await world.deps.db.insert(users).values({ id: anna, firstName: 'Anna', role: 'moderator' })
  admin = world.as(people.muhabbat)
  judge = world.as(anna)
  seller = world.as(people.karimjon)
})
afterAll(() => world?.stop())

const water: ReasonContent = {
  name: { uz: 'Suv', ru: 'Вода', en: 'Water' },
  text: {
    uz: 'Suvi bor-yoʻqligini yozing.',
    ru: 'Напишите, есть ли вода.',
    en: 'Say whether there is water.',
  },
  fields: ['photos', 'description'],
  final: false,
}
const list = async () => (await (await admin.admin.reasons.$get()).json()).items
const offered = async () => (await (await judge.moderation.reasons.$get()).json()).items
const find = async (id: string) => (await list()).find((reason) => reason.id === id)
async function put(id: string, change: { content?: unknown; archived?: boolean; revision?: number }) {
  const now = await find(id)
  const json = {
    content: null,
    archived: now?.archived ?? false,
    revision: now?.revision ?? 0,
    ...change,
  } as never
  return admin.admin.reasons[':id'].$put({ param: { id }, json })
}
const refusalOf = async (answer: { status: number; json(): Promise<unknown> }) => {
  const { error } = (await answer.json()) as { error: { code: string; fields?: Record<string, string> } }
  return { status: answer.status, code: error.code, fields: error.fields }
}
const reject = (id: number, reason: string, more: object = {}) =>
  judge.moderation[':id'].reject.$post({ ...param(id), json: { revision: 1, reason, ...more } })
const told = async (id: number) => (await (await seller.ads[':id'].$get(param(id))).json()).rejection

it('a board begins with the built-in reasons, in every language', async () => {
  expect((await offered()).map(({ id }) => id)).toEqual(Object.keys(builtInReasons))
  expect((await offered())[0]).toEqual({
    id: 'photos',
    name: inAllLanguages(builtInReasons.photos.name),
    text: inAllLanguages(builtInReasons.photos.text),
    fields: ['photos'],
    final: false,
    needsNote: false,
  })
})

it('a new reason is offered before “other”, used, and read by the seller in any language; it is written down', async () => {
  expect((await put('water', { content: water })).status).toBe(200)
  expect((await offered()).map(({ id }) => id).slice(-2)).toEqual(['water', 'other'])
  const id = await submit(seller, { ...plough, title: 'Suvsiz yer' })
  expect((await reject(id, 'water')).status).toBe(200)
  expect(await told(id)).toMatchObject({
    reason: 'water',
    said: { ...water.text, 'uz-Cyrl': 'Суви бор-йўқлигини ёзинг.' },
  })
  const [entry] = await world.deps.db.select().from(audit).where(eq(audit.action, 'reason'))
  expect(entry).toMatchObject({
    actorId: people.muhabbat,
    before: null,
    after: { reason: 'water', ...water },
  })
})

it('what a seller was told stays when the reason is changed or archived', async () => {
  const id = await submit(seller, { ...plough, title: 'Narxi past ish' })
  await reject(id, 'price')
  const text = { ...builtInReasons.price.text, uz: 'Narxni toʻgʻrilang.', 'uz-Cyrl': 'Нархни тўғриланг!' }
  await put('price', { content: { ...builtInReasons.price, text } })
  expect((await offered()).find((reason) => reason.id === 'price')?.text).toEqual(text)
  expect((await told(id))?.said.uz).toBe(builtInReasons.price.text.uz)
  const next = await submit(seller, { ...plough, title: 'Narxi past yana bir ish' })
  await reject(next, 'price')
  expect((await told(next))?.said).toMatchObject({ uz: text.uz, 'uz-Cyrl': text['uz-Cyrl'] })
  await put('price', { content: null, archived: true })
  expect((await told(next))?.said.uz).toBe(text.uz)
  await put('price', { content: null, archived: false })
  expect(await find('price')).toMatchObject(builtInReasons.price)
})

it('an archived reason is not offered, and nobody who still sees it can give it', async () => {
  await put('contact', { archived: true })
  expect((await offered()).map(({ id }) => id)).not.toContain('contact')
  const id = await submit(seller, { ...plough, title: 'Aloqasi notoʻgʻri ish' })
  expect(await refusalOf(await reject(id, 'contact'))).toMatchObject({ status: 409, code: 'reasons.gone' })
  expect(await refusalOf(await reject(id, 'nothing'))).toMatchObject({ status: 409, code: 'reasons.gone' })
  expect(await told(id)).toBe(null)
  await put('contact', { archived: false })
  expect((await reject(id, 'contact')).status).toBe(200)
})

it('the order is the admins’, “other” stays last', async () => {
  await admin.admin.reasons.order.$post({ json: { ids: ['fraud', 'other', 'text', 'gone'] } })
  const ids = (await offered()).map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual(['fraud', 'text'])
  expect(ids.at(-1)).toBe('other')
  // Ordering is no change of what a reason says: whoever is editing one is not disturbed.
  expect((await put('text', { content: builtInReasons.text, revision: 0 })).status).toBe(200)
  const [entry] = await world.deps.db
    .select()
    .from(audit)
    .where(eq(audit.action, 'reasons_order'))
    .orderBy(desc(audit.id))
  expect(entry?.after).toMatchObject({ ids: expect.arrayContaining(['water']) })
})

it.each([
  ['an empty text', { ...water, text: { ...water.text, ru: '  ' } }, 'text.ru', 'toʻldir'],
  ['no Uzbek text', { ...water, text: { ru: 'Вода' } }, 'text.uz', 'toʻldir'],
  ['a text that is too long', { ...water, text: { ...water.text, uz: 'a'.repeat(301) } }, 'text.uz', '300'],
  ['a name that is too long', { ...water, name: { ...water.name, en: 'a'.repeat(31) } }, 'name.en', '30'],
  ['a place there is not', { ...water, fields: ['soul'] }, 'fields.0', 'tanlang'],
  ['no content of its own', null, 'content', 'toʻldir'],
])('%s is refused by name, and nothing is changed', async (_, content, field, words) => {
  const before = await list()
  const refusal = await refusalOf(await put('water', { content }))
  expect(refusal).toMatchObject({ status: 422, code: 'reasons.invalid' })
  expect(refusal.fields?.[field]?.toLowerCase()).toContain(words.toLowerCase())
  expect(await list()).toEqual(before)
})

it('what is written in Uzbek alone is read in Uzbek by everybody, in the letters they read', async () => {
  const content = {
    ...water,
    name: { uz: 'Yoʻl' },
    text: { uz: 'Yoʻlini yozing.', ru: 'Напишите, какая дорога.' },
  }
  expect((await put('road', { content })).status).toBe(200)
  expect((await offered()).find(({ id }) => id === 'road')).toMatchObject({
    name: { uz: 'Yoʻl', 'uz-Cyrl': 'Йўл', ru: 'Yoʻl', en: 'Yoʻl' },
    text: { ru: 'Напишите, какая дорога.', en: 'Yoʻlini yozing.' },
  })
})

it('“other” can be written anew but not archived', async () => {
  expect(await refusalOf(await put('other', { archived: true }))).toMatchObject({ code: 'reasons.invalid' })
})

it('of fifty who change a reason at once one does, and another’s reason is not in their way', async () => {
  const { revision = 0 } = (await find('water')) ?? {}
  const answers = await Promise.all([
    put('duplicate', { content: builtInReasons.duplicate }),
    ...Array.from({ length: 50 }, (_, n) =>
      put('water', { content: { ...water, name: { ...water.name, uz: `Suv ${n}` } }, revision }),
    ),
  ])
  expect(answers[0]?.status).toBe(200)
  expect(answers.slice(1).filter(({ status }) => status === 200)).toHaveLength(1)
  const late = answers.slice(1).find(({ status }) => status !== 200)
  expect(late && (await refusalOf(late))).toMatchObject({ status: 409, code: 'reasons.changed' })
})

it('there are not more than fit on a screen', async () => {
  const answers = []
  for (let n = (await list()).length; n <= 60; n++) answers.push(await put(`more_${n}`, { content: water }))
  expect(answers.slice(0, -1).every(({ status }) => status === 200)).toBe(true)
  const last = answers.at(-1)
  expect(last && (await refusalOf(last))).toMatchObject({ status: 409, code: 'reasons.too_many' })
})

it('ads that were rejected before reasons could be changed keep what their sellers were told', async () => {
  const id = await submit(seller, { ...plough, title: 'Eski ish' })
  await reject(id, 'category')
  const { db } = world.deps
  await db.update(ads).set({ rejectionSaid: null }).where(eq(ads.id, id))
  expect((await told(id))?.said.uz).toBe(builtInReasons.category.text.uz)
  const folder = join(import.meta.dirname, '../../migrations')
  const { entries } = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as {
    entries: { tag: string }[]
  }
  const { tag } = entries.find((entry) => entry.tag.endsWith('_reasons')) as { tag: string }
  const statements = (await readFile(join(folder, `${tag}.sql`), 'utf8')).split('--> statement-breakpoint')
  await db.execute(sql.raw(statements.at(-1) ?? ''))
  const [row] = await db.select().from(ads).where(eq(ads.id, id))
  expect(row?.rejectionSaid).toEqual(inAllLanguages(builtInReasons.category.text))
})
