import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { audit, users } from '#server/db/schema.ts'
import { indexPeople } from '#server/people/search.ts'
import { staffTexts } from '#shared/i18n/staff/index.ts'
import type { PeopleQuery } from '#shared/people/schema.ts'
import { param, plough, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let moderator: ApiClient
const anna = 6001
beforeAll(async () => {
  world = await startWorld()
  await world.as(anna).me.$get()
  moderator = world.as(anna)
})
afterAll(() => world?.stop())
beforeEach(() => change(anna, { role: 'moderator', bannedAt: null, bannedUntil: null }))

const change = (id: number, set: Partial<typeof users.$inferInsert>) =>
  world.deps.db.update(users).set(set).where(eq(users.id, id))
const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error?: { code: string } }).error?.code
const page = async (id: number) => (await moderator.people[':id'].$get(param(id))).json()
const at = (id: number) => ({ param: { id: String(id) }, query: {} })

describe('people are found', () => {
  let next = 7000
  /** Somebody who was here so many minutes ago. */
  async function enter(values: Partial<typeof users.$inferInsert>, minutes = 1) {
    const id = values.id ?? next++
    const seenAt = new Date(Date.now() - minutes * 60_000)
    await world.deps.db.insert(users).values({ id, firstName: 'Odam', ...values, seenAt })
    return id
  }
  const list = async (query: PeopleQuery) => (await moderator.people.$get({ query })).json()
  const found = async (query: PeopleQuery) => (await list(query)).items.map(({ id }) => id)
  const index = () => indexPeople(world.deps)

  it('by the beginning of any word of their name, in either script, whichever they write it in', async () => {
    const latin = await enter({ firstName: 'Shuhratjon', lastName: 'Gʻofurov' })
    const cyrillic = await enter({ firstName: 'Шуҳратжон', lastName: 'Ғофуров' })
    const other = await enter({ firstName: 'Shohrux' })
    await index()
    for (const q of ['Shuxrat', 'шухрат', 'gofurov SHUHRATJON', "g'ofur", 'Ғофуров'])
      expect(
        (await found({ q })).toSorted((a, b) => a - b),
        q,
      ).toEqual([latin, cyrillic])
    expect(await found({ q: 'hratjon' })).toEqual([])
    expect(await found({ q: 'Шоҳрух' })).toEqual([other])
  })

  it('by @username, its link, Telegram id, and a phone in any spelling, of their own or in an ad', async () => {
    const named = await enter({ firstName: 'Ali', username: 'Ali_Valiyev' })
    const similar = await enter({ firstName: 'Vali', username: 'AliXValiyev' })
    const vouched = await enter({ phone: '+998935550101' })
    await index()
    for (const q of ['@ali_val', 'https://t.me/Ali_Valiyev', 'ali_valiyev'])
      expect(await found({ q }), q).toEqual([named])
    expect(await found({ q: '@alix' })).toEqual([similar])
    expect(await found({ q: String(vouched) })).toEqual([vouched])
    const seller = world.as(people.dilnoza)
    await submit(seller, {
      ...plough,
      contact: { name: 'Dilnoza', phone: '+998 93 555-01-02', telegram: false },
    })
    for (const [number, id] of [
      ['01', vouched],
      ['02', people.dilnoza],
    ] as const)
      for (const q of [
        `+998 93 555-01-${number}`,
        `998935550 1${number}`,
        `93 555 01 ${number}`,
        `8 (93) 55501${number}`,
      ])
        expect(await found({ q }), q).toEqual([id])
  })

  it('who was here last first, page by page, each once', async () => {
    const before = Array.from({ length: 45 }, (_, n) => 7_200 + n)
    for (const [n, id] of before.entries()) await enter({ id, firstName: 'Sahifa' }, 10 + Math.floor(n / 5))
    await index()
    // Several were here in the same moment: then the id decides.
    await world.deps.db.execute(sql`update users set seen_at = '2026-01-01' where id between 7210 and 7234`)
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const query: PeopleQuery = { q: 'sahifa', ...(cursor && { cursor }) }
      const answer: Awaited<ReturnType<typeof list>> = await list(query)
      expect(answer.items.length).toBeLessThanOrEqual(20)
      seen.push(...answer.items.map(({ id }) => id))
      cursor = answer.nextCursor
    } while (cursor)
    expect(new Set(seen).size).toBe(45)
    expect(seen).toHaveLength(45)
    expect(seen.slice(0, 5).toSorted((a, b) => a - b)).toEqual([7200, 7201, 7202, 7203, 7204])
    expect(seen.slice(20)).toEqual(Array.from({ length: 25 }, (_, n) => 7234 - n))
  })

  it('who is banned, who moderates, who is trusted', async () => {
    const banned = await enter({ bannedAt: new Date() })
    const over = await enter({ bannedAt: new Date(), bannedUntil: new Date(Date.now() - 1000) })
    const trusted = await enter({ trust: 2 })
    await publish(world.as(people.karimjon), moderator)
    expect((await list({ q: String(people.karimjon) })).items).toMatchObject([{ ads: 1 }])
    expect((await list({ q: String(trusted) })).items).toMatchObject([{ ads: 0 }])
    expect(await found({ filter: 'banned' })).toEqual([banned])
    expect(await found({ filter: 'trusted' })).toEqual([trusted])
    await world.as(people.muhabbat).me.$get()
    // One by the database, one by the board's configuration.
    expect((await found({ filter: 'moderators' })).toSorted((a, b) => a - b)).toEqual([people.muhabbat, anna])
    expect(await found({ filter: 'banned', q: String(over) })).toEqual([])
  })

  it('by whoever is not a moderator: never; nor by a query that is none', async () => {
    expect(await codeOf(await world.as(people.ivan).people.$get({ query: {} }))).toBe('auth.forbidden')
    for (const query of [{ filter: 'all' }, { cursor: '12' }, { q: 'x'.repeat(101) }])
      expect((await moderator.people.$get({ query: query as object })).status).toBe(400)
    expect(await found({ q: '%' })).toEqual([])
    expect(await found({ q: '👋' })).toEqual([])
  })

  it('as last seen when they come again, though not at every step', async () => {
    const id = people.ivan
    await world.as(id).me.$get()
    const seen = async () => (await page(id)).seenAt
    const first = await seen()
    await world.as(id).me.$get()
    expect(await seen()).toBe(first)
    await change(id, { seenAt: new Date('2026-01-01') })
    await world.as(id).me.$get()
    expect(new Date(await seen()).getTime()).toBeGreaterThan(Date.now() - 60_000)
  })
})

describe('somebody’s page', () => {
  it('has their ads, reports, decisions, history and phones; a moderator may not change roles', async () => {
    const seller = world.as(people.karimjon)
    const live = await publish(seller, moderator, { ...plough, title: 'Yer haydash' })
    const waiting = await submit(seller, { ...plough, title: 'Molxona qurish' })
    await change(people.karimjon, { phone: '+998901112233' })
    const json = { reason: 'fraud', note: 'Pul soʻradi' } as const
    await world.as(people.dilnoza).ads[':id'].report.$post({ ...param(live.id), json })
    await moderator.moderation.sellers[':id'].trust.$put({ ...param(people.karimjon), json: { trust: 1 } })

    const person = await page(people.karimjon)
    expect(person).toMatchObject({
      id: people.karimjon,
      name: 'Karimjon',
      username: 'karimjon',
      role: 'user',
      trust: 1,
      locale: 'uz',
      ban: null,
      phones: [
        { phone: '+998901112233', confirmed: true },
        { phone: '+998901234567', confirmed: false },
      ],
      counts: { active: 2, pending: 1 },
      reports: { against: 1, made: 0, upheld: 0 },
      decisions: 2,
      may: { ban: true, role: false },
    })
    const of = moderator.people[':id']
    const adsOf = await (await of.ads.$get(at(people.karimjon))).json()
    expect(adsOf.items.slice(0, 2).map(({ id }) => id)).toEqual([waiting, live.id])
    const against = { ...param(people.karimjon), query: { side: 'against' as const } }
    expect((await (await of.reports.$get(against)).json()).items).toMatchObject([
      { adId: live.id, reason: 'fraud', note: 'Pul soʻradi', state: 'open', other: { name: 'Dilnoza' } },
    ])
    const made = { ...param(people.dilnoza), query: { side: 'made' as const } }
    expect((await (await of.reports.$get(made)).json()).items).toMatchObject([
      { adId: live.id, state: 'open', other: { id: people.karimjon } },
    ])
    expect((await (await of.decisions.$get(at(people.karimjon))).json()).items).toMatchObject([
      { adId: live.id, title: 'Yer haydash', outcome: 'approved', undone: false, by: { id: anna } },
      { outcome: 'approved' },
    ])
    expect((await (await of.history.$get(at(people.karimjon))).json()).items).toMatchObject([
      {
        action: 'trust',
        actor: { id: anna },
        changes: [
          {
            label: staffTexts('uz')('moderation.trust'),
            before: staffTexts('uz')('moderation.trust_0'),
            after: staffTexts('uz')('moderation.trust_1'),
          },
        ],
      },
    ])
    expect(await codeOf(await of.$get(param(999_999)))).toBe('people.not_found')
  })

  it('goes on page by page in each of its lists', async () => {
    await world.deps.db
      .insert(audit)
      .values(Array.from({ length: 25 }, () => ({ actorId: anna, action: 'trust', userId: people.ivan })))
    const first = await (await moderator.people[':id'].history.$get(at(people.ivan))).json()
    expect(first.items).toHaveLength(20)
    const query = { cursor: first.nextCursor as string }
    const rest = await (await moderator.people[':id'].history.$get({ ...param(people.ivan), query })).json()
    expect(rest.items).toHaveLength(5)
    expect(rest.nextCursor).toBeNull()
  })

  it('keeps notes of moderators, which each deletes of their own and the person never sees', async () => {
    const bek = 6002
    await world.as(bek).me.$get()
    await change(bek, { role: 'moderator' })
    const of = moderator.people[':id']
    const added = await of.notes.$post({ ...param(people.ivan), json: { text: ' Ikki marta aldagan\n' } })
    const { id } = await added.json()
    const notes = async (who: ApiClient) => (await who.people[':id'].notes.$get(at(people.ivan))).json()
    expect((await notes(moderator)).items).toMatchObject([
      { id, text: 'Ikki marta aldagan', by: { id: anna }, mine: true },
    ])
    expect((await notes(world.as(bek))).items).toMatchObject([{ id, mine: false }])
    const which = { param: { id: String(people.ivan), noteId: String(id) } }
    expect(await codeOf(await world.as(bek).people[':id'].notes[':noteId'].$delete(which))).toBe(
      'people.no_note',
    )
    const mine = await (await world.as(people.ivan).me.$get()).text()
    expect(mine).not.toContain('aldagan')
    expect((await of.notes[':noteId'].$delete(which)).status).toBe(200)
    expect((await notes(moderator)).items).toEqual([])
    const kept = await world.deps.db
      .select()
      .from(audit)
      .where(eq(audit.userId, people.ivan))
      .orderBy(asc(audit.id))
    expect(kept.filter(({ action }) => action.startsWith('note')).map(({ action }) => action)).toEqual([
      'noted',
      'note_deleted',
    ])
    expect(JSON.stringify(kept)).not.toContain('Ikki marta')
    expect((await of.notes.$post({ ...param(people.ivan), json: { text: '  ' } })).status).toBe(400)
    expect(await codeOf(await of.notes.$post({ ...param(999_999), json: { text: 'Kim?' } }))).toBe(
      'people.not_found',
    )
  })

  it('is forgotten with the person: what was noted about them, and that it was they who noted', async () => {
    const gone = 6003
    await world.as(gone).me.$get()
    await change(gone, { role: 'moderator' })
    await moderator.people[':id'].notes.$post({ ...param(gone), json: { text: 'Sekin' } })
    await world.as(gone).people[':id'].notes.$post({ ...param(people.ivan), json: { text: 'Yaxshi odam' } })
    await world.as(gone).me.$delete()
    const about = await moderator.people[':id'].notes.$get(at(gone))
    expect((await about.json()).items).toEqual([])
    const theirs = await moderator.people[':id'].notes.$get(at(people.ivan))
    expect((await theirs.json()).items).toMatchObject([{ text: 'Yaxshi odam', by: null, mine: false }])
  })
})
