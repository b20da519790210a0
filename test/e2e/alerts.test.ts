import { randomUUID } from 'node:crypto'
import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { writeSearchParam } from '#shared/search/link.ts'
import { eventually, param, plough, publish, submit } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon
const buyer = people.dilnoza
const uz = botTexts('uz')

const messagesIn = async (chatId: number): Promise<Message[]> => {
  const state = (await (await fetch(`${form.world.telegram.url}/client/state`)).json()) as SandboxState
  return state.chats.find(({ id }) => id === chatId)?.messages ?? []
}
const say = (from: number, text: string) =>
  fetch(`${form.world.telegram.url}/client/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ from, chatId: from, text }),
  })
const alerts = async () =>
  (await messagesIn(buyer)).filter(({ text, caption }) => (text ?? caption)?.startsWith(uz('bot.found')))
const searchesOf = async (person: number) =>
  (await (await form.world.as(person).searches.$get()).json()).items
const word = () => `soz${randomUUID().replace(/\d|-/g, '').slice(0, 8)}`

describe('a saved search', () => {
  it('is saved from an empty list and brings the ad into the chat when it is approved; its buttons open it, pause the search and delete it', async () => {
    await say(buyer, '/start')
    const title = `Traktor ${word()}`
    const q = title.split(' ')[1] as string
    const phone = await form.phone(buyer)
    const { page, app, t, be } = phone
    await be(buyer, buyer, { startapp: writeSearchParam({ q }) ?? '' })
    await app.getByRole('heading', { name: t('app.nothing_found') }).waitFor()
    const bells = app.getByRole('button', { name: t('searches.save') })
    await bells.last().click()
    const sheet = app.getByRole('dialog', { name: t('searches.saved') })
    await sheet.getByRole('button', { name: t('searches.instant'), pressed: true }).click()
    await sheet.waitFor({ state: 'detached' })
    for (const bell of await bells.all()) expect(await bell.getAttribute('aria-pressed')).toBe('true')
    expect(await searchesOf(buyer)).toMatchObject([{ query: `q=${q}`, mode: 'instant' }])
    await be(buyer)
    const id = await submit(form.world.as(seller), { ...plough, title })
    const approved = performance.now()
    await form.world
      .as(people.muhabbat)
      .moderation[':id'].approve.$post({ ...param(id), json: { revision: 1 } })
    const [alert] = await eventually(async () => {
      const found = await alerts()
      return found.length > 0 && found
    }, 60)
    console.info(`alert ${Math.round(performance.now() - approved)} ms after approval`)

    const shown = page.getByTestId(`message-${(alert as Message).message_id}`)
    await shown.getByText(title).waitFor()
    await shown.getByRole('button', { name: uz('bot.search_pause') }).click()
    await shown.getByRole('button', { name: uz('bot.search_resume') }).waitFor()
    expect(await searchesOf(buyer)).toMatchObject([{ mode: 'off' }])
    await shown.getByRole('button', { name: uz('bot.search_resume') }).click()
    await shown.getByRole('button', { name: uz('bot.search_pause') }).waitFor()
    await shown.getByRole('button', { name: uz('bot.search_delete') }).click()
    await shown.getByRole('button', { name: uz('bot.search_delete') }).waitFor({ state: 'detached' })
    expect(await searchesOf(buyer)).toEqual([])

    await shown.getByRole('button', { name: uz('bot.approved_button') }).click()
    await app.getByRole('heading', { name: title }).waitFor()
    expect(await alerts()).toHaveLength(1)
  }, 120_000)

  it('stands in the list of searches with its bell; another mode and deleting are two taps away', async () => {
    const person = people.ivan
    const api = form.world.as(person)
    const saved = await (
      await api.searches.$post({
        json: { query: 'q=сигир&category=livestock.cattle&district=andijon.asaka' },
      })
    ).json()
    const { page, app, t, be } = await form.phone(person, { locale: 'ru' })
    await be(person, person, { startapp: 'saved' })
    await app.getByRole('link', { name: t('searches.title') }).click()
    const bell = app.getByRole('button', { name: t('searches.bell', { name: saved.name }) })
    await bell.waitFor()
    expect(await barriers(app)).toEqual([])
    await bell.click()
    await app.getByRole('dialog').waitFor()
    expect(await barriers(app)).toEqual([])
    await app.getByRole('button', { name: t('searches.daily') }).click()
    // Who has never written to the bot is asked whether it may write.
    await page.getByRole('button', { name: 'Allow' }).click()
    await app.getByText(t('searches.daily'), { exact: true }).waitFor()
    await eventually(async () => (await searchesOf(person))[0]?.mode === 'daily')
    await bell.click()
    await app.getByRole('button', { name: t('searches.delete') }).click()
    await app.getByRole('heading', { name: t('searches.empty_title') }).waitFor()
    await eventually(async () => (await searchesOf(person)).length === 0)
  })
})

describe('@bot in a chat', () => {
  it('shows ads while words are typed; a chosen one is sent as a card with a button that opens it', async () => {
    const title = `Kartochka ${word()}`
    const q = title.split(' ')[1] as string
    const ad = await publish(form.world.as(seller), form.world.as(people.muhabbat), { ...plough, title })
    const person = people.muhabbat
    const group = form.world.telegram.moderatorsGroupId
    const { page, app, be } = await form.phone(person)
    await be(person, group)
    await page.getByTestId('composer').fill(`@VodiyBozorBot ${q}`)
    const results = page.getByTestId('inline-results')
    await results.getByRole('button', { name: title }).click()
    const card = await eventually(async () =>
      (await messagesIn(group)).find(
        ({ via_bot, text, caption }) => via_bot && (text ?? caption)?.includes(title),
      ),
    )
    expect(card.from?.id).toBe(person)
    await page
      .getByTestId(`message-${card.message_id}`)
      .getByRole('button', { name: uz('channel.view') })
      .click()
    await app.getByRole('heading', { name: ad.title }).waitFor()
  })

  it('that finds nothing leads into the chat with the bot', async () => {
    const person = people.muhabbat
    const { page, be } = await form.phone(person)
    await be(person, form.world.telegram.moderatorsGroupId)
    await page.getByTestId('composer').fill('@VodiyBozorBot zzyzx')
    await page.getByRole('button', { name: uz('inline.none') }).click()
    await page.getByTestId('start').click()
    await page.locator('.text').getByText(uz('bot.find')).waitFor()
  })
})
