import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { plain } from '#server/announcements/verbs.ts'
import { type Failure, failureOf, isUnreachable } from '#server/bot/failure.ts'
import { writeAudit } from '#server/db/audit.ts'
import type { Db } from '#server/db/client.ts'
import { announcementRecipients, announcements } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { findUser, localeOfUser, setReachable } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { type AnnouncementTexts, announcementText, type RecipientState } from '#shared/announcements/text.ts'

export interface SendOptions {
  /** Milliseconds from one message to the next: a third of what Telegram allows, so that alerts hardly wait. */
  pause?: number
  /** Messages of one run: so few that a board which is told to end does not have to break it off. */
  batch?: number
}

/** Seconds for which a turn holds without a sign of life, as a job does, and until the next one is given. */
const turnSeconds = 10
const beatSeconds = 3
/** Seconds until another try where another has the turn, the network is away, or an answer was lost. */
const again = { turn: 5, unsent: 20, uncertain: 10 }

/**
 * Job `announcements.send`: some messages of an announcement, one at a time, then itself again while there are more. That
 * it is somebody's turn is committed before the call, so whatever ends this process, nobody gets it twice: who was being
 * written to then is counted as uncertain.
 */
export async function sendAnnouncement(
  deps: Deps,
  data: JobData['announcements.send'],
  { pause = 100, batch = 30 }: SendOptions = {},
) {
  const { db, jobs } = deps
  const { announcementId: id } = data
  const wait = (await beginTurn(db, id)) ? await sendSome(deps, id, { pause, batch }) : again.turn
  if (wait === undefined) return
  await jobs.enqueue(db, 'announcements.send', data, wait > 0 ? { delay: wait } : undefined)
}

/** Job `announcements.resume`: goes on with those whose job was given up, as when the database was away for long. */
export async function resumeLost({ db, jobs }: Pick<Deps, 'db' | 'jobs'>) {
  const lost = await db
    .select({ id: announcements.id })
    .from(announcements)
    .where(
      and(
        eq(announcements.state, 'sending'),
        sql`coalesce(${announcements.turnUntil}, '-infinity') < now()`,
        sql`coalesce(${announcements.pausedUntil}, '-infinity') < now() - ${quiet}::interval`,
        sql`${announcements.updatedAt} < now() - ${quiet}::interval`,
        // Written out, as Drizzle leaves a lone table's name away.
        sql`not exists (select from announcement_recipients r
          where r.announcement_id = announcements.id and r.at > now() - ${quiet}::interval)`,
      ),
    )
  for (const { id } of lost) await jobs.enqueue(db, 'announcements.send', { announcementId: id })
}
/** An announcement of which nothing was heard for so long has nobody who sends it. */
const quiet = '10 minutes'

/** One process at a time sends an announcement; a turn that a killed one left behind ends by itself. */
async function beginTurn(db: Db, id: number): Promise<boolean> {
  const rows = await db
    .update(announcements)
    .set({ turnUntil: turnEnd })
    .where(and(eq(announcements.id, id), sql`coalesce(turn_until, '-infinity') < now()`))
    .returning({ id: announcements.id })
  return rows.length > 0
}
const turnEnd = sql`now() + ${`${turnSeconds} seconds`}::interval`
const endTurn = (db: Db, id: number) =>
  db.update(announcements).set({ turnUntil: null }).where(eq(announcements.id, id))

/** Renews a turn until the function it answers is called; a renewal that comes late brings no ended turn back. */
function keepTurn({ db, log }: Deps, id: number) {
  const beat = setInterval(() => {
    const mine = and(eq(announcements.id, id), isNotNull(announcements.turnUntil))
    db.update(announcements)
      .set({ turnUntil: turnEnd })
      .where(mine)
      .catch((err) => log.warn({ announcement: id, err }, 'no sign of life'))
  }, beatSeconds * 1000)
  return () => clearInterval(beat)
}

/** Answers after how many seconds it goes on; undefined when it does not. */
async function sendSome(deps: Deps, id: number, { pause, batch }: Required<SendOptions>) {
  const { db } = deps
  const letGo = keepTurn(deps, id)
  try {
    // The turn is ours, so whoever was writing to them is no more.
    await settle(db, id, 'sending', 'uncertain')
    for (let left = batch; left > 0; left--) {
      const [announcement] = await db
        .select()
        .from(announcements)
        .where(and(eq(announcements.id, id), eq(announcements.state, 'sending')))
      if (!announcement) return undefined
      const paused = Math.ceil(((announcement.pausedUntil?.getTime() ?? 0) - Date.now()) / 1000)
      if (paused > 0) return paused
      const userId = await takeNext(db, id)
      if (userId === undefined) return await finish(db, id)
      const wait = await sendOne(deps, id, userId, announcement.texts)
      if (wait !== undefined) return wait
      await sleep(pause)
    }
    return 0
  } finally {
    letGo()
    await endTurn(db, id)
  }
}

/** Whose turn it is now; a stop that is faster keeps it from being anybody's. */
async function takeNext(db: Db, id: number): Promise<number | undefined> {
  const [row] = await db.execute<{ user_id: string }>(sql`
    update announcement_recipients set state = 'sending', at = now()
    where announcement_id = ${id} and user_id = (
      select user_id from announcement_recipients
      where announcement_id = ${id} and state = 'waiting' order by user_id limit 1 for update skip locked
    ) and exists (select from announcements where id = ${id} and state = 'sending')
    returning user_id`)
  return row && Number(row.user_id)
}

/** Answers after how many seconds the next may have a turn, where that is not at once. */
async function sendOne({ db, telegram, log }: Deps, id: number, userId: number, texts: AnnouncementTexts) {
  const become = (state: RecipientState) =>
    db
      .update(announcementRecipients)
      .set({ state, at: sql`now()` })
      .where(and(of(id), eq(announcementRecipients.userId, userId)))
  const user = await findUser(db, userId)
  if (!user || isBanned(user)) return void (await become('skipped'))
  if (user.unreachableAt) return void (await become('unreachable'))
  const failure = await telegram
    .sendMessage(userId, announcementText(texts, localeOfUser(user)), plain)
    .then(() => undefined, failureOf)
  if (!failure) return void (await become('sent'))
  log.warn({ announcement: id, userId, failure }, 'announcement')
  await become(stateAfter(failure))
  switch (failure.kind) {
    case 'limited':
      await db
        .update(announcements)
        .set({ pausedUntil: new Date(Date.now() + failure.seconds * 1000) })
        .where(eq(announcements.id, id))
      return failure.seconds
    case 'refused':
      if (isUnreachable(failure)) await setReachable(db, userId, false)
      return undefined
    default:
      return again[failure.kind]
  }
}

function stateAfter(failure: Failure): RecipientState {
  if (failure.kind === 'uncertain') return 'uncertain'
  if (failure.kind !== 'refused') return 'waiting'
  return isUnreachable(failure) ? 'unreachable' : 'refused'
}

const of = (id: number) => eq(announcementRecipients.announcementId, id)

const settle = (db: Db, id: number, from: RecipientState, to: RecipientState) =>
  db
    .update(announcementRecipients)
    .set({ state: to, at: sql`now()` })
    .where(and(of(id), eq(announcementRecipients.state, from)))

/** Everybody's turn was, unless it was stopped in this very moment. */
const finish = (db: Db, id: number) =>
  db.transaction(async (tx) => {
    const [done] = await tx
      .update(announcements)
      .set({ state: 'done', finishedAt: sql`now()`, updatedAt: sql`now()` })
      .where(and(eq(announcements.id, id), eq(announcements.state, 'sending')))
      .returning({ id: announcements.id })
    if (done)
      await writeAudit(tx, { actorId: null, action: 'announcement_done', after: { announcement: id } })
    return undefined
  })
