import { eq } from 'drizzle-orm'
import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import { adDays, users } from '#server/db/schema.ts'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { eventually, param, plough, publish } from '../ads.ts'
import { people } from '../people.ts'
import { useForm } from './form.ts'
import { appTexts } from './texts.ts'

const form = useForm()
const seller = people.karimjon

/** A live ad of the seller's, and a phone that shows it as its owner sees it. */
async function atMyAd(title: string) {
  const api = form.world.as(seller)
  const ad = await publish(api, form.world.as(people.muhabbat), { ...plough, title })
  const phone = await form.phone(seller)
  await phone.be(seller, seller, { startapp: `my_${ad.id}` })
  await phone.app.getByText(title).first().waitFor()
  return { ad, api, phone, ...phone }
}
const state = async () =>
  (await (await fetch(`${form.world.telegram.url}/client/state?person=${seller}`)).json()) as SandboxState
const say = (text: string) =>
  fetch(`${form.world.telegram.url}/client/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from: seller, chatId: seller, text }),
  })
const chat = async (): Promise<Message[]> =>
  (await state()).chats.find(({ id }) => id === seller)?.messages ?? []

describe('my ad', () => {
  it('tells how many looked and asked, in a picture that is also a table', async () => {
    const api = form.world.as(seller)
    const ad = await publish(api, form.world.as(people.muhabbat), { ...plough, title: 'Koʻp koʻrilgan' })
    const day = new Date(Date.now() + 5 * 3_600_000 - 2 * 86_400_000).toISOString().slice(0, 10)
    await form.world.deps.db.insert(adDays).values({ adId: ad.id, day, views: 41, contacts: 3, favorites: 2 })
    const { app, t, be } = await form.phone(seller)
    await be(seller, seller, { startapp: `my_${ad.id}` })
    await app
      .getByRole('img', { name: t('mine.stats_chart', { views: 41, contacts: 3, favorites: 2 }) })
      .waitFor()
    await app.getByText(t('mine.stats_table')).click()
    const row = app.getByRole('row', { name: day.split('-').reverse().join('.') })
    expect(await row.getByRole('cell').allTextContents()).toEqual(['41', '3', '2'])
  })

  it('is edited: the form has its answers, and says that the change is looked at', async () => {
    await form.begin(seller)
    const { ad, api, app, t, mainButton } = await atMyAd('Tahrirlanadigan')
    await app.getByRole('button', { name: t('mine.edit') }).click()
    await mainButton().getByText(t('draft.send')).waitFor()
    await app.getByText('Tahrirlanadigan').first().waitFor()
    await mainButton().click()
    await app.getByText(t('draft.sent_title')).waitFor()
    expect((await (await api.ads[':id'].$get(param(ad.id))).json()).state).toBe('pending')
  })

  it('is copied as a new one, after asking when another is unfinished', async () => {
    const { page, app, t, mainButton } = await atMyAd('Nusxalanadigan')
    await form.begin(seller, { ...plough, title: 'Chala' })
    await app.getByRole('button', { name: t('mine.copy') }).click()
    await page
      .getByTestId('popup')
      .getByRole('button', { name: t('mine.replace') })
      .click()
    await mainButton().getByText(t('draft.send')).waitFor()
    await app.getByText('Nusxalanadigan').first().waitFor()
    expect((await form.saved(seller)).draft?.title).toBe('Nusxalanadigan')
    await form.begin(seller)
  })

  it('of a service is closed, not sold', async () => {
    const { app, t, mainButton } = await atMyAd('Yopiladigan xizmat')
    await mainButton().getByText(t('closed.closed'), { exact: true }).click()
    await app.getByText(t('mine.closed_done', { word: t('closed.closed').toLowerCase() })).waitFor()
    await app.getByText(t('closed.closed'), { exact: true }).waitFor()
    expect(await app.getByText(t('closed.sold'), { exact: true }).count()).toBe(0)
  })

  it('is asked for a new price by the bot’s button', async () => {
    await say('/start')
    const { page, be } = await atMyAd('Narxi oʻzgaradigan')
    const said = async () => (await chat()).some(({ text }) => text?.includes('Narxi oʻzgaradigan'))
    await eventually(said, 30)
    await be(seller)
    const { app, t } = { app: page.frameLocator('[data-testid="mini-app"]'), t: appTexts('uz') }
    await page
      .getByRole('button', { name: botTexts('uz')('bot.deed_price'), exact: true })
      .last()
      .click()
    await app.getByRole('dialog').getByText(t('mine.price_title')).waitFor()
  })
})

describe('the settings', () => {
  it('change the language of the app, the bot and its menu at once, and of an open chat', async () => {
    const phone = await form.phone(seller)
    await phone.be(seller, seller, { startapp: 'my' })
    await phone.app.getByText(phone.t('settings.title')).click()
    await phone.app.getByRole('button', { name: 'Русский' }).click()
    const ru = appTexts('ru')
    await phone.screen(ru('settings.title'))
    await eventually(async () => {
      const { menuButtons } = await state()
      return menuButtons[seller]?.text === botTexts('ru')('bot.menu')
    })
    await say('/help')
    await eventually(async () => (await chat()).at(-1)?.text === botTexts('ru')('bot.help'))
    await phone.app.getByRole('button', { name: 'Oʻzbekcha' }).click()
    await phone.screen(phone.t('settings.title'))
  })

  it('turn the daily message off', async () => {
    const { app, t, be } = await form.phone(people.ivan, { locale: 'uz' })
    await form.world.as(people.ivan).me.$patch({ json: { locale: 'uz' } })
    await be(people.ivan, people.ivan, { startapp: 'my' })
    await app.getByText(t('settings.title')).click()
    await app.getByRole('switch', { name: t('settings.digest') }).uncheck({ force: true })
    await eventually(async () => {
      const [row] = await form.world.deps.db.select().from(users).where(eq(users.id, people.ivan))
      return row?.digest === false
    })
  })

  it('forget everything after asking, and say what was removed', async () => {
    const person = people.dilnoza
    await publish(form.world.as(person), form.world.as(people.muhabbat), { ...plough, title: 'Oʻchadi' })
    const { page, app, t, be } = await form.phone(person)
    await be(person, person, { startapp: 'my' })
    await app.getByText('Oʻchadi').first().waitFor()
    await app.getByText(t('settings.title')).click()
    await app.getByText(t('settings.erase'), { exact: true }).click()
    await page
      .getByTestId('popup')
      .getByRole('button', { name: t('settings.erase_yes') })
      .click()
    await app.getByText(t('settings.erased')).waitFor()
    await eventually(async () => {
      const rows = await form.world.deps.db.select().from(users).where(eq(users.id, person))
      return rows.length === 0
    }, 60)
  }, 90_000)
})
