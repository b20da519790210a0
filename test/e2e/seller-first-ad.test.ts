import { expect, it } from 'vitest'
import { attributeOf, categoryById, labelOf, topOfCategory } from '#shared/catalog/index.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { phoneJpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'
import { slowDown, thumbOf } from './thumb.ts'

const form = useForm()
const viewport = { width: 360, height: 640 }
const bicycles = categoryById('transport.bicycles')
const labelled = (key: string, option: number) => {
  const attribute = bicycles && attributeOf(bicycles, key)
  if (attribute?.type !== 'select') throw new Error(`bicycles do not ask for a choice of ${key}`)
  return labelOf(attribute.options[option]?.labels ?? attribute.labels, 'uz')
}
const photos = async () => {
  const small = await phoneJpeg(1600, 1200)
  return form.files({ '1.jpg': small, '2.jpg': small, '3.jpg': small })
}

/** From the first screen to "sent"; `known`: place and contact are as in the last ad. */
async function post(
  { app, page, t, mainButton, screen }: Phone,
  thumb: ReturnType<typeof thumbOf>,
  known = false,
) {
  const button = (name: string) => app.getByRole('button', { name, exact: true })
  const next = () => thumb.tap(mainButton())
  await screen(t('draft.step_photos'))
  thumb.begin()
  await thumb.pick(app.getByLabel(t('photo.add'), { exact: true }), await photos())
  await next()
  await thumb.tap(
    button(labelOf(topOfCategory('transport.bicycles')?.labels ?? { uz: '', ru: '', en: '' }, 'uz')),
  )
  await thumb.tap(button(labelOf(bicycles?.labels ?? { uz: '', ru: '', en: '' }, 'uz')))
  await thumb.tap(app.getByText(labelled('kind', 1), { exact: true }))
  await thumb.tap(app.getByText(labelled('condition', 0), { exact: true }))
  await thumb.type(app.getByLabel(t('draft.title'), { exact: true }), 'Velosiped')
  await next()
  await thumb.type(app.getByLabel(t('draft.price_amount'), { exact: true }), '900000')
  await next()
  if (!known) {
    await thumb.tap(app.getByText(regionById('andijon')?.names.uz ?? '', { exact: true }))
    await thumb.tap(app.getByText(districtById('andijon.asaka')?.names.uz ?? '', { exact: true }))
  }
  await screen(t('draft.step_place'))
  await next()
  await screen(t('draft.step_contact'))
  if (!known) {
    await thumb.tap(app.getByText(t('draft.phone_from_telegram')))
    await thumb.tap(page.getByTestId('popup-button-ok'))
  }
  await app.getByText(t('draft.phone_confirmed')).waitFor()
  await next()
  await app.getByText('#andijon').waitFor()
  await next()
  await app.getByText(t('draft.sent_title')).waitFor()
  return thumb.told()
}

/** Counted are the photos that the server has looked at, which goes on after sending. */
const allPhotos = (person: number) =>
  eventually(async () => (await form.ads(person)).every(({ photoCount }) => photoCount === 3), 60)

it('a newcomer posts a whole ad with three photos, and the next one is shorter', async () => {
  const phone = await form.phone(people.karimjon, { viewport })
  const thumb = thumbOf()
  await phone.openForm()
  console.log(`form, the first ad: ${await post(phone, thumb)}`)
  await phone.openForm()
  console.log(`form, the next ad: ${await post(phone, thumb, true)}`)
  await allPhotos(people.karimjon)
  const [next, first] = await form.ads(people.karimjon)
  for (const ad of [next, first])
    expect(ad).toMatchObject({ title: 'Velosiped', photoCount: 3, state: 'pending' })
}, 120_000)

it('on a slow phone and slow 3G too', async () => {
  const phone = await form.phone(people.dilnoza, { viewport })
  await slowDown(phone.page, { network: true, cpu: 6 })
  await phone.openForm()
  console.log(`form, slow 3G and a processor 6× slower: ${await post(phone, thumbOf())}`)
  await allPhotos(people.dilnoza)
  expect(await form.ads(people.dilnoza)).toMatchObject([{ title: 'Velosiped', photoCount: 3 }])
}, 240_000)
