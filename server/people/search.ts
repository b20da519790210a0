import { and, asc, eq, inArray, isNotNull, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { roleOf } from '#server/auth/middleware.ts'
import type { Db } from '#server/db/client.ts'
import { ads, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { fullName, searchKeyOf, type UserRow } from '#server/users/queries.ts'
import { banned, banOf } from '#server/users/standing.ts'
import { wordsOf } from '#shared/answers/fold.ts'
import { limits } from '#shared/limits.ts'
import type { PeopleFilter, PeopleQuery } from '#shared/people/schema.ts'
import { parsePhone } from '#shared/text/phone.ts'

/**
 * People as moderators look for them, who was here last first. `q` is the beginning of any word of the name, in
 * whatever script, an @username, a Telegram id, or a phone that Telegram vouched for or that stands in an ad.
 */
export async function searchPeople({ db, config }: Deps, { q = '', filter, cursor }: PeopleQuery) {
  const { adminIds } = config.telegram
  const rows = await db
    .select({ user: users, ads: adCount })
    .from(users)
    .where(
      and(
        // Who is forgotten is nobody; a ban stays.
        or(ne(users.firstName, ''), isNotNull(users.bannedAt)),
        filter && filters[filter](adminIds),
        isMeantBy(q.trim()),
        cursor ? before(cursor) : undefined,
      ),
    )
    .orderBy(sql`${users.seenAt} desc, ${users.id} desc`)
    .limit(limits.page.default + 1)
  const page = rows.slice(0, limits.page.default)
  const last = page.at(-1)?.user
  return {
    items: page.map((row) => ({ ...toPerson(row.user, adminIds), ads: row.ads })),
    nextCursor: rows.length > page.length && last ? `${last.seenAt.getTime()}-${last.id}` : null,
  }
}

/** What is said of a person wherever moderators meet them. */
export const toPerson = (user: UserRow, adminIds: readonly number[]) => ({
  id: user.id,
  name: fullName(user),
  username: user.username,
  /** Vouched for by Telegram. */
  phone: user.phone,
  role: roleOf(user, adminIds),
  trust: user.trust,
  seenAt: user.seenAt.toISOString(),
  ban: banOf(user),
})

/** Written out, as Drizzle leaves a lone table's name away. */
const adCount = sql<number>`(
  select count(*)::int from ads a where a.seller_id = users.id and a.state in ('pending', 'active')
)`

const filters: Readonly<Record<PeopleFilter, (adminIds: readonly number[]) => SQL | undefined>> = {
  banned: () => banned(),
  moderators: (adminIds) => or(ne(users.role, 'user'), inArray(users.id, [...adminIds, 0])),
  trusted: () => sql`${users.trust} > 0`,
}

function before(cursor: string): SQL {
  const [ms, id] = cursor.split('-')
  return sql`(${users.seenAt}, ${users.id}) < (${new Date(Number(ms)).toISOString()}::timestamptz, ${id}::bigint)`
}

/** Undefined when nothing was typed. */
function isMeantBy(typed: string): SQL | undefined {
  if (!typed) return undefined
  const username = /^(?:@|(?:https?:\/\/)?t\.me\/)?(\w{1,32})$/.exec(typed)
  const named = username && has(`@${(username[1] as string).toLowerCase()}`)
  if (named && !/^\w+$/.test(typed)) return named
  const phone = parsePhone(typed)
  const words = wordsOf(typed)
  return or(
    named ?? undefined,
    words.length > 0 ? and(...words.map(has)) : undefined,
    /^\d{1,15}$/.test(typed) ? eq(users.id, Number(typed)) : undefined,
    phone ? hasPhone(phone) : undefined,
    sql`false`,
  )
}

/** One of the words begins so. */
const has = (word: string) => sql`${users.searchKey} like ${`% ${word.replace(/[\\%_]/g, '\\$&')}%`}`

const hasPhone = (phone: string) =>
  sql`${users.id} = any (array(
    select u.id from users u where u.phone = ${phone}
    union select a.seller_id from ${ads} a where a.contact_phone = ${phone}
  ))`

const batch = 500

/** Job `people.index`: lets people be found who were here before it was written down what they are found by. */
export async function indexPeople({ db, jobs }: Pick<Deps, 'db' | 'jobs'>) {
  await db.transaction(async (tx) => {
    const unknown = await tx
      .select()
      .from(users)
      .where(isNull(users.searchKey))
      .orderBy(asc(users.id))
      .limit(batch)
      .for('no key update', { skipLocked: true })
    for (const user of unknown) await keep(tx, user)
    if (unknown.length === batch) await jobs.enqueue(tx, 'people.index', {})
  })
}

const keep = (tx: Db, user: UserRow) =>
  tx
    .update(users)
    .set({ searchKey: searchKeyOf(user) })
    .where(eq(users.id, user.id))
