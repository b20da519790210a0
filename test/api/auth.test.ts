import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiOf, initDataOf, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

const get = (path: string, authorization?: string, headers = {}) =>
  fetch(`${world.config.publicUrl}/api${path}`, {
    headers: { ...(authorization !== undefined && { authorization }), ...headers },
  })

describe('every route below /api', () => {
  const routes = [
    '/ads',
    '/ads/1',
    '/catalog?locale=uz',
    '/me',
    '/my/ads',
    '/draft',
    '/photos?ids=',
    '/moderation/queue',
  ]

  it.each(routes)('%s without init data answers 401 and nothing else', async (path) => {
    const response = await get(path)
    expect(response.status).toBe(401)
    expect(await response.json()).toEqual({
      error: { code: 'auth.missing', message: 'Ilovani Telegram orqali oching.' },
    })
  })

  it.each(routes)('%s with forged init data answers 401', async (path) => {
    const forged = initDataOf(people.karimjon).replace('Karimjon', 'Muhabbat')
    const response = await get(path, `tma ${forged}`)
    expect(response.status).toBe(401)
    expect((await response.json()).error.code).toBe('auth.invalid')
  })

  it('speaks the language asked for before it knows who asks', async () => {
    const response = await get('/me', undefined, { 'accept-language': 'ru' })
    expect((await response.json()).error.message).toBe('Откройте приложение из Telegram.')
  })

  it('that does not exist answers 404 in JSON', async () => {
    const response = await get('/nothing', `tma ${initDataOf(people.karimjon)}`)
    expect(response.status).toBe(404)
    expect((await response.json()).error.code).toBe('request.not_found')
  })
})

describe('roles', () => {
  it('a user cannot see or decide what waits; an admin of ADMIN_IDS can', async () => {
    const user = world.as(people.karimjon)
    expect((await user.moderation.queue.$get({ query: {} })).status).toBe(403)
    const decision = { param: { id: '1' }, json: { revision: 1 } }
    expect((await user.moderation[':id'].approve.$post(decision)).status).toBe(403)
    const reason = { param: { id: '1' }, json: { revision: 1, reason: 'text' as const } }
    expect((await user.moderation[':id'].reject.$post(reason)).status).toBe(403)
    expect((await world.as(people.muhabbat).moderation.queue.$get({ query: {} })).status).toBe(200)
  })

  it('a person who chose a language is answered in it from then on', async () => {
    const ivan = world.as(people.ivan)
    expect((await (await ivan.me.$get()).json()).user.locale).toBe('ru')
    const me = await (await ivan.me.$patch({ json: { locale: 'uz-Cyrl' } })).json()
    expect(me.user.locale).toBe('uz-Cyrl')
    const missing = await ivan.ads[':id'].$get({ param: { id: '999' } })
    expect(((await missing.json()) as unknown as { error: { message: string } }).error.message).toMatch(
      /эълон/i,
    )
  })

  it('init data of yesterday opens nothing', async () => {
    const old = initDataOf(people.karimjon, { authDate: Math.floor(Date.now() / 1000) - 90_000 })
    const response = await apiOf(world.config.publicUrl, old).me.$get()
    expect(response.status).toBe(401)
  })
})
