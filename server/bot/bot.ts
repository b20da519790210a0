import { Composer, Context } from 'grammy'
import type { Update } from 'grammy/types'
import { forwardedPosts } from '#server/channels/composer.ts'
import type { Deps } from '#server/deps.ts'
import { dialog } from '#server/dialog/composer.ts'
import { moderatorsGroup } from '#server/moderation/composer.ts'
import { localeOfUser, setReachable, upsertUser } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import type { BotContext } from './context.ts'
import { digest } from './digest.ts'
import { erase } from './erase.ts'
import { failureOf, isUnreachable } from './failure.ts'
import { help } from './help.ts'
import { inline } from './inline.ts'
import { language } from './language.ts'
import { membership } from './membership.ts'
import { outcomes } from './outcomes.ts'
import { searchDeeds } from './search-buttons.ts'
import { start } from './start.ts'
import { turnAway } from './turn-away.ts'
import { createTurns, type Turns } from './turns.ts'

/** The kinds of updates that there are handlers for, and that Telegram is asked for. */
export const wantedUpdates = ['message', 'callback_query', 'inline_query', 'my_chat_member'] as const

export interface Bot {
  /** Does what an update asks for; never throws. */
  handle(update: Update): Promise<void>
  /** One person's updates one after the other. */
  turns: Turns
}

/** The bot: features in order, the error boundary around them, what nobody took last. */
export function createBot(deps: Deps): Bot {
  const composer = new Composer<BotContext>()
  const guarded = composer.errorBoundary(({ error, ctx }) => recover(deps, ctx, error))
  guarded.use(membership(deps), moderatorsGroup(deps), inline(deps))
  const people = guarded.chatType('private')
  // A card of an ad that somebody sends to the bot itself is no beginning of an ad.
  people.on('message').filter(
    ({ message }) => message.via_bot?.id === deps.me.id,
    () => {},
  )
  people.use(meet(deps))
  people.use(
    forwardedPosts(deps),
    start(deps),
    language(deps),
    outcomes(deps),
    searchDeeds(deps),
    digest(deps),
    erase(deps),
    turnAway(deps),
    dialog(deps),
    help(deps),
  )
  people.on('callback_query', (ctx) => ctx.answerCallbackQuery())

  const middleware = composer.middleware()
  return {
    turns: createTurns(),
    async handle(update) {
      const started = performance.now()
      const ctx = new Context(update, deps.telegram, deps.me) as BotContext
      await middleware(ctx, async () => {})
      const kind = Object.keys(update).find((key) => key !== 'update_id')
      const ms = Math.round(performance.now() - started)
      deps.log.info({ update: update.update_id, kind, from: ctx.from?.id, ms }, 'update')
    },
  }
}

/** Gives the handlers the person's row and language. */
const meet =
  ({ db }: Deps) =>
  async (ctx: BotContext, next: () => Promise<void>) => {
    if (!ctx.from) return
    ctx.user = await upsertUser(db, ctx.from)
    if (ctx.user.unreachableAt) await setReachable(db, ctx.user.id, true)
    ctx.locale = localeOfUser(ctx.user)
    ctx.t = botTexts(ctx.locale)
    await next()
  }

/** The person is told that something went wrong; if it is they who do not listen, that is put down. */
async function recover({ db, log }: Deps, ctx: BotContext, error: unknown) {
  const failure = asFailure(error)
  if (failure && ctx.chat?.type === 'private' && isUnreachable(failure))
    return void (await setReachable(db, ctx.chat.id, false))
  log.error({ update: ctx.update.update_id, ...(failure ? { failure } : { err: error }) }, 'update failed')
  if (!failure && ctx.t) await ctx.reply(ctx.t('bot.error')).catch(() => undefined)
}

function asFailure(error: unknown) {
  try {
    return failureOf(error)
  } catch {
    return undefined
  }
}
