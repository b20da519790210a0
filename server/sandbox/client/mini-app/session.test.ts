import { beforeEach, describe, expect, test } from 'vitest'
import type { Telegram } from './requests.ts'
import { createSession, type Session } from './session.ts'
import type { Shelf } from './storage.ts'
import { readWireEvent } from './wire.ts'

const shelf = (): Shelf => {
  let kept: Record<string, string> = {}
  return {
    read: () => ({ ...kept }),
    write(values) {
      kept = values
    },
  }
}

let posted: [type: string, data: unknown][]
let calls: string[]
let mayWrite: boolean
let session: Session

beforeEach(() => {
  posted = []
  calls = []
  mayWrite = false
  const telegram: Telegram = {
    botName: 'Bozor',
    themeParams: () => ({ bg_color: '#ffffff' }),
    mayWrite: () => mayWrite,
    grantWriting: async () => calls.push('granted'),
    shareContact: async () => 'contact=%7B%7D&hash=ab',
    openLink: (url) => calls.push(`open ${url}`),
    openTelegramLink: (url) => calls.push(`telegram ${url}`),
    sendData: async (data) => void calls.push(`data ${data}`),
    sharePrepared: async (id) => {
      if (id === 'good') return undefined
      if (id === 'broken') throw new Error('no network')
      return id === 'old' ? 'MESSAGE_EXPIRED' : 'USER_DECLINED'
    },
    insert: async (query, chooseChat) => void calls.push(`insert ${query} ${chooseChat}`),
    readClipboard: async () => 'from the clipboard',
    close: () => calls.push('close'),
  }
  const shelves = { cloud: shelf(), device: shelf(), secure: shelf() }
  session = createSession(telegram, shelves, (type, data) => posted.push([type, data]))
})

const send = (eventType: string, eventData: Record<string, unknown> = {}) =>
  session.receive({ eventType, eventData })

/** Answers the question the Mini App made the phone ask. */
async function answer(button?: string, value = '') {
  await Promise.resolve()
  session.dialogs.current()?.answer({ value, ...(button === undefined ? {} : { button }) })
}

describe('the wire', () => {
  test('only JSON strings with an event type are heard', () => {
    expect(readWireEvent('{"eventType":"web_app_ready"}')).toEqual({
      eventType: 'web_app_ready',
      eventData: {},
    })
    expect(readWireEvent('{"eventType":"a","eventData":{"b":1}}')?.eventData).toEqual({ b: 1 })
    for (const noise of [undefined, 7, {}, 'text', 'null', '{"eventType":5}', '[]']) {
      expect(readWireEvent(noise)).toBeUndefined()
    }
  })
})

describe('native buttons', () => {
  test('a change keeps what it does not name', async () => {
    await send('web_app_setup_main_button', { is_visible: true, text: 'Yuborish', color: '#112233' })
    await send('web_app_setup_main_button', { is_progress_visible: true })
    expect(session.chrome.main).toMatchObject({
      visible: true,
      text: 'Yuborish',
      color: '#112233',
      progress: true,
    })
  })

  test('what is no colour and no position is left aside', async () => {
    await send('web_app_setup_secondary_button', { color: 'red', position: 'middle', is_visible: true })
    expect(session.chrome.secondary).toMatchObject({ visible: true, position: 'left' })
    expect(session.chrome.secondary.color).toBeUndefined()
  })

  test('a reload takes everything down', async () => {
    await send('web_app_setup_main_button', { is_visible: true })
    await send('web_app_setup_back_button', { is_visible: true })
    await send('iframe_will_reload')
    expect(session.chrome.main.visible).toBe(false)
    expect(session.chrome.back).toBe(false)
  })

  test('haptics are counted with their kind', async () => {
    await send('web_app_trigger_haptic_feedback', { type: 'impact', impact_style: 'medium' })
    await send('web_app_trigger_haptic_feedback', { type: 'selection_change' })
    expect(session.chrome.haptic).toEqual({ count: 2, kind: 'selection' })
  })
})

describe('popups', () => {
  const popup = {
    message: 'Oʻchirilsinmi?',
    buttons: [
      { id: 'yes', type: 'destructive', text: 'Ha' },
      { id: 'no', type: 'cancel' },
    ],
  }

  test('the pressed button is told; closing without one tells none', async () => {
    const first = send('web_app_open_popup', popup)
    await answer('yes')
    await first
    const second = send('web_app_open_popup', popup)
    await answer()
    await second
    expect(posted).toEqual([
      ['popup_closed', { button_id: 'yes' }],
      ['popup_closed', {}],
    ])
  })

  test.each([
    ['no message', { ...popup, message: ' ' }],
    ['a long message', { ...popup, message: 'x'.repeat(257) }],
    ['no buttons', { ...popup, buttons: [] }],
    ['four buttons', { ...popup, buttons: Array(4).fill({ id: '', type: 'ok' }) }],
    ['a button without text', { ...popup, buttons: [{ id: 'a', type: 'default' }] }],
  ])('%s is not shown', async (_, params) => {
    await send('web_app_open_popup', params)
    expect(posted).toEqual([['popup_closed', {}]])
  })

  test('a second popup over the first is not shown', async () => {
    const first = send('web_app_open_popup', popup)
    await send('web_app_open_popup', popup)
    expect(posted).toEqual([['popup_closed', {}]])
    await answer('no')
    await first
  })
})

describe('what a person grants', () => {
  test('the contact is there for the Mini App only after it was shared', async () => {
    const ask = () =>
      send('web_app_invoke_custom_method', { req_id: '1', method: 'getRequestedContact', params: {} })
    await ask()
    const request = send('web_app_request_phone')
    await answer('ok')
    await request
    await ask()
    expect(posted).toEqual([
      ['custom_method_invoked', { req_id: '1', result: '' }],
      ['phone_requested', { status: 'sent' }],
      ['custom_method_invoked', { req_id: '1', result: 'contact=%7B%7D&hash=ab' }],
    ])
  })

  test('a refused contact is not shared', async () => {
    const request = send('web_app_request_phone')
    await answer('cancel')
    await request
    expect(posted).toEqual([['phone_requested', { status: 'cancelled' }]])
  })

  test('write access is asked for once; who has it is not asked', async () => {
    const request = send('web_app_request_write_access')
    await answer('ok')
    await request
    mayWrite = true
    await send('web_app_request_write_access')
    expect(posted).toEqual([
      ['write_access_requested', { status: 'allowed' }],
      ['write_access_requested', { status: 'allowed' }],
    ])
    expect(calls).toContain('granted')
  })

  test('web links open after a confirmation, and only http ones', async () => {
    await send('web_app_open_link', { url: 'javascript:alert(1)' })
    const request = send('web_app_open_link', { url: 'https://example.uz' })
    await answer('ok')
    await request
    expect(calls).toEqual(['open https://example.uz'])
  })

  test('a prepared message is sent, declined, expired, or fails', async () => {
    for (const id of ['good', 'declined', 'old', 'broken'])
      await send('web_app_send_prepared_message', { id })
    expect(posted).toEqual([
      ['prepared_message_sent', undefined],
      ['prepared_message_failed', { error: 'USER_DECLINED' }],
      ['prepared_message_failed', { error: 'MESSAGE_EXPIRED' }],
      ['prepared_message_failed', { error: 'UNKNOWN_ERROR' }],
    ])
  })
})

describe('storage', () => {
  const invoke = async (method: string, params: object) => {
    posted = []
    await send('web_app_invoke_custom_method', { req_id: 'r', method, params })
    return posted[0]?.[1]
  }

  test('values are kept, listed and deleted; a missing one is empty', async () => {
    expect(await invoke('saveStorageValue', { key: 'a', value: '1' })).toEqual({ req_id: 'r', result: true })
    expect(await invoke('getStorageValues', { keys: ['a', 'b'] })).toMatchObject({
      result: { a: '1', b: '' },
    })
    expect(await invoke('getStorageKeys', {})).toMatchObject({ result: ['a'] })
    await invoke('deleteStorageValues', { keys: 'a' })
    expect(await invoke('getStorageKeys', {})).toMatchObject({ result: [] })
  })

  test('limits are Telegram’s', async () => {
    expect(await invoke('saveStorageValue', { key: 'a b', value: '1' })).toMatchObject({
      error: 'KEY_INVALID',
    })
    expect(await invoke('saveStorageValue', { key: 'a', value: 'x'.repeat(4097) })).toMatchObject({
      error: 'VALUE_INVALID',
    })
    expect(await invoke('dance', {})).toMatchObject({ error: 'METHOD_INVALID' })
  })

  test('the device’s storage is apart from the cloud; null removes', async () => {
    await send('web_app_device_storage_save_key', { req_id: '1', key: 'a', value: '1' })
    await send('web_app_device_storage_get_key', { req_id: '2', key: 'a' })
    await send('web_app_device_storage_save_key', { req_id: '3', key: 'a', value: null })
    await send('web_app_device_storage_get_key', { req_id: '4', key: 'a' })
    expect(posted).toEqual([
      ['device_storage_key_saved', { req_id: '1' }],
      ['device_storage_key_received', { req_id: '2', value: '1' }],
      ['device_storage_key_saved', { req_id: '3' }],
      ['device_storage_key_received', { req_id: '4', value: null }],
    ])
  })
})

test('an unknown event is taken in silence, a missing feature is answered', async () => {
  await send('web_app_dance')
  await send('web_app_check_location')
  expect(posted).toEqual([['location_checked', { available: false }]])
})

test('in full screen the header stands over the Mini App, and the notch too', async () => {
  session.setViewport({ notch: true })
  await send('web_app_request_fullscreen')
  await send('web_app_request_safe_area')
  await send('web_app_request_content_safe_area')
  expect(posted).toEqual([
    ['fullscreen_changed', { is_fullscreen: true }],
    ['safe_area_changed', { top: 44, bottom: 34, left: 0, right: 0 }],
    ['content_safe_area_changed', { top: 46, bottom: 0, left: 0, right: 0 }],
  ])
})
