import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { createDatabase } from '#server/db/client.ts'
import { searchColumns, searchVersionOf, wordsOfAd } from '#server/search/words.ts'
import { createTestDatabase } from '../db.ts'

let database: ReturnType<typeof createDatabase> & { drop(): Promise<void> }
beforeAll(async () => {
  const { url, drop } = await createTestDatabase(inject('postgresUrl'), inject('template'))
  database = { ...createDatabase(url), drop }
})
afterAll(async () => {
  await database.close()
  await database.drop()
})

const cobalt = {
  categoryId: 'transport.cars',
  attributes: { make: 'chevrolet', model: 'chevrolet-cobalt', year: 2021, colour: 'other', credit: true },
  title: 'Кобальт, oq',
  description: 'Bir qoʻlda haydalgan',
  regionId: 'fargona',
  districtId: 'fargona.qoqon-sh',
  mahalla: 'Navbahor MFY',
  landmark: 'bozor yonida',
}

async function lexemesInDatabase(ad: typeof cobalt) {
  const { searchWords } = searchColumns(ad)
  const [row] = await database.db.execute<{ lexemes: string[] }>(
    sql`select tsvector_to_array(${searchWords}) as lexemes`,
  )
  return new Set(row?.lexemes)
}
const lexemesOfAd = (ad: typeof cobalt) =>
  new Set(Object.values(wordsOfAd(ad)).flatMap((words) => words.split(' ').filter(Boolean)))

it('an ad is found by its text, its category, what was chosen, and where it is, in Uzbek and Russian', () => {
  const words = wordsOfAd(cobalt)
  expect(words.title.split(' ')).toEqual(wordsOfAd({ ...cobalt, title: 'kobalt OQ' }).title.split(' '))
  for (const typed of ['avtomobil', 'легковые', 'chevrolet', 'cobalt', '2021', 'muddatli', 'рассрочку'])
    expect([typed, words.labels.split(' ')]).toEqual([
      typed,
      expect.arrayContaining(wordsOfAd({ ...cobalt, title: typed }).title.split(' ')),
    ])
  for (const typed of ['qoʻqon', 'Коканд', 'fargʻona', 'navbahor', 'bozor'])
    expect([typed, words.place.split(' ')]).toEqual([
      typed,
      expect.arrayContaining(wordsOfAd({ ...cobalt, title: typed }).title.split(' ')),
    ])
})

it('the database keeps every word as it was made plain, and no other', async () => {
  expect(await lexemesInDatabase(cobalt)).toEqual(lexemesOfAd(cobalt))
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '2,5',
          '100m2',
          '1e5',
          '-7',
          'a.b@c.uz',
          '+998901234567',
          '007',
          'http://x.uz/a?b',
          '12.500',
          'gʻisht',
          '4x4',
        ),
        { maxLength: 8 },
      )
      .map((all) => all.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(typed, typed, async (title, description) => {
      const ad = { ...cobalt, title, description: description.replaceAll('\0', '') }
      expect(await lexemesInDatabase(ad)).toEqual(lexemesOfAd(ad))
    }),
    { numRuns: 150 },
  )
})

it('each category has rules of its own, and what is no category has some too', () => {
  expect(searchVersionOf('transport.cars')).not.toBe(searchVersionOf('transport.trucks'))
  expect(searchVersionOf('gone')).toBeGreaterThan(0)
})
