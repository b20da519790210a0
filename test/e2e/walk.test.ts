import type { Message } from 'grammy/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SandboxState } from '#server/sandbox/telegram/protocol.ts'
import { attributeOf, catalog, categoryById, labelOf } from '#shared/catalog/index.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { districtById, regionById } from '#shared/regions/regions.ts'
import { eventually } from '../ads.ts'
import { people } from '../people.ts'
import { phoneJpeg } from '../photos/files.ts'
import { startWorld, type World } from '../world.ts'
import { type Look, openStage, recordTraffic, type Stage } from './stage.ts'

const looks: [string, Look][] = [
  ['on a light phone in Uzbek', { theme: 'light', locale: 'uz' }],
  ['on a dark phone in Russian', { theme: 'dark', locale: 'ru' }],
]

describe.each(looks)('an ad from the form to the channel and back, %s', (_, look) => {
  let world: World
  let stage: Stage
  let traffic: ReturnType<typeof recordTraffic>
  const { locale } = look
  const cars = categoryById('transport.cars')
  const label = (key: string) => {
    const attribute = cars && attributeOf(cars, key)
    return attribute ? labelOf(attribute.labels, locale) : key
  }
  const channelPosts = async (): Promise<Message[]> => {
    const state = (await (await fetch(`${world.telegram.url}/client/state`)).json()) as SandboxState
    return state.chats.find((chat) => chat.id === world.telegram.channelId)?.messages ?? []
  }

  beforeAll(async () => {
    world = await startWorld()
    for (const id of Object.values(people))
      await fetch(`${world.telegram.url}/client/people/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ language_code: locale }),
      })
    stage = await openStage(world, look)
    traffic = recordTraffic(stage.page)
  })
  afterAll(async () => {
    await stage?.close()
    await world?.stop()
  })

  it('the seller is greeted in their language, with one button that opens the Mini App', async () => {
    const { page, be, app, t } = stage
    await be(people.karimjon)
    await page.getByTestId('start').click()
    await page.getByRole('button', { name: botTexts(locale)('bot.open') }).click()
    await app.getByText(t('ads.empty_title')).waitFor()
  })

  it('answers the questions while the photos upload, sees the post as it will be, and sends', async () => {
    const { page, app, t, mainButton } = stage
    await app
      .getByRole('button', { name: t('ads.empty_action') })
      .or(app.getByRole('link', { name: t('ads.empty_action') }))
      .first()
      .click()
    await app
      .locator('input[type=file]')
      .first()
      .setInputFiles([
        { name: 'old.jpg', mimeType: 'image/jpeg', buffer: await phoneJpeg(2400, 1800) },
        { name: 'new.jpg', mimeType: 'image/jpeg', buffer: await phoneJpeg(1600, 1200) },
      ])
    await mainButton().click()
    await app.getByRole('button', { name: labelOf(categoryTop().labels, locale) }).click()
    await app.getByRole('button', { name: labelOf(cars!.labels, locale) }).click()
    await app.getByRole('radio', { name: 'Chevrolet' }).click()
    await app.getByRole('radio', { name: 'Cobalt', exact: true }).click()
    await app.getByLabel(label('year'), { exact: true }).fill('2021')
    await mainButton().click()
    await app.getByLabel(label('mileage'), { exact: true }).fill('87 000')
    await mainButton().click()
    await app.getByLabel(t('draft.title'), { exact: true }).fill('Cobalt 2021 <oq> & ideal')
    await app
      .getByLabel(t('draft.description'), { exact: true })
      .fill('Bir qoʻlda haydalgan.\nКраска тоза 👌')
    await mainButton().click()
    await app.getByLabel(t('draft.price_amount'), { exact: true }).pressSequentially('145000000')
    await mainButton().click()
    await app.getByText(regionById('andijon')?.names[locale] ?? '', { exact: true }).click()
    await app.getByText(districtById('andijon.asaka')?.names[locale] ?? '', { exact: true }).click()
    await mainButton().click()
    await app.getByText(t('draft.phone_from_telegram')).click()
    await page.getByTestId('popup-button-ok').click()
    await expect
      .poll(() => app.getByLabel(t('draft.phone'), { exact: true }).inputValue())
      .toContain('90 123 45 67')
    await mainButton().click()
    await app.getByText('Cobalt 2021 <oq> & ideal — 145').waitFor()
    await app.getByText('#cobalt').waitFor()
    await mainButton().click()
    await app.getByText(t('draft.sent_title')).waitFor()
  })

  it('the moderators’ group is told, and the moderator approves what they see', async () => {
    const { page, be, app, t } = stage
    await be(people.muhabbat, world.telegram.moderatorsGroupId)
    await page.getByText('Cobalt 2021 <oq> & ideal').last().waitFor()
    await page
      .getByRole('button', { name: botTexts('uz')('bot.announce_button') })
      .last()
      .click()
    await app.getByText('Cobalt 2021 <oq> & ideal').first().waitFor()
    await expect.poll(() => app.locator('img').count()).toBeGreaterThanOrEqual(1)
    await app.getByRole('button', { name: t('moderation.approve') }).click()
    await eventually(async () => (await channelPosts()).length === 1)
  })

  it('the seller’s chat has the outcome', async () => {
    const { page, be } = stage
    await be(people.karimjon)
    await page.getByText('Cobalt 2021 <oq> & ideal').last().waitFor()
  })

  it('the channel has the post, and its button opens that ad, with its contact, for a buyer', async () => {
    const { page, be, app, t } = stage
    const [post] = await channelPosts()
    expect(post).toMatchObject({
      photo: expect.any(Array),
      caption: expect.stringContaining('145\u00a0000\u00a0000'),
    })
    await be(people.dilnoza, world.telegram.channelId)
    await page.getByRole('button', { name: botTexts('uz')('channel.view') }).click()
    await app.getByRole('heading', { name: 'Cobalt 2021 <oq> & ideal' }).waitFor()
    await app.getByText('87 000', { exact: false }).first().waitFor()
    await app.getByRole('button', { name: t('ads.call') }).click()
    await app.getByText('90 123 45 67').first().waitFor()
  })

  it('a buyer finds it first in the feed', async () => {
    const { page, be, app } = stage
    await be(people.dilnoza)
    await page.getByTestId('menu-button').or(page.getByTestId('start')).first().click()
    await page.getByTestId('menu-button').click()
    await app
      .getByRole('link', { name: /Cobalt 2021/ })
      .first()
      .click()
    await app.getByRole('heading', { name: 'Cobalt 2021 <oq> & ideal' }).waitFor()
  })

  it('a new price, “sold” and “removed” reach the channel', async () => {
    const { page, be, app, t, mainButton } = stage
    await be(people.karimjon)
    await page.getByTestId('menu-button').click()
    await app.getByRole('link', { name: t('tabs.mine') }).click()
    // The feed, which shows the ad too, stays until the screen is there.
    await app.getByRole('heading', { name: t('mine.title') }).waitFor()
    await app.getByText('Cobalt 2021 <oq> & ideal').click()
    await app.getByRole('button', { name: t('mine.price') }).click()
    await app.getByRole('dialog').getByRole('textbox').fill('139000000')
    await app
      .getByRole('dialog')
      .getByRole('button', { name: t('mine.price_save') })
      .click()
    await eventually(async () => (await channelPosts())[0]?.caption?.includes('139\u00a0000\u00a0000'))
    const picture = async () => (await channelPosts())[0]?.photo?.at(-1)?.file_unique_id
    const before = await picture()
    await mainButton().click()
    await eventually(async () => (await picture()) !== before)
    await app.getByRole('button', { name: t('mine.remove') }).click()
    await page.getByTestId('popup').getByRole('button').first().click()
    await eventually(async () => (await channelPosts()).length === 0)
  })

  it('no photo passed through the board’s own server, and no page complained', () => {
    const own = traffic.filter(({ origin }) => origin === world.config.publicUrl)
    const storage = traffic.filter(({ origin }) => origin === new URL(world.config.s3.endpoint).origin)
    expect(own.length).toBeGreaterThan(0)
    expect(
      own.filter(
        ({ type, bytes }) => type.startsWith('image/') || type.startsWith('multipart/') || bytes > 10_000,
      ),
    ).toEqual([])
    expect(storage.filter(({ method, type }) => method === 'PUT' && type === 'image/jpeg')).toHaveLength(2)
    expect(stage.faults).toEqual([])
  })
})

const categoryTop = () => {
  const top = catalog.find(({ id }) => id === 'transport')
  if (!top) throw new Error('the catalogue has no transport')
  return top
}
