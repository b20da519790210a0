import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ads, channels } from '#server/db/schema.ts'
import type { Draft } from '#shared/ads/schema.ts'
import { cobalt, newKey, param, plough, submit } from '../ads.ts'
import { type ApiClient, initDataOf, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

let next = 5000
/** Somebody new, so that no test sees another's draft. */
const newSeller = () => world.as(next++)
const save = async (api: ApiClient, draft: Draft, revision = 0) =>
  api.draft.$put({ json: { draft, revision } })
const send = (api: ApiClient, revision: number, key = newKey()) =>
  api.draft.submit.$post({ json: { revision }, header: { 'idempotency-key': key } })
const errorOf = async (response: { json(): Promise<unknown> }) =>
  ((await response.json()) as { error: { code: string; fields?: Record<string, string> } }).error

describe('a draft', () => {
  it('is there again on another phone, half filled as it was', async () => {
    const api = newSeller()
    const draft: Draft = { attributes: { year: 'yigirma' }, title: 'Co', photoIds: [] }
    expect((await save(api, draft)).status).toBe(200)
    expect(await (await api.draft.$get()).json()).toMatchObject({ draft, revision: 1, adId: null })
  })

  it('saved by two devices at once is not overwritten blindly', async () => {
    const api = newSeller()
    await save(api, { ...plough, title: 'Birinchi' })
    expect((await save(api, { ...plough, title: 'Ikkinchi' }, 1)).status).toBe(200)
    const late = await save(api, { ...plough, title: 'Uchinchi' }, 1)
    expect(await errorOf(late)).toMatchObject({ code: 'ads.changed' })
    expect((await (await api.draft.$get()).json()).draft?.title).toBe('Ikkinchi')
  })

  it('with answers missing or wrong is not sent; each field is named, nothing is lost', async () => {
    const api = newSeller()
    const draft: Draft = {
      categoryId: 'transport.cars',
      attributes: { make: 'chevrolet', model: 'lada-niva', year: 1800, tail: 'long' },
      title: 'x',
      price: { kind: 'fixed', currency: 'UZS' },
      districtId: 'mars.olympus',
      contact: { name: '', telegram: false },
      photoIds: [],
    }
    await save(api, draft)
    const refused = await send(api, 1)
    expect(refused.status).toBe(422)
    const { code, fields } = await errorOf(refused)
    expect(code).toBe('ads.invalid')
    for (const field of [
      'attributes.model',
      'attributes.year',
      'attributes.tail',
      'title',
      'price',
      'districtId',
      'contact',
    ])
      expect(Object.keys(fields ?? {}), field).toContain(field)
    expect((await (await api.draft.$get()).json()).draft).toEqual(draft)
  })

  it.each<[string, Partial<Draft>, string]>([
    ['an unknown category', { categoryId: 'weapons.rockets' }, 'categoryId'],
    ['a top category', { categoryId: 'transport' }, 'categoryId'],
    ['a car without a photo', cobalt, 'photoIds'],
    ['an over-long title', { title: 'A'.repeat(81) }, 'title'],
    ['a title of blanks and controls', { title: ' \u0000\u202e\n ' }, 'title'],
    ['an over-long description', { description: 'a'.repeat(2001) }, 'description'],
    ['a price of nothing', { price: { kind: 'fixed', amount: 0, currency: 'UZS' } }, 'price.amount'],
    ['a price in words', { price: { kind: 'fixed', amount: 'qimmat', currency: 'UZS' } }, 'price.amount'],
    ['a phone that is none', { contact: { name: 'A', phone: '12', telegram: false } }, 'contact.phone'],
    ['a photo of somebody else', { photoIds: ['3f2b8f0e-6f0c-4f3a-9d0a-00000000000f'] }, 'photoIds'],
  ])('with %s names that field', async (_, change, field) => {
    const api = newSeller()
    await save(api, { ...plough, ...change })
    const refused = await send(api, 1)
    expect(refused.status).toBe(422)
    expect(Object.keys((await errorOf(refused)).fields ?? {})).toContain(field)
  })

  it('is stored and shown as typed, whatever is in it', async () => {
    const api = newSeller()
    const title = '<b>Cobalt</b> & *2021* _oq_ 🚗👨‍👩‍👧'
    const description = 'مرحبا\n<script>alert(1)</script>\n[link](https://evil.uz) #tag @nick /start 👍🏽'
    const id = await submit(api, { ...plough, title, description })
    expect(await (await api.ads[':id'].$get(param(id))).json()).toMatchObject({ title, description })
  })

  it('sent twice with the same key, even at once, is one ad', async () => {
    const api = newSeller()
    await save(api, plough)
    const key = newKey()
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(api, 1, key)))
    const ids = new Set(await Promise.all(answers.map(async (answer) => (await answer.json()).adId)))
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200])
    expect(ids.size).toBe(1)
  })

  it('sent with another key after it was sent says that there is nothing to send', async () => {
    const api = newSeller()
    await save(api, plough)
    await send(api, 1)
    expect(await errorOf(await send(api, 1))).toMatchObject({ code: 'drafts.empty' })
  })

  it('changed on another phone meanwhile is not sent unseen', async () => {
    const api = newSeller()
    await save(api, plough)
    await save(api, { ...plough, title: 'Boshqa sarlavha' }, 1)
    expect(await errorOf(await send(api, 1))).toMatchObject({ code: 'ads.changed' })
  })

  it('of the next ad begins with the last place and contact', async () => {
    const api = newSeller()
    await submit(api)
    const { draft, suggested } = await (await api.draft.$get()).json()
    expect(draft).toBeNull()
    expect(suggested).toMatchObject({
      districtId: plough.districtId,
      contact: { phone: '+998901234567', name: 'Karimjon' },
    })
  })

  it('of a rejected ad is mended and goes back to the moderators as the same ad', async () => {
    const api = newSeller()
    const id = await submit(api)
    const moderator = world.as(people.muhabbat)
    await moderator.moderation[':id'].reject.$post({
      ...param(id),
      json: { revision: 1, reason: 'price', note: 'Arzon' },
    })
    const mended = await (await api.draft.from[':id'].$post(param(id))).json()
    expect(mended).toMatchObject({ adId: id, draft: { title: plough.title, price: { amount: 11_500 } } })
    const draft = { ...(mended.draft as Draft), title: 'Cobalt 2021, narxi toʻgʻri' }
    await save(api, draft, mended.revision)
    const { adId } = await (await send(api, mended.revision + 1)).json()
    expect(adId).toBe(id)
    const ad = await (await api.ads[':id'].$get(param(id))).json()
    expect(ad).toMatchObject({ state: 'pending', title: 'Cobalt 2021, narxi toʻgʻri', rejection: null })
    expect((await world.deps.db.select().from(ads)).filter((row) => row.id === id)).toHaveLength(1)
  })

  it('previews the channel post with its entities and buttons', async () => {
    const api = newSeller()
    await save(api, plough)
    const preview = await (await api.draft.preview.$get()).json()
    expect(preview.text).toContain('Yer haydayman, MTZ-80')
    expect(preview.text).toMatch(/11\s500\s\$/)
    expect(preview.entities.length).toBeGreaterThan(0)
    expect(preview).toMatchObject({ style: 'picture', buttons: ['Koʻrish', 'Yozish'] })
  })

  it('previews an album as one, with the links in the text, where the channel is of that style', async () => {
    const api = newSeller()
    await save(api, plough)
    const own = eq(channels.id, world.config.telegram.channelId)
    await world.deps.db.update(channels).set({ style: 'album' }).where(own)
    const preview = await (await api.draft.preview.$get()).json()
    await world.deps.db.update(channels).set({ style: 'picture' }).where(own)
    expect(preview).toMatchObject({ style: 'album', buttons: [] })
    expect(preview.text).toContain('👉 Koʻrish · 👉 Yozish')
  })

  it.each<[string, string]>([
    ['no JSON', '{'],
    ['an unknown field', JSON.stringify({ draft: { admin: true }, revision: 0 })],
    [
      'more than ten photos',
      JSON.stringify({
        draft: { photoIds: Array(11).fill('3f2b8f0e-6f0c-4f3a-9d0a-00000000000f') },
        revision: 0,
      }),
    ],
    ['a number that is not finite', '{"draft":{"attributes":{"year":1e999}},"revision":0}'],
  ])('that is %s is refused', async (_, body) => {
    const response = await fetch(`${world.config.publicUrl}/api/draft`, {
      method: 'PUT',
      headers: { authorization: `tma ${initDataOf(people.dilnoza)}`, 'content-type': 'application/json' },
      body,
    })
    expect(response.status).toBe(400)
  })
})
