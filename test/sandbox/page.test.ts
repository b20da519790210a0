import type { Message } from '@grammyjs/types'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { BUYER, bubble, MODERATOR, openPage, PAGE_DIR, SELLER } from './page-world.ts'
import { discard, startSandbox, type TestSandbox } from './telegram-world.ts'

let browser: Browser
let sandbox: TestSandbox

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  sandbox = await startSandbox({ pageDir: PAGE_DIR })
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await discard(sandbox)
})

const send = (text: string, more: object = {}) =>
  sandbox.ok<Message>('sendMessage', { chat_id: SELLER, text, ...more })

describe('the page of the sandbox', () => {
  test('START greets the bot; its answer shows entities as elements and markup as text', async () => {
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    await page.getByTestId('start').click()
    await page.getByTestId('composer').waitFor()
    expect((await sandbox.updates()).map(({ message }) => message?.text)).toEqual(['/start'])

    const { message_id } = await send('🚗 Salom <b>x</b>', {
      entities: [{ type: 'bold', offset: 3, length: 5 }],
    })
    await bubble(page, message_id).waitFor()
    expect(await bubble(page, message_id).locator('b').allTextContents()).toEqual(['Salom'])
    expect(await bubble(page, message_id).locator('.text').textContent()).toContain('🚗 Salom <b>x</b>')
  })

  test('messages are edited and vanish under the reader’s eyes', async () => {
    await sandbox.say(SELLER, '/start')
    const { message_id } = await send('Narxi: 100')
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    await bubble(page, message_id).getByText('Narxi: 100').waitFor()
    await sandbox.ok('editMessageText', { chat_id: SELLER, message_id, text: 'Narxi: 90' })
    await bubble(page, message_id).getByText('Narxi: 90').waitFor()
    await bubble(page, message_id).getByText('edited').waitFor()
    await sandbox.ok('deleteMessage', { chat_id: SELLER, message_id })
    await bubble(page, message_id).waitFor({ state: 'detached' })
  })

  test('a pressed button waits for the bot and shows its alert', async () => {
    await sandbox.say(SELLER, '/start')
    await sandbox.updates()
    const { message_id } = await send('Rostdanmi?', {
      reply_markup: { inline_keyboard: [[{ text: 'Ha', callback_data: 'yes' }]] },
    })
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    const button = bubble(page, message_id).getByRole('button', { name: 'Ha' })
    await button.click()
    expect(await button.getAttribute('aria-busy')).toBe('true')
    const [update] = await sandbox.ok<{ callback_query: { id: string; data: string } }[]>('getUpdates', {
      timeout: 5,
    })
    expect(update?.callback_query.data).toBe('yes')
    await sandbox.ok('answerCallbackQuery', {
      callback_query_id: update?.callback_query.id,
      text: 'Boʻldi',
      show_alert: true,
    })
    await page.getByTestId('popup').getByText('Boʻldi').waitFor()
    await page.getByTestId('popup-button-ok').click()
    await page.getByTestId('popup').waitFor({ state: 'detached' })
  })

  test('photos go as an album with their caption', async () => {
    await sandbox.say(SELLER, '/start')
    await sandbox.updates()
    const jpeg = await sharp({ create: { width: 400, height: 300, channels: 3, background: '#3390ec' } })
      .jpeg()
      .toBuffer()
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    const file = (name: string) => ({ name, mimeType: 'image/jpeg', buffer: jpeg })
    await page.getByTestId('attach-photo').setInputFiles([file('a.jpg'), file('b.jpg')])
    await page.getByTestId('composer').fill('Ikki rasm')
    await page.getByTestId('send').click()
    await page.locator('.album-tile').nth(1).waitFor()
    const sent = (await sandbox.updates()).flatMap(({ message }) => message ?? [])
    expect(sent.map(({ photo, caption }) => [Boolean(photo), caption])).toEqual([
      [true, 'Ikki rasm'],
      [true, undefined],
    ])
    expect(new Set(sent.map(({ media_group_id }) => media_group_id)).size).toBe(1)
  })

  test('a keyboard’s contact button shares the number only after a yes', async () => {
    await sandbox.say(SELLER, '/start')
    await sandbox.updates()
    await send('Raqamingiz?', {
      reply_markup: { keyboard: [[{ text: 'Raqamni yuborish', request_contact: true }]] },
    })
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    const key = page.getByRole('button', { name: 'Raqamni yuborish' })
    await key.click()
    await page.getByTestId('popup-button-cancel').click()
    await key.click()
    await page.getByTestId('popup-button-ok').click()
    await page.locator('.file').waitFor()
    const contacts = (await sandbox.updates()).map(({ message }) => message?.contact?.phone_number)
    expect(contacts).toEqual(['998901234567'])
  })

  test('news for others is counted at their names, and only members see the group', async () => {
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    await sandbox.ok('sendMessage', { chat_id: sandbox.moderatorsGroupId, text: 'Yangi eʼlon' })
    const moderator = page.getByTestId(`person-${MODERATOR}`)
    await moderator.getByText('1', { exact: true }).waitFor()
    expect(await page.getByTestId(`person-${BUYER}`).locator('.badge').count()).toBe(0)
    expect(await page.getByTestId(`chat-${sandbox.moderatorsGroupId}`).count()).toBe(0)
    await moderator.click()
    await page.getByTestId(`chat-${sandbox.moderatorsGroupId}`).click()
    await bubble(page, 1).getByText('Yangi eʼlon').waitFor()
    await page.getByTestId(`person-${SELLER}`).click()
    await page.getByTestId(`person-${SELLER}`).and(page.locator('[aria-checked=true]')).waitFor()
    expect(await moderator.locator('.badge').count()).toBe(0)
  })

  test('the page finds back to a sandbox that was restarted, with what it missed', async () => {
    await sandbox.say(SELLER, '/start')
    const page = await openPage(browser, sandbox, `person=${SELLER}`)
    await bubble(page, 1).waitFor()
    const { dataDir } = sandbox
    const port = Number(new URL(sandbox.url).port)
    await sandbox.stop()
    await page.getByText('Connecting…').waitFor()
    sandbox = await startSandbox({ pageDir: PAGE_DIR, dataDir, port })
    const { message_id } = await send('Qaytdim')
    await bubble(page, message_id).getByText('Qaytdim').waitFor()
  })
})
