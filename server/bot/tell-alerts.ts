import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import { GrammyError } from 'grammy'
import { findAds } from '#server/ads/queries.ts'
import { pictureOf } from '#server/channel/card.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { type Alert, forgetAlerts, giveBackAlerts, lastTold, takeAlerts } from '#server/searches/alerts.ts'
import { findUser, localeOfUser, setReachable } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { alertOfMany, alertOfOne, named } from './alert-message.ts'
import { failureOf, isUnreachable } from './failure.ts'

/** Seconds between two messages to one person: ads that come meanwhile share the next. */
const pause = 10
/** Milliseconds for which news of an ad wait for its picture, which the channel's post brings; then words go alone. */
const picturePatience = 2000
const glance = 50

/**
 * Job `searches.tell`: one message to a person about all ads that wait for them. The ads are taken first and given back
 * when Telegram surely has not got the message: nobody hears of an ad twice, at the price that an alert whose sending
 * went unanswered is not repeated.
 */
export async function tellAlerts(deps: Deps, data: JobData['searches.tell']) {
  const { db, telegram, config, me, jobs, log } = deps
  const { userId, mode } = data
  const user = await findUser(db, userId)
  if (!user || isBanned(user) || user.unreachableAt) return
  const later = (seconds: number) => jobs.enqueue(db, 'searches.tell', data, { delay: seconds })
  const quiet = await lastTold(db, userId)
  if (mode === 'instant' && quiet !== undefined && quiet < pause) return later(Math.ceil(pause - quiet))

  const alerts = await takeAlerts(db, userId, mode)
  const [first] = alerts
  if (!first) return
  const found = await findNamed(deps, alerts)
  const ad = found.get(first.adId)
  if (alerts.length === 1 && !ad) return void (await forgetAlerts(db, userId, alerts))
  const options = { locale: localeOfUser(user), publicUrl: config.publicUrl, botUsername: me.username }
  const send = () => {
    if (alerts.length > 1 || !ad) {
      const { text, ...rest } = alertOfMany(alerts, found, options)
      return telegram.sendMessage(userId, text, { ...rest, link_preview_options: { is_disabled: true } })
    }
    const { text, entities, reply_markup } = alertOfOne(ad, first.search, options)
    const picture = pictureOf(ad)
    return picture
      ? telegram.sendPhoto(userId, picture, { caption: text, caption_entities: entities, reply_markup })
      : telegram.sendMessage(userId, text, { entities, reply_markup })
  }
  try {
    await send()
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused') {
      if (isUnreachable(failure)) await setReachable(db, userId, false)
      else log.error({ userId, failure }, 'new ads could not be told')
    } else if (failure.kind === 'uncertain' && !(error instanceof GrammyError)) {
      log.warn({ userId, failure }, 'whether new ads were told is not known')
    } else {
      await giveBackAlerts(db, userId, alerts)
      if (failure.kind !== 'limited') throw error
      await later(failure.seconds)
    }
  }
}

/** The ads that are named; of a single one just gone live also its picture, if that comes soon. */
async function findNamed({ db, config }: Deps, alerts: readonly Alert[]) {
  const { channelId } = config.telegram
  const ids = alerts.slice(0, named).map(({ adId }) => adId)
  for (;;) {
    const rows = await findAds(db, channelId, and(inArray(ads.id, ids), eq(ads.state, 'active')), named)
    const [row] = rows
    const since = alerts[0]?.since.getTime() ?? 0
    const awaitsPicture = alerts.length === 1 && row?.ad.hasPhotos && !pictureOf(row)
    if (!awaitsPicture || Date.now() - since > picturePatience)
      return new Map(
        ids.flatMap((id) => rows.filter(({ ad }) => ad.id === id)).map((row) => [row.ad.id, row]),
      )
    await sleep(glance)
  }
}
