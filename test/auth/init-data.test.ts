import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createInitDataVerifier } from '#server/auth/init-data.ts'
import { AppError } from '#server/errors.ts'
import { signInitData } from '#server/sandbox/telegram/launch.ts'

const token = '7000000001:token-of-the-tests-0123456789abcdef'
const user = { id: 1001, first_name: 'Karimjon', language_code: 'uz' }
const signed = (change = {}) => signInitData({ token, user, queryId: 'AAE', startParam: 'ad_7', ...change })
const verify = createInitDataVerifier(token)
const codeOf = (raw: string, check = verify) => {
  try {
    check(raw)
    return 'accepted'
  } catch (error) {
    return (error as AppError).code
  }
}
/** Signs any fields whatever, as somebody who knows the token could. */
const signRaw = (fields: [string, string][]) => {
  const lines = fields.map(([name, value]) => `${name}=${value}`).sort()
  const key = createHmac('sha256', 'WebAppData').update(token).digest()
  const hash = createHmac('sha256', key).update(lines.join('\n')).digest('hex')
  return new URLSearchParams([...fields, ['hash', hash]]).toString()
}
const nowSeconds = Math.floor(Date.now() / 1000)

describe('init data', () => {
  it('signed by Telegram is accepted, with the person and the start parameter', () => {
    expect(verify(signed())).toMatchObject({ user, startParam: 'ad_7' })
  })

  it.each<[string, string, string]>([
    ['nothing at all', '', 'auth.missing'],
    ['noise', 'hello', 'auth.invalid'],
    ['no hash', signed().replace(/&hash=.*/, ''), 'auth.invalid'],
    ['an empty hash', signed().replace(/hash=.*/, 'hash='), 'auth.invalid'],
    ['another person’s id', signed().replace('1001', '1002'), 'auth.invalid'],
    ['another start parameter', signed().replace('ad_7', 'ad_8'), 'auth.invalid'],
    ['another bot’s token', signed({ token: '42:token-of-another-bot-0123456789abcdef' }), 'auth.invalid'],
    ['a field more', `${signed()}&admin=1`, 'auth.invalid'],
    ['a field twice', `${signed()}&user=${encodeURIComponent('{"id":1}')}`, 'auth.invalid'],
    [
      'a field twice, signed so',
      signRaw([
        ['auth_date', String(nowSeconds)],
        ['user', JSON.stringify(user)],
        ['user', JSON.stringify(user)],
      ]),
      'auth.invalid',
    ],
    ['a hash twice', `${signed()}&hash=00`, 'auth.invalid'],
    ['a day and a minute old', signed({ authDate: nowSeconds - 86_460 }), 'auth.expired'],
    ['from the future', signed({ authDate: nowSeconds + 90 }), 'auth.invalid'],
    [
      'a date that is none',
      signRaw([
        ['auth_date', 'soon'],
        ['user', JSON.stringify(user)],
      ]),
      'auth.invalid',
    ],
    ['no person', signRaw([['auth_date', String(nowSeconds)]]), 'auth.invalid'],
    [
      'a person without a numeric id',
      signRaw([
        ['auth_date', String(nowSeconds)],
        ['user', '{"id":"1001","first_name":"x"}'],
      ]),
      'auth.invalid',
    ],
    [
      'a person that is not JSON',
      signRaw([
        ['auth_date', String(nowSeconds)],
        ['user', '{'],
      ]),
      'auth.invalid',
    ],
    [
      'a person that is null',
      signRaw([
        ['auth_date', String(nowSeconds)],
        ['user', 'null'],
      ]),
      'auth.invalid',
    ],
    [
      'more than 8 KB',
      signRaw([
        ['auth_date', String(nowSeconds)],
        ['user', JSON.stringify(user)],
        ['x', 'x'.repeat(9000)],
      ]),
      'auth.invalid',
    ],
  ])('with %s is refused', (_, raw, code) => {
    expect(codeOf(raw)).toBe(code)
  })

  it('accepted once is refused when its day is over, although it is remembered', () => {
    let now = Date.now()
    const check = createInitDataVerifier(token, () => now)
    const raw = signed()
    expect(codeOf(raw, check)).toBe('accepted')
    now += 25 * 60 * 60 * 1000
    expect(codeOf(raw, check)).toBe('auth.expired')
  })
})
