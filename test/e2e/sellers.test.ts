import { default as jsQR } from 'jsqr'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { sellerLink } from '#shared/channel/links.ts'
import { eventually, param, plough, publish } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon
const titles = ['Birinchi xizmat', 'Ikkinchi xizmat', 'Uchinchi xizmat']
const link = sellerLink('VodiyBozorBot', seller)

/** What a camera reads in a picture. */
async function decode(png: Uint8Array) {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  // A CommonJS module, whose types say otherwise.
  const read = jsQR as unknown as typeof jsQR.default
  return read(new Uint8ClampedArray(data), info.width, info.height)?.data
}

beforeAll(async () => {
  for (const title of titles)
    await publish(form.world.as(seller), form.world.as(people.muhabbat), { ...plough, title })
  const other = { ...plough, title: 'Boshqaniki' }
  await publish(form.world.as(people.ivan), form.world.as(people.muhabbat), other)
})

describe('the code of all my ads', () => {
  it.each(['light', 'dark'] as const)(
    'is read by a camera from the %s screen, and says the link',
    async (theme) => {
      const { app, t, be } = await form.phone(seller, { theme, viewport: { width: 900, height: 900 } })
      await be(seller, seller, { startapp: 'my' })
      await app.getByText(t('mine.qr'), { exact: true }).click()
      const code = app.getByRole('img', { name: t('mine.qr_label') })
      await code.waitFor()
      expect(await decode(await code.screenshot())).toBe(link)
      expect(await barriers(app)).toEqual([])
    },
  )

  it('is shared as a link with words', async () => {
    const { page, app, t, be, mainButton } = await form.phone(seller)
    await be(seller, seller, { startapp: 'my' })
    await app.getByText(t('mine.qr'), { exact: true }).click()
    await mainButton().getByText(t('mine.qr_share')).click()
    await page.getByTestId(`pick-${seller}`).click()
    await eventually(async () => {
      const state = await fetch(`${form.world.telegram.url}/client/state?person=${seller}`)
      const { chats } = (await state.json()) as SandboxState
      const messages = chats.find(({ id }) => id === seller)?.messages ?? []
      return messages.some(({ text }) => text === `${link}\n${t('mine.qr_message')}`)
    })
  })
})

describe('a seller’s page', () => {
  it('is what a buyer comes to by the code: the seller’s live ads, newest first, each a tap away', async () => {
    const { app, be } = await form.phone(people.dilnoza)
    await be(people.dilnoza, people.dilnoza, { startapp: `seller_${seller}` })
    await app.getByRole('heading', { level: 1, name: 'Karimjon' }).waitFor()
    const cards = app.getByRole('link', { name: /xizmat|Boshqaniki/ })
    await cards.nth(2).waitFor()
    const names = await cards.evaluateAll((all) => all.map((card) => card.textContent ?? ''))
    expect(names.map((name) => titles.find((title) => name.includes(title)))).toEqual(titles.toReversed())
    expect(await barriers(app)).toEqual([])

    await cards.first().click()
    await app.getByRole('heading', { level: 1, name: titles[2] as string }).waitFor()
  })

  it('is reached from an ad too, and back leads to the ad', async () => {
    const { page, app, t, be } = await form.phone(people.dilnoza)
    const { items } = await (
      await form.world.as(people.dilnoza).sellers[':id'].$get({ ...param(seller), query: {} })
    ).json()
    await be(people.dilnoza, people.dilnoza, { startapp: `ad_${items[0]?.id}` })
    await app.getByText(t('sellers.all')).click()
    await app.getByRole('link', { name: titles[0] as string }).waitFor()
    await page.getByTestId('back-button').click()
    await app.getByRole('heading', { level: 1, name: titles[2] as string }).waitFor()
  })

  it('of somebody who sells nothing any more says so', async () => {
    const api = form.world.as(people.ivan)
    const { items } = await (await api.my.ads.$get({ query: {} })).json()
    for (const { id, revision } of items)
      await api.ads[':id'].sold.$post({ ...param(id), json: { revision } })
    const { app, t, be } = await form.phone(people.dilnoza)
    await be(people.dilnoza, people.dilnoza, { startapp: `seller_${people.ivan}` })
    await app.getByText(t('sellers.empty')).waitFor()
  })
})
