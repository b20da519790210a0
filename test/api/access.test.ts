import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Feed } from '#server/ads/feed.ts'
import { createApi } from '#server/app.ts'
import { users } from '#server/db/schema.ts'
import type { Role } from '#shared/users/schema.ts'
import { initDataOf } from '../people.ts'
import { startWorld, type World } from '../world.ts'

/** Who may call a route: anybody whom Telegram vouches for, those who are not banned, moderators, admins. */
type Rule = 'everybody' | 'not banned' | 'moderators' | 'admins'
const rules: Readonly<Record<string, Rule>> = {
  'GET /catalog': 'everybody',
  'GET /ads': 'everybody',
  'GET /ads/count': 'everybody',
  'GET /search/understood': 'everybody',
  'GET /search/suggestions': 'everybody',
  'GET /ads/:id': 'everybody',
  'GET /ads/:id/similar': 'everybody',
  'POST /ads/:id/contact': 'everybody',
  'POST /ads/:id/share': 'not banned',
  'POST /ads/:id/report': 'not banned',
  'PATCH /ads/:id': 'not banned',
  'POST /ads/:id/sold': 'not banned',
  'POST /ads/:id/confirm': 'not banned',
  'POST /ads/:id/renew': 'not banned',
  'POST /ads/:id/remove': 'not banned',
  'GET /me': 'everybody',
  'PATCH /me': 'everybody',
  'DELETE /me': 'everybody',
  'POST /me/contact': 'everybody',
  'GET /my/counts': 'everybody',
  'GET /my/ads': 'everybody',
  'GET /my/ads/:id/stats': 'everybody',
  'GET /favorites': 'everybody',
  'GET /favorites/ids': 'everybody',
  'PUT /favorites/:id': 'everybody',
  'DELETE /favorites/:id': 'everybody',
  'GET /searches': 'everybody',
  'POST /searches': 'everybody',
  'PATCH /searches/:id': 'everybody',
  'DELETE /searches/:id': 'everybody',
  'GET /sellers/:id': 'everybody',
  'GET /draft': 'everybody',
  'PUT /draft': 'everybody',
  'DELETE /draft': 'everybody',
  'GET /draft/preview': 'everybody',
  'POST /draft/submit': 'not banned',
  'POST /draft/from/:id': 'not banned',
  'POST /draft/copy/:id': 'not banned',
  'POST /photos': 'not banned',
  'GET /photos': 'not banned',
  'POST /photos/:id/complete': 'not banned',
  'DELETE /photos/:id': 'not banned',
  'GET /admin/announcements': 'admins',
  'POST /admin/announcements': 'admins',
  'POST /admin/announcements/audience': 'admins',
  'GET /admin/announcements/:id': 'admins',
  'PUT /admin/announcements/:id': 'admins',
  'DELETE /admin/announcements/:id': 'admins',
  'POST /admin/announcements/:id/test': 'admins',
  'POST /admin/announcements/:id/start': 'admins',
  'POST /admin/announcements/:id/stop': 'admins',
  'POST /admin/announcements/:id/resume': 'admins',
  'GET /admin/settings': 'admins',
  'PUT /admin/settings': 'admins',
  'GET /audit': 'moderators',
  'GET /audit/staff': 'moderators',
  'POST /audit/export': 'moderators',
  'GET /admin/channels': 'admins',
  'POST /admin/channels': 'admins',
  'GET /admin/channels/:id': 'admins',
  'PUT /admin/channels/:id': 'admins',
  'POST /admin/channels/:id/check': 'admins',
  'POST /admin/channels/:id/sample': 'admins',
  'DELETE /admin/channels/:id/sample': 'admins',
  'GET /admin/channels/:id/posts': 'admins',
  'POST /admin/channels/:id/retry': 'admins',
  'GET /stats': 'moderators',
  'GET /stats/vain': 'moderators',
  'POST /stats/export': 'moderators',
  'GET /stats/moderators': 'admins',
  'POST /stats/moderators/export': 'admins',
  'GET /admin/reasons': 'admins',
  'POST /admin/reasons/order': 'admins',
  'PUT /admin/reasons/:id': 'admins',
  'GET /moderation/queue': 'moderators',
  'POST /moderation/desk': 'moderators',
  'GET /moderation/reasons': 'moderators',
  'GET /moderation/decisions': 'moderators',
  'POST /moderation/decisions/:id/undo': 'moderators',
  'POST /moderation/approve': 'moderators',
  'PUT /moderation/sellers/:id/trust': 'moderators',
  'POST /moderation/:id/approve': 'moderators',
  'POST /moderation/:id/reject': 'moderators',
  'GET /reports': 'moderators',
  'POST /reports/:id/dismiss': 'moderators',
  'POST /reports/:id/take-down': 'moderators',
  'GET /people': 'moderators',
  'GET /people/:id': 'moderators',
  'GET /people/:id/ads': 'moderators',
  'GET /people/:id/reports': 'moderators',
  'GET /people/:id/decisions': 'moderators',
  'GET /people/:id/history': 'moderators',
  'GET /people/:id/notes': 'moderators',
  'POST /people/:id/notes': 'moderators',
  'DELETE /people/:id/notes/:noteId': 'moderators',
  'POST /people/:id/ban': 'moderators',
  'POST /people/:id/lift': 'moderators',
  'PUT /people/:id/role': 'admins',
  'PUT /people/:id/limit': 'admins',
}

const callers = {
  banned: { id: 5001, role: 'user', banned: true },
  user: { id: 5002, role: 'user', banned: false },
  moderator: { id: 5003, role: 'moderator', banned: false },
  admin: { id: 5004, role: 'admin', banned: false },
} as const satisfies Record<string, { id: number; role: Role; banned: boolean }>
type Caller = keyof typeof callers
const admitted: Readonly<Record<Rule, readonly Caller[]>> = {
  everybody: ['banned', 'user', 'moderator', 'admin'],
  'not banned': ['user', 'moderator', 'admin'],
  moderators: ['moderator', 'admin'],
  admins: ['admin'],
}

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world?.stop())

/** The caller as the database has them, whatever an earlier call did to their row. */
async function enter(caller: Caller) {
  const { id, role, banned } = callers[caller]
  const standing = { role, bannedAt: banned ? new Date() : null }
  await world.deps.db
    .insert(users)
    .values({ id, firstName: caller, ...standing })
    .onConflictDoUpdate({ target: users.id, set: standing })
}

async function call(route: string, authorization?: string) {
  const [method = '', path = ''] = route.split(' ')
  const answer = await fetch(`${world.config.publicUrl}/api${path.replace(/:\w+/g, '999999')}`, {
    method,
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    ...(method !== 'GET' && { body: '{}' }),
  })
  const { error } = (await answer.json().catch(() => ({}))) as { error?: { code: string } }
  return error?.code
}

/** As the app itself lists them; what stands under ALL is middleware. */
const routes = () => [
  ...new Set(
    createApi(world.deps, {} as Feed)
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.replace(/\/$/, '') || '/'}`),
  ),
]

it('every route has a rule, and every rule a route', () => {
  expect(routes().sort()).toEqual(Object.keys(rules).sort())
})

describe.each(Object.entries(rules))('%s is for %s', (route, rule) => {
  it('and for nobody without init data of Telegram', async () => {
    expect(await call(route)).toBe('auth.missing')
    expect(await call(route, `tma ${initDataOf(callers.admin.id).replace(/.$/, 'z')}`)).toMatch(/^auth\./)
  })

  it.each(Object.keys(callers) as Caller[])('as it is for a caller who is %s', async (caller) => {
    await enter(caller)
    const code = await call(route, `tma ${initDataOf(callers[caller].id)}`)
    const isRefused = code === 'auth.forbidden' || code === 'auth.banned'
    expect({ code, isRefused }).toEqual({ code, isRefused: !admitted[rule].includes(caller) })
  })
})
