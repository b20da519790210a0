import { beforeEach, expect, it } from 'vitest'
import { announcements } from '#server/db/schema.ts'
import { eventually, newKey } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const admin = people.muhabbat
beforeEach(() => form.world.deps.db.delete(announcements))

/** The admin at the list of announcements. */
async function open() {
  const phone = await form.phone(admin)
  await phone.be(admin, admin, { startapp: 'staff' })
  await phone.app.locator('a[href="/staff/announcements"]').click()
  return phone
}
async function written(uz: string) {
  const json = { texts: { uz }, audience: { who: 'everybody' } }
  const header = { 'idempotency-key': newKey() }
  return (await form.world.as(admin).admin.announcements.$post({ json, header })).json()
}

it('an admin writes an announcement, is told what is missing, and sends it', async () => {
  const phone = await open()
  const { app, t } = phone
  await phone.mainButton().click()
  const words = app.getByLabel(t('announcements.in_uz'), { exact: true }).first()
  await app.getByLabel(t('announcements.in_ru'), { exact: true }).first().fill('Открыто')
  await phone.mainButton().click()
  await app.getByText(t('problem.required')).first().waitFor()
  await words.fill('Yangi boʻlim ochildi')
  await app.getByRole('radio', { name: t('announcements.to_everybody') }).click()
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  await app.getByText(t('announcements.preview')).first().waitFor()
  await expect.poll(() => phone.mainButton().isEnabled()).toBe(true)
  expect(await barriers(app)).toEqual([])
  await phone.mainButton().click()
  await eventually(async () => (await form.world.deps.db.select().from(announcements))[0]?.state === 'done')
  await app.getByText(t('announcements.state_done')).waitFor()
  const [row] = await form.world.deps.db.select().from(announcements)
  expect(row).toMatchObject({ texts: { uz: 'Yangi boʻlim ochildi', ru: 'Открыто' } })
})

it('a draft is corrected, and deleted once that is confirmed; the way back leads out of the list', async () => {
  await written('Adashib yozildi')
  const phone = await open()
  const { app, page, t } = phone
  await app.getByRole('link', { name: /^Adashib yozildi/ }).click()
  await app.getByRole('button', { name: t('announcements.edit') }).click()
  await app.getByLabel(t('announcements.in_uz'), { exact: true }).first().fill('Baribir adashib yozildi')
  await phone.mainButton().click()
  await app.getByText('Baribir adashib yozildi').waitFor()
  expect(await barriers(app)).toEqual([])

  const remove = app.getByRole('button', { name: t('announcements.delete') })
  const popup = page.getByTestId('popup')
  await remove.click()
  await popup.getByText(t('announcements.delete_ask')).waitFor()
  await popup.getByRole('button').last().click()
  await popup.waitFor({ state: 'detached' })
  expect(await form.world.deps.db.$count(announcements)).toBe(1)
  await remove.click()
  await popup.getByRole('button', { name: t('announcements.delete') }).click()
  await app.getByText(t('announcements.deleted')).waitFor()
  await app.getByText(t('announcements.none')).waitFor()
  expect(await form.world.deps.db.$count(announcements)).toBe(0)
  await page.getByTestId('back-button').click()
  await app.getByRole('heading', { level: 1, name: t('staff.title') }).waitFor()
})
