import { expect, test } from 'vitest'
import { parseLaunch, startPath } from '#webapp/launch.ts'

const user = JSON.stringify({ id: 7, first_name: 'Gulnora', language_code: 'ru' })
const initData = new URLSearchParams({ user, auth_date: '1', start_param: 'ad_5', hash: 'ab' }).toString()
const theme = { bg_color: '#17212b' }
const fragment = `#${new URLSearchParams({
  tgWebAppData: initData,
  tgWebAppVersion: '7.10',
  tgWebAppPlatform: 'ios',
  tgWebAppThemeParams: JSON.stringify(theme),
})}`

test('the launch is read from the fragment, and init data is kept byte for byte as it was signed', () => {
  expect(parseLaunch(fragment)).toEqual({
    initData,
    version: '7.10',
    platform: 'ios',
    theme,
    startParam: 'ad_5',
    languageCode: 'ru',
  })
})

test('a page that Telegram did not open has no launch', () => {
  expect(parseLaunch('')).toBeUndefined()
  expect(parseLaunch('#description')).toBeUndefined()
})

test('a broken theme or user costs only itself', () => {
  const launch = parseLaunch('#tgWebAppData=user%3D%257Bx%26hash%3D1&tgWebAppThemeParams=%7B')
  expect(launch).toMatchObject({
    initData: 'user=%7Bx&hash=1',
    theme: {},
    languageCode: undefined,
    version: '6.0',
  })
})

test.each([
  ['ad_12', '/ads/12'],
  ['seller_1001', '/sellers/1001'],
  ['seller', '/'],
  ['new', '/new'],
  ['saved', '/saved'],
  ['saved_1', '/'],
  ['my', '/mine'],
  ['my_3', '/mine/3'],
  ['queue', '/queue'],
  ['mod_9', '/queue?ad=9'],
  ['report_9', '/staff/reports?ad=9'],
  ['report', '/'],
  ['ad', '/'],
  ['ad_x', '/'],
  ['new_1', '/'],
  ['ad_1234567890123456', '/'],
  ['../admin', '/'],
  ['', '/'],
  [undefined, '/'],
])('startapp=%s opens %s', (startParam, path) => {
  expect(startPath(startParam)).toBe(path)
})
