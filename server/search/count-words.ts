import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { ads, words, wordsCounted } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { lexemesOf, typedWords } from '#shared/search/lexemes.ts'

/** Ads read at once: few, so that requests are answered in between. */
const batch = 500
/** Rows written at once. */
const rows = 2_000
/** A word is of a category when at least this share of its ads is, and there are a few. */
const nearlyAll = 0.8
const fewest = 3

interface Count {
  ads: number
  readonly forms: Map<string, number>
  readonly categories: Map<string, number>
}
type Counts = Map<string, Count>
const more = (tally: Map<string, number>, key: string) => tally.set(key, (tally.get(key) ?? 0) + 1)

/** Adds the words of ads that went live since the last time; those of ads that ended stay until the night. */
export async function countNewWords({ db }: Deps) {
  const [counted] = await db.select().from(wordsCounted)
  const from = counted?.feedSeq ?? 0
  const counts: Counts = new Map()
  const to = await readAds(db, from, counts)
  if (to === from) return
  await db.transaction(async (tx) => {
    await write(tx, counts)
    await keepPlace(tx, to)
  })
}

/** Counts all live ads anew. */
export async function recountWords({ db }: Deps) {
  const counts: Counts = new Map()
  const to = await readAds(db, 0, counts)
  await db.transaction(async (tx) => {
    await tx.delete(words)
    await write(tx, counts)
    await keepPlace(tx, to)
  })
}

const keepPlace = (tx: Db, feedSeq: number) =>
  tx
    .insert(wordsCounted)
    .values({ feedSeq })
    .onConflictDoUpdate({ target: wordsCounted.one, set: { feedSeq } })

/** Live ads behind a place of the feed, oldest first; answers the last place. */
async function readAds(db: Db, from: number, counts: Counts): Promise<number> {
  for (let place = from; ; ) {
    const page = await db
      .select({
        feedSeq: ads.feedSeq,
        categoryId: ads.categoryId,
        title: ads.title,
        description: ads.description,
      })
      .from(ads)
      .where(and(eq(ads.state, 'active'), isNotNull(ads.feedSeq), gt(ads.feedSeq, place)))
      .orderBy(asc(ads.feedSeq))
      .limit(batch)
    for (const ad of page) count(counts, ad.categoryId, `${ad.title} ${ad.description}`)
    place = page.at(-1)?.feedSeq ?? place
    if (page.length < batch) return place
  }
}

function count(counts: Counts, categoryId: string, text: string) {
  const seen = new Set<string>()
  for (const typed of typedWords(text)) {
    const [word, ...others] = lexemesOf(typed)
    if (word === undefined || others.length > 0 || !/^[a-z]{2,40}$/.test(word)) continue
    const known = counts.get(word) ?? { ads: 0, forms: new Map(), categories: new Map() }
    counts.set(word, known)
    more(known.forms, typed)
    if (seen.has(word)) continue
    seen.add(word)
    known.ads++
    more(known.categories, categoryId)
  }
}

/** The spelling that is met most; of those met nearly as often, the shortest has the fewest endings. */
function mostly(forms: ReadonlyMap<string, number>, script: RegExp): string | null {
  const own = [...forms].filter(([form]) => script.test(form))
  const most = Math.max(...own.map(([, times]) => times))
  const often = own.filter(([, times]) => times * 2 >= most).map(([form]) => form)
  return often.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null
}

function categoryOf({ ads: all, categories }: Count): string | null {
  const [id, times] = [...categories].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0])
  return times >= fewest && times >= all * nearlyAll ? id : null
}

/** Adds to what is there; a spelling and a category that are known stay. */
async function write(tx: Db, counts: Counts) {
  const all = [...counts].map(([word, found]) => ({
    word,
    ads: found.ads,
    latin: mostly(found.forms, /^[a-z'`´ʻʼ’‘ʽõóöğşçı]+$/),
    cyrillic: mostly(found.forms, /^[а-яёўқғҳі'`ʼ’]+$/),
    categoryId: categoryOf(found),
  }))
  for (let at = 0; at < all.length; at += rows)
    await tx
      .insert(words)
      .values(all.slice(at, at + rows))
      .onConflictDoUpdate({
        target: words.word,
        set: {
          ads: sql`${words.ads} + excluded.ads`,
          latin: sql`coalesce(${words.latin}, excluded.latin)`,
          cyrillic: sql`coalesce(${words.cyrillic}, excluded.cyrillic)`,
          categoryId: sql`coalesce(${words.categoryId}, excluded.category_id)`,
        },
      })
}
