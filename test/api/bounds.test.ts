import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { users } from '#server/db/schema.ts'
import { newKey, publish, submit } from '../ads.ts'
import { initDataOf, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let live: number
let waiting: number
beforeAll(async () => {
  world = await startWorld()
  const seller = world.as(people.karimjon)
  live = (await publish(seller, world.as(people.muhabbat))).id
  waiting = await submit(seller)
  await world.as(people.dilnoza).me.$get()
  await world.deps.db.update(users).set({ role: 'admin' }).where(eq(users.id, people.karimjon))
})
afterAll(() => world?.stop())

/** As an admin who is the seller of all ads, too. */
const ask = (method: string, path: string, body?: object) =>
  fetch(`${world.config.publicUrl}/api${path}`, {
    method,
    headers: {
      Authorization: `tma ${initDataOf(people.karimjon)}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': newKey(),
    },
    ...(body && { body: JSON.stringify(body) }),
  })

const huge = 1e300
const long = '9'.repeat(40)
const text = { uz: 'a', ru: 'b', en: 'c' }
const reason = (uz: string) => ({
  content: { name: text, text: { ...text, uz }, fields: [], final: false },
  archived: false,
  revision: 0,
})

it.each<[string, () => Promise<Response>]>([
  ['a revision', () => ask('POST', `/ads/${live}/sold`, { revision: huge })],
  ['a revision that is negative', () => ask('POST', `/ads/${live}/confirm`, { revision: -huge })],
  [
    'the revision of a price',
    () =>
      ask('PATCH', `/ads/${live}`, { revision: huge, price: { kind: 'fixed', amount: 5, currency: 'USD' } }),
  ],
  [
    'an amount',
    () =>
      ask('PATCH', `/ads/${live}`, { revision: 2, price: { kind: 'fixed', amount: huge, currency: 'USD' } }),
  ],
  ['the revision of a draft', () => ask('PUT', '/draft', { draft: {}, revision: huge })],
  ['the revision of what is sent', () => ask('POST', '/draft/submit', { revision: huge })],
  ['a decision’s revision', () => ask('POST', `/moderation/${waiting}/approve`, { revision: huge })],
  ['an ad in hand', () => ask('POST', '/moderation/desk', { holding: [huge], want: 0 })],
  ['an ad to begin with', () => ask('POST', '/moderation/desk', { holding: [], want: 0, first: huge })],
  ['an ad that is put off', () => ask('POST', '/moderation/desk', { holding: [], want: 1, skip: [huge] })],
  ['an ad among many', () => ask('POST', '/moderation/approve', { ads: [{ id: huge, revision: 1 }] })],
  ['a verdict’s revision', () => ask('POST', `/reports/${live}/dismiss`, { revision: huge })],
  ['the revision of settings', () => ask('PUT', '/admin/settings', { settings: {}, revision: huge })],
  ['the revision of a reason', () => ask('PUT', '/admin/reasons/text', { ...reason('x'), revision: huge })],
  ['a place among somebody’s ads', () => ask('GET', `/people/${people.karimjon}/ads?cursor=${long}`)],
  ['a place among one’s own ads', () => ask('GET', `/my/ads?cursor=${long}`)],
  ['a place among saved ads', () => ask('GET', `/favorites?cursor=${long}`)],
  ['a place among a seller’s ads', () => ask('GET', `/sellers/${people.karimjon}?cursor=${long}`)],
  ['a day long ago', () => ask('GET', '/audit?from=0000-01-01')],
  ['a day far away', () => ask('GET', '/audit?to=9999-12-31')],
  ['a day there is not', () => ask('GET', '/audit?from=2026-02-31')],
  [
    'the end of a ban',
    () => ask('POST', `/people/${people.dilnoza}/ban`, { reason: 'fraud', term: '9999-12-31', ads: 'keep' }),
  ],
  ['a name with nothing in it', () => ask('GET', '/people?q=%00')],
  [
    'a note with nothing in it',
    () => ask('POST', `/people/${people.dilnoza}/notes`, { text: 'a\u0000b\ud800' }),
  ],
  ['a reason with nothing in it', () => ask('PUT', '/admin/reasons/halves', reason('a\u0000b\ud800'))],
  [
    'a rejection with nothing in it',
    () =>
      ask('POST', `/moderation/${waiting}/reject`, {
        revision: 1,
        reason: 'text',
        note: 'a\u0000b\ud800',
        marks: [{ field: 'title', suggestion: 'a\u0000b\ud800' }],
      }),
  ],
])('%s that no row can bear is no trouble for the server', async (_, asked) => {
  const answer = await asked()
  expect(answer.status, await answer.text()).toBeLessThan(500)
})
