import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ads, audit, channelPosts, moderationClaims, moderationDecisions, users } from '#server/db/schema.ts'
import type { Desk } from '#shared/moderation/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { eventually, param, plough, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let seller: ApiClient
let admin: ApiClient
let anna: ApiClient
let bek: ApiClient
const moderators = { anna: 6001, bek: 6002 } as const

beforeAll(async () => {
  world = await startWorld((config) => ({ ...config, openAds: { all: 900, category: 900, categories: {} } }))
  seller = world.as(people.karimjon)
  admin = world.as(people.muhabbat)
  anna = world.as(moderators.anna)
  bek = world.as(moderators.bek)
})
afterAll(() => world?.stop())
beforeEach(async () => {
  for (const id of Object.values(moderators))
    await world.deps.db
      .insert(users)
      .values({ id, firstName: 'Mehmon', role: 'moderator' })
      .onConflictDoUpdate({ target: users.id, set: { role: 'moderator' } })
  // Whatever earlier tests left in the queue is out of the way.
  await world.deps.db.update(ads).set({ state: 'removed' }).where(eq(ads.state, 'pending'))
  await world.deps.db.delete(moderationClaims)
})

const take = async (who: ApiClient, desk: Partial<Desk> = {}) =>
  (await who.moderation.desk.$post({ json: { holding: [], want: 1, ...desk } })).json()
const idsOf = ({ items }: { items: readonly { id: number }[] }) => items.map(({ id }) => id)
const approve = (who: ApiClient, id: number, json: object = {}) =>
  who.moderation[':id'].approve.$post({ ...param(id), json: { revision: 1, ...json } })
const reject = (who: ApiClient, id: number, json: object = {}) =>
  who.moderation[':id'].reject.$post({ ...param(id), json: { revision: 1, reason: 'text', ...json } })
const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error: { code: string } }).error.code
const decided = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { decisionId: number }).decisionId
const undo = (who: ApiClient, id: number) => who.moderation.decisions[':id'].undo.$post(param(id))
const rowOf = async (id: number) => (await world.deps.db.select().from(ads).where(eq(ads.id, id)))[0]
const lapse = (id: number) =>
  world.deps.db
    .update(moderationClaims)
    .set({ until: sql`now() - interval '1 second'` })
    .where(eq(moderationClaims.adId, id))

describe('a claim', () => {
  it('gives each moderator the oldest that nobody looks at', async () => {
    const ids = [await submit(seller), await submit(seller), await submit(seller)]
    expect(idsOf(await take(anna))).toEqual([ids[0]])
    expect(idsOf(await take(bek))).toEqual([ids[1]])
    const more = await take(anna, { holding: [ids[0] as number], want: 2 })
    expect(idsOf(more)).toEqual([ids[0], ids[2]])
    expect(more.total).toBe(3)
  })

  it('asked for by many at once is given to one each', async () => {
    for (let n = 0; n < 8; n++) await submit(seller)
    const many = Array.from({ length: 10 }, (_, n) => 6100 + n)
    await world.deps.db
      .insert(users)
      .values(many.map((id) => ({ id, firstName: 'Mehmon', role: 'moderator' as const })))
    const hands = await Promise.all(many.map((id) => take(world.as(id), { want: 2 })))
    const given = hands.flatMap(idsOf)
    expect(given.length).toBeGreaterThan(0)
    expect(new Set(given).size).toBe(given.length)
  })

  it('keeps others from deciding, and says so', async () => {
    const id = await submit(seller)
    await take(anna)
    expect(await codeOf(await approve(bek, id))).toBe('moderation.claimed')
    expect(await codeOf(await reject(bek, id))).toBe('moderation.claimed')
    expect((await approve(anna, id)).status).toBe(200)
  })

  it('lapses by itself; then another has the ad and the first one is told', async () => {
    const id = await submit(seller)
    await take(anna)
    await lapse(id)
    expect(idsOf(await take(bek))).toEqual([id])
    expect(await take(anna, { holding: [id], want: 0 })).toMatchObject({
      items: [],
      lost: [{ id, by: 'Mehmon' }],
    })
    expect(await codeOf(await approve(anna, id))).toBe('moderation.claimed')
  })

  it('that lapsed unnoticed goes on for who still has the ad open', async () => {
    const id = await submit(seller)
    await take(anna)
    await lapse(id)
    expect(idsOf(await take(anna, { holding: [id], want: 0 }))).toEqual([id])
    expect(idsOf(await take(bek))).toEqual([])
  })

  it('that lapsed at two desks at once goes to one each, and neither waits for the other', async () => {
    for (let round = 0; round < 10; round++) {
      const [one, two] = [await submit(seller), await submit(seller)]
      await take(anna, { first: one, want: 0 })
      await take(bek, { first: two, want: 0 })
      await lapse(one)
      await lapse(two)
      const hands = await Promise.all([take(anna, { holding: [one] }), take(bek, { holding: [two] })])
      expect(hands.flatMap(idsOf).toSorted((a, b) => a - b)).toEqual([one, two])
      for (const id of [one, two])
        await seller.ads[':id'].remove.$post({ ...param(id), json: { revision: 1 } })
    }
  })

  it('ends with leaving and with putting off', async () => {
    const id = await submit(seller)
    await take(anna)
    await take(anna, { want: 0 })
    expect(idsOf(await take(bek))).toEqual([id])
    await take(bek, { want: 1, skip: [id] })
    expect(idsOf(await take(anna))).toEqual([id])
  })

  it('begins with the ad that was asked for, unless somebody looks at it', async () => {
    const [, second] = [await submit(seller), await submit(seller)]
    expect(idsOf(await take(bek, { first: second, want: 0 }))).toEqual([second])
    const hand = await take(anna, { first: second, want: 1 })
    expect(hand.lost).toEqual([{ id: second, by: 'Mehmon' }])
    expect(idsOf(hand)).not.toContain(second)
  })

  it('of an ad that was decided or withdrawn meanwhile is lost', async () => {
    const id = await submit(seller)
    await take(anna)
    await seller.ads[':id'].remove.$post({ ...param(id), json: { revision: 1 } })
    expect(await take(anna, { holding: [id], want: 0 })).toMatchObject({
      items: [],
      lost: [{ id, by: null }],
    })
  })

  it('follows the filters of category and language, and tells how many fit', async () => {
    const machine = await submit(seller, {
      ...plough,
      title: 'Ер ҳайдайман, МТЗ-80',
      description: 'Асака ва атрофида. Ёнилғи ўзимдан.',
    })
    await eventually(async () =>
      idsOf(await take(anna, { filter: { language: 'uz-Cyrl' } })).includes(machine),
    )
    expect(idsOf(await take(anna, { filter: { language: 'ru' } }))).toEqual([])
    expect(idsOf(await take(anna, { filter: { category: 'services' } }))).toEqual([machine])
    const none = await take(anna, { filter: { category: 'transport' } })
    expect([idsOf(none), none.fitting, none.total]).toEqual([[], 0, 1])
    expect(await take(anna)).toMatchObject({ fitting: 1, total: 1 })
    expect(idsOf(await take(anna, { filter: { hint: 'price' } }))).toEqual([])
    expect(idsOf(await take(anna, { filter: { hint: 'new_account' } }))).toEqual([])
  })
})

describe('a moderator who is none any more', () => {
  it('loses the desk with the role, also while the app is open', async () => {
    const id = await submit(seller)
    await take(anna)
    await world.deps.db.update(users).set({ role: 'user' }).where(eq(users.id, moderators.anna))
    expect(await codeOf(await approve(anna, id))).toBe('auth.forbidden')
    expect((await anna.moderation.desk.$post({ json: { holding: [id], want: 1 } })).status).toBe(403)
  })
})

describe('editing and approving', () => {
  it('is one step: the ad goes live as mended, and the decision knows how it was', async () => {
    const id = await submit(seller)
    const changes = {
      title: 'Yer haydash, MTZ-80',
      price: { kind: 'fixed' as const, amount: 90_000, currency: 'UZS' as const },
    }
    expect((await approve(anna, id, { changes })).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({
      state: 'active',
      title: 'Yer haydash, MTZ-80',
      priceAmount: 90_000,
      revision: 2,
    })
    const [decision] = await world.deps.db
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.adId, id))
    expect(decision).toMatchObject({
      outcome: 'mended',
      moderatorId: moderators.anna,
      previous: { title: plough.title, priceAmount: 11_500, state: 'pending' },
    })
    const actions = await world.deps.db.select().from(audit).where(eq(audit.adId, id)).orderBy(audit.id)
    expect(actions.map(({ action }) => action)).toEqual(['submitted', 'approved', 'mended'])
    expect(actions.at(-1)?.after).toEqual({ fields: ['title', 'price'] })
  })

  it('is judged as the seller’s own answers are', async () => {
    const id = await submit(seller)
    const answer = await approve(anna, id, {
      changes: { title: 'Qoʻngʻiroq 90 123 45 67', categoryId: 'transport.cars' },
    })
    expect(answer.status).toBe(422)
    const { error } = (await answer.json()) as unknown as { error: { fields: Record<string, string> } }
    expect(Object.keys(error.fields)).toEqual(
      expect.arrayContaining(['title', 'attributes.make', 'photoIds']),
    )
    expect((await rowOf(id))?.state).toBe('pending')
  })

  it('that changes nothing is a plain approval', async () => {
    const id = await submit(seller)
    await approve(anna, id, { changes: { title: plough.title as string } })
    const [decision] = await world.deps.db
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.adId, id))
    expect(decision?.outcome).toBe('approved')
  })
})

describe('a rejection', () => {
  it('marks places and suggests what to write there', async () => {
    const id = await submit(seller)
    const marks = [
      { field: 'title' as const, suggestion: 'Yer haydash xizmati' },
      { field: 'price' as const },
    ]
    await reject(anna, id, { marks, note: 'Narxi soʻmdami?' })
    const ad = await (await seller.ads[':id'].$get(param(id))).json()
    expect(ad.rejection).toMatchObject({ reason: 'text', note: 'Narxi soʻmdami?', marks, final: false })
    expect(ad.rejection?.said.ru).toBe(builtInReasons.text.text.ru)
    const buyer = await (await world.as(people.dilnoza).ads[':id'].$get(param(id))).json()
    expect(buyer).not.toHaveProperty('rejection.note')
  })

  it('for good cannot be mended nor sent again', async () => {
    const id = await submit(seller)
    await reject(anna, id, { reason: 'forbidden', final: true })
    expect(await codeOf(await seller.draft.from[':id'].$post(param(id)))).toBe('ads.wrong_state')
  })

  it('for good, found out while the seller mends an earlier one, stops the sending', async () => {
    const id = await submit(seller)
    await reject(anna, id)
    const { revision } = await (await seller.draft.from[':id'].$post(param(id))).json()
    await world.deps.db.update(ads).set({ rejectionFinal: true }).where(eq(ads.id, id))
    const answer = await seller.draft.submit.$post({
      json: { revision },
      header: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(await codeOf(answer)).toBe('ads.wrong_state')
    await seller.draft.$delete()
  })

  it('mended and sent again is forgotten with its marks', async () => {
    const id = await submit(seller)
    await reject(anna, id, { marks: [{ field: 'title' }] })
    const { revision } = await (await seller.draft.from[':id'].$post(param(id))).json()
    await seller.draft.submit.$post({
      json: { revision },
      header: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(await rowOf(id)).toMatchObject({ state: 'pending', rejectionMarks: [], rejectionReason: null })
  })

  it('names a place once and photos that fit', async () => {
    const id = await submit(seller)
    expect((await reject(anna, id, { marks: [{ field: 'title' }, { field: 'title' }] })).status).toBe(400)
    expect((await reject(anna, id, { marks: [{ field: 'nose' }] })).status).toBe(400)
    expect((await reject(anna, id, { marks: [{ field: 'photos', photoIds: ['x'] }] })).status).toBe(400)
  })
})

describe('undoing', () => {
  it('an approval: the ad waits as it was, its post is taken down, the seller is told, the audit knows', async () => {
    const id = await submit(seller)
    const decision = await decided(await approve(anna, id, { changes: { title: 'Boshqa nom' } }))
    const post = async () =>
      (await world.deps.db.select().from(channelPosts).where(eq(channelPosts.adId, id)))[0]
    await eventually(async () => (await post())?.state === 'sent')
    expect(await (await undo(anna, decision)).json()).toEqual({ adId: id, revision: 3 })
    expect(await rowOf(id)).toMatchObject({
      state: 'pending',
      title: plough.title,
      publishedAt: null,
      expiresAt: null,
    })
    await eventually(async () => (await post())?.state === 'deleted')
    const [entry] = await world.deps.db
      .select()
      .from(audit)
      .where(and(eq(audit.adId, id), eq(audit.action, 'undone')))
    expect(entry).toMatchObject({
      actorId: moderators.anna,
      before: { state: 'active' },
      after: { state: 'pending' },
    })
    expect((await world.as(people.dilnoza).ads[':id'].$get(param(id))).status).toBe(404)
  })

  it('an approval that is approved again brings a new post', async () => {
    const id = await submit(seller)
    const decision = await decided(await approve(anna, id))
    await undo(anna, decision)
    expect((await approve(anna, id, { revision: 3 })).status).toBe(200)
    await eventually(async () => {
      const [post] = await world.deps.db.select().from(channelPosts).where(eq(channelPosts.adId, id))
      return post?.state === 'sent' && post.shownRevision === 4
    })
  })

  it('a rejection: the ad waits again without its reason', async () => {
    const id = await submit(seller)
    const decision = await decided(await reject(anna, id, { final: true, marks: [{ field: 'title' }] }))
    expect((await undo(anna, decision)).status).toBe(200)
    expect(await rowOf(id)).toMatchObject({
      state: 'pending',
      rejectionReason: null,
      rejectionSaid: null,
      rejectionMarks: [],
      rejectionFinal: false,
    })
  })

  it('is refused after an hour', async () => {
    const id = await submit(seller)
    const decision = await decided(await approve(anna, id))
    await world.deps.db
      .update(moderationDecisions)
      .set({ at: sql`now() - interval '61 minutes'` })
      .where(eq(moderationDecisions.id, decision))
    expect(await codeOf(await undo(anna, decision))).toBe('moderation.undo_late')
    expect((await rowOf(id))?.state).toBe('active')
  })

  it('is refused once the seller has changed the ad', async () => {
    const id = await submit(seller)
    const decision = await decided(await approve(anna, id))
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision: 2 } })
    expect(await codeOf(await undo(anna, decision))).toBe('moderation.undo_late')
    const [row] = await world.deps.db
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.id, decision))
    expect(row?.undoneAt).toBeNull()
  })

  it('by ten at once happens once', async () => {
    const id = await submit(seller)
    const decision = await decided(await approve(anna, id))
    const answers = await Promise.all(Array.from({ length: 10 }, () => undo(anna, decision)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await rowOf(id))?.revision).toBe(3)
  })

  it('is for who decided, and for admins', async () => {
    const id = await submit(seller)
    const decision = await decided(await approve(anna, id))
    expect(await codeOf(await undo(bek, decision))).toBe('auth.forbidden')
    expect((await undo(admin, decision)).status).toBe(200)
  })

  it('stands in the list of what one has decided, newest first', async () => {
    const id = await submit(seller)
    const other = await submit(seller)
    const decision = await decided(await approve(bek, id))
    await reject(bek, other)
    const { items } = await (await bek.moderation.decisions.$get({ query: {} })).json()
    expect(items.slice(0, 2)).toMatchObject([
      { adId: other, outcome: 'rejected', reason: 'text', canUndo: true, undone: false },
      { adId: id, id: decision, outcome: 'approved', canUndo: true },
    ])
    await undo(bek, decision)
    const after = await (await bek.moderation.decisions.$get({ query: {} })).json()
    expect(after.items[1]).toMatchObject({ adId: id, canUndo: false, undone: true })
  })
})

describe('trust', () => {
  const trust = (who: ApiClient, level: 0 | 1 | 2) =>
    who.moderation.sellers[':id'].trust.$put({ ...param(people.karimjon), json: { trust: level } })
  const settings = async (autoApproveFrom: 0 | 1 | 2 | null, suspiciousWords: string[] = []) => {
    const now = await (await admin.admin.settings.$get()).json()
    const answer = await admin.admin.settings.$put({
      json: { settings: { ...now.settings, autoApproveFrom, suspiciousWords }, revision: now.revision },
    })
    expect(answer.status).toBe(200)
  }
  const prepared = (id: number) =>
    eventually(async () => {
      const { items } = await (await admin.moderation.queue.$get({ query: {} })).json()
      return items.find((ad) => ad.id === id)?.hints
    })
  /** An account that is known for long, with words of its own in each ad. */
  const ordinary = (word: string) =>
    submit(seller, {
      ...plough,
      title: `${word} xizmati`,
      description: `${word}: kelishib qilaman, tez va sifatli.`,
    })
  beforeEach(async () => {
    await world.deps.db
      .update(users)
      .set({ createdAt: new Date('2026-01-01'), trust: 0 })
      .where(eq(users.id, people.karimjon))
    await settings(null)
  })

  afterAll(() => settings(null))

  it('is given by moderators and written down', async () => {
    expect(await (await trust(anna, 2)).json()).toEqual({ trust: 2 })
    const [entry] = await world.deps.db
      .select()
      .from(audit)
      .where(and(eq(audit.userId, people.karimjon), eq(audit.action, 'trust')))
      .orderBy(sql`id desc`)
    expect(entry).toMatchObject({ actorId: moderators.anna, before: { trust: 0 }, after: { trust: 2 } })
    expect(
      (await anna.moderation.sellers[':id'].trust.$put({ ...param(1), json: { trust: 1 } })).status,
    ).toBe(404)
  })

  it('lets all waiting ads of trusted sellers be approved at once; one that changed stays behind', async () => {
    await trust(anna, 1)
    const [one, two] = [await ordinary('Bogʻ'), await ordinary('Uzum')]
    const foreign = await submit(world.as(people.dilnoza), { ...plough, title: 'Boshqa odamning ishi' })
    const { items } = await (await anna.moderation.queue.$get({ query: { trusted: 'true' } })).json()
    expect(idsOf({ items })).toEqual([one, two])
    expect(idsOf({ items })).not.toContain(foreign)
    const answer = await anna.moderation.approve.$post({
      json: {
        ads: [
          { id: one, revision: 1 },
          { id: two, revision: 9 },
        ],
      },
    })
    expect(await answer.json()).toEqual({ approved: [one], refused: [{ id: two, code: 'ads.changed' }] })
  })

  it('from the level that is set lets the board itself approve, which the audit says', async () => {
    await settings(2)
    await trust(anna, 2)
    const id = await ordinary('Tandir')
    await eventually(async () => (await rowOf(id))?.state === 'active')
    const [entry] = await world.deps.db
      .select()
      .from(audit)
      .where(and(eq(audit.adId, id), eq(audit.action, 'approved')))
    expect(entry?.actorId).toBeNull()
    const [decision] = await world.deps.db
      .select()
      .from(moderationDecisions)
      .where(eq(moderationDecisions.adId, id))
    expect(decision?.moderatorId).toBeNull()
    // What is taken back from the board is not approved by it again.
    expect((await undo(bek, decision?.id as number)).status).toBe(200)
    await prepared(id)
    expect((await rowOf(id))?.state).toBe('pending')
  })

  it('below that level, or any hint, leaves it to a moderator', async () => {
    await settings(2, ['tandirchi'])
    await trust(anna, 1)
    const low = await ordinary('Duradgor')
    expect(await prepared(low)).toEqual([])
    await trust(anna, 2)
    const listed = await ordinary('Tandirchi')
    expect(await prepared(listed)).toEqual([{ kind: 'words', of: 'listed', quote: 'Tandirchi' }])
    const asking = await submit(seller, {
      ...plough,
      title: 'Gʻisht teramiz',
      description: 'О л д и н д а н тўлов қилинади, ташаккур',
    })
    expect(await prepared(asking)).toMatchObject([{ kind: 'words', of: 'prepayment' }])
    for (const id of [low, listed, asking]) expect((await rowOf(id))?.state).toBe('pending')
  })
})

it('a price that changes while the ad waits has it looked through anew', async () => {
  const id = await submit(seller, { ...plough, title: 'Ekin sugʻorish' })
  const hints = async () => {
    const { items } = await (await admin.moderation.queue.$get({ query: {} })).json()
    return items.find((ad) => ad.id === id && ad.hints !== null)
  }
  await eventually(hints)
  await seller.ads[':id'].$patch({
    ...param(id),
    json: { price: { kind: 'fixed', amount: 12_000, currency: 'USD' }, revision: 1 },
  })
  expect((await eventually(hints)).revision).toBe(2)
})
