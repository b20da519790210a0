import { eq } from 'drizzle-orm'
import { InlineKeyboard } from 'grammy'
import { ads, moderationDecisions, reports, users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { fullName } from '#server/users/queries.ts'
import { appLink } from '#shared/channel/links.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { failureOf } from './failure.ts'
import { notify } from './notify.ts'

/** Job `reports.announce`: a message in the moderators' group about what a buyer found wrong with a live ad. */
export async function announceReport(deps: Deps, data: JobData['reports.announce']) {
  const { db, telegram, config, jobs } = deps
  const { channelLocale, moderatorsChatId: groupChatId } = config.telegram
  const found = await findReport(deps, data.reportId)
  if (!found || found.report.groupMessageId !== null) return
  const { text, ...more } = messageOf(deps, found)
  const refused = await notify(
    async () => {
      const { message_id: groupMessageId } = await telegram.sendMessage(groupChatId, text, more)
      await db.update(reports).set({ groupChatId, groupMessageId }).where(eq(reports.id, data.reportId))
      // Whatever was decided while it was being sent found no message to change.
      await jobs.enqueue(db, 'reports.show', data, { delay: 1 })
    },
    (seconds) => jobs.enqueue(db, 'reports.announce', data, { delay: seconds }),
  )
  if (refused)
    await jobs.enqueue(db, 'admins.alert', {
      text: botTexts(channelLocale)('bot.alert_not_reported', {
        title: asPlain(found.title),
        error: refused.reason,
      }),
    })
}

/** Job `reports.show`: makes the message in the group true to what became of the report; late and repeated ones come to the same. */
export async function showReport(deps: Deps, data: JobData['reports.show']) {
  const { db, telegram, jobs } = deps
  const found = await findReport(deps, data.reportId)
  if (!found) return
  const { groupChatId, groupMessageId } = found.report
  if (groupChatId === null || groupMessageId === null) return
  const { text, ...more } = messageOf(deps, found)
  const failure = await telegram
    .editMessageText(groupChatId, groupMessageId, text, more)
    .then(() => undefined, failureOf)
  if (failure?.kind === 'limited') return jobs.enqueue(db, 'reports.show', data, { delay: failure.seconds })
  // What is refused stands so already, or nobody can change it any more.
  if (failure && failure.kind !== 'refused')
    throw new Error(`the group's message about a report was not changed: ${failure.kind}`)
}

async function findReport({ db }: Deps, reportId: number) {
  const [found] = await db
    .select({ report: reports, title: ads.title, decision: moderationDecisions, by: users })
    .from(reports)
    .innerJoin(ads, eq(ads.id, reports.adId))
    .leftJoin(moderationDecisions, eq(moderationDecisions.id, reports.decisionId))
    .leftJoin(users, eq(users.id, moderationDecisions.moderatorId))
    .where(eq(reports.id, reportId))
  return found
}
type Found = NonNullable<Awaited<ReturnType<typeof findReport>>>

function messageOf({ config, me }: Deps, found: Found) {
  const { report, title } = found
  const { channelLocale: locale } = config.telegram
  const t = botTexts(locale)
  const plain = asPlain(title)
  const lead = `🚩 ${t('bot.report')}: `
  const outcome = outcomeOf(found, locale)
  const lines = [
    lead + plain,
    common(locale)(`report.${report.reason}`),
    report.note && asPlain(report.note),
    outcome && `\n${outcome}`,
  ]
  const keyboard = new InlineKeyboard()
  return {
    text: lines.filter(Boolean).join('\n'),
    entities: [{ type: 'bold' as const, offset: lead.length, length: plain.length }],
    reply_markup: outcome
      ? keyboard.url(t('bot.approved_button'), appLink(me.username, `ad_${report.adId}`))
      : keyboard.url(t('bot.report_button'), appLink(me.username, `report_${report.adId}`)),
  }
}

/** What came of it, in a line; undefined while it is open. */
function outcomeOf({ report, decision, by }: Found, locale: Locale): string | undefined {
  const t = botTexts(locale)
  if (report.state === 'open') return undefined
  if (!decision) return `☑️ ${t('bot.report_over')}`
  if (decision.moderatorId === null) return `🤖 ${t('bot.mod_by_board')}`
  const name = asPlain(by ? fullName(by) : '')
  if (decision.outcome === 'rejected') return `↩️ ${t('bot.mod_rejected', { name })}`
  if (decision.outcome === 'kept') return `✅ ${t('bot.mod_kept', { name })}`
  return `✅ ${t(decision.outcome === 'mended' ? 'bot.mod_mended' : 'bot.mod_approved', { name })}`
}
