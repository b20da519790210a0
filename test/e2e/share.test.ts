import type { Message } from 'grammy/types'
import { describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { eventually, param, plough, publish } from '../ads.ts'
import { people } from '../people.ts'
import { barriers } from './barriers.ts'
import { type Phone, useForm } from './form.ts'

const form = useForm()
const seller = people.karimjon

const messagesIn = async (chatId: number): Promise<Message[]> => {
  const state = (await (await fetch(`${form.world.telegram.url}/client/state`)).json()) as SandboxState
  return state.chats.find(({ id }) => id === chatId)?.messages ?? []
}

/** A live ad whose post, and so whose picture, stands in the channel. */
async function posted(title: string) {
  const [api, moderator] = [form.world.as(seller), form.world.as(people.muhabbat)]
  const { id } = await publish(api, moderator, { ...plough, title })
  return eventually(async () => {
    const ad = await (await api.ads[':id'].$get(param(id))).json()
    return ad.post ? ad : undefined
  }, 60)
}

/** The person's phone at the ad's page. */
async function atAd(person: number, title: string, o: { version?: string; locale?: Locale } = {}) {
  const ad = await posted(title)
  const phone = await form.phone(person, { locale: o.locale ?? 'uz' })
  if (o.version) await speak(phone, o.version)
  await phone.be(person, person, { startapp: `ad_${ad.id}` })
  await phone.app.getByRole('heading', { name: title }).waitFor()
  return { ad, phone, ...phone }
}

/** The client says that it knows Mini Apps only up to this version. */
const speak = ({ context }: Phone, version: string) =>
  context.route('**/client/launch', async (route) => {
    const answer = await route.fetch()
    const { url } = (await answer.json()) as { url: string }
    await route.fulfill({
      json: { url: url.replace(/tgWebAppVersion=[\d.]+/, `tgWebAppVersion=${version}`) },
    })
  })

describe('sharing an ad', () => {
  it('a buyer sends it to a chosen chat as a card: picture, words, and a button that opens it', async () => {
    const person = people.muhabbat
    const { ad, page, app, t, be } = await atAd(person, 'Ulashiladigan')
    const group = form.world.telegram.moderatorsGroupId
    await app.getByRole('button', { name: t('ads.share') }).click()
    await page.getByTestId(`pick-${group}`).click()
    const card = await eventually(async () =>
      (await messagesIn(group)).find(({ via_bot }) => via_bot?.username === 'VodiyBozorBot'),
    )
    const [post] = (await messagesIn(form.world.telegram.channelId)).filter(({ caption }) =>
      caption?.includes('Ulashiladigan'),
    )
    expect(card).toMatchObject({ from: { id: person }, caption: post?.caption, photo: post?.photo })

    await be(person, group)
    const shown = page.getByTestId(`message-${card.message_id}`)
    await shown.locator('img').first().waitFor()
    await shown.getByRole('button', { name: botTexts('uz')('channel.view') }).click()
    await app.getByRole('heading', { name: ad.title }).waitFor()
  })

  it('the seller shares it from “my ads” in their own language', async () => {
    await form.world.as(seller).me.$patch({ json: { locale: 'ru' } })
    const ad = await posted('Oʻzi ulashadi')
    const { page, app, t, be } = await form.phone(seller, { locale: 'ru' })
    await be(seller, seller, { startapp: `my_${ad.id}` })
    await app.getByRole('button', { name: t('ads.share') }).click()
    await page.getByTestId(`pick-${seller}`).click()
    const card = await eventually(async () =>
      (await messagesIn(seller)).find(({ caption }) => caption?.startsWith('Oʻzi ulashadi')),
    )
    expect(card.caption).toContain('Асакинский район')
    await form.world.as(seller).me.$patch({ json: { locale: 'uz' } })
  })

  it('a share that is left sends nothing and says nothing', async () => {
    const person = people.dilnoza
    const { page, app, t } = await atAd(person, 'Ulashilmaydigan')
    const before = await messagesIn(person)
    await app.getByRole('button', { name: t('ads.share') }).click()
    await page.getByTestId(`pick-${person}`).waitFor()
    await page.keyboard.press('Escape')
    await page.getByTestId(`pick-${person}`).waitFor({ state: 'detached' })
    await app
      .getByRole('button', { name: t('ads.share') })
      .and(app.locator('[aria-busy=false]'))
      .waitFor()
    expect(await messagesIn(person)).toEqual(before)
    expect(await app.locator('.vb-toast').count()).toBe(0)
  })

  it.each([
    ['an old client', '7.10', undefined],
    ['a Telegram that takes no card', '9.1', 'savePreparedInlineMessage'],
  ] as const)('with %s the link is shared', async (_, version, broken) => {
    const person = people.dilnoza
    const { ad, page, app, t } = await atAd(person, `Havola ${version}`, { version })
    if (broken)
      await fetch(`${form.world.telegram.url}/client/faults`, {
        method: 'POST',
        body: JSON.stringify({ method: broken, times: 9, kind: '400' }),
      })
    await app.getByRole('button', { name: t('ads.share') }).click()
    await page.getByTestId(`pick-${person}`).click()
    await eventually(async () =>
      (await messagesIn(person)).some(
        ({ text }) => text === `https://t.me/VodiyBozorBot?startapp=ad_${ad.id}\n${ad.title}`,
      ),
    )
    await fetch(`${form.world.telegram.url}/client/faults`, { method: 'DELETE' })
  })

  it('is offered to everybody, and not for what is sold', async () => {
    const { ad, app, t, be } = await atAd(people.dilnoza, 'Sotiladigan')
    expect(await barriers(app)).toEqual([])
    const own = { ...param(ad.id), json: { revision: ad.revision } }
    await form.world.as(seller).ads[':id'].sold.$post(own)
    await be(people.dilnoza, people.dilnoza, { startapp: `ad_${ad.id}` })
    await app.getByText(t('closed.closed'), { exact: true }).waitFor()
    expect(await app.getByRole('button', { name: t('ads.share') }).count()).toBe(0)
  })
})
