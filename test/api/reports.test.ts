import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactReveals, reports } from '#server/db/schema.ts'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { eventually, param, plough, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let seller: ApiClient
let buyer: ApiClient
let moderator: ApiClient
beforeAll(async () => {
  world = await startWorld()
  seller = world.as(people.karimjon)
  buyer = world.as(people.dilnoza)
  moderator = world.as(people.muhabbat)
  const { settings, revision } = await (await moderator.admin.settings.$get()).json()
  await moderator.admin.settings.$put({ json: { settings: { ...settings, contactsPerDay: 3 }, revision } })
})
afterAll(() => world?.stop())

const codeOf = async (answer: { json(): Promise<unknown> }) =>
  ((await answer.json()) as { error: { code: string; message: string } }).error
const groupTexts = async () => {
  const state = (await (await fetch(`${world.telegram.url}/client/state`)).json()) as SandboxState
  const group = state.chats.find(({ id }) => id === world.telegram.moderatorsGroupId)
  return (group?.messages ?? []).map(({ text }) => text ?? '').filter((text) => text.includes('🚩'))
}

describe('a report', () => {
  const report = (api: ApiClient, id: number, json: object = { reason: 'fraud' }) =>
    api.ads[':id'].report.$post({ ...param(id), json: json as { reason: 'fraud' } })

  it('is kept with its reason and note, and the moderators’ group is told of the first of an ad', async () => {
    const { id } = await publish(seller, moderator, { ...plough, title: 'Shubhali eʼlon' })
    expect((await report(buyer, id, { reason: 'fraud', note: ' Oldindan pul soʻradi ' })).status).toBe(200)
    expect((await report(world.as(people.ivan), id, { reason: 'sold' })).status).toBe(200)
    const rows = await world.deps.db.select().from(reports).where(eq(reports.adId, id)).orderBy(reports.id)
    expect(rows).toMatchObject([
      { reporterId: people.dilnoza, reason: 'fraud', note: 'Oldindan pul soʻradi', state: 'open' },
      { reporterId: people.ivan, reason: 'sold', note: null, state: 'open' },
    ])
    const told = await eventually(async () => {
      const texts = await groupTexts()
      return texts.length > 0 && texts
    })
    expect(told).toHaveLength(1)
    expect(told[0]).toContain('Shubhali eʼlon')
    expect(told[0]).toContain('Oldindan pul soʻradi')
  })

  it('is taken once from a person, also when sent thrice at once', async () => {
    const { id } = await publish(seller, moderator)
    const answers = await Promise.all([1, 2, 3].map(() => report(buyer, id)))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused && (await codeOf(refused))).toMatchObject({ code: 'reports.already' })
    expect(await world.deps.db.$count(reports, eq(reports.adId, id))).toBe(1)
  })

  it('is not about one’s own ad, nor about one that is not live', async () => {
    const { id } = await publish(seller, moderator)
    expect((await report(seller, id)).status).toBe(404)
    expect((await report(buyer, await submit(seller))).status).toBe(404)
  })

  it.each([{}, { reason: 'boring' }, { reason: 'other', note: 'x'.repeat(301) }])(
    'of %o is refused',
    async (json) => {
      const { id } = await publish(seller, moderator)
      expect((await report(buyer, id, json)).status).toBe(400)
    },
  )
})

describe('contacts', () => {
  const reveal = (api: ApiClient, id: number) => api.ads[':id'].contact.$post(param(id))

  it('are given for so many ads a day; the same ad again is free, and the next day begins anew', async () => {
    const ids: number[] = []
    for (let n = 0; n < 4; n++) ids.push((await publish(seller, moderator)).id)
    const [first, second, third, fourth] = ids as [number, number, number, number]
    for (const id of [first, second, second, third, first]) expect((await reveal(buyer, id)).status).toBe(200)
    const refused = await reveal(buyer, fourth)
    expect(refused.status).toBe(429)
    expect(await codeOf(refused)).toMatchObject({
      code: 'contact.too_many',
      message: expect.stringContaining('Ertaga'),
    })
    expect((await reveal(buyer, first)).status).toBe(200)
    expect((await reveal(world.as(people.ivan), fourth)).status).toBe(200)

    await world.deps.db.update(contactReveals).set({ day: '2026-01-01' })
    expect((await reveal(buyer, fourth)).status).toBe(200)
    const mine = eq(contactReveals.userId, people.dilnoza)
    expect(
      await world.deps.db.select({ adId: contactReveals.adId }).from(contactReveals).where(mine),
    ).toEqual([{ adId: fourth }])
  })

  it('are not given beyond the limit to who asks for many at once', async () => {
    const ids: number[] = []
    for (let n = 0; n < 6; n++) ids.push((await publish(seller, moderator)).id)
    const answers = await Promise.all(ids.map((id) => reveal(world.as(4242), id)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
  })

  it('of one’s own ads are not counted', async () => {
    const other = world.as(people.ivan)
    for (let n = 0; n < 4; n++) {
      const { id } = await publish(other, moderator)
      expect((await reveal(other, id)).status).toBe(200)
    }
  })
})
