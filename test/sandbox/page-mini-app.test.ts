import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import {
  BUYER,
  bubble,
  type MiniApp,
  type MiniAppWorld,
  miniApp,
  openPage,
  SELLER,
  startMiniAppWorld,
} from './page-world.ts'

let browser: Browser
let world: MiniAppWorld
let page: Page
let app: MiniApp

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())
beforeEach(async () => {
  world = await startMiniAppWorld()
  page = await openPage(browser, world.sandbox, `person=${SELLER}&startapp=ad_7`)
  app = await miniApp(page)
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
  await world.stop()
})

describe('the Mini App on the page of the sandbox', () => {
  test('a channel post’s button opens it with the start parameter and the person’s signed data', async () => {
    const url = `https://t.me/${world.sandbox.botUsername}?startapp=ad_8`
    await world.sandbox.ok('sendMessage', {
      chat_id: world.sandbox.channelId,
      text: 'Cobalt',
      reply_markup: { inline_keyboard: [[{ text: 'Koʻrish', url }]] },
    })
    await page.getByTestId(`person-${BUYER}`).click()
    await page.getByTestId(`chat-${world.sandbox.channelId}`).click()
    await bubble(page, 1).getByRole('button', { name: 'Koʻrish' }).click()
    const src = await page.getByTestId('mini-app').getAttribute('src')
    const launch = new URLSearchParams(new URL(src ?? '').hash.slice(1))
    const initData = new URLSearchParams(launch.get('tgWebAppData') ?? '')
    expect(src?.startsWith(world.appUrl)).toBe(true)
    expect(JSON.parse(initData.get('user') ?? '{}')).toMatchObject({ id: BUYER })
    expect(initData.get('start_param')).toBe('ad_8')
    expect(initData.get('hash')).toMatch(/^[0-9a-f]{64}$/)
  })

  test('its native buttons show what it sets and tell when they are pressed', async () => {
    await app.say('web_app_setup_main_button', { is_visible: true, text: 'Yuborish' })
    await app.say('web_app_setup_secondary_button', { is_visible: true, text: 'Ortga', is_active: false })
    await app.say('web_app_setup_back_button', { is_visible: true })
    await page.getByTestId('main-button').getByText('Yuborish').click()
    await app.got('main_button_pressed')
    expect(await page.getByTestId('secondary-button').isDisabled()).toBe(true)
    await page.getByTestId('back-button').click()
    await app.got('back_button_pressed')
    await app.say('web_app_setup_main_button', { is_visible: false })
    await page.getByTestId('main-button').waitFor({ state: 'detached' })
  })

  test('a popup tells its button; Escape tells none', async () => {
    const popup = {
      message: 'Oʻchirilsinmi?',
      buttons: [
        { id: 'yes', type: 'destructive', text: 'Ha' },
        { id: 'no', type: 'cancel' },
      ],
    }
    await app.say('web_app_open_popup', popup)
    await page.getByTestId('popup-button-yes').waitFor()
    await page.keyboard.press('Escape')
    expect(await app.got('popup_closed')).toEqual({})
    await page.reload()
    await page.getByRole('button', { name: 'Open the Mini App' }).click()
    app = await miniApp(page)
    await app.say('web_app_open_popup', popup)
    await page.getByTestId('popup-button-yes').click()
    expect(await app.got('popup_closed')).toEqual({ button_id: 'yes' })
  })

  test('the shared number reaches the bot and, signed, the Mini App', async () => {
    await app.say('web_app_request_phone')
    await page.getByTestId('popup-button-ok').click()
    expect(await app.got('phone_requested')).toEqual({ status: 'sent' })
    const request = { req_id: '1', method: 'getRequestedContact', params: {} }
    await app.say('web_app_invoke_custom_method', request)
    const { result } = (await app.got('custom_method_invoked')) as { result: string }
    const contact = JSON.parse(new URLSearchParams(result).get('contact') ?? '{}')
    expect(contact).toMatchObject({ user_id: SELLER })
    const [update] = await world.sandbox.updates()
    expect(update?.message?.contact?.user_id).toBe(SELLER)
  })

  test('a change of theme reaches it', async () => {
    await page.getByTestId('theme-switch').click()
    expect(await app.got('theme_changed')).toMatchObject({ theme_params: { bg_color: '#17212b' } })
  })

  test('closing asks when it wished so', async () => {
    await app.say('web_app_setup_closing_behavior', { need_confirmation: true })
    const close = page.getByRole('button', { name: 'Close the Mini App' })
    await close.click()
    await page.getByTestId('popup-button-cancel').click()
    expect(await page.getByTestId('mini-app').count()).toBe(1)
    await close.click()
    await page.getByTestId('popup-button-ok').click()
    await page.getByTestId('mini-app').waitFor({ state: 'detached' })
  })

  test('only the Mini App’s own window is heard', async () => {
    const event = (text: string) =>
      JSON.stringify({ eventType: 'web_app_setup_main_button', eventData: { is_visible: true, text } })
    await page.evaluate((message) => window.postMessage(message, '*'), event('Begona'))
    await app.say('web_app_setup_main_button', { is_visible: true })
    await page.getByTestId('main-button').getByText('Continue').waitFor()
  })

  test('each person has a phone of their own, and it stays as it was', async () => {
    await app.say('web_app_setup_main_button', { is_visible: true, text: 'Sotuvchiniki' })
    await page.getByTestId('main-button').waitFor()
    await page.getByTestId(`person-${BUYER}`).click()
    await page.getByTestId('mini-app').waitFor({ state: 'detached' })
    expect(await page.getByTestId('main-button').count()).toBe(0)
    await page.getByTestId(`person-${SELLER}`).click()
    await page.getByTestId('main-button').getByText('Sotuvchiniki').waitFor()
  })

  test('on a phone it covers the chats, and a Telegram link uncovers them', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect((await page.getByTestId('mini-app').boundingBox())?.width).toBe(390)
    await app.say('web_app_open_tg_link', { path_full: '/vodiy_bozor' })
    await page.getByRole('heading', { name: 'Vodiy Bozor', level: 2 }).waitFor()
    await page.getByTestId('minimized').click()
    await page.getByTestId('mini-app').waitFor()
  })
})
