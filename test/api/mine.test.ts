import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ads, photos } from '#server/db/schema.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { photoPath, photoWidths } from '#shared/photos/files.ts'
import { eventually, newKey, param, plough, publish, submit } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let moderator: ApiClient
let nextSeller = 5000
beforeAll(async () => {
  world = await startWorld()
  moderator = world.as(people.muhabbat)
})
afterAll(() => world?.stop())

/** Somebody with nothing yet. */
function newSeller() {
  const id = nextSeller++
  return { id, api: world.as(id) }
}

/** A ready photo whose three pictures are the given text, for telling copies from originals. */
async function readyPhoto(ownerId: number, adId: number, position: number, text: string) {
  const [row] = await world.deps.db
    .insert(photos)
    .values({
      ownerId,
      adId,
      position,
      state: 'ready',
      width: 400,
      height: 300,
      thumbhash: 'AAAA',
      contentType: 'image/jpeg',
      contentLength: 1,
      createKey: newKey(),
    })
    .returning({ id: photos.id })
  const { id } = row as { id: string }
  for (const width of photoWidths)
    await world.deps.storage.put(photoPath(id, width), Buffer.from(`${text} ${width}`), {
      contentType: 'image/webp',
    })
  return id
}

const picture = async (id: string, width: (typeof photoWidths)[number]) =>
  Buffer.from(await world.deps.storage.get(photoPath(id, width))).toString()

describe('a copy', () => {
  it('is a draft of its own, with photos of its own that outlive the original', async () => {
    const { id: sellerId, api } = newSeller()
    const { id } = await publish(api, moderator)
    const originals = [await readyPhoto(sellerId, id, 0, 'old'), await readyPhoto(sellerId, id, 1, 'new')]
    const copy = await (await api.draft.copy[':id'].$post(param(id))).json()
    expect(copy).toMatchObject({
      adId: null,
      draft: { title: plough.title, price: { amount: 11_500 }, districtId: 'andijon.asaka' },
      photos: [
        { state: 'ready', width: 400 },
        { state: 'ready', thumbhash: 'AAAA' },
      ],
    })
    const ids = copy.draft?.photoIds ?? []
    expect(ids).toHaveLength(2)
    expect(ids.some((photoId) => originals.includes(photoId))).toBe(false)
    expect(await picture(ids[0] as string, 320)).toBe('old 320')
    expect(await picture(ids[1] as string, 1600)).toBe('new 1600')

    const header = { 'idempotency-key': newKey() }
    const sent = await api.draft.submit.$post({ json: { revision: copy.revision }, header })
    const { adId } = await sent.json()
    expect(adId).not.toBe(id)
    const own = async (ad: number) => (await (await api.ads[':id'].$get(param(ad))).json()).photos
    expect((await own(adId)).map((photo) => photo.id)).toEqual(ids)
    expect((await own(id)).map((photo) => photo.id)).toEqual(originals)
  })

  it('takes the place of an unfinished draft', async () => {
    const { api } = newSeller()
    const { id } = await publish(api, moderator)
    await api.draft.$put({ json: { draft: { ...plough, title: 'Boshqa' }, revision: 0 } })
    await api.draft.copy[':id'].$post(param(id))
    expect((await (await api.draft.$get()).json()).draft?.title).toBe(plough.title)
  })

  it('is made of one’s own ads only, and not of a removed one', async () => {
    const { api } = newSeller()
    const { id, revision } = await publish(api, moderator)
    expect((await newSeller().api.draft.copy[':id'].$post(param(id))).status).toBe(404)
    await api.ads[':id'].remove.$post({ ...param(id), json: { revision } })
    expect((await api.draft.copy[':id'].$post(param(id))).status).toBe(404)
  })
})

describe('a live ad', () => {
  const edit = async (api: ApiClient, id: number, change: Partial<Draft>) => {
    const { draft, revision, adId } = await (await api.draft.from[':id'].$post(param(id))).json()
    expect(adId).toBe(id)
    await api.draft.$put({ json: { draft: { ...(draft as Draft), ...change }, revision } })
    const header = { 'idempotency-key': newKey() }
    return api.draft.submit.$post({ json: { revision: revision + 1 }, header })
  }

  it('that is edited leaves the feed, waits for a moderator, and comes back to its place', async () => {
    const { api } = newSeller()
    const { id } = await publish(api, moderator)
    await publish(newSeller().api, moderator)
    const seq = async () =>
      (await world.deps.db.select({ seq: ads.feedSeq }).from(ads).where(eq(ads.id, id)))[0]?.seq
    const before = await seq()
    expect((await edit(api, id, { title: 'Yer haydayman, arzon' })).status).toBe(200)
    const listed = async () => (await (await api.ads.$get({ query: {} })).json()).items.map((ad) => ad.id)
    await eventually(async () => !(await listed()).includes(id), 2)
    const waiting = await (await moderator.moderation.queue.$get({ query: {} })).json()
    const queued = waiting.items.find((ad) => ad.id === id)
    expect(queued?.title).toBe('Yer haydayman, arzon')

    const revision = queued?.revision as number
    await moderator.moderation[':id'].approve.$post({ ...param(id), json: { revision } })
    await eventually(async () => (await listed()).includes(id), 2)
    expect(await seq()).toBe(before)
  })

  it('that was sold while it was edited stays sold', async () => {
    const { api } = newSeller()
    const { id, revision } = await publish(api, moderator)
    await api.draft.from[':id'].$post(param(id))
    await api.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    const { revision: saved } = await (await api.draft.$get()).json()
    const header = { 'idempotency-key': newKey() }
    expect((await api.draft.submit.$post({ json: { revision: saved }, header })).status).toBe(409)
    expect((await (await api.ads[':id'].$get(param(id))).json()).state).toBe('sold')
  })
})

it('my ads are counted by state', async () => {
  const { api } = newSeller()
  await submit(api)
  await submit(api)
  const { id, revision } = await publish(api, moderator)
  await api.ads[':id'].sold.$post({ ...param(id), json: { revision } })
  expect(await (await api.my.counts.$get()).json()).toEqual({ pending: 2, sold: 1 })
})

it('who I am says where my last ad is, and nothing once it is removed', async () => {
  const person = world.as(7_001)
  const place = async () => (await (await person.me.$get()).json()).place
  expect(await place()).toBeNull()
  const id = await submit(person, { ...plough, districtId: 'fargona.quva' })
  expect(await place()).toEqual({ region: 'fargona', district: 'fargona.quva' })
  await person.ads[':id'].remove.$post({ ...param(id), json: { revision: 1 } })
  expect(await place()).toBeNull()
})
