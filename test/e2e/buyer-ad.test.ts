import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { ads, reports } from '#server/db/schema.ts'
import { liveCars } from '../live-ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const buyer = people.dilnoza
let ids: number[] = []
beforeAll(async () => {
  const others = { sellerId: people.ivan }
  await form.world.as(people.ivan).me.$get()
  ids = await liveCars(form.world, [
    { title: 'Qimmat Cobalt', priceAmount: 15_000 },
    ...Array.from({ length: 9 }, (_, n) => ({
      ...others,
      title: `Oʻxshash ${n + 1}`,
      priceAmount: 9000 + n,
    })),
    { title: 'Boshqa mashina' },
  ])
})
async function atAd(id: number | undefined, person: number = buyer) {
  const phone = await form.phone(person)
  await phone.be(person, person, { startapp: `ad_${id}` })
  await phone.app.getByRole('heading', { level: 1 }).waitFor()
  return phone
}
const toEnd = ({ app }: Awaited<ReturnType<typeof atAd>>) =>
  app.locator('html').evaluate(() => window.scrollTo(0, document.body.scrollHeight))

describe('an ad’s page', () => {
  it('shows similar ads and says where the price stands among them', async () => {
    const phone = await atAd(ids[0])
    const { app, t } = phone
    await toEnd(phone)
    await app.getByText(t('ads.price_dear', { count: 9 })).waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('link', { name: /Oʻxshash 9/ }).click()
    await app.getByRole('heading', { level: 1, name: 'Oʻxshash 9' }).waitFor()
  })

  it('of one that is sold says so and offers similar ones first', async () => {
    const [sold] = await liveCars(form.world, [{ title: 'Sotilgan', state: 'sold' }])
    const { app, t } = await atAd(sold)
    await app.getByText(t('closed.sold'), { exact: true }).waitFor()
    await app.getByRole('heading', { name: t('ads.similar_instead') }).waitFor()
    expect(await app.getByRole('button', { name: t('ads.report') }).count()).toBe(0)
    expect(await barriers(app)).toEqual([])
  })

  it('is reported in two taps, once; what is typed stays when sending fails', async () => {
    const phone = await atAd(ids[1])
    const { app, t, context } = phone
    const report = app.getByRole('button', { name: t('ads.report') })
    await report.click()
    const sheet = app.getByRole('dialog')
    await sheet.getByRole('radio', { name: t('report.fraud') }).click()
    await sheet.getByLabel(t('ads.report_note')).fill('Oldindan pul soʻradi')
    expect(await barriers(app)).toEqual([])
    await context.setOffline(true)
    await sheet.getByRole('button', { name: t('ads.report_send') }).click()
    await app.getByText(t('app.error_network')).waitFor()
    await context.setOffline(false)
    await sheet.getByRole('button', { name: t('ads.report_send') }).click()
    await app.getByText(t('ads.report_done')).waitFor()
    const rows = await form.world.deps.db.select().from(reports)
    expect(rows).toMatchObject([
      { adId: ids[1], reporterId: buyer, reason: 'fraud', note: 'Oldindan pul soʻradi', state: 'open' },
    ])

    await report.click()
    await sheet.getByRole('radio', { name: t('report.other') }).click()
    await sheet.getByRole('button', { name: t('ads.report_send') }).click()
    await app.getByText(t('error.reports.already')).waitFor()
  })

  it('is kept among those looked at, on this phone', async () => {
    const phone = await atAd(ids[0])
    const { page, app, t } = phone
    await app.getByText(t('sellers.all')).waitFor()
    await page.getByTestId('back-button').click()
    await app.getByRole('combobox', { name: t('search.label') }).click()
    const seen = app.getByRole('region', { name: t('search.viewed') })
    await seen.getByRole('link', { name: /Qimmat Cobalt/ }).click()
    await app.getByRole('heading', { level: 1, name: 'Qimmat Cobalt' }).waitFor()
  })

  it('gives its number on a tap until the day’s numbers are used up, and says so then', async () => {
    const admin = form.world.as(people.muhabbat).admin.settings
    const { settings, revision } = await (await admin.$get()).json()
    await admin.$put({ json: { settings: { ...settings, contactsPerDay: 1 }, revision } })
    const first = await atAd(ids[2])
    await first.app.getByRole('button', { name: first.t('ads.call') }).click()
    await first.app.getByText('90 123 45 67').waitFor()
    const second = await atAd(ids[10])
    await second.app.getByRole('button', { name: second.t('ads.call') }).click()
    await second.app.getByText(second.t('error.contact.too_many')).waitFor()
    expect(await second.app.getByText('90 123 45 67').count()).toBe(0)
  })

  it('that is gone says so', async () => {
    const [gone] = await liveCars(form.world, [{ title: 'Ketgan' }])
    await form.world.deps.db
      .update(ads)
      .set({ state: 'removed' })
      .where(eq(ads.id, gone ?? 0))
    const phone = await form.phone(buyer)
    await phone.be(buyer, buyer, { startapp: `ad_${gone}` })
    await phone.app.getByText(phone.t('ads.gone_title')).waitFor()
  })
})
