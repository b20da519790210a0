import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signContact, signInitData } from '#server/sandbox/telegram/launch.ts'
import { plough, submit } from '../ads.ts'
import { people, token } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

const user = { id: people.karimjon, is_bot: false, first_name: 'Karimjon' }
const phone = '+998901234567'
const signed = (change: Partial<Parameters<typeof signContact>[0]> = {}) =>
  signContact({ token, user, phone, ...change })
const nowSeconds = () => Math.floor(Date.now() / 1000)
const send = (response: string, person: number = people.karimjon) =>
  world.as(person).me.contact.$post({ json: { response } })
const known = async (person: number = people.karimjon) =>
  (await (await world.as(person).me.$get()).json()).user.phone

describe('a phone shared through Telegram', () => {
  it.each<[string, () => string]>([
    ['nothing', () => ''],
    ['noise', () => 'hello'],
    ['an unsigned contact', () => signed().replace(/&hash=.*/, '')],
    ['another number in it', () => signed().replace('998901234567', '998907654321')],
    ['another date', () => signed().replace(/auth_date=\d+/, `auth_date=${nowSeconds() + 1}`)],
    ['a field more', () => `${signed()}&x=1`],
    ['the token of another bot', () => signed({ token: '42:token-of-another-bot-0123456789abcdef' })],
    ['the contact of somebody else', () => signed({ user: { ...user, id: people.dilnoza } })],
    ['one two hours old', () => signed({ authDate: nowSeconds() - 7200 })],
    ['one from the future', () => signed({ authDate: nowSeconds() + 120 })],
    ['a number that is none', () => signed({ phone: '+abc' })],
    ['init data in its place', () => signInitData({ token, user })],
  ])('%s is refused, and nothing is kept', async (_, response) => {
    const answer = await send(response())
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ error: { code: 'contact.invalid' } })
    expect(await known()).toBeNull()
  })

  it('is kept in E.164 once Telegram’s signature, its owner and its date are right', async () => {
    const answer = await send(signed())
    expect(await answer.json()).toEqual({ phone })
    expect(await known()).toBe(phone)
    expect(await known(people.dilnoza)).toBeNull()
  })

  it('is shown to moderators as confirmed only beside the same number', async () => {
    await send(signed())
    const seller = world.as(people.karimjon)
    const same = await submit(seller, plough)
    const other = await submit(seller, {
      ...plough,
      contact: { phone: '91 123 45 67', telegram: true, name: 'A' },
    })
    const none = await submit(world.as(people.dilnoza), plough)
    const { items } = await (await world.as(people.muhabbat).moderation.queue.$get({ query: {} })).json()
    const confirmed = (id: number) => items.find((ad) => ad.id === id)?.phoneConfirmed
    expect([same, other, none].map(confirmed)).toEqual([true, false, false])
  })
})
