import { InlineKeyboard } from 'grammy'
import { roleOf } from '#server/auth/middleware.ts'
import type { Deps } from '#server/deps.ts'
import type { JobData, PersonNews } from '#server/jobs/queue.ts'
import { findUser, localeOfUser, setReachable, type UserRow } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { isUnreachable } from './failure.ts'
import { notify } from './notify.ts'
import { banTold } from './turn-away.ts'

/** Job `people.tell`: how a person stands now, in their language; what holds no more is not told. */
export async function tellPerson(deps: Deps, data: JobData['people.tell']) {
  const { db, telegram, jobs, log } = deps
  const user = await findUser(db, data.userId)
  const telling = user && tellingOf(deps, user, data.news)
  if (!telling) return
  const { text, ...rest } = telling
  const refused = await notify(
    () => telegram.sendMessage(user.id, text, rest),
    (seconds) => jobs.enqueue(db, 'people.tell', data, { delay: seconds }),
  )
  if (!refused) return
  if (isUnreachable(refused)) await setReachable(db, user.id, false)
  else log.error({ ...data, refused }, 'the person could not be told')
}

function tellingOf({ config }: Deps, user: UserRow, news: PersonNews) {
  const locale = localeOfUser(user)
  const t = botTexts(locale)
  const mine = InlineKeyboard.webApp(t('bot.my_button'), `${config.publicUrl}/mine`)
  if (news.event === 'banned') {
    if (!isBanned(user)) return undefined
    const { ads, hidden } = news
    const kept = ads === 'keep' ? t('bot.banned_kept') : undefined
    return { text: banTold(user, locale, hidden > 0 ? t('bot.banned_hidden', { count: hidden }) : kept) }
  }
  if (news.event === 'lifted') {
    if (isBanned(user)) return undefined
    if (news.released === 0) return { text: t('bot.lifted') }
    const text = `${t('bot.lifted')}\n\n${t('bot.lifted_ads', { count: news.released })}`
    return { text, reply_markup: InlineKeyboard.from([[mine]]) }
  }
  const role = roleOf(user, config.telegram.adminIds)
  if (role === news.was) return undefined
  const text = t(`bot.role_${role}`)
  if (role === 'user') return { text }
  const open = InlineKeyboard.webApp(t('bot.role_button'), `${config.publicUrl}/staff`)
  return { text, reply_markup: InlineKeyboard.from([[open]]) }
}
