import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { users } from '#server/db/schema.ts'
import { limits } from '#shared/limits.ts'
import { eventually, newKey } from '../ads.ts'
import { apiOf, initDataOf, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'
import * as files from './files.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

/** Asks for a place for any file, as a client that does not know the rules may do. */
const create = (json: object, headers: Record<string, string> = { 'Idempotency-Key': newKey() }) =>
  fetch(`${world.config.publicUrl}/api/photos`, {
    method: 'POST',
    headers: {
      ...headers,
      Authorization: `tma ${initDataOf(people.karimjon)}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify(json),
  })
const codeOf = async (answer: Response) => [answer.status, (await answer.json()).error.code]

test.each([
  ['HTML', { contentType: 'text/html', contentLength: 10 }, [422, 'photos.type']],
  ['SVG', { contentType: 'image/svg+xml', contentLength: 10 }, [422, 'photos.type']],
  ['an empty file', { contentType: 'image/jpeg', contentLength: 0 }, [422, 'photos.type']],
  ['60 MB', { contentType: 'image/jpeg', contentLength: 60_000_000 }, [422, 'photos.too_large']],
  [
    'a byte too many',
    { contentType: 'image/png', contentLength: limits.photos.bytes + 1 },
    [422, 'photos.too_large'],
  ],
  ['no length', { contentType: 'image/png' }, [400, 'request.invalid']],
  ['another field', { contentType: 'image/png', contentLength: 10, key: '../x' }, [400, 'request.invalid']],
])('%s gets no upload URL', async (_, file, answer) => {
  expect(await codeOf(await create(file))).toEqual(answer)
})

test('without an Idempotency-Key nothing is created', async () => {
  expect(await codeOf(await create({ contentType: 'image/png', contentLength: 10 }, {}))).toEqual([
    400,
    'request.invalid',
  ])
})

test('a photo is uploaded straight to storage and becomes ready by itself', async () => {
  const api = world.as(people.karimjon)
  const bytes = await files.phoneJpeg()
  const file = { contentType: 'image/jpeg', contentLength: bytes.length } as const
  const created = await api.photos.$post({ header: { 'idempotency-key': newKey() }, json: file })
  expect(created.status).toBe(201)
  const { id, uploadUrl } = await created.json()
  expect(new URL(uploadUrl).origin).not.toBe(world.config.publicUrl)
  await fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'Content-Type': file.contentType },
    body: bytes as BodyInit,
  })
  await api.photos[':id'].complete.$post({ param: { id } })
  const ready = await eventually(async () => {
    const { items } = await (await api.photos.$get({ query: { ids: id } })).json()
    return items[0]?.state === 'ready' && items[0]
  })
  expect(ready).toMatchObject({ id, width: 480, height: 640, problem: null })

  const stranger = world.as(people.ivan)
  expect((await (await stranger.photos.$get({ query: { ids: id } })).json()).items).toEqual([])
  expect((await stranger.photos[':id'].$delete({ param: { id } })).status).toBe(404)
  expect((await stranger.photos[':id'].complete.$post({ param: { id } })).status).toBe(404)
  expect((await api.photos[':id'].$delete({ param: { id } })).status).toBe(200)
  expect((await api.photos[':id'].$delete({ param: { id } })).status).toBe(404)
})

test('an id that is none is refused before the database is asked', async () => {
  const api = world.as(people.karimjon)
  expect((await api.photos.$get({ query: { ids: 'x,y' } })).status).toBe(400)
  expect((await api.photos[':id'].$delete({ param: { id: 'not-an-id' } })).status).toBe(400)
})

test('a banned person uploads nothing', async () => {
  const api = apiOf(world.config.publicUrl, initDataOf(people.dilnoza))
  await api.me.$get()
  await world.deps.db.update(users).set({ bannedAt: new Date() }).where(eq(users.id, people.dilnoza))
  const file = { contentType: 'image/png', contentLength: 10 } as const
  const answer = await api.photos.$post({ header: { 'idempotency-key': newKey() }, json: file })
  expect(answer.status).toBe(403)
})
