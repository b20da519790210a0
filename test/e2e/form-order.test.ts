import sharp from 'sharp'
import { beforeEach, describe, expect, it } from 'vitest'
import { photoPath } from '#shared/photos/files.ts'
import { eventually, plough } from '../ads.ts'
import { people } from '../people.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

/** Colours that are told apart after any compression. */
const colours = { red: '#e02020', green: '#20c020', blue: '#2020e0' } as const
type Colour = keyof typeof colours

const plain = (background: string) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .jpeg()
    .toBuffer()

/** Of which of the three colours a picture is. */
async function colourOf(bytes: Uint8Array): Promise<Colour> {
  const means = (await sharp(bytes).stats()).channels.slice(0, 3).map(({ mean }) => mean)
  return (['red', 'green', 'blue'] as const)[means.indexOf(Math.max(...means))] as Colour
}
const publicColour = async (photoId: string) => {
  const response = await fetch(form.world.deps.storage.publicUrl(photoPath(photoId, 320)))
  return response.ok ? colourOf(new Uint8Array(await response.arrayBuffer())) : 'gone'
}

/** The order on the server's side, once it is this one. */
const draftIs = (...order: Colour[]) =>
  eventually(async () => {
    const { draft } = await form.saved(seller)
    const colours = await Promise.all((draft?.photoIds ?? []).map(publicColour))
    return colours.join() === order.join()
  })

let phone: Phone
beforeEach(() => form.begin(seller, plough))

/** Three photos: red is the cover, then green, then blue. */
async function withPhotos(look: Parameters<typeof form.phone>[1] = {}) {
  phone = await form.phone(seller, look)
  const { app, t } = phone
  await phone.openForm()
  await app.getByRole('button', { name: t('draft.step_photos') }).click()
  await phone.screen(t('draft.step_photos'))
  const contents = await Promise.all(
    Object.entries(colours).map(async ([name, hex]) => [`${name}.jpg`, await plain(hex)] as const),
  )
  await phone.pick(await form.files(Object.fromEntries(contents)))
  for (const number of [1, 2, 3]) await phone.tile(number, t('photo.ready')).waitFor()
  await draftIs('red', 'green', 'blue')
}

/** Sends the ad and answers the colour of its cover and of all its photos. */
async function send() {
  const { app, t, mainButton } = phone
  await mainButton().click()
  await phone.screen(t('draft.step_preview'))
  await mainButton().getByText(t('draft.send')).click()
  await app.getByText(t('draft.sent_title')).waitFor()
  const [card] = await form.ads(seller)
  const ad = await (await form.world.as(seller).ads[':id'].$get({ param: { id: String(card?.id) } })).json()
  expect(card?.cover?.id).toBe(ad.photos[0]?.id)
  return Promise.all(ad.photos.map(({ id }) => publicColour(id)))
}

describe('the order of the photos is that of the sent ad', () => {
  it('by keyboard alone: make a cover, move, remove', async () => {
    await withPhotos()
    const { app, page, t } = phone
    const act = async (tile: number, deed: string) => {
      await phone.tile(tile).press('Enter')
      await app.getByRole('dialog').getByRole('button', { name: deed }).press('Enter')
    }
    const put = () => page.keyboard.press('Escape')
    await act(3, t('photo.make_cover'))
    await put()
    await draftIs('blue', 'red', 'green')
    await act(1, t('photo.move_right'))
    await put()
    await draftIs('red', 'blue', 'green')
    await act(3, t('photo.move_left'))
    await put()
    await draftIs('red', 'green', 'blue')
    await app
      .getByRole('button', { name: `${t('photo.remove')}: ${t('photo.nth', { number: 1 })}` })
      .press('Enter')
    await draftIs('green', 'blue')
    expect(await send()).toEqual(['green', 'blue'])
  })

  it('by dragging with a mouse', async () => {
    await withPhotos({ viewport: { width: 1280, height: 900 } })
    const { mouse } = phone.page
    const [from, to] = [await centre(3), await centre(1)]
    await mouse.move(from.x, from.y)
    await mouse.down()
    await mouse.move(to.x, to.y, { steps: 8 })
    await mouse.up()
    await draftIs('blue', 'red', 'green')
    expect(await phone.app.getByRole('dialog').count()).toBe(0)
    expect(await send()).toEqual(['blue', 'red', 'green'])
  })

  it('by a long press of the finger; a short touch opens the photo instead', async () => {
    await withPhotos()
    const touch = await phone.context.newCDPSession(phone.page)
    const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points })
    const [from, to] = [await centre(1), await centre(2)]
    await finger('touchStart', [from])
    await phone.app.locator('.vb-tile--dragged').waitFor()
    await finger('touchMove', [{ x: (from.x + to.x) / 2, y: to.y }])
    await finger('touchMove', [to])
    await finger('touchEnd', [])
    await draftIs('green', 'red', 'blue')
    expect(await phone.app.getByRole('dialog').count()).toBe(0)
    await phone.tile(1).tap()
    await phone.app
      .getByRole('dialog')
      .getByRole('button', { name: phone.t('photo.remove') })
      .tap()
    await draftIs('red', 'blue')
    expect(await send()).toEqual(['red', 'blue'])
  })
})

async function centre(tile: number) {
  const box = await phone.tile(tile).boundingBox()
  if (!box) throw new Error(`photo ${tile} is not shown`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
