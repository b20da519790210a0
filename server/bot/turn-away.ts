import { and, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { Composer } from 'grammy'
import type { Db } from '#server/db/client.ts'
import { users } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { UserRow } from '#server/users/queries.ts'
import { isBanned } from '#server/users/standing.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import { momentOf } from './ad-buttons.ts'
import type { BotContext } from './context.ts'
import { failureOf } from './failure.ts'

/** Somebody banned who goes on writing is answered once in so many minutes. */
const quietMinutes = 10

/**
 * Stands before whatever makes ads: somebody banned is told why and until when, now and then, and nothing is made.
 * Looking around, the language and being forgotten stay open to them.
 */
export function turnAway({ db }: Deps) {
  const composer = new Composer<BotContext>()
  const banned = composer.filter(({ user }) => isBanned(user))
  banned.on('message', async (ctx) => {
    if (await isDue(db, ctx.user.id)) await ctx.reply(banTold(ctx.user, ctx.locale))
  })
  banned.on('callback_query', (ctx) =>
    // Telegram forgets a tap after a while.
    ctx
      .answerCallbackQuery({ text: banTold(ctx.user, ctx.locale).slice(0, 200), show_alert: true })
      .catch(failureOf),
  )
  return composer
}

/** Notes that they are answered now; false when they were a moment ago. */
async function isDue(db: Db, userId: number): Promise<boolean> {
  const longAgo = sql`now() - ${`${quietMinutes} minutes`}::interval`
  const due = await db
    .update(users)
    .set({ banSaidAt: sql`now()` })
    .where(and(eq(users.id, userId), or(isNull(users.banSaidAt), lt(users.banSaidAt, longAgo))))
    .returning({ id: users.id })
  return due.length > 0
}

/** What somebody banned is told: that, why, until when, and what they still may. `aside` stands before the last. */
export function banTold(user: UserRow, locale: Locale, aside?: string): string {
  const t = common(locale)
  const { bannedUntil: until, banReason, banNote } = user
  return [
    `🚫 ${t('ban.title')}`,
    [
      t('ban.reason', { reason: t(`ban.${banReason ?? 'other'}`) }),
      banNote && asPlain(banNote),
      until ? t('ban.until', { date: momentOf(until) }) : t('ban.forever'),
    ]
      .filter(Boolean)
      .join('\n'),
    aside,
    botTexts(locale)('bot.banned_may'),
  ]
    .filter(Boolean)
    .join('\n\n')
}
