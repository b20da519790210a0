import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { formatPrice } from '#shared/money/format.ts'
import { eventually, param, plough, publish } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon
const buyer = people.dilnoza
const dollars = (amount: number) => ({ kind: 'fixed', amount, currency: 'USD' }) as const

const live = (title: string) =>
  publish(form.world.as(seller), form.world.as(people.muhabbat), { ...plough, title })
const savedBy = async (person: number) =>
  (await (await form.world.as(person).favorites.ids.$get()).json()).ids

const client = (path: string, body?: object) =>
  fetch(`${form.world.telegram.url}/client/${path}`, {
    ...(body && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
async function messagesTo(person: number): Promise<Message[]> {
  const state = (await (await client(`state?person=${person}`)).json()) as SandboxState
  return state.chats.find(({ id }) => id === person)?.messages ?? []
}

const heart = ({ app, t }: Phone, title: string) =>
  app.getByRole('button', { name: t('favorites.save', { title }), exact: true })
const isRed = async (phone: Phone, title: string) =>
  (await heart(phone, title).getAttribute('aria-pressed')) === 'true'
const tab = ({ app, t }: Phone, text: 'tabs.ads' | 'tabs.saved') =>
  app.getByRole('navigation').getByRole('link', { name: t(text), exact: true })

describe('a heart', () => {
  it('keeps an ad under “saved”, has the bot tell of a lower price, and lets the ad go', async () => {
    await client('messages', { from: buyer, chatId: buyer, text: '/start' })
    const title = 'Arzonlashadigan'
    const { id, revision } = await live(title)
    const phone = await form.phone(buyer)
    const { page, app, t, be } = phone
    await be(buyer, buyer, { startapp: '' })
    await heart(phone, title).click()
    expect(await isRed(phone, title)).toBe(true)
    // The ad was not opened by it.
    await tab(phone, 'tabs.ads').and(app.locator('[aria-current=page]')).waitFor()
    await app.getByText(t('favorites.first')).waitFor()

    await tab(phone, 'tabs.saved').click()
    await app.getByRole('heading', { name: t('favorites.title') }).waitFor()
    await heart(phone, title).waitFor()
    expect(await barriers(app)).toEqual([])

    await form.world
      .as(seller)
      .ads[':id'].$patch({ ...param(id), json: { revision, price: dollars(11_000) } })
    const uz = botTexts('uz')
    const sum = (amount: number) => formatPrice(dollars(amount), common('uz'))
    const news = uz('bot.saved_price', { title, was: sum(11_500), now: sum(11_000) })
    await eventually(async () => (await messagesTo(buyer)).some(({ text }) => text === news), 30)

    await be(buyer)
    await page
      .getByRole('button', { name: uz('bot.approved_button') })
      .last()
      .click()
    await app.getByRole('heading', { name: title }).waitFor()
    await app.getByText(sum(11_000)).first().waitFor()
    expect(await isRed(phone, title)).toBe(true)
    await heart(phone, title).click()
    expect(await isRed(phone, title)).toBe(false)
    await eventually(async () => (await savedBy(buyer)).length === 0)

    await be(buyer, buyer, { startapp: 'saved' })
    await app.getByText(t('favorites.empty')).waitFor()
    await app.getByRole('button', { name: t('app.to_ads') }).click()
    await heart(phone, title).waitFor()
    expect(await isRed(phone, title)).toBe(false)
  }, 90_000)

  it('that the server refuses is taken back, and the person hears why; an own ad has none', async () => {
    const title = 'Oʻzimniki'
    const { id, revision } = await live(title)
    const phone = await form.phone(buyer)
    await phone.be(buyer, buyer, { startapp: '' })
    await heart(phone, title).waitFor()
    await phone.be(seller, seller, { startapp: '' })
    await phone.app.getByText(title).first().waitFor()
    await heart(phone, title).waitFor({ state: 'detached' })

    await phone.be(buyer, buyer, { startapp: '' })
    await heart(phone, title).waitFor()
    await form.world.as(seller).ads[':id'].remove.$post({ ...param(id), json: { revision } })
    await heart(phone, title).click()
    await phone.app.getByText(phone.t('error.ads.not_found')).waitFor()
    expect(await isRed(phone, title)).toBe(false)
  })

  it('without a connection is taken back with words, and works again afterwards', async () => {
    const title = 'Aloqasiz'
    await live(title)
    const phone = await form.phone(people.ivan, { locale: 'ru' })
    await phone.be(people.ivan, people.ivan, { startapp: '' })
    await heart(phone, title).waitFor()
    await phone.context.route('**/api/favorites/*', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    )
    await heart(phone, title).click()
    await phone.app.getByText(phone.t('app.error_network')).waitFor()
    expect(await isRed(phone, title)).toBe(false)
    await phone.context.unroute('**/api/favorites/*')
    await heart(phone, title).click()
    await eventually(async () => (await savedBy(people.ivan)).length === 1)
    expect(await isRed(phone, title)).toBe(true)
  })

  it('is red from the first moment when the app is opened again, before the server has said anything', async () => {
    const title = 'Esda qolgan'
    const { id } = await live(title)
    const person = people.muhabbat
    const phone = await form.phone(person)
    await phone.be(person, person, { startapp: '' })
    await heart(phone, title).click()
    await eventually(async () => (await savedBy(person)).includes(id))
    // The phone has heard that it stands there.
    const html = phone.app.locator('html')
    await expect
      .poll(() => html.evaluate((_, id) => Object.values(localStorage).includes(JSON.stringify([id])), id))
      .toBe(true)
    await phone.context.route('**/api/favorites/ids', () => undefined)
    await phone.be(person, person, { startapp: '' })
    await heart(phone, title).waitFor()
    expect(await isRed(phone, title)).toBe(true)
    expect(await barriers(phone.app)).toEqual([])
  })
})

describe('saved ads', () => {
  it('that are sold say so and stay, removed ones are gone; a heart tapped off stays until the next visit', async () => {
    const person = people.dilnoza
    const [sold, removed, kept] = [await live('Sotilgan'), await live('Olingan'), await live('Turgan')]
    const [api, own] = [form.world.as(person), form.world.as(seller)]
    for (const id of await savedBy(person)) await api.favorites[':id'].$delete(param(id))
    for (const { id } of [sold, removed, kept]) await api.favorites[':id'].$put(param(id))
    await own.ads[':id'].sold.$post({ ...param(sold.id), json: { revision: sold.revision } })
    await own.ads[':id'].remove.$post({ ...param(removed.id), json: { revision: removed.revision } })
    const phone = await form.phone(person)
    const { app, t } = phone
    await phone.be(person, person, { startapp: 'saved' })
    await app.getByRole('link', { name: 'Turgan' }).waitFor()
    const cards = app.locator('main').getByRole('link').and(app.locator('[href^="/ads/"]'))
    expect(await cards.allTextContents()).toEqual([
      expect.stringContaining('Turgan'),
      expect.stringMatching(new RegExp(`Sotilgan.*${t('closed.closed')}`)),
    ])
    await heart(phone, 'Turgan').click()
    expect(await cards.count()).toBe(2)
    await tab(phone, 'tabs.ads').click()
    await app.getByRole('heading', { name: t('tabs.ads'), exact: true }).waitFor()
    await tab(phone, 'tabs.saved').click()
    await app.getByRole('link', { name: 'Turgan' }).waitFor({ state: 'detached' })
    expect(await cards.count()).toBe(1)
    expect(await savedBy(person)).toEqual([sold.id])
  })
})
