import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drafts, photos } from '#server/db/schema.ts'
import { processPhoto } from '#server/photos/process.ts'
import { findPhoto, photosOf, uploadKey } from '#server/photos/queries.ts'
import { sweepPhotos } from '#server/photos/sweep.ts'
import { completePhoto, createPhoto, removePhoto, toPhotoView } from '#server/photos/verbs.ts'
import { limits } from '#shared/limits.ts'
import { photoPath, photoWidths } from '#shared/photos/files.ts'
import * as files from './files.ts'
import { startWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const day = 24 * 60 * 60 * 1000
const ago = (ms: number) => new Date(Date.now() - ms)
const jpegOf = (bytes: Uint8Array) => ({ contentType: 'image/jpeg', contentLength: bytes.length }) as const
const put = (url: string, bytes: Uint8Array, contentType = 'image/jpeg') =>
  fetch(url, { method: 'PUT', headers: { 'Content-Type': contentType }, body: bytes as BodyInit })
const key = () => crypto.randomUUID()
const variantsOf = (id: string) => photoWidths.map((width) => photoPath(id, width)).sort()
const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code,
  )

async function uploaded(ownerId: number, bytes: Uint8Array) {
  const { id, uploadUrl } = await createPhoto(world.deps, ownerId, key(), jpegOf(bytes))
  expect((await put(uploadUrl, bytes)).status).toBe(200)
  await completePhoto(world.deps, ownerId, id)
  return id
}

test('a photo goes from the phone to storage and becomes pictures without place or camera', async () => {
  const owner = await world.person()
  const bytes = await files.phoneJpeg()
  const { id, uploadUrl, expiresAt } = await createPhoto(world.deps, owner, key(), jpegOf(bytes))
  expect(Date.parse(expiresAt)).toBeGreaterThan(Date.now())
  expect(await code(completePhoto(world.deps, owner, id))).toBe('photos.not_uploaded')
  await put(uploadUrl, bytes)
  expect(toPhotoView(await completePhoto(world.deps, owner, id))).toMatchObject({ id, state: 'uploaded' })
  expect(world.jobs).toContainEqual({ name: 'photos.process', data: { photoId: id } })

  await processPhoto(world.deps, { photoId: id })
  expect(await findPhoto(world.db, id)).toMatchObject({
    state: 'ready',
    problem: null,
    width: 480,
    height: 640,
  })
  expect(await world.keys(uploadKey(id))).toEqual([])
  for (const path of variantsOf(id)) {
    const answer = await fetch(world.publicUrl(path))
    expect(answer.headers.get('content-type')).toBe('image/webp')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const body = Buffer.from(await answer.arrayBuffer())
    expect(body.includes('EXIF') || body.includes('TestPhone')).toBe(false)
  }
})

test('the same key again is the same photo with a fresh URL, another file under it is refused', async () => {
  const owner = await world.person()
  const same = key()
  const file = { contentType: 'image/png', contentLength: 1000 } as const
  const [one, two] = await Promise.all([
    createPhoto(world.deps, owner, same, file),
    createPhoto(world.deps, owner, same, file),
  ])
  expect(two.id).toBe(one.id)
  expect(await code(createPhoto(world.deps, owner, same, { ...file, contentLength: 1001 }))).toBe(
    'request.invalid',
  )
  const stranger = await createPhoto(world.deps, await world.person(), same, file)
  expect(stranger.id).not.toBe(one.id)
})

test('storage takes neither another type nor another length than was announced', async () => {
  const owner = await world.person()
  const bytes = await files.jpeg(64, 64)
  const { id, uploadUrl } = await createPhoto(world.deps, owner, key(), jpegOf(bytes))
  expect((await put(uploadUrl, bytes, 'text/html')).status).toBe(403)
  expect((await put(uploadUrl, bytes.subarray(1))).status).toBe(403)
  expect(await code(completePhoto(world.deps, owner, id))).toBe('photos.not_uploaded')
})

test('nobody uploads more than the limit of unattached photos, also not all at once', async () => {
  const owner = await world.person()
  const file = { contentType: 'image/png', contentLength: 1000 } as const
  for (let n = 1; n < limits.photos.unattached; n++) await world.photo(owner)
  await world.photo(owner, { adId: await world.ad(owner, 'active') })
  const results = await Promise.all([1, 2, 3].map(() => code(createPhoto(world.deps, owner, key(), file))))
  expect(results.toSorted((a, b) => a.localeCompare(b))).toEqual([
    'done',
    'photos.too_many',
    'photos.too_many',
  ])
})

test('completing twice at once looks at the photo once', async () => {
  const owner = await world.person()
  const bytes = await files.jpeg(64, 64)
  const { id, uploadUrl } = await createPhoto(world.deps, owner, key(), jpegOf(bytes))
  await put(uploadUrl, bytes)
  const answers = await Promise.all([
    completePhoto(world.deps, owner, id),
    completePhoto(world.deps, owner, id),
  ])
  expect(answers.map(({ state }) => state)).toEqual(['uploaded', 'uploaded'])
  const told = world.jobs.filter(
    ({ name, data }) => name === 'photos.process' && (data as { photoId: string }).photoId === id,
  )
  expect(told).toHaveLength(1)
})

test('a file that is no photo is refused with the reason and leaves nothing in storage', async () => {
  const owner = await world.person()
  const id = await uploaded(owner, Buffer.from('<html>not a photo</html>'))
  await processPhoto(world.deps, { photoId: id })
  expect(await findPhoto(world.db, id)).toMatchObject({ state: 'refused', problem: 'not_image', width: null })
  expect(await world.keys(uploadKey(id))).toEqual([])
  expect(await world.keys(`public/photos/${id}`)).toEqual([])
})

test('looking twice at a photo, also at once, ends as looking once', async () => {
  const owner = await world.person()
  const id = await uploaded(owner, await files.jpeg())
  await Promise.all([processPhoto(world.deps, { photoId: id }), processPhoto(world.deps, { photoId: id })])
  await processPhoto(world.deps, { photoId: id })
  expect(await findPhoto(world.db, id)).toMatchObject({ state: 'ready' })
  expect(await world.keys(`public/photos/${id}`)).toEqual(variantsOf(id))
})

test('the moderators hear of an ad once its last photo is settled, its seller of a refused one', async () => {
  const owner = await world.person()
  const adId = await world.ad(owner, 'pending')
  const good = await uploaded(owner, await files.jpeg())
  const bad = await uploaded(owner, Buffer.from('text'))
  await world.db.update(photos).set({ adId }).where(eq(photos.ownerId, owner))
  const told = (name: string) =>
    world.jobs.filter((job) => job.name === name && (job.data as { adId: number }).adId === adId)

  await processPhoto(world.deps, { photoId: good })
  expect(told('moderation.prepare')).toHaveLength(0)
  await processPhoto(world.deps, { photoId: bad })
  expect(told('moderation.prepare')).toHaveLength(1)
  expect(told('ads.tell_seller')).toEqual([
    { name: 'ads.tell_seller', data: { adId, outcome: 'photo_refused' } },
  ])
})

test('a person removes an own photo that nobody sees, and everything stored of it goes', async () => {
  const owner = await world.person()
  const id = await uploaded(owner, await files.jpeg())
  await processPhoto(world.deps, { photoId: id })
  expect(await code(removePhoto(world.deps, await world.person(), id))).toBe('photos.not_found')
  await removePhoto(world.deps, owner, id)
  expect(await findPhoto(world.db, id)).toBeUndefined()
  expect(await world.keys(`public/photos/${id}`)).toEqual([])
})

test.each(['pending', 'active', 'sold', 'expired'] as const)('a photo of a %s ad stays', async (state) => {
  const owner = await world.person()
  const id = await world.photo(owner, { adId: await world.ad(owner, state) })
  expect(await code(removePhoto(world.deps, owner, id))).toBe('photos.not_found')
  expect(await findPhoto(world.db, id)).toBeDefined()
})

test('a photo removed while it is looked at leaves nothing behind', async () => {
  const owner = await world.person()
  const id = await uploaded(owner, await files.jpeg())
  const slow = {
    ...world.storage,
    put: async (...args: Parameters<typeof world.storage.put>) => {
      await world.storage.put(...args)
      await world.db.delete(photos).where(eq(photos.id, id))
    },
  }
  await processPhoto({ ...world.deps, storage: slow }, { photoId: id })
  expect(await world.keys(`public/photos/${id}`)).toEqual([])
  expect(await world.keys(uploadKey(id))).toEqual([])
})

test('photos are told only to their owner, in the order asked for', async () => {
  const [owner, stranger] = [await world.person(), await world.person()]
  const [a, b, other] = [await world.photo(owner), await world.photo(owner), await world.photo(stranger)]
  expect((await photosOf(world.db, [b, other, a], owner)).map(({ id }) => id)).toEqual([b, a])
  expect(await photosOf(world.db, [], owner)).toEqual([])
})

test('the sweep erases what nobody will see again and keeps the rest', async () => {
  const owner = await world.person()
  const old = { createdAt: ago(2 * day) }
  const kept = {
    fresh: await world.photo(owner),
    inDraft: await world.photo(owner, old),
    live: await world.photo(owner, { ...old, adId: await world.ad(owner, 'active', ago(40 * day)) }),
    removedLately: await world.photo(owner, {
      ...old,
      adId: await world.ad(owner, 'removed', ago(20 * day)),
    }),
  }
  await world.db.insert(drafts).values({ userId: owner, data: { attributes: {}, photoIds: [kept.inDraft] } })
  const swept = {
    forgotten: await world.photo(owner, { ...old, state: 'ready' }),
    removedLongAgo: await world.photo(owner, { adId: await world.ad(owner, 'removed', ago(31 * day)) }),
  }
  for (const id of [...Object.values(kept), ...Object.values(swept)])
    await world.storage.put(photoPath(id, 320), Buffer.from('picture'), { contentType: 'image/webp' })

  await sweepPhotos(world.deps)
  const rows = await world.db
    .select({ id: photos.id })
    .from(photos)
    .where(and(eq(photos.ownerId, owner)))
  expect(rows.map(({ id }) => id).sort()).toEqual(Object.values(kept).sort())
  for (const id of Object.values(kept)) expect(await world.keys(`public/photos/${id}`)).toHaveLength(1)
  for (const id of Object.values(swept)) expect(await world.keys(`public/photos/${id}`)).toEqual([])
})

test('the sweep erases originals that outlived their use, not those still to be looked at', async () => {
  const owner = await world.person()
  const adId = await world.ad(owner, 'active')
  const waiting = await world.photo(owner, { state: 'uploaded', adId })
  const done = await world.photo(owner, { state: 'ready', adId })
  const stray = ['uploads/not-a-photo', uploadKey(crypto.randomUUID()), uploadKey(done)]
  for (const each of [...stray, uploadKey(waiting)])
    await world.storage.put(each, Buffer.from('bytes'), { contentType: 'image/jpeg' })

  await sweepPhotos(world.deps)
  expect(await world.keys('uploads/')).toEqual(expect.arrayContaining(stray))
  await sweepPhotos(world.deps, new Date(Date.now() + 2 * day))
  const left = await world.keys('uploads/')
  expect(left).toContain(uploadKey(waiting))
  for (const each of stray) expect(left).not.toContain(each)
})
