import { and, eq, exists, inArray, lte, ne, not, sql } from 'drizzle-orm'
import { auditedWords } from '#server/ads/history.ts'
import { changeAd } from '#server/ads/verbs.ts'
import type { Db } from '#server/db/client.ts'
import {
  adHints,
  ads,
  audit,
  channelPosts,
  contactReveals,
  dialogs,
  drafts,
  favorites,
  moderationDecisions,
  peopleNotes,
  photos,
  reports,
  savedSearches,
  searchAlerts,
  telegramUpdates,
  users,
} from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { erasePhoto } from '#server/photos/verbs.ts'
import { findUser } from '#server/users/queries.ts'
import { banned, lockStandings, requireAnotherAdmin } from '#server/users/standing.ts'
import { transitions } from '#shared/ads/states.ts'

/** What was removed. */
export interface Erased {
  ads: number
  photos: number
  /** Posts that stood in channels. */
  posts: number
}

/** What an ad says of a person or in their words. */
const blank = {
  title: '',
  description: '',
  attributes: {},
  searchWords: '',
  mahalla: null,
  landmark: null,
  contactName: '',
  contactPhone: null,
  contactTelegram: false,
  rejectionNote: null,
  rejectionMarks: [],
}
const nobody = {
  firstName: '',
  lastName: null,
  username: null,
  languageCode: null,
  locale: null,
  phone: null,
  digest: true,
  digestedOn: null,
  openAds: null,
  role: 'user',
  searchKey: '',
} as const

/**
 * Removes all that the board knows of a person. At once: what anybody can see, every word of theirs, their name and
 * number. By the job `users.erase`, which a crash does not stop: photos in storage, posts in the channel, and then the
 * rows themselves. The audit stays, without saying who. Throws `people.last_admin`.
 */
export const eraseMe = (deps: Deps, userId: number): Promise<Erased> =>
  deps.db.transaction(async (tx) => {
    await lockStandings(tx)
    const me = await findUser(tx, userId)
    if (me?.role === 'admin') await requireAnotherAdmin(tx, deps.config.telegram.adminIds, userId)
    const own = eq(ads.sellerId, userId)
    const erased = await countOwn(tx, userId)
    const open = await tx
      .select({ id: ads.id })
      .from(ads)
      .where(and(own, ne(ads.state, 'removed')))
    for (const { id } of open)
      await changeAd(tx, deps, {
        where: eq(ads.id, id),
        from: transitions.removed,
        action: 'erased',
        actorId: userId,
        set: { state: 'removed' },
      })
    await tx.update(ads).set(blank).where(own)
    const theirs = tx.select({ id: ads.id }).from(ads).where(own)
    await tx.delete(moderationDecisions).where(inArray(moderationDecisions.adId, theirs))
    await tx.delete(adHints).where(inArray(adHints.adId, theirs))
    for (const who of ['moderatorId', 'undoneBy'] as const)
      await tx
        .update(moderationDecisions)
        .set({ [who]: null })
        .where(eq(moderationDecisions[who], userId))
    await tx.delete(drafts).where(eq(drafts.userId, userId))
    await tx.delete(favorites).where(eq(favorites.userId, userId))
    await tx.delete(savedSearches).where(eq(savedSearches.userId, userId))
    await tx.delete(searchAlerts).where(eq(searchAlerts.userId, userId))
    await tx.delete(dialogs).where(eq(dialogs.userId, userId))
    await tx.delete(contactReveals).where(eq(contactReveals.userId, userId))
    await tx.delete(reports).where(eq(reports.reporterId, userId))
    await tx.delete(peopleNotes).where(eq(peopleNotes.userId, userId))
    await tx.update(peopleNotes).set({ authorId: null }).where(eq(peopleNotes.authorId, userId))
    await tx.update(users).set(nobody).where(eq(users.id, userId))
    await tx
      .update(audit)
      .set({ before: withoutWords('before'), after: withoutWords('after') })
      .where(inArray(audit.adId, theirs))
    await tx.update(audit).set({ actorId: null }).where(eq(audit.actorId, userId))
    const [now] = await tx.execute<{ at: string }>(sql`select now()::text as at`)
    await deps.jobs.enqueue(tx, 'users.erase', { userId, before: now?.at as string })
    return erased
  })

/** What an entry says of an ad, but nothing in its seller's words. */
const withoutWords = (column: 'before' | 'after') =>
  sql`${audit[column]} - ${sql.raw(`array['${auditedWords.join("', '")}']`)}`

async function countOwn(tx: Db, userId: number): Promise<Erased> {
  const own = and(eq(ads.sellerId, userId), ne(ads.state, 'removed'))
  const standing = tx
    .select({ id: ads.id })
    .from(ads)
    .innerJoin(channelPosts, eq(channelPosts.adId, ads.id))
    .where(and(own, eq(channelPosts.state, 'sent')))
  return {
    ads: await tx.$count(ads, own),
    photos: await tx.$count(photos, eq(photos.ownerId, userId)),
    posts: (await standing).length,
  }
}

/** Seconds until posts that still stand are looked after again: as many again as they have stood since. */
const patience = { first: 10, longest: 6 * 60 * 60 }
const backoff = (before: string) =>
  Math.round(Math.min(patience.longest, Math.max(patience.first, (Date.now() - Date.parse(before)) / 1000)))

/**
 * Job `users.erase`: what `eraseMe` left, each piece as soon as it can go, so it may be broken off anywhere and begun
 * again. What the person, come back meanwhile, has made after `before` is not touched.
 */
export async function finishErasing(deps: Deps, data: JobData['users.erase']) {
  const { db, jobs } = deps
  const { userId, before } = data
  const old = sql`${before}::timestamptz`
  const theirs = and(eq(photos.ownerId, userId), lte(photos.createdAt, old))
  for (const { id } of await db.select({ id: photos.id }).from(photos).where(theirs))
    await erasePhoto(deps, id, theirs)

  const stands = exists(
    db
      .select({ one: sql`1` })
      .from(channelPosts)
      .where(and(eq(channelPosts.adId, ads.id), inArray(channelPosts.state, ['sending', 'unknown', 'sent']))),
  )
  const erased = and(eq(ads.sellerId, userId), eq(ads.state, 'removed'), lte(ads.createdAt, old))
  await db.delete(ads).where(and(erased, not(stands)))
  await db
    .delete(telegramUpdates)
    .where(
      and(
        sql`coalesce(payload->'message', payload->'callback_query', payload->'my_chat_member', payload->'inline_query')->'from'->>'id' = ${String(userId)}`,
        sql`done_at is not null and received_at <= ${old}`,
      ),
    )
  if ((await db.$count(ads, erased)) > 0)
    return jobs.enqueue(db, 'users.erase', data, { delay: backoff(before) })
  await db.delete(users).where(
    and(
      eq(users.id, userId),
      // Somebody banned is still banned, and who came back has a name again.
      not(banned()),
      eq(users.firstName, ''),
      not(exists(db.select({ one: sql`1` }).from(ads).where(eq(ads.sellerId, userId)))),
      not(exists(db.select({ one: sql`1` }).from(photos).where(eq(photos.ownerId, userId)))),
    ),
  )
}
