import { and, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { ads, audit, channelPosts, moderationClaims, reports, users } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { weightOf } from '#server/reports/queries.ts'
import { limits } from '#shared/limits.ts'
import type { ReportState } from '#shared/reports/schema.ts'
import { eventually, newKey, param, publish } from '../ads.ts'
import { liveCars } from '../live-ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let seller: ApiClient
let moderator: ApiClient
let other: ApiClient
beforeAll(async () => {
  world = await startWorld((config) => ({ ...config, openAds: { all: 900, category: 900, categories: {} } }))
  seller = world.as(people.karimjon)
  moderator = world.as(people.muhabbat)
  other = world.as(6001)
  await world.deps.db.insert(users).values({ id: 6001, firstName: 'Anna', role: 'moderator' })
})
afterAll(() => world?.stop())
beforeEach(async () => {
  await world.deps.db.delete(reports)
  await world.deps.db.delete(moderationClaims)
})

let next = 20_000
/** Buyers whom nobody knows yet. */
const newcomers = (count: number) => Array.from({ length: count }, () => ++next)
const report = (buyer: number, id: number, json: object = { reason: 'fraud' }) =>
  world.as(buyer).ads[':id'].report.$post({ ...param(id), json: json as { reason: 'fraud' } })
const dismiss = (who: ApiClient, id: number, revision: number) =>
  who.reports[':id'].dismiss.$post({ ...param(id), json: { revision } })
const takeDown = (who: ApiClient, id: number, revision: number) =>
  who.reports[':id']['take-down'].$post({ ...param(id), json: { revision, reason: 'fraud' } })
const undo = (who: ApiClient, id: number) => who.moderation.decisions[':id'].undo.$post(param(id))
const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error?: { code: string } }).error?.code
const decisionOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { decisionId: number }).decisionId
const rowOf = async (id: number) => {
  const [row] = await world.deps.db.select().from(ads).where(eq(ads.id, id))
  return row as NonNullable<typeof row>
}
const statesOf = async (id: number) =>
  (
    await world.deps.db
      .select({ state: reports.state })
      .from(reports)
      .where(eq(reports.adId, id))
      .orderBy(reports.id)
  ).map(({ state }) => state)
const countOf = (adId: number, action: string) =>
  world.deps.db.$count(audit, and(eq(audit.adId, adId), eq(audit.action, action)))
const isPosted = async (adId: number) =>
  (await world.deps.db.select().from(channelPosts).where(eq(channelPosts.adId, adId)))[0]?.state === 'sent'
/** An ad that is live without a post. */
async function live(change: Parameters<typeof liveCars>[1][0] = {}) {
  const [id = 0] = await liveCars(world, [change])
  return rowOf(id)
}
/** The ad after three newcomers had it hidden. */
async function hidden(id?: number) {
  const adId = id ?? (await live()).id
  for (const buyer of newcomers(3)) await report(buyer, adId)
  return rowOf(adId)
}
/** Gives a person a record of reports that were settled so. */
async function record(userId: number, states: readonly ReportState[]) {
  await world.as(userId).me.$get()
  const ids = await liveCars(
    world,
    states.map(() => ({ state: 'removed' })),
  )
  const rows = states.map((state, n) => ({
    adId: ids[n] as number,
    reporterId: userId,
    reason: 'other' as const,
    state,
  }))
  if (rows.length > 0) await world.deps.db.insert(reports).values(rows)
}

describe('a reported ad', () => {
  it('is live below the threshold; at it, ad and post are out of sight, and it is in the queue with its reports', async () => {
    const { id } = await publish(seller, moderator)
    await eventually(() => isPosted(id))
    const [first = 0, second = 0, third = 0] = newcomers(3)
    await report(first, id, { reason: 'fraud', note: 'Oldindan pul soʻradi' })
    await report(second, id, { reason: 'sold' })
    expect((await rowOf(id)).state).toBe('active')
    await report(third, id)
    expect(await rowOf(id)).toMatchObject({ state: 'pending', publishedAt: null })
    expect((await world.as(first).ads[':id'].$get(param(id))).status).toBe(404)
    await eventually(async () => !(await isPosted(id)))

    const hand = await (
      await moderator.moderation.desk.$post({ json: { holding: [], want: 0, first: id } })
    ).json()
    expect(hand.items[0]?.reports).toMatchObject([
      { reason: 'fraud', note: 'Oldindan pul soʻradi', weight: 1, reporter: { upheld: 0, dismissed: 0 } },
      { reason: 'sold', note: null },
      { reason: 'fraud' },
    ])
    expect(await countOf(id, 'hidden')).toBe(1)
    expect(await countOf(id, 'reported')).toBe(3)
  })

  it('in which nothing is wrong comes back to its old place with a post; undoing hides it again with its reports', async () => {
    const before = await hidden((await publish(seller, moderator)).id)
    const decision = await decisionOf(await dismiss(moderator, before.id, before.revision))
    expect(await rowOf(before.id)).toMatchObject({ state: 'active', feedSeq: before.feedSeq })
    expect(await statesOf(before.id)).toEqual(['dismissed', 'dismissed', 'dismissed'])
    await eventually(() => isPosted(before.id))

    await undo(moderator, decision)
    expect((await rowOf(before.id)).state).toBe('pending')
    expect(await statesOf(before.id)).toEqual(['open', 'open', 'open'])
  })

  it('is taken down with a reason; undoing puts it back where it was', async () => {
    const { id, revision } = await publish(seller, moderator)
    const { feedSeq } = await rowOf(id)
    const [buyer = 0] = newcomers(1)
    await report(buyer, id)
    const decision = await decisionOf(await takeDown(moderator, id, revision))
    expect(await rowOf(id)).toMatchObject({ state: 'rejected', rejectionReason: 'fraud' })
    expect(await statesOf(id)).toEqual(['upheld'])
    await eventually(async () => !(await isPosted(id)))

    await undo(moderator, decision)
    expect(await rowOf(id)).toMatchObject({ state: 'active', feedSeq, rejectionReason: null })
    expect(await statesOf(id)).toEqual(['open'])
    await eventually(() => isPosted(id))
  })
})

describe('a report weighs', () => {
  it.each([
    ['of a newcomer', [], 1],
    ['of who was right once', ['upheld'], 1.13],
    ['of who was always right', Array(20).fill('upheld'), 1.43],
    ['of who was wrong once', ['dismissed'], 0.75],
    ['of who is mostly wrong', [...Array(10).fill('dismissed'), 'upheld'], 0.32],
    ['of who reports without reason', Array(20).fill('dismissed'), 0.13],
    ['of whom nobody could judge', ['lapsed', 'lapsed', 'open'], 1],
  ] as const)('%s', async (_, states, weight) => {
    const [buyer = 0] = newcomers(1)
    const { id } = await live()
    await record(buyer, states as readonly ReportState[])
    await report(buyer, id)
    expect(await weightOf(world.deps.db, id)).toBe(weight)
  })

  it('nothing once its reporter is banned, and a banned person’s is refused', async () => {
    const [buyer = 0] = newcomers(1)
    const { id } = await live()
    await report(buyer, id)
    await world.deps.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, buyer))
    expect(await weightOf(world.deps.db, id)).toBe(0)
    expect(await codeOf(await report(buyer, (await live()).id))).toBe('auth.banned')
  })
})

describe('an ad that is reported', () => {
  it('needs more of those who report without reason', async () => {
    const { id } = await live()
    const abusers = newcomers(6)
    for (const buyer of abusers) {
      await record(buyer, ['dismissed', 'dismissed', 'dismissed'])
      await report(buyer, id)
    }
    expect((await rowOf(id)).state).toBe('pending')
    expect(await countOf(id, 'hidden')).toBe(1)
    expect((await rowOf(id)).revision).toBe(2)
  })

  it('by fifty at once is hidden once, and all fifty count', async () => {
    const { id } = await live()
    const answers = await Promise.all(newcomers(50).map((buyer) => report(buyer, id)))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await countOf(id, 'hidden')).toBe(1)
    expect(await rowOf(id)).toMatchObject({ state: 'pending', revision: 2 })
    expect(await statesOf(id)).toHaveLength(50)
  })

  it('is not approved by the board, however much its seller is trusted, nor among many', async () => {
    const { settings, revision } = await (await moderator.admin.settings.$get()).json()
    const put = (autoApproveFrom: 2 | null, upon: number) =>
      moderator.admin.settings.$put({ json: { settings: { ...settings, autoApproveFrom }, revision: upon } })
    await put(2, revision)
    await world.deps.db.update(users).set({ trust: 2 }).where(eq(users.id, people.karimjon))
    const { id } = await hidden()
    const told = () =>
      world.deps.db.execute(sql`select 1 from ad_hints h join ads a on a.id = h.ad_id
      where a.id = ${id} and h.revision = a.revision`)
    await eventually(async () => (await told()).length > 0)
    expect((await rowOf(id)).state).toBe('pending')
    const { items } = await (await moderator.moderation.queue.$get({ query: { trusted: 'true' } })).json()
    expect(items.map((ad) => ad.id)).not.toContain(id)
    await world.deps.db.update(users).set({ trust: 0 }).where(eq(users.id, people.karimjon))
    await put(null, revision + 1)
  })

  it('sold meanwhile proves those right who said so; removed meanwhile, nobody', async () => {
    const { id, revision } = await live()
    const [first = 0, second = 0, third = 0] = newcomers(3)
    await report(first, id, { reason: 'sold' })
    await report(second, id)
    await seller.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    expect(await statesOf(id)).toEqual(['upheld', 'lapsed'])
    expect((await report(third, id)).status).toBe(404)

    const { id: gone } = await live()
    await Promise.all([
      report(first, gone),
      seller.ads[':id'].remove.$post({ ...param(gone), json: { revision } }),
    ])
    expect(await statesOf(gone)).not.toContain('open')
    expect(await codeOf(await dismiss(moderator, gone, 2))).toBe('moderation.decided')
  })
})

it('one person reports so many ads a day, and more the next day', async () => {
  const [buyer = 0] = newcomers(1)
  const ids = await liveCars(world, Array(limits.reportsPerDay + 1).fill({}))
  const answers = []
  for (const id of ids) answers.push(await report(buyer, id))
  const refused = answers.filter(({ status }) => status !== 200)
  expect(await Promise.all(refused.map(codeOf))).toEqual(['reports.too_many'])
  await world.deps.db.update(reports).set({ createdAt: sql`now() - interval '1 day'` })
  expect((await report(buyer, ids.at(-1) as number)).status).toBe(200)
})

describe('a seller', () => {
  it('who has an ad end and live again is not rid of its reports', async () => {
    const { id, revision } = await live()
    const [first = 0, second = 0, third = 0, fourth = 0] = newcomers(4)
    await report(first, id)
    await report(second, id, { reason: 'sold' })
    const named = (at: number) => ({ ...param(id), json: { revision: at } })
    await seller.ads[':id'].sold.$post(named(revision))
    expect(await statesOf(id)).toEqual(['lapsed', 'upheld'])
    expect((await seller.ads[':id'].renew.$post(named(revision + 1))).status).toBe(200)
    // Who said that it was sold was right then.
    expect(await statesOf(id)).toEqual(['open', 'upheld'])
    expect(await countOf(id, 'reports_reopened')).toBe(1)
    await report(third, id)
    expect((await rowOf(id)).state).toBe('active')
    await report(fourth, id)
    expect((await rowOf(id)).state).toBe('pending')
  })
})

describe('a moderator', () => {
  it('lists what is reported, the heaviest first, page by page', async () => {
    const light = (await live()).id
    const heavy = await hidden()
    const twenty = await liveCars(world, Array(20).fill({}))
    const [buyer = 0, second = 0] = newcomers(2)
    for (const id of [...twenty, light]) await report(buyer, id)
    await report(second, light, { reason: 'wrong', note: 'Narxi boshqa' })
    expect((await (await moderator.me.$get()).json()).reportedCount).toBe(22)

    const page = await (await moderator.reports.$get({ query: {} })).json()
    expect(page.items).toHaveLength(20)
    expect(page.items.slice(0, 3).map(({ id }) => id)).toEqual([heavy.id, light, twenty[0]])
    expect(page.items[1]).toMatchObject({
      state: 'active',
      weight: 2,
      count: 2,
      seller: { name: 'Karimjon' },
    })
    expect(page.items[1]?.reports.map(({ note }) => note)).toContain('Narxi boshqa')
    const rest = await (await moderator.reports.$get({ query: { cursor: page.nextCursor as string } })).json()
    expect(rest).toMatchObject({ items: [{ id: twenty[18] }, { id: twenty[19] }], nextCursor: null })
  })

  it('finds nothing wrong with a live ad: it stays, and the reports count against their reporters', async () => {
    const { id, revision } = await live()
    const [buyer = 0] = newcomers(1)
    await report(buyer, id)
    const decision = await decisionOf(await dismiss(moderator, id, revision))
    expect(await rowOf(id)).toMatchObject({ state: 'active', revision })
    expect(await statesOf(id)).toEqual(['dismissed'])

    expect((await undo(moderator, decision)).status).toBe(200)
    expect(await statesOf(id)).toEqual(['open'])
    expect((await rowOf(id)).state).toBe('active')
    expect(await codeOf(await undo(moderator, decision))).toBe('moderation.undo_late')
  })

  it('who approves a reported ad dismisses, who sends it back or mends it upholds', async () => {
    const [kept, rejected, mended] = [await hidden(), await hidden(), await hidden()]
    const at = ({ id, revision }: { id: number; revision: number }, json = {}) => ({
      ...param(id),
      json: { revision, ...json },
    })
    await moderator.moderation[':id'].approve.$post(at(kept))
    await moderator.moderation[':id'].reject.$post({
      ...at(rejected),
      json: { revision: 2, reason: 'fraud' },
    })
    await moderator.moderation[':id'].approve.$post({
      ...at(mended),
      json: { revision: 2, changes: { title: 'Cobalt, arzon' } },
    })
    expect(new Set(await statesOf(kept.id))).toEqual(new Set(['dismissed']))
    expect(new Set(await statesOf(rejected.id))).toEqual(new Set(['upheld']))
    expect(new Set(await statesOf(mended.id))).toEqual(new Set(['upheld']))
  })

  it('who approves what its seller has mended since makes nobody wrong', async () => {
    const { id } = await live({
      categoryId: 'services.machines',
      attributes: { kind: 'plough', pricePer: 'hour' },
    })
    const [before = 0, after = 0] = newcomers(2)
    await report(before, id)
    await seller.draft.from[':id'].$post(param(id))
    const { revision } = await (await seller.draft.$get()).json()
    await seller.draft.submit.$post({ json: { revision }, header: { 'idempotency-key': newKey() } })
    await report(after, id)
    await approveAd(world.deps, { moderatorId: people.muhabbat, adId: id, revision: 2 })
    expect(await statesOf(id)).toEqual(['lapsed', 'dismissed'])
  })

  it('and another decide at once: one of them does', async () => {
    const { id, revision } = await live()
    for (const buyer of newcomers(2)) await report(buyer, id)
    const answers = await Promise.all([
      dismiss(moderator, id, revision),
      takeDown(other, id, revision),
      dismiss(other, id, revision),
      takeDown(moderator, id, revision),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await statesOf(id)).not.toContain('open')
  })

  it('who dismisses while the ad is being hidden decides upon what was seen, or not at all', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, revision } = await live()
      const [first = 0, second = 0, third = 0] = newcomers(3)
      await report(first, id)
      await report(second, id)
      const [dismissed] = await Promise.all([dismiss(moderator, id, revision), report(third, id)])
      const isHidden = (await rowOf(id)).state === 'pending'
      expect(await statesOf(id)).toEqual(
        isHidden ? ['open', 'open', 'open'] : ['dismissed', 'dismissed', 'open'],
      )
      if (isHidden) expect(await codeOf(dismissed)).toBe('ads.changed')
    }
  })

  it('does not decide upon what another looks at, what changed, or what nobody reported', async () => {
    const ad = await hidden()
    await other.moderation.desk.$post({ json: { holding: [], want: 0, first: ad.id } })
    expect(await codeOf(await dismiss(moderator, ad.id, ad.revision))).toBe('moderation.claimed')
    expect(await codeOf(await dismiss(other, ad.id, ad.revision - 1))).toBe('ads.changed')
    const { id, revision } = await live()
    expect(await codeOf(await takeDown(moderator, id, revision))).toBe('moderation.decided')
  })
})
