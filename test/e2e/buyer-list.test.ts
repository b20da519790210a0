import type { Message } from 'grammy/types'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { countNewWords } from '#server/search/count-words.ts'
import { categoryById, labelOf, topCategoryById } from '#shared/catalog/index.ts'
import { writeSearchParam } from '#shared/search/link.ts'
import { eventually } from '../ads.ts'
import { liveCars } from '../live-ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const buyer = people.dilnoza
const count = 120
const label = (id: string) => labelOf((categoryById(id) ?? topCategoryById(id))!.labels, 'uz')

/** 120 cars at 10 001 … 10 120 $, the cheapest published first; every third in Qoʻqon. */
beforeAll(async () => {
  const qoqon = { regionId: 'fargona', districtId: 'fargona.qoqon-sh' }
  await liveCars(
    form.world,
    Array.from({ length: count }, (_, n) => ({
      title: `Mashina ${n + 1}`,
      priceAmount: 10_001 + n,
      ...(n % 3 === 0 && qoqon),
    })),
  )
  await countNewWords(form.world.deps)
})

const filterButton = ({ app, t }: Phone) =>
  app.getByRole('button', { name: new RegExp(`^${t('search.filters')}`) })
const scrollY = ({ app }: Phone) => app.locator('html').evaluate(() => window.scrollY)
const address = ({ app }: Phone) => app.locator('html').evaluate(() => location.pathname + location.search)
const shown = ({ t }: Phone, number: number) => t('search.count', { count: number, shown: number })
const messages = async (chatId: number): Promise<Message[]> => {
  const state = (await (await fetch(`${form.world.telegram.url}/client/state`)).json()) as SandboxState
  return state.chats.find(({ id }) => id === chatId)?.messages ?? []
}
/** Opens the Mini App at the list of all cars. */
async function atCars(look: Parameters<typeof form.phone>[1] = {}) {
  const phone = await form.phone(buyer, look)
  await phone.be(buyer, buyer, { startapp: writeSearchParam({ category: 'transport.cars' }) ?? '' })
  await phone.app.getByText(shown(phone, count)).waitFor()
  return phone
}

describe('a list of ads', () => {
  it('is browsed and filtered with the number told before; an ad is opened, and back is the same place', async () => {
    const phone = await form.phone(buyer)
    const { page, app, t, be } = phone
    await be(buyer, buyer, { startapp: '' })
    await app.getByRole('link', { name: label('transport') }).click()
    await app.getByRole('radio', { name: label('transport.cars') }).click()
    await app.getByText(shown(phone, count)).waitFor()

    await filterButton(phone).click()
    const sheet = app.getByRole('dialog')
    await sheet.getByRole('radio', { name: '$' }).click()
    await sheet
      .getByRole('group', { name: t('search.price') })
      .getByLabel(t('search.bound_to'))
      .fill('10100')
    await sheet.getByRole('button', { name: t('search.show_count', { count: 100, shown: 100 }) }).click()
    await app.getByText(shown(phone, 100)).waitFor()
    expect(await address(phone)).toBe('/search?category=transport.cars&price=..10100&currency=USD')

    for (const screens of [3, 6, 9]) {
      await app.locator('html').evaluate((_, y) => window.scrollTo(0, y), screens * 800)
      await page.waitForTimeout(600)
    }
    const card = app.getByRole('link', { name: /Mashina/ }).nth(8)
    const title = await card.locator('.ad-card__title').textContent()
    await card.scrollIntoViewIfNeeded()
    const [before, top] = [await scrollY(phone), (await card.boundingBox())?.y]
    await card.click()
    await app.getByRole('heading', { level: 1, name: title ?? '' }).waitFor()
    await page.getByTestId('back-button').click()
    const again = app.getByRole('link', { name: new RegExp(`${title}\\D`) })
    await again.waitFor()
    await expect.poll(() => scrollY(phone)).toBe(before)
    await expect.poll(async () => (await again.boundingBox())?.y).toBe(top)
    await app.getByText(shown(phone, 100)).waitFor({ state: 'attached' })
  })

  it('is shared as a link that opens it for somebody else, filters and order and all', async () => {
    const phone = await form.phone(buyer)
    const { page, app, t, be } = phone
    const filters = { category: 'transport.cars', district: 'fargona.qoqon-sh', sort: 'dear' } as const
    const param = writeSearchParam(filters) ?? ''
    await be(buyer, buyer, { startapp: param })
    await app.getByText(shown(phone, 40)).waitFor()
    const first = app.getByRole('link', { name: /Mashina/ }).first()
    expect(await first.textContent()).toContain('Mashina 118')

    await app.getByRole('button', { name: t('search.share') }).click()
    await page
      .getByTestId(`pick-${people.ivan}`)
      .or(page.getByTestId(`pick-${buyer}`))
      .first()
      .click()
    await eventually(async () =>
      (await messages(buyer)).some(({ text }) =>
        text?.startsWith(`https://t.me/VodiyBozorBot?startapp=${param}\n${label('transport.cars')}`),
      ),
    )
    await be(buyer, buyer, { startapp: param })
    await app.getByText(shown(phone, 40)).waitFor()
    await phone.reload()
    await app.getByText(shown(phone, 40)).waitFor()
    await page.getByTestId('back-button').click()
    await app.getByRole('heading', { name: t('search.newest') }).waitFor()
  })

  it('shows each filter as a chip that takes it away', async () => {
    const phone = await form.phone(buyer)
    const { app, t, be } = phone
    const filters = {
      category: 'transport.cars',
      region: 'fargona',
      price: { max: 10_060 },
      currency: 'USD',
    } as const
    await be(buyer, buyer, { startapp: writeSearchParam(filters) ?? '' })
    await app.getByText(shown(phone, 20)).waitFor()
    await app
      .getByRole('button', { name: new RegExp(`^${t('search.remove', { filter: '' })}.*gacha`) })
      .click()
    await app.getByText(shown(phone, 40)).waitFor()
    await app
      .getByRole('button', { name: new RegExp(`^${t('search.remove', { filter: 'Fargʻona' })}`) })
      .click()
    await app.getByText(shown(phone, count)).waitFor()
    expect(await address(phone)).toBe('/search?category=transport.cars')
  })

  it('that is empty says what to leave out, with how many there would be', async () => {
    const phone = await form.phone(buyer)
    const { app, t, be } = phone
    const filters = {
      category: 'transport.cars',
      district: 'fargona.qoqon-sh',
      price: { max: 5 },
      currency: 'USD',
    } as const
    await be(buyer, buyer, { startapp: writeSearchParam(filters) ?? '' })
    await app.getByText(t('search.loosen')).waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('button', { name: /5.*40$/ }).click()
    await app.getByText(shown(phone, 40)).waitFor()
  })

  it('without a connection keeps what was chosen, says so, and goes on when it is back', async () => {
    const phone = await atCars()
    const { app, t, context } = phone
    await filterButton(phone).click()
    const sheet = app.getByRole('dialog')
    await sheet.getByRole('radio', { name: '$' }).click()
    await context.setOffline(true)
    await sheet
      .getByRole('group', { name: t('search.price') })
      .getByLabel(t('search.bound_from'))
      .fill('10101')
    await sheet.getByRole('button', { name: t('search.show'), exact: true }).click()
    await app.getByRole('button', { name: t('app.retry') }).waitFor()
    await app.getByRole('button', { name: /10.101/ }).waitFor()
    await context.setOffline(false)
    await app.getByRole('button', { name: t('app.retry') }).click()
    await app.getByRole('link', { name: /Mashina 120/ }).waitFor()
  })

  it('looks as the person likes it, and stays so', async () => {
    const phone = await atCars()
    const { app, t } = phone
    await app.getByRole('button', { name: t('search.look_rows') }).click()
    await app.locator('.vb-list__lines').first().waitFor()
    await phone.reload()
    await app.locator('.vb-list__lines').first().waitFor()
    await app.getByRole('button', { name: t('search.look_grid') }).waitFor()
  })

  it('is open to everybody: the list, its filters and their choices, its order', async () => {
    const phone = await atCars({ viewport: { width: 360, height: 640 } })
    const { app, t } = phone
    expect(await barriers(app)).toEqual([])
    await filterButton(phone).click()
    const sheet = app.getByRole('dialog')
    expect(await barriers(app)).toEqual([])
    for (const choice of [t('ads.category'), t('ads.place'), 'Markasi']) {
      await sheet.getByRole('button', { name: choice }).first().click()
      expect(await barriers(app)).toEqual([])
      await sheet.getByRole('button', { name: t('draft.done') }).click()
    }
    await sheet.getByRole('button', { name: t('app.close') }).click()
    await app.getByRole('button', { name: t('search.sort_now', { sort: t('search.sort_new') }) }).click()
    expect(await barriers(app)).toEqual([])
    await sheet.getByRole('radio', { name: t('search.sort_cheap') }).click()
    await expect
      .poll(() =>
        app
          .getByRole('link', { name: /Mashina/ })
          .first()
          .textContent(),
      )
      .toContain('Mashina 1')
  })
})

describe('the field', () => {
  it('finds earlier searches by the keyboard alone, and a screen reader is told which', async () => {
    const phone = await form.phone(buyer)
    const { page, app, t, be } = phone
    await be(buyer, buyer, { startapp: '' })
    const field = app.getByRole('combobox', { name: t('search.label') })
    for (const words of ['ajoyib', 'zamonaviy']) {
      await field.fill(words)
      await field.press('Enter')
      await expect.poll(() => address(phone)).toContain('/search')
    }
    await app.getByRole('button', { name: t('search.clear') }).click()
    const options = app.getByRole('option')
    await expect.poll(() => options.allTextContents()).toEqual(['zamonaviy', 'ajoyib'])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const active = await field.getAttribute('aria-activedescendant')
    expect(await app.locator(`[id="${active}"]`).textContent()).toBe('ajoyib')
    expect(await barriers(app)).toEqual([])
    await page.keyboard.press('Enter')
    await expect.poll(() => field.inputValue()).toBe('ajoyib')
    expect(await field.getAttribute('aria-expanded')).toBe('false')
  })

  it('turns what a query names into filters; taken back, they are words again and stay so', async () => {
    const phone = await form.phone(buyer)
    const { app, t, be } = phone
    await be(buyer, buyer, { startapp: '' })
    const field = app.getByRole('combobox', { name: t('search.label') })
    await field.fill('кобальт fargʻonada 10060 dollargacha')
    await field.press('Enter')
    await app.getByText(shown(phone, 20)).waitFor()
    expect(await address(phone)).toBe(
      '/search?category=transport.cars&region=fargona&price=..10060&currency=USD&attr.model=chevrolet-cobalt',
    )
    expect(await field.inputValue()).toBe('')
    await app.getByRole('button', { name: t('search.remove', { filter: 'Fargʻona viloyati' }) }).click()
    await expect.poll(() => field.inputValue()).toBe('fargʻonada')
    expect(await address(phone)).not.toContain('region=')
    await field.click()
    await field.press('Enter')
    await expect.poll(() => field.getAttribute('aria-expanded')).toBe('false')
    expect(await address(phone)).toContain('q=farg')
    expect(await address(phone)).not.toContain('region=')
  })

  it('suggests how words may go on, and one is taken by the keyboard', async () => {
    const phone = await form.phone(buyer)
    const { app, t, be } = phone
    await be(buyer, buyer, { startapp: '' })
    const field = app.getByRole('combobox', { name: t('search.label') })
    await field.pressSequentially('mash')
    await app
      .getByRole('option', { name: /mashina/i })
      .first()
      .waitFor()
    expect(await barriers(app)).toEqual([])
    await field.press('ArrowDown')
    await field.press('Enter')
    await app.getByText(shown(phone, count)).waitFor()
  })

  it('is left by back, with the list as it was', async () => {
    const phone = await atCars()
    const { page, app, t } = phone
    const field = app.getByRole('combobox', { name: t('search.label') })
    await field.fill('nimadir')
    await page.getByTestId('back-button').click()
    await expect.poll(() => field.inputValue()).toBe('')
    expect(await address(phone)).toBe('/search?category=transport.cars')
  })
})

describe('the place nearby', () => {
  it('is that of the last ad; another is chosen once and kept', async () => {
    const seller = people.karimjon
    const phone = await form.phone(seller)
    const { app, t, be } = phone
    await be(seller, seller, { startapp: '' })
    // The last ad that Karimjon sent is in Asaka.
    await app.getByRole('radio', { name: 'Asaka tumani' }).click()
    await app.getByRole('link', { name: /Mashina 120\D/ }).waitFor()
    await app.getByRole('radio', { name: t('search.place_other') }).click()
    const sheet = app.getByRole('dialog')
    expect(await barriers(app)).toEqual([])
    await sheet.getByRole('radio', { name: 'Fargʻona', exact: false }).first().click()
    await sheet.getByRole('radio', { name: 'Qoʻqon shahri' }).click()
    await app.getByRole('link', { name: /Mashina 118\D/ }).waitFor()
    expect(await app.getByRole('link', { name: /Mashina 120\D/ }).count()).toBe(0)
    await phone.reload()
    expect(await app.getByRole('radio', { name: 'Qoʻqon shahri' }).getAttribute('aria-checked')).toBe('true')
    expect(await barriers(app)).toEqual([])
  })
})
