import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { photos } from '#server/db/schema.ts'
import { eventually, plough } from '../ads.ts'
import { people } from '../people.ts'
import { jpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

let phone: Phone
let before: number
beforeEach(async () => {
  await form.begin(seller)
  before = await countPhotos()
  phone = await form.phone(seller)
  await phone.openForm()
  await phone.screen(phone.t('draft.step_photos'))
})

const pick = async () => phone.pick(await form.files({ 'photo.jpg': await jpeg(1200, 900) }))
const ready = () => phone.tile(1, phone.t('photo.ready')).waitFor()
const countPhotos = () => form.world.deps.db.$count(photos, eq(photos.ownerId, seller))
const refusal = (status: number, code: string) => ({
  status,
  contentType: 'application/xml',
  headers: { 'access-control-allow-origin': '*' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code></Error>`,
})

/** The photo is on the server once, and the draft has it. */
async function arrivedOnce() {
  await eventually(async () => {
    const { draft, photos: views } = await form.saved(seller)
    return draft?.photoIds.length === 1 && views[0]?.state === 'ready'
  })
  expect(await countPhotos()).toBe(before + 1)
}

describe('a photo on its way over a bad connection', () => {
  it('is sent again when the connection breaks and when storage is not itself', async () => {
    const ways = ['break', 'unavailable']
    await phone.onUpload(async (route, nth) => {
      const way = ways[nth - 1]
      if (way === 'break') return route.abort('connectionreset')
      return way ? route.fulfill(refusal(503, 'SlowDown')) : route.continue()
    })
    await pick()
    await ready()
    await arrivedOnce()
  })

  it('is completed although the connection breaks before or after the server heard of it', async () => {
    let asked = 0
    await phone.context.route('**/api/photos/*/complete', async (route) => {
      asked++
      if (asked === 1) return route.abort('connectionreset')
      if (asked === 2) await route.fetch()
      return asked === 2 ? route.abort('connectionreset') : route.continue()
    })
    await pick()
    await ready()
    expect(asked).toBe(3)
    await arrivedOnce()
  })

  it('gets a fresh URL when the one it has is not valid any more', async () => {
    let urls = 0
    await phone.context.route('**/api/photos', (route) => {
      if (route.request().method() === 'POST') urls++
      return route.continue()
    })
    await phone.onUpload((route, nth) =>
      nth === 1 ? route.fulfill(refusal(403, 'AccessDenied')) : route.continue(),
    )
    await pick()
    await ready()
    expect(urls).toBe(2)
    await arrivedOnce()
  })

  it('says that it failed when storage stays away; one tap sends it again', async () => {
    let tries = 0
    let away = true
    await phone.onUpload((route) => {
      tries++
      return away ? route.abort('connectionreset') : route.continue()
    })
    await pick()
    // The phone finds and loses a network again and again, which cuts the waiting between tries short.
    await eventually(async () => {
      if (tries < 6) await phone.app.locator('html').evaluate(() => window.dispatchEvent(new Event('online')))
      return tries === 6
    })
    await phone.tile(1, phone.t('photo.network')).waitFor()
    away = false
    await phone.app.getByRole('button', { name: phone.t('photo.retry'), exact: true }).click()
    await ready()
    expect(tries).toBe(7)
    await arrivedOnce()
  })

  it('does not hold up the form; the preview offers to send it again, then the ad', async () => {
    const { app, t, mainButton } = phone
    await form.begin(seller, plough)
    await phone.openForm()
    await app.getByRole('button', { name: t('draft.step_photos') }).click()
    // Refused in a way that waiting does not mend: nothing is tried again by itself.
    await phone.onUpload((route, nth) =>
      nth === 1 ? route.fulfill(refusal(400, 'InvalidRequest')) : route.continue(),
    )
    await pick()
    await phone.tile(1, t('photo.unsent')).waitFor()
    await mainButton().getByText(t('draft.done')).click()
    await phone.screen(t('draft.step_preview'))
    await mainButton().getByText(t('photo.retry')).click()
    await mainButton().getByText(t('draft.send')).waitFor()
    await app
      .getByText(plough.title ?? '')
      .first()
      .waitFor()
    await arrivedOnce()
  })
})
