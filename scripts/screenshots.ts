/**
 * `npm run screenshots`: takes the README's pictures from a whole board of its own, filled through its API with ads as
 * people of the valley write them. Leaves nothing behind but `docs/screenshots/`.
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { CHANNEL } from '#server/sandbox/telegram/seed.ts'
import { writeSearchParam } from '#shared/search/link.ts'
import { openCamera } from './screenshots/camera.ts'
import { fillMarket } from './screenshots/market.ts'
import { cobalt, moderator, sellers } from './screenshots/offers.ts'
import { startStudio } from './screenshots/studio.ts'

const folder = fileURLToPath(new URL('../docs/screenshots', import.meta.url))
await mkdir(folder, { recursive: true })
process.argv.push('--if-stale')
await import('./build.ts')

const studio = await startStudio()
try {
  const ids = await fillMarket(studio)
  const camera = await openCamera(studio.sandbox, folder)
  try {
    const car = `ad_${ids.get(cobalt.draft.title ?? '')}`
    const { karimjon, dilnoza, ivan } = sellers
    await camera.phone({ name: 'feed-light', person: dilnoza, theme: 'light', app: '' })
    await camera.phone({ name: 'ad-dark', person: dilnoza, theme: 'dark', app: car })
    await camera.phone({ name: 'queue-dark', person: moderator, theme: 'dark', app: 'queue' })
    await camera.phone({ name: 'mine-light', person: karimjon, theme: 'light', app: 'my' })
    await camera.phone({ name: 'channel-dark', person: dilnoza, theme: 'dark', chat: CHANNEL.id })
    await camera.phone({
      name: 'search-light',
      person: dilnoza,
      theme: 'light',
      app: writeSearchParam({ category: 'realty' }) ?? '',
    })
    await camera.phone({ name: 'staff-dark', person: moderator, theme: 'dark', app: 'staff' })
    await camera.phone({
      name: 'numbers-light',
      person: moderator,
      theme: 'light',
      app: 'staff',
      act: (app) => app.locator('a[href="/staff/numbers"]').click(),
    })
    await camera.phone({
      name: 'preview-light',
      person: ivan,
      theme: 'light',
      app: 'new',
      act: (app) => app.getByText('#qoramol').waitFor(),
    })
    await camera.phone({
      name: 'form-question-light',
      person: ivan,
      theme: 'light',
      app: 'new',
      async act(app) {
        await app.getByRole('button', { name: /^Yoshi / }).click()
        await app.getByRole('heading', { name: 'Yoshi' }).waitFor()
      },
    })
    await camera.desktop({
      name: 'sandbox',
      person: dilnoza,
      theme: 'light',
      chat: CHANNEL.id,
      app: car,
    })
  } finally {
    await camera.close()
  }
} finally {
  await studio.stop()
}
