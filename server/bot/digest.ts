import { Composer, InlineKeyboard } from 'grammy'
import type { Deps } from '#server/deps.ts'
import type { JobData } from '#server/jobs/queue.ts'
import { findDigest } from '#server/stats/digest.ts'
import { findUser, localeOfUser, setPreferences, setReachable } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { type BotKey, botTexts } from '#shared/i18n/bot/index.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { BotContext } from './context.ts'
import { failureOf, isUnreachable } from './failure.ts'
import { notify } from './notify.ts'

/** Ads that are named one by one; the message fits a small screen. */
const named = 5

/** Job `digest.tell`: one message about a day; nothing when the person has turned it off, or was banned, meanwhile. */
export async function tellDigest(deps: Deps, data: JobData['digest.tell']) {
  const { db, telegram, config, jobs, log } = deps
  const user = await findUser(db, data.userId)
  const rows = user?.digest && !isBanned(user) ? await findDigest(db, data.userId, data.day) : []
  if (!user || rows.length === 0) return
  const t = botTexts(localeOfUser(user))
  const sum = (of: 'views' | 'contacts' | 'favorites') => rows.reduce((total, row) => total + row[of], 0)
  const lines = rows
    .slice(0, named)
    .map(
      ({ title, views, contacts, favorites }) =>
        `${asPlain(title)}: 👁 ${views} · 📞 ${contacts} · ❤️ ${favorites}`,
    )
  const sums = { views: sum('views'), contacts: sum('contacts'), favorites: sum('favorites') }
  const text = [t('bot.digest', sums), '', ...lines].join('\n')
  const refused = await notify(
    () => telegram.sendMessage(user.id, text, { reply_markup: keyboard(t, config.publicUrl, true) }),
    (seconds) => jobs.enqueue(db, 'digest.tell', data, { delay: seconds }),
  )
  if (!refused) return
  if (isUnreachable(refused)) await setReachable(db, user.id, false)
  else log.error({ ...data, refused }, 'the digest could not be sent')
}

/** The button below a digest that turns it off, and on again. */
export function digest({ db, config }: Deps) {
  const composer = new Composer<BotContext>()
  composer.callbackQuery(/^digest:(on|off)$/, async (ctx) => {
    const on = ctx.match[1] === 'on'
    await setPreferences(db, ctx.user.id, { digest: on })
    await Promise.all([
      ctx.answerCallbackQuery(ctx.t(on ? 'bot.digest_is_on' : 'bot.digest_is_off')).catch(failureOf),
      ctx.editMessageReplyMarkup({ reply_markup: keyboard(ctx.t, config.publicUrl, on) }).catch(failureOf),
    ])
  })
  return composer
}

const keyboard = (t: Translate<BotKey>, publicUrl: string, on: boolean) =>
  new InlineKeyboard()
    .webApp(t('bot.my_button'), `${publicUrl}/mine`)
    .row()
    .text(t(on ? 'bot.digest_off' : 'bot.digest_on'), on ? 'digest:off' : 'digest:on')
