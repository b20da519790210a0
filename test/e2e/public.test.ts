import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { pageTexts } from '#shared/i18n/public/index.ts'
import { cobalt, eventually, plough, publish } from '../ads.ts'
import { launchChromium } from '../chromium.ts'
import { people } from '../people.ts'
import { uploadPhoto } from '../photos/upload.ts'
import { startWorld, type World } from '../world.ts'
import { barriers } from './barriers.ts'

let world: World
let browser: Browser
/** Each with what the page's own policy or the network refused. */
const faults: string[] = []
let car = 0
let longWord = 0

beforeAll(async () => {
  ;[world, browser] = await Promise.all([startWorld(), launchChromium()])
  const [seller, moderator] = [world.as(people.karimjon), world.as(people.muhabbat)]
  const photoIds = [await upload(), await upload()]
  car = (await publish(seller, moderator, { ...cobalt, photoIds })).id
  const title = `Yer haydayman${'aaaaaaaa'.repeat(8)}`
  longWord = (await publish(seller, moderator, { ...plough, title, description: 'xizmat'.repeat(60) })).id
})
afterAll(async () => {
  await browser?.close()
  await world?.stop()
})

async function upload() {
  const api = world.as(people.karimjon)
  const id = await uploadPhoto(api, 1600, 1200)
  await eventually(async () => {
    const { items } = await (await api.photos.$get({ query: { ids: id } })).json()
    return items[0]?.state === 'ready'
  })
  return id
}

/** A browser that runs no script, as one that saves data or a machine that reads. */
async function open(path: string, o: { locale?: Locale; dark?: boolean; wide?: boolean } = {}) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale: o.locale ?? 'uz',
    colorScheme: o.dark ? 'dark' : 'light',
    viewport: o.wide ? { width: 1280, height: 900 } : { width: 390, height: 844 },
    isMobile: !o.wide,
    hasTouch: !o.wide,
  })
  const page = await context.newPage()
  page.on('console', (message) => faults.push(message.text()))
  page.on('requestfailed', (request) => faults.push(request.url()))
  await page.goto(world.config.publicUrl + path)
  return page
}

it('a link that was shared opens the ad without a script: from the feed to the ad, its category and back', async () => {
  const page = await open('/e')
  await page.getByRole('link', { name: cobalt.title as string }).click()
  await page.getByRole('heading', { level: 1, name: cobalt.title as string }).waitFor()
  const pictures = page.getByRole('list', { name: pageTexts('uz')('public.photos') }).getByRole('img')
  expect(await pictures.count()).toBe(2)
  await expect
    .poll(() => pictures.first().evaluate((image) => (image as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(300)
  const button = page.getByRole('link', { name: pageTexts('uz')('public.open') })
  expect(await button.getAttribute('href')).toBe(`https://t.me/${world.deps.me.username}?startapp=ad_${car}`)
  await page.getByRole('link', { name: 'Yengil avtomobillar' }).click()
  await page.getByRole('heading', { level: 1, name: 'Yengil avtomobillar' }).waitFor()
  await page.getByRole('link', { name: cobalt.title as string }).waitFor()
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Cars' }).waitFor()
  expect(faults).toEqual([])
})

it.each(locales.flatMap((locale) => [[locale, false] as const, [locale, true] as const]))(
  'in %s (wide: %s) nobody is shut out of the feed, an ad, long words and what is not there',
  async (locale, wide) => {
    for (const path of ['', '/transport/andijon', `/${car}`, `/${longWord}`, '/livestock']) {
      const page = await open(`/e/${locale}${path}`, { wide, dark: wide })
      expect([path, await barriers(page)]).toEqual([path, []])
      await page.context().close()
    }
    expect(faults).toEqual([])
    const missing = await open(`/e/${locale}/424242`, { wide })
    expect(await barriers(missing)).toEqual([])
    // The browser itself tells of the status.
    expect(faults.splice(0)).toEqual([expect.stringContaining('404')])
  },
)

it('an ad of the Mini App, opened in a browser, leads to its public page', async () => {
  const context = await browser.newContext({ locale: 'en' })
  const page = await context.newPage()
  await page.goto(`${world.config.publicUrl}/ads/${car}`)
  await page.getByRole('link', { name: 'See the ads' }).click()
  await page.getByRole('heading', { level: 1, name: cobalt.title as string }).waitFor()
  expect(page.url()).toBe(`${world.config.publicUrl}/e/en/${car}-cobalt-2021-oq-ideal`)
})
