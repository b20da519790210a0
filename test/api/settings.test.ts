import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { audit } from '#server/db/schema.ts'
import type { Settings } from '#shared/settings/schema.ts'
import { openAds } from '../ads.ts'
import { type ApiClient, people } from '../people.ts'
import { startWorld, type World } from '../world.ts'

let world: World
let admin: ApiClient
let settings: ApiClient['admin']['settings']
beforeAll(async () => {
  world = await startWorld()
  admin = world.as(people.muhabbat)
  settings = admin.admin.settings
})
afterAll(() => world?.stop())

const read = async () => (await settings.$get()).json()
async function change(changes: Record<string, unknown>, revision?: number) {
  const now = await read()
  return settings.$put({
    json: { settings: { ...now.settings, ...changes }, revision: revision ?? now.revision },
  })
}
const refusalOf = async (answer: { status: number; json(): Promise<unknown> }) => {
  const { error } = (await answer.json()) as { error: { code: string; fields?: Record<string, string> } }
  return { status: answer.status, code: error.code, fields: error.fields }
}

it('a board whose settings nobody has changed has those of the code', async () => {
  expect(await read()).toEqual({
    settings: {
      openAds: null,
      uzsPerUsd: null,
      contactsPerDay: 50,
      autoApproveFrom: null,
      hideAtReports: 3,
      suspiciousWords: [],
    } satisfies Settings,
    revision: 0,
    changedAt: null,
  })
})

it('a change holds at once, and is written down with what was before', async () => {
  expect((await change({ suspiciousWords: ['zakalat', 'zakalat', ' карта коди '] })).status).toBe(200)
  expect((await read()).settings.suspiciousWords).toEqual(['zakalat', 'карта коди'])
  const entries = await world.deps.db.select().from(audit).where(eq(audit.action, 'settings'))
  expect(entries.at(-1)).toMatchObject({
    actorId: people.muhabbat,
    before: { suspiciousWords: [] },
    after: { suspiciousWords: ['zakalat', 'карта коди'] },
  })
})

it('of fifty who save at once one does, and the others are told', async () => {
  const { revision } = await read()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => change({ hideAtReports: 10 + n }, revision)),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  const late = answers.find(({ status }) => status !== 200)
  expect(late && (await refusalOf(late))).toMatchObject({ status: 409, code: 'settings.changed' })
  expect((await read()).revision).toBe(revision + 1)
})

it.each([
  ['a rate of nothing', { uzsPerUsd: 0 }, 'uzsPerUsd', '100 dan 10000000 gacha'],
  ['a word for a number', { hideAtReports: 'uch' }, 'hideAtReports', 'Raqam bilan'],
  ['half a report', { hideAtReports: 1.5 }, 'hideAtReports', 'Raqam bilan'],
  ['a trust there is not', { autoApproveFrom: 7 }, 'autoApproveFrom', 'tanlang'],
  [
    'a category there is not',
    { openAds: { ...openAds, categories: { cats: 1 } } },
    'openAds.categories.cats',
    'Boʻlim',
  ],
  ['a word of one letter', { suspiciousWords: ['pul', 'a'] }, 'suspiciousWords.1', 'Kamida 2'],
  ['a word that is only signs', { suspiciousWords: ['((.*)+)+$'] }, 'suspiciousWords.0', 'Kamida 2'],
  [
    'too many words',
    { suspiciousWords: Array.from({ length: 1001 }, (_, n) => `s${n}`) },
    'suspiciousWords',
    '1000',
  ],
  ['a setting nobody knows', { colour: 'red' }, 'colour', 'tanlang'],
])('%s is refused by name, and nothing is changed', async (_, changes, field, words) => {
  const before = await read()
  const refusal = await refusalOf(await change(changes))
  expect(refusal).toMatchObject({ status: 422, code: 'settings.invalid' })
  expect(refusal.fields?.[field]).toContain(words)
  expect(await read()).toEqual(before)
})

it('a word list with a million entries is refused before it is read', async () => {
  const answer = await change({ suspiciousWords: Array.from({ length: 1_000_000 }, (_, n) => `soz${n}`) })
  expect(await refusalOf(answer)).toMatchObject({ status: 413, code: 'request.too_large' })
})

it('a limit that an admin sets counts at once, for everybody', async () => {
  const places = async () => (await (await world.as(people.dilnoza).draft.$get()).json()).places.all
  expect(await places()).toBe(openAds.all)
  await change({ openAds: { all: 2, category: 2, categories: {} } })
  await expect.poll(places).toBe(2)
  await change({ openAds: null })
  await expect.poll(places).toBe(openAds.all)
})

it('a rate that an admin sets goes before the fetched one', async () => {
  const rate = async () => {
    const page = await (await fetch(world.config.publicUrl)).text()
    return JSON.parse(/id="boot">([^<]*)</.exec(page)?.[1] ?? '{}').rate.uzsPerUsd
  }
  await change({ uzsPerUsd: 12_345.5 })
  expect(await rate()).toBe(12_345.5)
  await change({ uzsPerUsd: null })
  expect(await rate()).toBe(12_000)
})
