import { sql } from 'drizzle-orm'
import { fromDrizzle, PgBoss } from 'pg-boss'
import type { Db } from '#server/db/client.ts'
import type { Price } from '#shared/money/money.ts'
import type { BanAds } from '#shared/people/schema.ts'
import type { AlertMode } from '#shared/searches/schema.ts'
import type { Role } from '#shared/users/schema.ts'

/** What a seller is told of an ad, or asked about it. */
export type Outcome = 'approved' | 'rejected' | 'undone' | 'hidden' | 'ask' | 'expired' | 'photo_refused'

/** What whoever saved an ad is told of it: a price that dropped, as it was and as it became, or an end that is near. */
export type SavedNews = { event: 'price'; was: Price; now: Price } | { event: 'ends' }

/** What a person is told of how they stand: what became of their ads, or which role they had before. */
export type PersonNews =
  | { event: 'banned'; ads: BanAds; hidden: number }
  | { event: 'lifted'; released: number }
  | { event: 'role'; was: Role }

/** Every job and what it is told; the functions are in `server/jobs/jobs.ts`. */
export interface JobData {
  'photos.process': { photoId: string }
  'photos.sweep': Record<string, never>
  /** Makes the post of an ad in a channel true to the ad. */
  'channel.sync': { adId: number; channelId: number }
  /** Posts what waits in a channel, as its pace and quiet hours allow. */
  'channel.next': { channelId: number }
  /** Asks Telegram how the channels are called and what the bot may do there. */
  'channels.check': Record<string, never>
  /** Looks through a waiting ad, then lets the board approve it or has the moderators told. */
  'moderation.prepare': { adId: number; revision: number }
  /** Tells the moderators' group that an ad waits. */
  'moderation.announce': { adId: number; revision: number }
  /** Tells the moderators' group that a buyer finds something wrong with a live ad. */
  'reports.announce': { reportId: number }
  /** Makes the message about a report in the moderators' group true. */
  'reports.show': { reportId: number }
  /** Tells one person what became of all that they reported and have not been told of. */
  'reports.tell': { userId: number }
  /** Makes the message about an ad in the moderators' group true. */
  'moderation.show': { adId: number }
  /** Tells the seller what became of the ad; `decisionId` when a moderator mended it in the same step. */
  'ads.tell_seller': { adId: number; outcome: Outcome; decisionId?: number }
  /** Tells one person of an ad they saved. */
  'favorites.tell': { userId: number; adId: number; news: SavedNews }
  /** Sends some messages of an announcement, and itself again while there are more. */
  'announcements.send': { announcementId: number }
  /** Goes on with announcements whose job was given up. */
  'announcements.resume': Record<string, never>
  /** Tells the admins of something they must mend. */
  'admins.alert': { text: string }
  'ads.expire': Record<string, never>
  /** Asks sellers whose ads end soon whether they are still for sale. */
  'ads.ask': Record<string, never>
  /** Finds out whom to write what happened yesterday. */
  'digest.plan': Record<string, never>
  /** Tells one person what happened around their ads on a day. */
  'digest.tell': { userId: number; day: string }
  /** Removes what is left of a person who wanted to be forgotten; `before` is when, as PostgreSQL writes it. */
  'users.erase': { userId: number; before: string }
  /** Tells one person that they were banned, that a ban ended, or which role they have now. */
  'people.tell': { userId: number; news: PersonNews }
  /** Ends bans whose term is over. */
  'people.unban': Record<string, never>
  /** Lets people be found who were here before moderators could look for them. */
  'people.index': Record<string, never>
  /** Puts the menu of a person's chat into their language. */
  'bot.menu': { userId: number }
  'rates.refresh': Record<string, never>
  /** Adds the words of new ads to those that search knows. */
  'words.count': Record<string, never>
  /** Counts the words of all live ads anew. */
  'words.recount': Record<string, never>
  /** Finds whose saved searches a live ad fits; `was`: the price that it had before and has no more. */
  'searches.match': { adId: number; was?: Price | null }
  /** Tells one person of all ads that wait to be told at once, or in the day's message. */
  'searches.tell': { userId: number; mode: AlertMode }
  /** Finds out whom to write the day's new ads. */
  'searches.plan': Record<string, never>
  /** Compiles saved searches behind an id anew where that is due; the first when absent. */
  'searches.compile': { after?: number }
  /** Gives ads behind an id the words that today's rules give. */
  'search.reindex': { after: number }
  /** Writes down the numbers of the days that are over. */
  'stats.close_days': Record<string, never>
  'updates.sweep': Record<string, never>
}
export type JobName = keyof JobData

export interface Jobs {
  /** Enqueues inside the transaction `tx`: the job exists exactly when the transaction commits. `delay` in seconds. */
  enqueue<N extends JobName>(tx: Db, name: N, data: JobData[N], options?: { delay?: number }): Promise<void>
  /** The same for many jobs of one name, in one statement. */
  enqueueAll<N extends JobName>(
    tx: Db,
    name: N,
    data: readonly JobData[N][],
    options?: { delay?: number },
  ): Promise<void>
}

export function createBoss(databaseUrl: string) {
  return new PgBoss({
    connectionString: databaseUrl,
    application_name: 'vodiy-bozor-jobs',
    max: 4,
    useListenNotify: true,
    superviseIntervalSeconds: 5,
    monitorIntervalSeconds: 5,
  })
}

export const createJobs = (boss: PgBoss): Jobs => ({
  async enqueue(tx, name, data, options) {
    await boss.send(name, data, {
      db: fromDrizzle(tx as never, sql),
      ...startOf(options),
    })
  },
  async enqueueAll(tx, name, data, options) {
    if (data.length === 0) return
    await boss.insert(
      name,
      data.map((each) => ({ data: each, ...startOf(options) })),
      { db: fromDrizzle(tx as never, sql) },
    )
  },
})

const startOf = (options: { delay?: number } | undefined) =>
  options?.delay === undefined ? {} : { startAfter: options.delay }
