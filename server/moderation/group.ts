import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { findAd } from '#server/ads/queries.ts'
import { type Failure, failureOf, isMissing, isUnchanged } from '#server/bot/failure.ts'
import { notify } from '#server/bot/notify.ts'
import { adHints, ads, moderationMessages } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { claimedByOther, claimSeconds } from '#server/moderation/claims.ts'
import { groupMessage } from '#server/moderation/group-message.ts'
import { findDecision, hintsShown } from '#server/moderation/queries.ts'
import { findOpenReports } from '#server/reports/queries.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'

/** Job `moderation.announce`: a message in the moderators' group, one each time an ad comes to wait. */
export async function announceAd(deps: Deps, data: JobData['moderation.announce']) {
  const { db, telegram, config, jobs } = deps
  const { moderatorsChatId: chatId, channelLocale } = config.telegram
  const composed = await compose(deps, data.adId)
  if (!composed || composed.ad.state !== 'pending') return
  const { ad, message } = composed
  const standing = await findMessage(deps, ad.id)
  if (standing?.submittedAt.getTime() === ad.submittedAt.getTime()) return showAd(deps, data)
  const refused = await notify(
    async () => {
      const { text, entities, keyboard } = message
      const sent = await telegram.sendMessage(chatId, text, { entities, reply_markup: keyboard })
      const row = { chatId, messageId: sent.message_id, submittedAt: ad.submittedAt, shown: print(message) }
      await db
        .insert(moderationMessages)
        .values({ adId: ad.id, ...row })
        .onConflictDoUpdate({ target: moderationMessages.adId, set: row })
    },
    (seconds) => jobs.enqueue(db, 'moderation.announce', data, { delay: seconds }),
  )
  if (!refused) {
    // Whatever was decided while it was being sent found no message to change.
    await jobs.enqueue(db, 'moderation.show', { adId: ad.id }, { delay: 1 })
    return
  }
  const text = botTexts(channelLocale)('bot.alert_not_announced', {
    title: asPlain(ad.title),
    error: refused.reason,
  })
  await jobs.enqueue(db, 'admins.alert', { text })
}

/**
 * Job `moderation.show`: makes the message about an ad in the group true to how it stands: who looks at it, who
 * decided what, what was undone. Late and repeated ones come to the same; what is unchanged is not sent.
 */
export async function showAd(deps: Deps, { adId }: JobData['moderation.show']) {
  const { db, telegram, jobs } = deps
  const [composed, standing] = [await compose(deps, adId), await findMessage(deps, adId)]
  if (!composed || !standing) return
  const { message } = composed
  // A claim that lapses unheard of is not shown for ever.
  if (composed.isClaimed) await jobs.enqueue(db, 'moderation.show', { adId }, { delay: claimSeconds })
  if (print(message) === standing.shown) return
  const failure = await telegram
    .editMessageText(standing.chatId, standing.messageId, message.text, {
      entities: message.entities,
      reply_markup: message.keyboard,
    })
    .then(() => undefined, failureOf)
  if (failure?.kind === 'limited')
    return jobs.enqueue(db, 'moderation.show', { adId }, { delay: failure.seconds })
  if (failure && !isSettled(failure)) throw new Error(`the group's message was not changed: ${failure.kind}`)
  await db
    .update(moderationMessages)
    .set({ shown: print(message) })
    .where(and(eq(moderationMessages.adId, adId), eq(moderationMessages.messageId, standing.messageId)))
}

/** Shows the message's own buttons again, whatever stands there now. */
export async function resetButtons(deps: Deps, adId: number) {
  const [composed, standing] = [await compose(deps, adId), await findMessage(deps, adId)]
  if (!composed || !standing) return
  await deps.telegram
    .editMessageReplyMarkup(standing.chatId, standing.messageId, { reply_markup: composed.message.keyboard })
    .catch(failureOf)
}

async function compose(deps: Deps, adId: number) {
  const { db, config, me } = deps
  const { channelId, channelLocale } = config.telegram
  const found = await findAd(db, channelId, eq(ads.id, adId))
  if (!found) return undefined
  const [looked] = await db
    .select({ hints: hintsShown })
    .from(adHints)
    .where(and(eq(adHints.adId, adId), eq(adHints.revision, found.ad.revision)))
  const standing = {
    ...found,
    hints: found.ad.state === 'pending' ? (looked?.hints ?? []) : [],
    reports: found.ad.state === 'pending' ? await findOpenReports(db, adId) : [],
    claimedBy: await claimedByOther(db, adId, null),
    decision: await findDecision(db, adId),
  }
  const isClaimed = found.ad.state === 'pending' && standing.claimedBy !== undefined
  return { ad: found.ad, isClaimed, message: groupMessage(standing, channelLocale, me.username) }
}

const findMessage = async ({ db }: Deps, adId: number) =>
  (await db.select().from(moderationMessages).where(eq(moderationMessages.adId, adId)))[0]

/** Text and buttons as one mark, for telling whether anything is another. */
const print = ({ text, keyboard }: ReturnType<typeof groupMessage>) =>
  createHash('sha256')
    .update(JSON.stringify([text, keyboard.inline_keyboard]))
    .digest('base64')

/** Nothing more to do: it says so already, or somebody deleted it. */
const isSettled = (failure: Failure) => isMissing(failure) || isUnchanged(failure)
