import { readdirSync, readFileSync } from 'node:fs'
import type { Route } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { liveCars } from '../live-ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const buyer = people.dilnoza

/** Lets nothing through to the board until it is called again; `only` narrows what is held back. */
async function cut({ context }: Phone, answer: (route: Route) => Promise<void>, only = (_: URL) => true) {
  const origin = new URL(form.world.config.publicUrl).origin
  const isMeant = (url: URL) => url.origin === origin && only(url)
  await context.route(isMeant, answer)
  return () => context.unroute(isMeant, answer)
}
const fail = (route: Route) => route.abort('connectionfailed')
const isOf = (name: string) => (url: URL) => url.pathname.startsWith(`/assets/${name}`)

/** The way to my ads, which is in no part that is there from the start. */
async function openTabs(phone: Phone) {
  await phone.be(buyer, buyer, { startapp: 'saved' })
  const mine = phone.app.locator('.vb-tabs').getByRole('link', { name: phone.t('tabs.mine') })
  await mine.waitFor()
  return mine
}

describe('a screen whose part does not come', () => {
  it.each([
    ['dark', 'ru'],
    ['light', 'uz'],
  ] as const)(
    'says that there is no internet and opens by itself when there is, %s',
    async (theme, locale) => {
      const phone = await form.phone(buyer, { theme, locale })
      const { app, t } = phone
      await form.world.as(buyer).me.$patch({ json: { locale } })
      const mine = await openTabs(phone)
      const restore = await cut(phone, fail)
      await mine.click()
      await app.getByRole('alert').getByText(t('app.error_network')).waitFor()
      expect(await barriers(app)).toEqual([])
      await app.getByRole('button', { name: t('app.retry') }).click()
      await app.getByText(t('app.offline')).nth(1).waitFor()
      await restore()
      await app.getByRole('heading', { level: 1, name: t('mine.title') }).waitFor()
    },
  )

  it('says so also when nothing comes at all, neither an answer nor an error', async () => {
    const phone = await form.phone(buyer)
    const mine = await openTabs(phone)
    await cut(phone, fail, isOf('MineScreen'))
    await cut(
      phone,
      () => new Promise(() => {}),
      (url) => url.pathname === '/healthz',
    )
    await mine.click()
    await phone.app.getByRole('alert').getByText(phone.t('app.error_network')).waitFor()
    await phone.app.getByRole('button', { name: phone.t('app.retry') }).click()
    await phone.app.getByText(phone.t('app.offline')).nth(1).waitFor()
  })

  it('of an older app is there again, as the app is loaded anew at once', async () => {
    const phone = await form.phone(buyer)
    const mine = await openTabs(phone)
    const gone = async (route: Route) => {
      await route.fulfill({ status: 404 })
      await restore()
    }
    const restore = await cut(phone, gone, isOf('MineScreen'))
    await mine.click()
    await phone.app.getByRole('heading', { level: 1, name: phone.t('mine.title') }).waitFor()
  })

  it('is not asked for over and over when the server itself lacks it; a tap asks once more', async () => {
    const phone = await form.phone(buyer)
    const mine = await openTabs(phone)
    let asked = 0
    await cut(
      phone,
      async (route) => {
        asked++
        await route.fulfill({ status: 404 })
      },
      isOf('MineScreen'),
    )
    await mine.click()
    const retry = phone.app.getByRole('button', { name: phone.t('app.retry') })
    await retry.waitFor()
    const before = asked
    expect(before).toBeLessThanOrEqual(4)
    await retry.click()
    await expect.poll(() => asked).toBeGreaterThan(before)
  })

  it('is left by the back button', async () => {
    const [id = 0] = await liveCars(form.world, [{ title: 'Orqaga' }])
    const phone = await form.phone(buyer)
    const { app, page, t } = phone
    await phone.be(buyer, buyer, { startapp: `ad_${id}` })
    await app.getByRole('heading', { level: 1, name: 'Orqaga' }).waitFor()
    await cut(phone, fail)
    await app.getByRole('link', { name: t('sellers.all') }).click()
    await app.getByText(t('app.error_network')).waitFor()
    await page.getByRole('button', { name: 'Back', exact: true }).click()
    await app.getByRole('heading', { level: 1, name: 'Orqaga' }).waitFor()
  })
})

describe('an app that does not come', () => {
  it.each(['index', 'uz.static'])(
    'for want of %s comes by itself when there is a connection',
    async (name) => {
      const phone = await form.phone(buyer)
      const restore = await cut(phone, fail, (url) => isOf(name)(url) || url.pathname === '/healthz')
      await phone.be(buyer, buyer, { startapp: 'saved' })
      await phone.app.locator('html.lost').waitFor()
      await restore()
      await phone.app.getByRole('heading', { level: 1 }).first().waitFor()
    },
  )
})

it('a search is made without its suggestions’ part', async () => {
  await liveCars(form.world, [{ title: 'Topiladigan Cobalt' }])
  const phone = await form.phone(buyer)
  const { app } = phone
  await phone.be(buyer, buyer, { startapp: 'feed' })
  await cut(phone, fail, isOf('SearchPanel'))
  const field = app.getByRole('combobox')
  await field.fill('topiladigan')
  await field.press('Enter')
  await app.getByText('Topiladigan Cobalt').first().waitFor()
})

it('no part brings the catalogue along, which comes from the server in one language', () => {
  const folder = new URL('../../dist/webapp/assets/', import.meta.url)
  const parts = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(parts.length).toBeGreaterThan(40)
  expect(
    parts.filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('transport.cars')),
  ).toEqual([])
})
