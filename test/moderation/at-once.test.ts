import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import {
  adHints,
  ads,
  boardSettings,
  drafts,
  moderationDecisions,
  reports,
  users,
} from '#server/db/schema.ts'
import { submitDraft } from '#server/drafts/verbs.ts'
import { prepareAd } from '#server/moderation/prepare.ts'
import { undoDecision } from '#server/moderation/undo.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { reportAd } from '#server/reports/verbs.ts'
import { eventually, newKey, plough } from '../ads.ts'
import { type BotWorld, startBotWorld } from '../bot/world.ts'
import { people } from '../people.ts'

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  await world.db.insert(users).values({ id: people.muhabbat, firstName: 'Muhabbat' })
})
afterAll(() => world?.stop())

it('many decisions right after the settings changed wait for none of each other’s connections', async () => {
  const ids: number[] = []
  for (let n = 0; n < 12; n++) ids.push(await world.ad())
  // Nobody has read the settings of this world yet.
  await Promise.all(
    ids.map((adId) => approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision: 1 })),
  )
  expect((await world.db.select().from(ads)).map(({ state }) => state)).toEqual(ids.map(() => 'active'))
})

/** Resolves when so many wait for a lock. */
const waiting = (count: number) =>
  eventually(async () => {
    const [row] = await world.db.execute<{ count: number }>(sql`select count(*)::int as count
      from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)
    return row?.count === count
  })

it('the board does not approve what is reported while it looks', async () => {
  const words = { title: 'Oq Gentra', description: 'Yangi gʻildiraklar, sirdosh hujjatlar, kelishamiz.' }
  const adId = await world.ad({ ...words, feedSeq: 1 })
  await world.db.insert(boardSettings).values({ data: { autoApproveFrom: 0 } })
  await world.db.execute(sql`select pg_notify('settings_changed', '')`)
  await world.db
    .update(users)
    .set({ createdAt: new Date('2026-01-01') })
    .where(eq(users.id, people.karimjon))
  await world.db.insert(users).values({ id: people.dilnoza, firstName: 'Dilnoza' })
  const prepared = await world.db.transaction(async (tx) => {
    // Not in the way of what is found, only of the decision.
    await tx.select().from(ads).where(eq(ads.id, adId)).for('no key update')
    const prepared = prepareAd(world.deps, { adId, revision: 1 })
    await waiting(1)
    const report = { reporterId: people.dilnoza, adId, reason: 'fraud', note: '' } as const
    await reportAd({ ...world.deps, db: tx }, report)
    return { prepared }
  })
  await prepared.prepared
  const [row] = await world.db.select().from(reports).where(eq(reports.adId, adId))
  expect(row?.state).toBe('open')
  const [ad] = await world.db.select().from(ads).where(eq(ads.id, adId))
  expect(ad?.state).toBe('pending')
  expect(world.taken('moderation.announce').map(({ data }) => data.adId)).toContain(adId)
})

it('what is found late in an ad as it was hides nothing that is found in it as it is', async () => {
  const adId = await world.ad({ title: 'Taxta arra' })
  const found = { hints: [], bands: [1], language: 'uz' } as const
  const prepared = await world.db.transaction(async (tx) => {
    // Whoever judges the price waits here.
    await tx.execute(sql`lock table rates in access exclusive mode`)
    const prepared = prepareAd(world.deps, { adId, revision: 1 })
    await waiting(1)
    await tx.update(ads).set({ revision: 2 }).where(eq(ads.id, adId))
    await tx.insert(adHints).values({ ...found, hints: [], bands: [1], adId, revision: 2 })
    return { prepared }
  })
  await prepared.prepared
  const [row] = await world.db.select().from(adHints).where(eq(adHints.adId, adId))
  expect(row).toMatchObject({ revision: 2, bands: [1] })
})

it('what a server with a fast clock was sent is not approved by the board again after it was undone', async () => {
  await world.db
    .insert(boardSettings)
    .values({ data: { autoApproveFrom: 0 } })
    .onConflictDoNothing()
  await world.db
    .insert(users)
    .values({ id: 7_400, firstName: 'Haydovchi', createdAt: new Date('2026-01-01') })
  await world.db.insert(drafts).values({ userId: 7_400, data: plough })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 })
  const { adId } = await submitDraft(world.deps, { userId: 7_400, revision: 1, key: newKey() })
  vi.useRealTimers()
  await prepareAd(world.deps, { adId, revision: 1 })
  const [decision] = await world.db
    .select()
    .from(moderationDecisions)
    .where(eq(moderationDecisions.adId, adId))
  expect(decision).toMatchObject({ moderatorId: null, outcome: 'approved' })
  const undo = { moderatorId: people.muhabbat, isAdmin: true, decisionId: decision?.id ?? 0 }
  const { revision } = await undoDecision(world.deps, undo)
  await prepareAd(world.deps, { adId, revision })
  const [ad] = await world.db.select().from(ads).where(eq(ads.id, adId))
  expect(ad?.state).toBe('pending')
})
