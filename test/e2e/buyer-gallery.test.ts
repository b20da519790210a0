import { expect, it } from 'vitest'
import { eventually, plough, publish } from '../ads.ts'
import { people } from '../people.ts'
import { uploadPhoto } from '../photos/upload.ts'
import { useForm } from './form.ts'

const form = useForm()

/** A live ad with one photo. */
async function withPhoto() {
  const seller = form.world.as(people.karimjon)
  const photoIds = [await uploadPhoto(seller, 1600, 1200)]
  await eventually(async () => {
    const { items } = await (await seller.photos.$get({ query: { ids: photoIds[0] ?? '' } })).json()
    return items[0]?.state === 'ready'
  })
  return (await publish(seller, form.world.as(people.muhabbat), { ...plough, photoIds })).id
}

it('a photo fills the screen and is pinched larger; back leads to the ad', async () => {
  const phone = await form.phone(people.dilnoza)
  const { app, page, context } = phone
  await phone.be(people.dilnoza, people.dilnoza, { startapp: `ad_${await withPhoto()}` })
  await app.locator('.gallery button').first().click()
  const photo = app.locator('.pswp__item[aria-hidden="false"] .pswp__img:not(.pswp__img--placeholder)')
  await photo.waitFor()
  const width = async () => (await photo.boundingBox())?.width ?? 0
  // Grown out of the ad's picture, as wide as the screen.
  await expect.poll(width).toBeGreaterThan(380)
  const before = await width()

  const touch = await context.newCDPSession(page)
  const fingers = (apart: number) => [
    { x: 195 - apart, y: 440, id: 0 },
    { x: 195 + apart, y: 440, id: 1 },
  ]
  await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) })
  for (let apart = 50; apart <= 140; apart += 10)
    await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) })
  await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await expect.poll(width).toBeGreaterThan(before * 1.3)

  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await photo.waitFor({ state: 'detached' })
  await app.getByRole('heading', { level: 1, name: plough.title ?? '', exact: true }).waitFor()
})

it('the number is revealed by a tap and copied by another', async () => {
  const phone = await form.phone(people.dilnoza)
  const { app, page, context, t } = phone
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await phone.be(people.dilnoza, people.dilnoza, { startapp: `ad_${await withPhoto()}` })
  await app.getByRole('button', { name: t('ads.call') }).click()
  await app
    .getByRole('dialog')
    .getByRole('button', { name: t('app.copy') })
    .click()
  await app.getByText(t('app.copied')).waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('+998901234567')
})
