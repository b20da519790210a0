import { createHmac, createPublicKey, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { launchUrl, signContact, signInitData, signingKeyOf } from './launch.ts'

const token = '7000000001:AAtest-token_of_the_sandbox'
const user = { id: 1001, first_name: 'Karimjon', language_code: 'uz', allows_write_to_pm: true as const }

/** Another way to the Bot API's rule: pairs taken from the raw string, sorted as lines, hashed with `update` calls. */
function isRight(initData: string, botToken: string): boolean {
  const lines: string[] = []
  let hash = ''
  for (const pair of initData.split('&')) {
    const [name = '', value = ''] = pair.split('=')
    const decoded = decodeURIComponent(value.replaceAll('+', ' '))
    if (name === 'hash') hash = decoded
    else lines.push(`${name}=${decoded}`)
  }
  const secret = createHmac('sha256', 'WebAppData').update(botToken).digest()
  return createHmac('sha256', secret).update(lines.sort().join('\n')).digest('hex') === hash
}

test('the hash is right by the rule of the Bot API, and only for its token and its fields', () => {
  const initData = signInitData({
    token,
    user,
    startParam: 'ad_7',
    queryId: '42',
    chatType: 'sender',
    chatInstance: '-5',
  })
  expect(isRight(initData, token)).toBe(true)
  expect(isRight(initData, '7000000001:another')).toBe(false)
  expect(isRight(initData.replace('ad_7', 'ad_8'), token)).toBe(false)
})

test('user and fields survive the query string, whatever the name', () => {
  const odd = { ...user, first_name: 'Oʻtkir & "Oʻgʻli" 100% +=🚗' }
  const fields = new URLSearchParams(signInitData({ token, user: odd, authDate: 1_700_000_000 }))
  expect(JSON.parse(fields.get('user') ?? '')).toEqual(odd)
  expect(fields.get('auth_date')).toBe('1700000000')
  expect([...fields.keys()].sort()).toEqual(['auth_date', 'hash', 'signature', 'user'])
})

test('the signature is Ed25519 over the bot and the fields without hash and signature', () => {
  const initData = signInitData({ token, user, startParam: 'ad_7' })
  const fields = new URLSearchParams(initData)
  const signature = Buffer.from(fields.get('signature') ?? '', 'base64url')
  const signed = [...fields]
    .filter(([name]) => name !== 'hash' && name !== 'signature')
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('\n')
  const key = createPublicKey(signingKeyOf(token))
  expect(verify(null, Buffer.from(`7000000001:WebAppData\n${signed}`), key, signature)).toBe(true)
  expect(verify(null, Buffer.from(`7000000002:WebAppData\n${signed}`), key, signature)).toBe(false)
})

test('a shared contact is hashed like init data', () => {
  const response = signContact({ token, user: { ...user, is_bot: false }, phone: '+998901234567' })
  expect(isRight(response, token)).toBe(true)
  expect(JSON.parse(new URLSearchParams(response).get('contact') ?? '')).toEqual({
    user_id: 1001,
    phone_number: '998901234567',
    first_name: 'Karimjon',
  })
})

test('the launch parameters stand in the fragment, behind one the page has of its own', () => {
  const options = { initData: signInitData({ token, user }), theme: { bg_color: '#ffffff' }, platform: 'ios' }
  const plain = new URL(launchUrl('http://127.0.0.1:3000/?a=1', { ...options, startParam: 'ad_7' }))
  const launch = new URLSearchParams(plain.hash.slice(1))

  expect(plain.searchParams.get('tgWebAppStartParam')).toBe('ad_7')
  expect(isRight(launch.get('tgWebAppData') ?? '', token)).toBe(true)
  expect(JSON.parse(launch.get('tgWebAppThemeParams') ?? '')).toEqual({ bg_color: '#ffffff' })
  expect([launch.get('tgWebAppPlatform'), launch.get('tgWebAppStartParam')]).toEqual(['ios', 'ad_7'])
  expect(launchUrl('https://a.uz/#/mine', options)).toMatch(/^https:\/\/a\.uz\/#\/mine\?tgWebAppData=/)
})
