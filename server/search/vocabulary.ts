import { desc, inArray, sql } from 'drizzle-orm'
import type { Db } from '#server/db/client.ts'
import { words } from '#server/db/schema.ts'
import { slips } from '#shared/answers/distance.ts'
import { catalog } from '#shared/catalog/index.ts'
import { regions } from '#shared/regions/regions.ts'
import { lexemesOf } from '#shared/search/lexemes.ts'
import { synonymLexemes } from '#shared/search/synonyms.ts'

export type WordRow = typeof words.$inferSelect

/** Those of the words that live ads have. */
export const findWords = (db: Db, wanted: readonly string[]): Promise<WordRow[]> =>
  wanted.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(words)
        .where(inArray(words.word, [...wanted]))

/** The words that begin so, the most frequent first; `prefix` holds letters only. */
export const findCompletions = (db: Db, prefix: string, most: number): Promise<WordRow[]> =>
  db
    .select()
    .from(words)
    .where(sql`${words.word} like ${`${prefix}%`} and ${words.word} <> ${prefix}`)
    .orderBy(desc(words.ads), words.word)
    .limit(most)

/** Words of live ads that look like one, the likest first. */
export const findSimilar = async (
  db: Db,
  word: string,
  most: number,
): Promise<Pick<WordRow, 'word' | 'ads'>[]> => [
  ...(await db.execute<Pick<WordRow, 'word' | 'ads'>>(
    sql`select word, ads from similar_words(${word}, ${most})`,
  )),
]

/** Words that a query may hold although no live ad does: of groups, of the catalogue, of places. */
const taught: ReadonlySet<string> = new Set([
  ...synonymLexemes,
  ...[
    ...catalog.flatMap(({ labels, children }) => [
      labels,
      ...children.flatMap((category) => [
        category.labels,
        ...category.attributes.flatMap((attribute) =>
          attribute.type === 'select' ? attribute.options.map((option) => option.labels) : [attribute.labels],
        ),
      ]),
    ]),
    ...regions.flatMap(({ names, districts }) => [names, ...districts.map((district) => district.names)]),
  ].flatMap((labels) => Object.values(labels).flatMap(lexemesOf)),
])
export const isTaught = (word: string): boolean => taught.has(word)

/** Taught words that differ by no more slips than are forgiven. */
export const similarTaught = (word: string): string[] =>
  [...taught].filter((known) => slips(word, known) !== undefined)
