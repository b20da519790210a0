import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Db } from '#server/db/client.ts'
import { closeDays } from '#server/stats/board-days.ts'
import { readNumbers } from '#server/stats/figures.ts'
import { readModerators } from '#server/stats/moderators.ts'
import { findVain } from '#server/stats/vain.ts'
import { createPlannedDatabase, type PlannedDatabase } from '../plans.ts'

const amount = Number(process.env['PLANS_ADS'] ?? 6_000)
let database: PlannedDatabase
let db: Db

/** A board of three years whose nights were all written down: what was, is in few rows, and what is, is found by its day. */
beforeAll(async () => {
  database = await createPlannedDatabase()
  db = database.db
  const ago = sql.raw(`now() - interval '1000 days' * n / ${amount}`)
  await db.execute(sql`insert into users (id, first_name) select n, 'Kishi' from generate_series(1, 500) n`)
  await db.execute(sql`insert into ads (seller_id, state, category_id, attributes, title, description, region_id,
      district_id, contact_name, contact_telegram, submit_key, created_at, submitted_at)
    select 1 + n % 500, case when n % 5 = 0 then 'active' else 'sold' end,
      (array['transport.cars', 'livestock.cattle', 'services.taxi', 'phones.phones'])[1 + n % 4], '{}', 'Nom',
      repeat('Matn ', 60), 'andijon', (array['andijon.asaka', 'andijon.boston', 'andijon.marhamat'])[1 + n / 7 % 3],
      'Kishi', true, n::text, ${ago}, ${ago}
    from generate_series(1, ${amount}::int) n`)
  await db.execute(sql`insert into moderation_decisions
      (ad_id, moderator_id, outcome, revision, previous, at, waiting_since, category_id, district_id)
    select id, 1 + id % 8, 'approved', 2, '{}', created_at + interval '5 minutes', created_at, category_id, district_id from ads`)
  await db.execute(sql`insert into audit (at, actor_id, action, ad_id, before, after)
    select created_at + n * interval '1 hour', seller_id, (array['submitted', 'approved', 'priced', 'sold'])[n], id,
      '{"state": "active"}', '{}' from ads, generate_series(1, 4) n`)
  await db.execute(sql`insert into ad_days (ad_id, day, views, contacts)
    select id, created_at::date + n, 5, 1 from ads, generate_series(0, 3) n where created_at::date + n <= now()::date`)
  await db.execute(sql`insert into vain_searches (day, words, category_id, place_id, typed)
    select now()::date - n % 90, 'w' || n, '', '', 'w' from generate_series(1, 9000) n`)
  await closeDays({ db })
  await db.execute(sql`analyze`)
  await db.execute(sql`vacuum ads`)
})
afterAll(() => database?.close())

it.each<[string, () => Promise<unknown>]>([
  ['ninety days', () => readNumbers(db, '90')],
  ['today', () => readNumbers(db, 'today')],
  ['the moderators', () => readModerators(db, '90')],
  ['searches in vain', () => findVain(db, '2026-01-01', '2026-02-01', 50)],
  ['a night', () => closeDays({ db }, new Date(Date.now() + 86_400_000))],
])('the numbers of %s are read by indexes, however old the board is', async (name, ask) => {
  const plans = await database.plansOf(ask)
  expect(plans.length).toBeGreaterThan(0)
  for (const { query, plan } of plans) {
    if (process.env['PLANS_ADS']) console.info(name, plan)
    // All that is live is counted each time; of the night that is closed that is the whole of its work.
    if (!/state = 'active'/.test(query))
      expect(plan).not.toMatch(/Seq Scan on (ads|audit|ad_days|moderation_decisions)/)
  }
})
