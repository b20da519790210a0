import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ads } from '#server/db/schema.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { reindexAds } from '#server/search/reindex.ts'
import { plough } from '../ads.ts'
import { people } from '../people.ts'
import { type SearchWorld, startSearchWorld } from './world.ts'

let world: SearchWorld
beforeAll(async () => {
  world = await startSearchWorld()
})
afterAll(() => world.stop())

const old = { searchWords: '', searchVersion: 1 }
const found = async (q: string) => (await world.page({ q }, undefined, 50)).rows

describe('an ad whose words were made by older rules', () => {
  it('is found again after the board has started, whatever state it was in meanwhile', async () => {
    const live = await world.submit({ ...plough, title: 'Ploughing one' })
    await world.approve(live)
    const waiting = await world.submit({ ...plough, title: 'Ploughing two' })
    await world.db.update(ads).set(old)
    expect(await found('ploughing')).toEqual([])

    await reindexAds(world.deps, { after: 0 })
    expect(await found('ploughing')).toEqual([live])
    await world.approve(waiting)
    expect(await found('ploughing')).toEqual([waiting, live])
  })

  it('is one of many: each job takes some and leaves the rest to the next', async () => {
    await world.fill(Array.from({ length: 620 }, (_, n) => ({ ...plough, title: `Gugurt ${n}` })))
    await world.db.update(ads).set(old)
    const rest: number[] = []
    const jobs = {
      ...world.deps.jobs,
      enqueue: async (...[, , data]: unknown[]) => void rest.push((data as { after: number }).after),
    }
    await reindexAds({ ...world.deps, jobs }, { after: 0 })
    expect(rest).toHaveLength(1)
    expect(await world.db.$count(ads, eq(ads.searchVersion, 1))).toBeGreaterThan(0)
    await reindexAds({ ...world.deps, jobs }, { after: rest[0] ?? 0 })
    expect(rest).toHaveLength(1)
    expect(await world.db.$count(ads, eq(ads.searchVersion, 1))).toBe(0)
  })

  it('being changed meanwhile is left to whoever changes it', async () => {
    const id = await world.submit({ ...plough, title: 'Kulcha' })
    await world.approve(id)
    await world.db.update(ads).set(old).where(eq(ads.id, id))
    await world.db.transaction(async (tx) => {
      await tx.select().from(ads).where(eq(ads.id, id)).for('update')
      await reindexAds(world.deps, { after: 0 })
      expect(await found('kulcha')).toEqual([])
    })
    await reindexAds(world.deps, { after: 0 })
    expect(await found('kulcha')).toEqual([id])
  })
})

it('what a moderator mends is found as mended, and what was rejected is not found', async () => {
  const id = await world.submit({ ...plough, title: 'Qizilcha' })
  const decision = { moderatorId: people.muhabbat, adId: id, revision: 1 }
  await approveAd(world.deps, { ...decision, changes: { title: 'Bodring urugʻi' } })
  expect([await found('qizilcha'), await found('bodring')]).toEqual([[], [id]])
  const other = await world.submit({ ...plough, title: 'Pomidor koʻchati' })
  await rejectAd(world.deps, {
    moderatorId: people.muhabbat,
    adId: other,
    revision: 1,
    reason: 'other',
    note: 'x',
  })
  expect(await found('pomidor')).toEqual([])
})
