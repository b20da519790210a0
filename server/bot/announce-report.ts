import { eq } from 'drizzle-orm'
import { InlineKeyboard } from 'grammy'
import { ads, reports } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { appLink } from '#shared/channel/links.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { notify } from './notify.ts'

/** Job `reports.announce`: a message in the moderators' group about what a buyer found wrong with a live ad. */
export async function announceReport(deps: Deps, data: JobData['reports.announce']) {
  const { db, telegram, config, jobs, me } = deps
  const { channelLocale: locale, moderatorsChatId } = config.telegram
  const [found] = await db
    .select({ adId: ads.id, title: ads.title, reason: reports.reason, note: reports.note })
    .from(reports)
    .innerJoin(ads, eq(ads.id, reports.adId))
    .where(eq(reports.id, data.reportId))
  if (!found) return
  const t = botTexts(locale)
  const title = asPlain(found.title)
  const lead = `🚩 ${t('bot.report')}: `
  const lines = [lead + title, common(locale)(`report.${found.reason}`), found.note && asPlain(found.note)]
  const refused = await notify(
    () =>
      telegram.sendMessage(moderatorsChatId, lines.filter(Boolean).join('\n'), {
        entities: [{ type: 'bold', offset: lead.length, length: title.length }],
        reply_markup: new InlineKeyboard().url(
          t('bot.report_button'),
          appLink(me.username, `report_${found.adId}`),
        ),
      }),
    (seconds) => jobs.enqueue(db, 'reports.announce', data, { delay: seconds }),
  )
  if (refused)
    await jobs.enqueue(db, 'admins.alert', {
      text: t('bot.alert_not_reported', { title, error: refused.reason }),
    })
}
