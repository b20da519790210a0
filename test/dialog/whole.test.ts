import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { setLocale, upsertUser } from '#server/users/queries.ts'
import { categoryById, labelOf } from '#shared/catalog/index.ts'
import { telling } from '../categories.ts'
import { people } from '../people.ts'
import { walkToSummary } from './walk.ts'
import { type DialogWorld, startDialogWorld } from './world.ts'

let world: DialogWorld
beforeAll(async () => {
  world = await startDialogWorld()
})
afterAll(() => world?.stop())

describe.each(telling)('an ad in %s, in %s', (categoryId, locale) => {
  test('is asked for question by question, with all that could be added, and sent', async () => {
    const category = categoryById(categoryId)
    const person = world.person(people.karimjon)
    await upsertUser(world.db, { id: person.id, first_name: 'Karimjon', username: 'karimjon' })
    await setLocale(world.db, person.id, locale)
    await person.says('/new')
    const asked = await walkToSummary(person, categoryId)
    await person.presses('more')
    asked.push(...(await walkToSummary(person, categoryId)))
    expect(new Set(asked).size).toBe(asked.length)
    for (const { key, labels } of category?.attributes ?? []) {
      expect(asked).toContain(`attributes.${key}`)
      expect(labelOf(labels, locale)).not.toBe('')
    }
    await person.presses('send')
    const ad = (await person.ads()).at(-1)
    expect(ad).toMatchObject({ categoryId, state: 'pending', districtId: 'andijon.asaka' })
    expect(await person.draft()).toBeUndefined()
    expect(await person.questions()).toEqual([])
  })
})
