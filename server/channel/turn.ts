import { and, eq, gt, isNull, lt, lte, or } from 'drizzle-orm'
import { firstWaiting, lastSending } from '#server/channels/queries.ts'
import { channels } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { waitOf } from '#shared/channel/pace.ts'
import { publish } from './publish.ts'
import { type PostKey, pauseLeft, queuePost } from './queries.ts'
import {
  type Done,
  type Found,
  findPosted,
  notLetIn,
  type SyncOptions,
  type Work,
  whileMine,
} from './work.ts'

/** Posts sent by one job, and seconds until another goes on: Telegram takes 20 a minute in a channel. */
const most = 3
const breath = 3

/** The ad waits for its turn in the channel; whoever has waited longest comes first, as pace and quiet hours allow. */
export async function takeTurn(work: Work, found: Found, key: PostKey): Promise<Done> {
  await queuePost(work.deps.db, key, new Date(work.clock()))
  return sendWaiting(work, found)
}

/** Job `channel.next`: the time has come for what waits in a channel. */
export async function postNext(
  deps: Deps,
  { channelId }: JobData['channel.next'],
  options: SyncOptions = {},
) {
  const { clock = Date.now } = options
  const soon = new Date(clock() + 1000)
  await deps.db
    .update(channels)
    .set({ nextAt: null })
    .where(and(eq(channels.id, channelId), lte(channels.nextAt, soon)))
  const did = await whileMine(deps, channelId, options, async (work) => {
    const pause = await pauseLeft(deps.db, channelId)
    if (pause === 0) return sendWaiting(work)
    await planNext(work, pause)
    return 'paused by Telegram'
  })
  if (did === undefined) await deps.jobs.enqueue(deps.db, 'channel.next', { channelId }, { delay: 1 })
  deps.log.info({ channelId, did: did ?? 'another has the turn' }, 'channel.next')
}

/** Posts what waits, oldest first, until it is too early for more, `own` has had its turn, or enough was done. */
async function sendWaiting(work: Work, own?: Found): Promise<Done> {
  const { deps, channel, clock } = work
  if (channel.standing !== 'fine') return notLetIn
  if (!channel.enabled) return 'waits for the channel to be enabled'
  const isFree = own !== undefined && channel.gap === 0 && channel.nextAt === null
  let did: Done = 'waits for its turn'
  for (let sent = 0; sent < most; sent++) {
    const wait = waitOf(channel, await lastSending(deps.db, channel.id), clock())
    // Where nothing had to wait, every ad comes by a job of its own.
    const adId = isFree ? own.ad.id : await firstWaiting(deps.db, channel.id)
    if (adId === undefined) return did
    if (wait > 0) {
      await planNext(work, wait)
      return did
    }
    const key = { adId, channelId: channel.id }
    const found = adId === own?.ad.id ? own : await findPosted(deps, key)
    if (!found) return did
    did = await publish(work, found, key)
    if (did === notLetIn) return did
    const isPutOff = typeof did !== 'string' && (did.kind === 'limited' || did.kind === 'unsent')
    if (found === own || isPutOff) break
  }
  if (isFree) return did
  if ((await firstWaiting(deps.db, channel.id)) !== undefined) {
    const pause = typeof did !== 'string' && did.kind === 'limited' ? did.seconds : breath
    const wait = waitOf(channel, await lastSending(deps.db, channel.id), clock())
    await planNext(work, Math.max(wait, pause * 1000))
  }
  return did
}

/** Has what waits looked at in so many milliseconds, unless that is planned for about then or before. */
const planNext = ({ deps, channel, clock }: Work, wait: number) =>
  deps.db.transaction(async (tx) => {
    const at = new Date(clock() + wait)
    const isUnplanned = or(
      isNull(channels.nextAt),
      lt(channels.nextAt, new Date(clock())),
      gt(channels.nextAt, new Date(at.getTime() + 1000)),
    )
    const planned = await tx
      .update(channels)
      .set({ nextAt: at })
      .where(and(eq(channels.id, channel.id), isUnplanned))
      .returning({ id: channels.id })
    if (planned.length === 0) return
    const delay = Math.max(1, Math.ceil(wait / 1000))
    await deps.jobs.enqueue(tx, 'channel.next', { channelId: channel.id }, { delay })
  })
