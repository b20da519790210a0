import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { cobalt, eventually } from '../ads.ts'
import { people } from '../people.ts'
import { animatedGif, animatedWebp, grayPng, jpeg, phoneJpeg } from '../photos/files.ts'
import { useForm } from './form.ts'
import { slowDown } from './thumb.ts'

const form = useForm()
const seller = people.karimjon

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="9" height="9"/></svg>'

describe('files that are no photos for an ad', () => {
  it('each is refused by itself, with the reason in the person’s language; the rest of the form stays', async () => {
    const reader = people.ivan
    await form.begin(reader, cobalt)
    const phone = await form.phone(reader, { locale: 'ru' })
    const { t, app } = phone
    const good = await jpeg(1200, 900)
    const bad = {
      'page.jpg': { content: '<!doctype html><img src="photo.jpg">', says: t('photo.not_image') },
      'drawing.jpg': { content: svg, says: t('photo.not_image') },
      'text.jpg': { content: 'Cobalt sotiladi. '.repeat(500), says: t('photo.not_image') },
      'cut.jpg': { content: good.subarray(0, good.length / 2), says: t('photo.broken') },
      'empty.jpg': { content: '', says: t('photo.empty') },
      'huge.png': { content: grayPng(10_000, 10_000), says: t('photo.too_many_pixels') },
      'moving.gif': { content: await animatedGif(), says: t('photo.animated') },
      'moving.webp': { content: await animatedWebp(), says: t('photo.animated') },
      'heavy.jpg': { content: Buffer.concat([good, Buffer.alloc(60_000_000)]), says: t('photo.too_large') },
    }
    const contents = Object.entries(bad).map(([name, { content }]) => [name, content] as const)
    await phone.openForm()
    await phone.screen(t('draft.step_photos'))
    await phone.pick(await form.files({ 'good.jpg': good, ...Object.fromEntries(contents) }))

    await phone.tile(1, t('photo.ready')).waitFor()
    for (const [index, { says }] of Object.values(bad).entries()) {
      await phone.tile(index + 2, says).waitFor()
      await phone
        .tile(index + 2)
        .getByText(says)
        .waitFor()
    }
    await phone.mainButton().click()
    await app.getByRole('alert').getByText(t('problem.photos_refused')).waitFor()

    for (const _ of Object.keys(bad))
      await app
        .getByRole('button', { name: `${t('photo.remove')}: ${t('photo.nth', { number: 2 })}` })
        .click()
    await phone.tile(1, t('photo.ready')).waitFor()
    expect(await phone.tile(2).count()).toBe(0)
    await phone.mainButton().click()
    await phone.screen(t('draft.step_category'))
    const { draft, photos } = await eventually(async () => {
      const saved = await form.saved(reader)
      return saved.draft?.photoIds.length === 1 && saved
    })
    expect(draft).toEqual({ ...cobalt, photoIds: draft?.photoIds })
    expect(photos).toMatchObject([{ state: 'ready' }])
  })

  it('what only the server sees is told by that photo too', async () => {
    await form.begin(seller)
    const phone = await form.phone(seller)
    const { t } = phone
    await phone.openForm()
    await phone.pick(await form.files({ 'icon.jpg': await jpeg(40, 40), 'good.jpg': await jpeg() }))
    await phone.tile(1, t('photo.too_small')).waitFor()
    await phone.tile(2, t('photo.ready')).waitFor()
  })
})

describe('a phone whose picker or picture viewer is odd', () => {
  it('gives one photo at a time, or none: each comes to those before, and nothing is said of nothing', async () => {
    await form.begin(seller)
    const phone = await form.phone(seller, { viewport: { width: 360, height: 640 } })
    const { app, t } = phone
    await phone.openForm()
    await phone.pick([])
    expect(await phone.tile(1).count()).toBe(0)
    expect(await app.getByRole('alert').count()).toBe(0)
    const files = await form.files({ '1.jpg': await jpeg(640, 480), '2.jpg': await jpeg(480, 640) })
    for (const [index, file] of files.entries()) {
      await phone.pick(file)
      await phone.tile(index + 1).waitFor()
      await phone.pick([])
    }
    for (const number of [1, 2]) await phone.tile(number, t('photo.ready')).waitFor()
    const { photos } = await form.saved(seller)
    expect(photos.map(({ width, height }) => (width ?? 0) > (height ?? 0))).toEqual([true, false])
  })

  it('cannot show a photo: it is sent all the same, and can be taken out', async () => {
    await form.begin(seller)
    const phone = await form.phone(seller)
    const { app, t } = phone
    await phone.context.addInitScript(() => {
      URL.createObjectURL = () => 'data:image/jpeg;base64,AAAA'
    })
    await phone.openForm()
    await phone.pick(await form.files({ '1.jpg': await jpeg(), '2.jpg': await jpeg() }))
    for (const number of [1, 2]) await phone.tile(number, t('photo.ready')).waitFor()
    await eventually(async () => (await form.saved(seller)).draft?.photoIds.length === 2)
    await app.getByRole('button', { name: `${t('photo.remove')}: ${t('photo.nth', { number: 2 })}` }).click()
    await eventually(async () => (await form.saved(seller)).draft?.photoIds.length === 1)
  })

  it('takes 50 megapixels on a slow processor: the next question can be answered meanwhile', async () => {
    await form.begin(seller)
    const phone = await form.phone(seller, { viewport: { width: 360, height: 640 } })
    const { page, t, mainButton, screen } = phone
    await phone.openForm()
    await screen(t('draft.step_photos'))
    const files = await form.files({ 'huge.jpg': await jpeg(8160, 6120) })
    await slowDown(page, { network: false, cpu: 6 })
    await phone.pick(files)
    await mainButton().click()
    await screen(t('draft.step_category'))
    const [photo] = await eventually(async () => {
      const { photos } = await form.saved(seller)
      return photos[0]?.state === 'ready' && photos
    }, 100)
    expect(photo).toMatchObject({ width: 1600, height: 1200 })
  })
})

describe('a photo as a phone takes it, lying on its side, with the place in it', () => {
  beforeEach(() => form.begin(seller))

  it.each([
    ['that shrinks it', false],
    ['that cannot shrink it and sends it as it is', true],
  ])(
    'from a phone %s: nothing public tells the place, the picture is upright, the original is gone',
    async (_, weak) => {
      const phone = await form.phone(seller)
      if (weak)
        await phone.context.addInitScript(() => {
          Reflect.deleteProperty(window, 'OffscreenCanvas')
          HTMLCanvasElement.prototype.toBlob = (give) => give(null)
        })
      const { storage } = form.world.deps
      const original = await phoneJpeg(1200, 900)
      await phone.openForm()
      await phone.pick(await form.files({ 'photo.jpg': original }))
      await phone.tile(1, phone.t('photo.ready')).waitFor()

      const { draft } = await eventually(async () => {
        const saved = await form.saved(seller)
        return saved.draft?.photoIds.length === 1 && saved
      })
      const keys = await Array.fromAsync(
        storage.list(`public/photos/${draft?.photoIds[0]}/`),
        ({ key }) => key,
      )
      expect(keys).toHaveLength(3)
      for (const key of keys) {
        const bytes = Buffer.from(await (await fetch(storage.publicUrl(key))).arrayBuffer())
        for (const trace of ['Exif', 'EXIF', 'GPS', 'TestPhone', 'http://ns.adobe.com/xap'])
          expect(bytes.includes(trace), `${trace} in ${key}`).toBe(false)
        const { width, height, exif, orientation } = await sharp(bytes).metadata()
        expect({ upright: height > width, exif, orientation }).toEqual({ upright: true })
        expect(await light(bytes, 'top')).toBeGreaterThan((await light(bytes, 'bottom')) + 50)
      }
      expect(original.includes('Exif')).toBe(true)
      await eventually(async () => (await Array.fromAsync(storage.list('uploads/'))).length === 0)
    },
  )
})

/** How bright a half of the picture is, 0 to 255: the left half of the phone's picture is bright before it is turned. */
async function light(bytes: Buffer, half: 'top' | 'bottom') {
  const { width, height } = await sharp(bytes).metadata()
  const part = { left: 0, width, top: half === 'top' ? 0 : height >> 1, height: height >> 1 }
  const cut = await sharp(bytes).extract(part).png().toBuffer()
  return (await sharp(cut).stats()).channels[0]?.mean ?? 0
}
