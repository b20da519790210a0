import { afterAll, beforeAll, expect, it } from 'vitest'
import { ads, users } from '#server/db/schema.ts'
import { approveAd } from '#server/moderation/verbs.ts'
import { type BotWorld, startBotWorld } from '../bot/world.ts'
import { people } from '../people.ts'

let world: BotWorld
beforeAll(async () => {
  world = await startBotWorld()
  await world.db.insert(users).values({ id: people.muhabbat, firstName: 'Muhabbat' })
})
afterAll(() => world?.stop())

it('many decisions right after the settings changed wait for none of each other’s connections', async () => {
  const ids: number[] = []
  for (let n = 0; n < 12; n++) ids.push(await world.ad())
  // Nobody has read the settings of this world yet.
  await Promise.all(
    ids.map((adId) => approveAd(world.deps, { moderatorId: people.muhabbat, adId, revision: 1 })),
  )
  expect((await world.db.select().from(ads)).map(({ state }) => state)).toEqual(ids.map(() => 'active'))
})
