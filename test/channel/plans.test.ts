import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { countPosts, listPosts } from '#server/channels/posts.ts'
import type { Db } from '#server/db/client.ts'
import { createPlannedDatabase, type PlannedDatabase } from '../plans.ts'

let database: PlannedDatabase
let db: Db
const channel = { id: -1, username: null }

/** A channel with many posts of long ago, some of today, a few that wait and a few that failed. */
beforeAll(async () => {
  database = await createPlannedDatabase()
  db = database.db
  await db.execute(sql`insert into users (id, first_name) values (1, 'Kishi')`)
  await db.execute(sql`insert into ads (seller_id, state, category_id, attributes, title, description, region_id,
      district_id, contact_name, contact_telegram, submit_key)
    select 1, 'active', 'transport.cars', '{}', 'Nom', repeat('Matn ', 60), 'andijon', 'andijon.asaka', 'Kishi', true, n::text
    from generate_series(1, 6000) n`)
  await db.execute(
    sql`insert into channels (id, title, locale, enabled) values (-1, 'Bir', 'uz', true), (-2, 'Ikki', 'uz', true)`,
  )
  await db.execute(sql`insert into channel_posts (ad_id, channel_id, state, shown_revision, sending_at, error)
    select id, channel,
      case when id % 1000 = 1 then 'waiting' when id % 1000 = 2 then 'failed' else 'sent' end,
      1, case when id % 1000 <> 2 then now() - (6000 - id) * interval '1 hour' end,
      case when id % 1000 in (2, 3) then 'Bad Request' end
    from ads, (values (-1), (-2)) as c(channel)`)
  await db.execute(sql`vacuum analyze`)
})
afterAll(() => database?.close())

it('the posts of channels are counted and listed by indexes, however many there are', async () => {
  const counts = await countPosts(db)
  expect(counts.get(-1)).toMatchObject({ waiting: 6, failed: 12 })
  expect(counts.get(-2)).toEqual(counts.get(-1))
  const plans = await database.plansOf(async () => {
    await countPosts(db)
    for (const list of ['waiting', 'failed', 'sent'] as const) {
      const { items } = await listPosts(db, { channel, list, after: undefined })
      await listPosts(db, { channel, list, after: items[1]?.adId })
    }
  })
  for (const { plan } of plans) expect(plan).not.toMatch(/Seq Scan on channel_posts|Seq Scan on ads/)
  const sent = plans.filter(({ query }) => /"state" = \$\d+/.test(query)).at(-1)
  expect(sent?.plan).not.toMatch(/Sort/)
})
