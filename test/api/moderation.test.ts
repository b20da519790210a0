import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '#server/db/schema.ts'
import { param, plough, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let seller: ApiClient
let moderator: ApiClient
beforeAll(async () => {
  world = await startWorld()
  seller = world.as(people.karimjon)
  moderator = world.as(people.muhabbat)
})
afterAll(() => world?.stop())

const approve = (id: number, revision = 1) =>
  moderator.moderation[':id'].approve.$post({ ...param(id), json: { revision } })
const codeOf = async (response: { json(): Promise<unknown> }) =>
  ((await response.json()) as { error: { code: string } }).error.code

describe('the queue', () => {
  it('shows what waits, oldest first, with what a moderator needs', async () => {
    const first = await submit(seller, { ...plough, title: 'Birinchi mashina' })
    const second = await submit(seller, { ...plough, title: 'Ikkinchi mashina' })
    const { items, total } = await (await moderator.moderation.queue.$get({ query: {} })).json()
    expect(items.map((ad) => ad.id)).toEqual([first, second])
    expect(total).toBe(2)
    expect(items[0]).toMatchObject({
      title: 'Birinchi mashina',
      contactPhone: '+998901234567',
      seller: { name: 'Karimjon', username: 'karimjon', ads: 2 },
      revision: 1,
    })
  })
})

describe('a decision', () => {
  it('taken by fifty at once counts once; the others are told', async () => {
    const id = await submit(seller)
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        n % 2
          ? approve(id)
          : moderator.moderation[':id'].reject.$post({ ...param(id), json: { revision: 1, reason: 'text' } }),
      ),
    )
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1)
    const losers = answers.filter((answer) => answer.status !== 200)
    expect(new Set(await Promise.all(losers.map(codeOf)))).toEqual(new Set(['moderation.decided']))
    const decisions = await world.deps.db.select().from(audit).where(eq(audit.adId, id)).orderBy(audit.id)
    expect(decisions.map((row) => row.action)).toHaveLength(2)
  })

  it('after the seller took the ad away is told so', async () => {
    const id = await submit(seller)
    await seller.ads[':id'].remove.$post({ ...param(id), json: { revision: 1 } })
    const late = await approve(id)
    expect(late.status).toBe(409)
    expect(await codeOf(late)).toBe('moderation.decided')
  })

  it('upon another revision than the one that was seen is refused', async () => {
    const id = await submit(seller)
    expect(await codeOf(await approve(id, 7))).toBe('ads.changed')
  })

  it('on an ad that does not exist is a 404', async () => {
    expect((await approve(999_999)).status).toBe(404)
  })

  it('to reject needs a reason from the list and a note that fits', async () => {
    const id = await submit(seller)
    const reject = (json: object) =>
      moderator.moderation[':id'].reject.$post({ ...param(id), json: json as never })
    expect((await reject({ revision: 1 })).status).toBe(400)
    expect((await reject({ revision: 1, reason: 'because!' })).status).toBe(400)
    expect((await reject({ revision: 1, reason: 'because' })).status).toBe(409)
    expect((await reject({ revision: 1, reason: 'other', note: 'x'.repeat(301) })).status).toBe(400)
    expect((await reject({ revision: 1, reason: 'photos', note: 'Rasm xira' })).status).toBe(200)
    const ad = await (await seller.ads[':id'].$get(param(id))).json()
    expect(ad.rejection).toMatchObject({ reason: 'photos', note: 'Rasm xira', marks: [], final: false })
  })
})
