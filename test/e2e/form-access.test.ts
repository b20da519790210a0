import { expect, it } from 'vitest'
import { cobalt, param, plough, publish, submit } from '../ads.ts'
import { people } from '../people.ts'
import { jpeg } from '../photos/files.ts'
import { barriers } from './barriers.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const { karimjon: seller, dilnoza: buyer, muhabbat: moderator } = people
/** The smallest phone that counts. */
const small = { viewport: { width: 360, height: 640 } }

/** Every control has a name, a finger's size and readable text; the screen has one heading and fits. */
const isOpen = async (phone: Phone, screen: string) => {
  expect.soft(await barriers(phone.app), screen).toEqual([])
}

it('every screen of the form is open to everybody: fingers, screen readers, small phones', async () => {
  const { make: _, model: __, year: ___, ...answered } = cobalt.attributes
  await form.begin(seller, { ...cobalt, attributes: answered })
  const phone = await form.phone(seller, small)
  const { app, page, t, mainButton } = phone
  await phone.openForm()
  await phone.screen(t('draft.step_photos'))
  await isOpen(phone, 'no photos')
  await phone.pick(await form.files({ 'car.jpg': await jpeg(), 'text.jpg': 'Cobalt' }))
  await phone.tile(1, t('photo.ready')).waitFor()
  await phone.tile(2, t('photo.not_image')).waitFor()
  await mainButton().click()
  await app.getByRole('alert').waitFor()
  await isOpen(phone, 'photos')
  await phone.tile(1).click()
  await isOpen(phone, 'one photo')
  await page.keyboard.press('Escape')
  await app.getByRole('button', { name: `${t('photo.remove')}: ${t('photo.nth', { number: 2 })}` }).click()
  await mainButton().click()

  await phone.screen(t('draft.step_category'))
  await isOpen(phone, 'categories')
  await app.getByRole('button', { name: 'Transport', exact: true }).click()
  await isOpen(phone, 'one category')
  await app.getByRole('button', { pressed: true }).click()

  await app.getByRole('radio', { name: 'Chevrolet' }).waitFor()
  await isOpen(phone, 'a question with a list of answers')
  await app.getByRole('radio', { name: 'Chevrolet' }).click()
  await app.getByRole('radio', { name: 'Cobalt', exact: true }).click()
  await app.getByRole('textbox').waitFor()
  await mainButton().click()
  await app.getByText(t('problem.required')).waitFor()
  await isOpen(phone, 'a question with a missing answer')
  await app.getByRole('textbox').fill('2021')
  await mainButton().click()
  await phone.screen(t('draft.step_text'))
  await isOpen(phone, 'text')
  await app.getByRole('button', { name: t('draft.more_details') }).click()
  await phone.screen(t('draft.step_details'))
  await isOpen(phone, 'further questions')
  await app.getByRole('button', { name: t('draft.more_details') }).click()
  await isOpen(phone, 'more of them')
  await mainButton().click()
  await phone.screen(t('draft.step_text'))

  for (const step of ['price', 'place', 'contact', 'preview'] as const) {
    await mainButton().click()
    await phone.screen(t(`draft.step_${step}`))
    await isOpen(phone, step)
  }
  await mainButton().getByText(t('draft.send')).click()
  await app.getByText(t('draft.sent_title')).waitFor()
  await isOpen(phone, 'sent')
})

it('so is every other screen of the Mini App', async () => {
  const { world } = form
  const [own, judge] = [world.as(seller), world.as(moderator)]
  const live = await publish(own, judge, plough)
  const id = await submit(own, { ...plough, title: 'Bugʻdoy oʻraman' })
  const phone = await form.phone(buyer, small)
  const { app, page, t } = phone
  const show = async (person: number, startapp: string, sign: string) => {
    await phone.be(person, person, { startapp })
    await app.getByText(sign).first().waitFor()
    await isOpen(phone, startapp)
  }
  await show(buyer, 'feed', live.title)
  await app.getByRole('navigation').first().getByRole('link').first().click()
  await page.getByTestId('back-button').waitFor()
  await isOpen(phone, 'a category')
  await show(buyer, `ad_${live.id}`, live.title)
  await app.getByRole('button', { name: t('ads.call') }).click()
  await app.getByText('90 123 45 67').first().waitFor()
  await isOpen(phone, 'a contact')
  await show(seller, 'my', live.title)
  await show(seller, `my_${live.id}`, t('mine.price'))
  await app.getByRole('button', { name: t('mine.price') }).click()
  await app.getByRole('dialog').waitFor()
  await isOpen(phone, 'a new price')
  await show(moderator, `mod_${id}`, 'Bugʻdoy oʻraman')
  await app.getByRole('button', { name: t('moderation.reject'), exact: true }).click()
  await app.getByRole('dialog').waitFor()
  await isOpen(phone, 'a rejection')
  await judge.moderation[':id'].reject.$post({
    ...param(id),
    json: { revision: 1, reason: 'photos', note: 'Rasm qoʻying' },
  })
  await show(seller, `my_${id}`, 'Rasm qoʻying')
  await phone.menu('Settings')
  await phone.screen(t('settings.title'))
  await isOpen(phone, 'settings')
})
