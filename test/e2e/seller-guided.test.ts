import { expect, it } from 'vitest'
import { attributeOf, categoryById, labelOf } from '#shared/catalog/index.ts'
import { cobalt } from '../ads.ts'
import { people } from '../people.ts'
import { jpeg } from '../photos/files.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const viewport = { width: 360, height: 640 }
const seller = people.karimjon
const cars = categoryById('transport.cars')
const label = (key: string) => {
  const attribute = cars && attributeOf(cars, key)
  return attribute ? labelOf(attribute.labels, 'uz') : key
}
const title = (phone: Phone) => phone.app.getByLabel(phone.t('draft.title'), { exact: true })

it('who begins with the text is told beside it what a title must not hold, and offered the category it names', async () => {
  await form.begin(seller)
  const phone = await form.phone(seller, { viewport })
  const { app, page, t, mainButton, screen } = phone
  await phone.openForm()
  await app.getByRole('button', { name: t('draft.begin_with_text') }).click()
  await screen(t('draft.step_text'))
  for (const [typed, problem] of [
    ['COBALT SOTILADI TEZDA', 'shouting'],
    ['Cobalt 90 123-45-67', 'phone_in_title'],
    ['Cobalt t.me/mashina', 'link_in_title'],
  ] as const) {
    await title(phone).fill(typed)
    await mainButton().click()
    await app.getByText(t(`problem.${problem}`)).waitFor()
    expect(await title(phone).inputValue()).toBe(typed)
  }
  await title(phone).fill('Oq Cobalt 2021')
  await mainButton().click()
  await screen(t('draft.step_category'))

  await page.getByTestId('back-button').click()
  await screen(t('draft.step_text'))
  expect(await title(phone).inputValue()).toBe('Oq Cobalt 2021')
  await mainButton().click()
  await app.getByRole('button', { name: 'Cobalt' }).first().click()
  await screen(label('year'))
  await page.getByTestId('back-button').click()
  await screen(label('model'))
  expect(await app.getByRole('radio', { checked: true }).innerText()).toBe('Cobalt')
  await expect.poll(async () => (await form.saved(seller)).draft?.categoryId).toBe('transport.cars')
})

it('the coach leads to what would help most and back, and its score grows; it holds nobody up', async () => {
  const { mileage: _, ...attributes } = cobalt.attributes
  await form.begin(seller, { ...cobalt, attributes, description: 'x'.repeat(200) })
  const phone = await form.phone(seller, { viewport })
  const { app, t, mainButton, screen } = phone
  await phone.openForm()
  await phone.pick(
    await form.files({
      '1.jpg': await jpeg(),
      '2.jpg': await jpeg(),
      '3.jpg': await jpeg(),
      '4.jpg': await jpeg(),
    }),
  )
  await phone.tile(4, t('photo.ready')).waitFor()
  await mainButton().click()
  await mainButton().click()
  await screen(label('mileage'))
  await app.getByLabel(label('mileage'), { exact: true }).fill('87000')
  await mainButton().click()
  await screen(t('draft.step_text'))
  const score = async () => Number(/\d+/.exec(await app.locator('.vb-coach__title').innerText())?.[0])
  const before = await score()
  const fuel = app.locator('.vb-coach').getByRole('button').first()
  const asked = await fuel.innerText()
  await fuel.click()
  await screen(t('draft.step_details'))
  const question = cars?.attributes.find(
    ({ labels }) => asked === t('coach.attribute', { question: labels.uz }),
  )
  if (question?.type !== 'select') throw new Error(`the coach asked for something else: ${asked}`)
  await app.getByText(labelOf(question.options[0]?.labels ?? question.labels, 'uz'), { exact: true }).click()
  await mainButton().click()
  await screen(t('draft.step_text'))
  expect(await score()).toBeGreaterThan(before)
  expect(await app.locator('.vb-coach').getByText(asked).count()).toBe(0)
  await mainButton().click()
  await screen(t('draft.step_price'))
})

it('a phone shared through Telegram is marked as confirmed until another is typed, and moderators see it', async () => {
  await form.begin(seller, {
    ...cobalt,
    categoryId: 'services.machines',
    attributes: { kind: 'plough', pricePer: 'hour' },
  })
  const phone = await form.phone(seller, { viewport })
  const { app, page, t, mainButton, screen } = phone
  await phone.openForm()
  await app.getByRole('button', { name: t('draft.step_contact') }).click()
  await screen(t('draft.step_contact'))
  const field = app.getByLabel(t('draft.phone'), { exact: true })
  await field.fill('91 123 45 67')
  await app.getByText(t('draft.phone_from_telegram')).click()
  await page.getByTestId('popup-button-ok').click()
  await app.getByText(t('draft.phone_confirmed')).waitFor()
  await field.fill('93 765 43 21')
  await app.getByText(t('draft.phone_from_telegram')).waitFor()
  await field.fill('90 123 45 67')
  await app.getByText(t('draft.phone_confirmed')).waitFor()
  await mainButton().click()
  await screen(t('draft.step_preview'))
  await app
    .getByText(cobalt.title ?? '')
    .first()
    .waitFor()
  await mainButton().click()
  await app.getByText(t('draft.sent_title')).waitFor()
  const [ad] = await form.ads(seller)
  await phone.be(people.muhabbat, people.muhabbat, { startapp: `mod_${ad?.id}` })
  await app.getByText(t('draft.phone_confirmed')).waitFor()
})
