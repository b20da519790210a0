import { expect, it } from 'vitest'
import { cobalt, eventually } from '../ads.ts'
import { people } from '../people.ts'
import { phoneJpeg } from '../photos/files.ts'
import { useForm } from './form.ts'
import { recordLongTasks } from './long-tasks.ts'
import { slowDown } from './thumb.ts'

const form = useForm()
const viewport = { width: 360, height: 640 }
const seller = people.karimjon

it('the network is cut during an upload and the page reloaded in the middle: the ad has all its photos', async () => {
  await form.begin(seller, cobalt)
  const phone = await form.phone(seller, { viewport })
  const { app, context, t, mainButton, screen, tile } = phone
  await slowDown(phone.page, { network: true, cpu: 6 })
  await phone.openForm()
  await screen(t('draft.step_photos'))
  const large = await phoneJpeg(4000, 3000)
  await phone.pick(await form.files({ '1.jpg': large, '2.jpg': large, '3.jpg': large }))
  await app.locator('[data-state=uploading]').first().waitFor()
  await context.setOffline(true)
  await mainButton().click()
  await screen(t('draft.step_category'))
  await mainButton().click()
  await screen(t('draft.step_text'))
  await context.setOffline(false)

  await phone.reload()
  await screen(t('draft.step_text'))
  expect(await app.getByLabel(t('draft.title'), { exact: true }).inputValue()).toBe(cobalt.title)
  for (const step of ['price', 'place', 'contact', 'preview'] as const) {
    await mainButton().click()
    await screen(t(`draft.step_${step}`))
  }
  await app.getByText('#cobalt').waitFor()
  await mainButton().click()
  await app.getByText(t('draft.sent_title')).waitFor()
  // Counted are the photos that the server has looked at, which goes on after sending.
  await eventually(async () => (await form.ads(seller))[0]?.photoCount === 3, 60)
  expect(await form.ads(seller)).toMatchObject([{ title: cobalt.title, photoCount: 3 }])
  expect(await tile(4).count()).toBe(0)
}, 240_000)

it('ten photos of 12 megapixels are picked on a slow processor; the page stays alive meanwhile', async () => {
  const person = people.dilnoza
  const phone = await form.phone(person, { viewport })
  const { t, tile } = phone
  await phone.openForm()
  await phone.screen(t('draft.step_photos'))
  const large = await phoneJpeg(4000, 3000)
  const files = await form.files(
    Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.jpg`, large])),
  )
  await slowDown(phone.page, { network: false, cpu: 6 })
  const stop = await recordLongTasks(phone.page)
  await phone.pick(files)
  // The server is asked, not the page: what a test looks for there is work for the same thread.
  const ready = async () => (await form.saved(person)).photos.filter(({ state }) => state === 'ready').length
  await eventually(async () => (await ready()) === 10, 200)
  console.log(`ten photos on a processor 6× slower: ${await stop()}`)
  for (let number = 1; number <= 10; number++) await tile(number, t('photo.ready')).waitFor()
}, 240_000)
