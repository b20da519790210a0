import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { ads, reports } from '#server/db/schema.ts'
import { builtInReasons } from '#shared/reasons/built-in.ts'
import { eventually, param } from '../ads.ts'
import { liveCars } from '../live-ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const open = async (path: string) => {
  const phone = await form.phone(people.muhabbat)
  await phone.be(people.muhabbat, people.muhabbat, { startapp: 'queue' })
  await phone.app.getByRole('link', { name: phone.t('staff.title') }).click()
  await phone.app.locator(`a[href="${path}"]`).click()
  return phone
}

it('a moderator lets one reported ad be, takes it back, and takes another down', async () => {
  const [bad = 0, good = 0] = await liveCars(form.world, [{ title: 'Aldovchi' }, { title: 'Halol' }])
  const report = (buyer: number, id: number) =>
    form.world
      .as(buyer)
      .ads[':id'].report.$post({ ...param(id), json: { reason: 'fraud', note: 'Oldindan pul soʻradi' } })
  for (const buyer of [people.dilnoza, people.ivan]) await report(buyer, bad)
  await report(people.dilnoza, good)
  const phone = await open('/staff/reports')
  const { app, t } = phone
  const card = (title: string) => app.getByRole('article').filter({ hasText: title })
  await card('Halol').waitFor()
  expect(await app.getByRole('article').first().textContent()).toContain('Aldovchi')
  expect(await barriers(app)).toEqual([])

  const stateOf = async (id: number) =>
    (await form.world.deps.db.select().from(reports).where(eq(reports.adId, id)))[0]?.state
  await card('Halol')
    .getByRole('button', { name: t('reports.dismiss') })
    .click()
  await eventually(async () => (await stateOf(good)) === 'dismissed')
  await card('Halol')
    .getByRole('button', { name: t('moderation.undo') })
    .click()
  await eventually(async () => (await stateOf(good)) === 'open')

  await card('Aldovchi')
    .getByRole('button', { name: t('reports.take_down') })
    .click()
  const sheet = app.getByRole('dialog', { name: t('moderation.why') })
  await sheet.getByRole('radio', { name: builtInReasons.fraud.text.uz }).click()
  await sheet.getByRole('button', { name: t('moderation.send_back') }).click()
  await app.getByText(t('reports.did_take_down')).waitFor()
  await card('Halol')
    .getByRole('link', { name: /Dilnoza/ })
    .click()
  await app.getByRole('heading', { level: 1, name: 'Dilnoza' }).waitFor()
  const [ad] = await form.world.deps.db.select().from(ads).where(eq(ads.id, bad))
  expect(ad).toMatchObject({ state: 'rejected', rejectionReason: 'fraud' })
})

it('the group leads to the one report; all others are a tap away, and one that was dealt with is told to be', async () => {
  const newcomer = 8101
  const [first = 0, second = 0] = await liveCars(form.world, [{ title: 'Birinchi' }, { title: 'Ikkinchi' }])
  for (const id of [first, second])
    await form.world.as(newcomer).ads[':id'].report.$post({ ...param(id), json: { reason: 'sold' } })
  const phone = await form.phone(people.muhabbat)
  const { app, t } = phone
  const cards = app.getByRole('article')
  await phone.be(people.muhabbat, people.muhabbat, { startapp: `report_${first}` })
  await cards.filter({ hasText: 'Birinchi' }).waitFor()
  expect(await cards.count()).toBe(1)
  // A newcomer's report weighs what one does: nothing more is to be read of it.
  expect(await cards.first().textContent()).not.toContain(t('reports.weight'))
  await app.getByRole('link', { name: t('reports.all') }).click()
  await cards.filter({ hasText: 'Ikkinchi' }).waitFor()
  await form.world
    .as(people.muhabbat)
    .reports[':id'].dismiss.$post({ ...param(first), json: { revision: 1 } })
  await phone.be(people.muhabbat, people.muhabbat, { startapp: `report_${first}` })
  await app.getByText(t('reports.settled')).waitFor()
  expect(await barriers(app)).toEqual([])
})
