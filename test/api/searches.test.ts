import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { savedSearches, searchAlerts, users } from '#server/db/schema.ts'
import { recompileSearches } from '#server/searches/recompile.ts'
import { limits } from '#shared/limits.ts'
import { eventually, param, plough, publish } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let buyer: ApiClient
beforeAll(async () => {
  world = await startWorld()
  buyer = world.as(people.dilnoza)
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.deps.db.delete(savedSearches)
  await buyer.me.$patch({ json: { locale: 'uz' } })
})

const save = (query: string, mode?: 'instant' | 'daily' | 'off', api = buyer) =>
  api.searches.$post({ json: { query, ...(mode && { mode }) } })
const saved = async (query: string, mode?: 'instant' | 'daily' | 'off', api = buyer) =>
  (await save(query, mode, api)).json()
const list = async (api = buyer) => (await (await api.searches.$get()).json()).items
const codeOf = async (response: { json(): Promise<unknown> }) =>
  ((await response.json()) as { error?: { code: string } }).error?.code

describe('saving a search', () => {
  it('keeps it once, whatever the order of what is asked and of the list', async () => {
    const first = await saved(
      'q=oq kobalt&category=transport.cars&price=..12000&currency=USD&attr.make=chevrolet',
    )
    const again = await saved(
      'attr.make=chevrolet&sort=cheap&currency=USD&price=..12000&category=transport.cars&q=oq++kobalt',
    )
    expect(again).toEqual(first)
    expect(await list()).toEqual([first])
    expect(first).toMatchObject({
      mode: 'instant',
      query: 'q=oq+kobalt&category=transport.cars&price=..12000&currency=USD&attr.make=chevrolet',
    })
  })

  it('leaves a mode that was chosen, and turns on what was off', async () => {
    await saved('q=sigir', 'daily')
    expect((await saved('q=sigir')).mode).toBe('daily')
    expect((await saved('q=sigir', 'off')).mode).toBe('off')
    expect((await saved('q=sigir')).mode).toBe('instant')
    expect((await saved('q=sigir', 'daily')).mode).toBe('daily')
  })

  it('says what is looked for in the person’s language', async () => {
    const query =
      'q=oq&category=transport.cars&price=..12000&currency=USD&district=andijon.asaka&attr.year=2018..'
    expect((await saved(query)).name).toBe(
      '«oq» · Yengil avtomobillar · Chiqqan yili: 2018 dan · 12\u00a0000 $ gacha · Asaka tumani',
    )
    await buyer.me.$patch({ json: { locale: 'ru' } })
    expect((await list())[0]?.name).toContain('Легковые')
    await buyer.me.$patch({ json: { locale: 'uz-Cyrl' } })
    expect((await list())[0]?.name).toContain('Асака тумани')
  })

  it('wants to know what is looked for', async () => {
    for (const query of ['', 'photos=true&sort=new', 'category=no.such'])
      expect(await codeOf(await save(query))).toBe('searches.empty')
    expect(await codeOf(await save('q='.padEnd(limits.searchQuery + 1, 'a')))).toBe('request.invalid')
  })

  it('ends at a limit, which what is kept already does not meet', async () => {
    for (let n = 0; n < limits.searches; n++) expect((await save(`q=soz${n}`)).status).toBe(200)
    const refused = await save('q=yana')
    expect(refused.status).toBe(409)
    expect(await codeOf(refused)).toBe('searches.too_many')
    expect((await save('q=soz0')).status).toBe(200)
  })

  it('saved from two phones at once is one', async () => {
    await Promise.all(Array.from({ length: 5 }, () => save('q=traktor')))
    expect(await list()).toHaveLength(1)
  })
})

describe('a saved search', () => {
  it('gets another mode or name, and its own name back', async () => {
    const { id, name } = await saved('q=sigir')
    const patch = async (json: { mode?: 'daily'; name?: string | null }) =>
      (await buyer.searches[':id'].$patch({ ...param(id), json })).json()
    expect(await patch({ mode: 'daily' })).toMatchObject({ mode: 'daily', name })
    expect(await patch({ name: '  Otamga\nsigir ' })).toMatchObject({ mode: 'daily', name: 'Otamga sigir' })
    expect(await patch({ name: null })).toMatchObject({ name })
    const empty = await buyer.searches[':id'].$patch({ ...param(id), json: { name: ' ' } })
    expect(empty.status).toBe(400)
  })

  it('is nobody else’s to see, change or delete', async () => {
    const { id } = await saved('q=sigir')
    const other = world.as(people.ivan)
    expect(await list(other)).toEqual([])
    const change = await other.searches[':id'].$patch({ ...param(id), json: { mode: 'off' } })
    expect(await codeOf(change)).toBe('searches.not_found')
    await other.searches[':id'].$delete(param(id))
    expect(await list()).toHaveLength(1)
    expect((await saved('q=sigir', 'daily', other)).id).not.toBe(id)
    for (let times = 0; times < 2; times++)
      expect((await buyer.searches[':id'].$delete(param(id))).status).toBe(200)
    expect(await list()).toEqual([])
  })

  it('goes with all that the board knows of a person', async () => {
    const person = world.as(people.ivan)
    await saved('q=haydayman', 'daily', person)
    await publish(world.as(people.karimjon), world.as(people.muhabbat), plough)
    const alerts = () => world.deps.db.select().from(searchAlerts).where(eq(searchAlerts.userId, people.ivan))
    await eventually(async () => (await alerts()).length > 0)
    await person.me.$delete()
    expect(await alerts()).toEqual([])
    expect(await world.deps.db.$count(savedSearches)).toBe(0)
  })

  it('is compiled anew when the rules have changed, and one with words once a day', async () => {
    const { id } = await saved('q=sigir')
    await saved('category=livestock.cattle')
    const rows = () => world.deps.db.select().from(savedSearches).orderBy(savedSearches.id)
    const before = await rows()
    const [word] = before.map(({ words }) => words)
    await recompileSearches(world.deps, {})
    expect(await rows()).toEqual(before)

    await world.deps.db.update(savedSearches).set({ version: 1, words: sql`'other'::tsquery`, anchors: [] })
    await recompileSearches(world.deps, {})
    expect((await rows()).map(({ words, anchors, version }) => ({ words, anchors, version }))).toEqual(
      before.map(({ words, anchors, version }) => ({ words, anchors, version })),
    )
    await world.deps.db
      .update(savedSearches)
      .set({ compiledAt: sql`now() - interval '21 hours'`, anchors: ['x'] })
    await recompileSearches(world.deps, {})
    expect((await rows()).map(({ anchors }) => anchors)).toEqual([before[0]?.anchors, ['x']])
    expect([id, word]).toEqual([before[0]?.id, before[0]?.words])
  })
})

it('somebody banned may keep searches', async () => {
  const { db } = world.deps
  await db.update(users).set({ bannedAt: sql`now()` }).where(eq(users.id, people.dilnoza))
  expect((await save('q=sigir')).status).toBe(200)
  await db.update(users).set({ bannedAt: null }).where(eq(users.id, people.dilnoza))
})
