import type { Locator } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { writeSearchParam } from '#shared/search/link.ts'
import { eventually } from '../ads.ts'
import { liveCars } from '../live-ads.ts'
import { people } from '../people.ts'
import { useForm } from './form.ts'

const form = useForm()

/** A phone with the first of the ads on its screen. */
async function atList() {
  const phone = await form.phone(people.dilnoza)
  const startapp = writeSearchParam({ category: 'transport.cars' }) ?? ''
  await phone.be(people.dilnoza, people.dilnoza, { startapp })
  await phone.app
    .getByRole('link', { name: /ashina/ })
    .first()
    .waitFor()
  return phone
}

/** Scrolls to the very end, as fast as pages come; how far that is, in CSS pixels. */
const toTheEnd = (html: Locator) =>
  html.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const timer = setInterval(() => {
          window.scrollTo(0, document.body.scrollHeight)
          if (!document.querySelector('.vb-list__end')) return
          clearInterval(timer)
          resolve(window.scrollY)
        }, 30)
      }),
  )

const count = Number(process.env.LONG_LIST ?? 600)
beforeAll(async () => {
  await liveCars(
    form.world,
    Array.from({ length: count }, (_, n) => ({
      title: n % 2 ? `Mashina ${n + 1}` : `Juda uzun nomli, ikki qatorga ham sigʻmaydigan mashina ${n + 1}`,
    })),
  )
})

it(`of ${count} ads only those near the screen are in the document, all equally high, and the place is kept`, async () => {
  const { page, app } = await atList()
  const html = app.locator('html')
  const reached = await toTheEnd(html)
  expect(reached).toBeGreaterThan((count / 2) * 200)
  const drawn = app.locator('.vb-list__grid > li')
  expect(await drawn.count()).toBeLessThan(40)
  const heights = await drawn.evaluateAll((all) => [
    ...new Set(all.map((item) => Math.round(item.getBoundingClientRect().height))),
  ])
  expect(heights).toHaveLength(1)

  const middle = Math.round(reached / 2)
  await html.evaluate((_, y) => window.scrollTo(0, y), middle)
  /** What the finger would touch, once the cards of the place are drawn. */
  const title = await eventually(() =>
    html.evaluate(
      () =>
        document.elementFromPoint(100, 400)?.closest('.ad-card')?.querySelector('.ad-card__title')
          ?.textContent,
    ),
  )
  const card = app.getByRole('link', { name: new RegExp(`${title}\\D`) })
  const top = (await card.boundingBox())?.y
  await card.click()
  await app.getByRole('heading', { level: 1, name: title }).waitFor()
  await page.getByTestId('back-button').click()
  await card.waitFor()
  await expect.poll(async () => (await card.boundingBox())?.y).toBe(top)

  // Thrown from end to end: no frame without cards, and none that takes long.
  const thrown = await html.evaluate(
    () =>
      new Promise<{ frames: number; longest: number; empty: number }>((resolve) => {
        let [frames, longest, empty, last] = [0, 0, 0, performance.now()]
        const step = (now: number) => {
          longest = Math.max(longest, now - last)
          last = now
          if (!document.elementFromPoint(100, 400)?.closest('.ad-card, .vb-list__grid')) empty++
          window.scrollBy(0, -600)
          if (++frames < 120 && window.scrollY > 0) requestAnimationFrame(step)
          else resolve({ frames, longest: Math.round(longest), empty })
        }
        requestAnimationFrame(step)
      }),
  )
  const nodes = await html.evaluate(() => document.querySelectorAll('*').length)
  console.log(`${count} ads: ${await drawn.count()} cards, ${nodes} elements; thrown`, thrown)
  expect(thrown.empty).toBe(0)
  expect(nodes).toBeLessThan(2500)
})

it('goes on to the end on a phone that has its hands full', async () => {
  const { app } = await atList()
  const html = app.locator('html')
  // Always five tasks of 8 ms in line: what the browser has to report comes late, and several at once.
  await html.evaluate(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      const until = performance.now() + 8
      while (performance.now() < until);
      port2.postMessage(0)
    }
    for (let task = 0; task < 5; task++) port2.postMessage(0)
  })
  expect(await toTheEnd(html)).toBeGreaterThan((count / 2) * 200)
})
