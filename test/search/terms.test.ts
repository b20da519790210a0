import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { createDatabase } from '#server/db/client.ts'
import { ads, users, words } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { countNewWords, recountWords } from '#server/search/count-words.ts'
import { suggest } from '#server/search/suggest.ts'
import { termsOf } from '#server/search/terms.ts'
import { createTestDatabase } from '../db.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let connection: ReturnType<typeof createDatabase>
let deps: Deps
let seq = 0

/** Live ads with these titles. */
async function goLive(categoryId: string, ...titles: readonly string[]) {
  const live = titles.map((title) => ({
    sellerId: 1,
    state: 'active' as const,
    categoryId,
    attributes: {},
    title,
    description: '',
    regionId: 'andijon',
    districtId: 'andijon.asaka',
    contactName: 'Karim',
    contactTelegram: true,
    feedSeq: ++seq,
    submitKey: String(seq),
  }))
  await connection.db.insert(ads).values(live)
}
const times = (count: number, title: string) => Array.from({ length: count }, () => title)
/** A database that nothing was asked of yet, for what a word stands for is remembered for a minute. */
const asked = async (text: string) => {
  const fresh = createDatabase(database.url, 1)
  const terms = await termsOf(fresh.db, text).finally(fresh.close)
  return terms.map((term) => term.map((lexemes) => lexemes.join(' ')))
}
const suggested = async (text: string) => (await suggest(deps.db, text)).map((one) => one.text)

beforeAll(async () => {
  database = await createTestDatabase(inject('postgresUrl'), inject('template'))
  connection = createDatabase(database.url)
  deps = { db: connection.db } as Deps
  await connection.db.insert(users).values({ id: 1, firstName: 'Karim' })
  await goLive(
    'transport.cars',
    ...times(30, 'Kobalt sotiladi'),
    ...times(20, 'Кобальт ideal holatda'),
    'kabalt oq',
  )
  await goLive('home.furniture', ...times(5, 'Kolyaska va divan'), ...times(4, 'Qoʻlbola kosmos stol'))
  await goLive('livestock.sheep', ...times(6, 'Кучкор сотилади'), ...times(2, "Hisori qo'chqorlar"))
  await goLive('crops.fruit', ...times(3, 'Жахонгир шафтолиси'), ...times(3, 'Jahongir shaftolisi'))
  await goLive('phones.smartphones', ...times(4, 'Kontaktli tilfonlar'))
  await countNewWords(deps)
})
afterAll(async () => {
  await connection?.close()
  await database?.drop()
})

describe('a word of a query stands for', () => {
  it('itself and what means the same', async () => {
    expect(await asked('smartfon')).toEqual([expect.arrayContaining(['telefon', 'smartfon'])])
    expect((await asked('kir yuvish mashinasi'))[0]).toContain('stiraln mashin')
    expect((await asked('stol'))[0]).toEqual(['stol'])
  })
  it('what it may be the beginning of, if it is the last', async () => {
    expect((await asked('kobal'))[0]).toEqual(['kobal', 'kobalt'])
    expect((await asked('kos'))[0]).toEqual(['kos', 'kosmos'])
    expect((await asked('kos divan'))[0]).toEqual(['kos'])
  })
  it('what it is a slip of, if nobody writes it so', async () => {
    expect((await asked('kobolt'))[0]).toContain('kobalt')
    expect((await asked('kobatl ideal'))[0]).toContain('kobalt')
    expect((await asked('kosmosi stol'))[0]).toContain('kosmos')
    expect((await asked('жахонгр'))[0]).toContain('jahongir')
    expect((await asked('jahngir shaftoli'))[0]).toContain('jahongir')
  })
  it('what one seller misspelt, and the right word too', async () => {
    expect((await asked('kabalt'))[0]).toEqual(expect.arrayContaining(['kabalt', 'kobalt']))
    expect((await asked('kobalt'))[0]).toEqual(['kobalt'])
  })
  it('what is written with у for ў', async () => {
    expect((await asked('koʻlbola stul'))[0]).toContain('kolbol')
    expect((await asked('кулбола стул'))[0]).toContain('kolbol')
  })
  it('the misspelt word’s synonyms', async () => {
    expect((await asked('telfonn arzon'))[0]).toContain('smartfon')
    expect((await asked('xaladilnk'))[0]).toContain('muzlatkich')
  })
  it('nothing else, where it is a number or too short', async () => {
    expect(await asked('128')).toEqual([['128']])
    expect(await asked('kbt')).toEqual([['kbt']])
    expect(await asked('2,5 sotix')).toEqual([['2d5'], expect.arrayContaining(['sotih', 'sot'])])
  })
})

it('words that say nothing are left out unless there are no others', async () => {
  expect(await asked('kobalt sotiladi')).toEqual([['kobalt']])
  expect(await asked('sotiladi')).toHaveLength(1)
  expect(await asked('')).toEqual([])
  expect(await asked('!?')).toEqual([])
})

it('a hostile query is only words', async () => {
  expect(await asked("kob%'; drop table ads; --")).toEqual(expect.any(Array))
  expect(await asked('% _ \\ &|!()')).toEqual([])
  expect((await asked('a '.repeat(500))).length).toBeLessThan(13)
})

describe('suggestions', () => {
  it('complete the last word in the script it is typed in, with a category where it is clear', async () => {
    expect(await suggest(deps.db, 'kob')).toEqual([{ text: 'kobalt', category: 'transport.cars' }])
    expect(await suggest(deps.db, 'коб')).toEqual([{ text: 'кобальт', category: 'transport.cars' }])
    expect(await suggest(deps.db, 'kolya')).toEqual([{ text: 'kolyaska', category: 'children.prams' }])
    expect(await suggest(deps.db, 'shaft')).toEqual([{ text: 'shaftolisi', category: 'crops.fruit' }])
  })
  it('keep what stands before', async () => {
    expect(await suggested('oq kob')).toEqual(['oq kobalt'])
    expect(await suggested('arzon di')).toEqual(['arzon divan'])
  })
  it('mend a misspelt word', async () => {
    expect(await suggested('kobaltt')).toEqual(['kobalt'])
    expect(await suggested('kobbolt')).toContain('kobalt')
  })
  it('are at most eight and none for a letter, a number or nothing', async () => {
    expect(await suggested('k')).toEqual([])
    expect(await suggested('iphone 13')).toEqual([])
    expect(await suggested('')).toEqual([])
    await goLive('home.dishes', 'bakal bakr balkon baliqli banka baraka barkash barmoq basseyn bayroq')
    await countNewWords(deps)
    expect((await suggested('ba')).length).toBe(8)
  })
})

describe('words', () => {
  const countOf = async (word: string) =>
    (await deps.db.select().from(words).where(sql`word = ${word}`))[0]?.ads
  it('of new ads are added, and each ad is counted once', async () => {
    await countNewWords(deps)
    const before = await countOf('kobalt')
    await goLive('transport.cars', 'Kobalt kobalt KOBALT')
    await countNewWords(deps)
    await countNewWords(deps)
    expect(await countOf('kobalt')).toBe((before ?? 0) + 1)
  })
  it('of ads that ended are gone after the night', async () => {
    await deps.db.update(ads).set({ state: 'sold' }).where(sql`title = 'Kontaktli tilfonlar'`)
    expect(await countOf('kontakt')).toBe(4)
    await recountWords(deps)
    expect(await countOf('kontakt')).toBeUndefined()
    expect(await countOf('kobalt')).toBe(51)
  })
})
