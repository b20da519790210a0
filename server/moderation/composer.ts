import { Composer, type Context } from 'grammy'
import { hasRole, roleOf } from '#server/auth/middleware.ts'
import { failureOf } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { resetButtons, showAd } from '#server/moderation/group.ts'
import { reasonKeyboard } from '#server/moderation/group-message.ts'
import { undoDecision } from '#server/moderation/undo.ts'
import { approveAd, rejectAd } from '#server/moderation/verbs.ts'
import { offeredReasons } from '#server/reasons/queries.ts'
import { localeOfUser, type UserRow, upsertUser } from '#server/users/queries.ts'
import { common } from '#shared/i18n/common/index.ts'

/** The buttons below what the moderators' group is told of an ad: the same verbs as in the Mini App, and the same rights. */
export function moderatorsGroup(deps: Deps) {
  const composer = new Composer()
  const group = composer.filter((ctx) => ctx.chat?.id === deps.config.telegram.moderatorsChatId)
  const on = (
    pattern: RegExp,
    deed: (ctx: Context, user: UserRow, match: RegExpMatchArray) => Promise<number>,
  ) =>
    group.callbackQuery(pattern, async (ctx) => {
      const user = await upsertUser(deps.db, ctx.from)
      const answer = await perform(deps, user, async () => {
        const adId = await deed(ctx, user, ctx.match as RegExpMatchArray)
        await showAd(deps, { adId })
      })
      // Telegram forgets a tap after a while: what was done is done.
      await ctx.answerCallbackQuery(answer ? { text: answer, show_alert: true } : {}).catch(failureOf)
    })

  on(/^mod:approve:(\d{1,15}):(\d{1,9})$/, async (_, { id }, [, adId, revision]) => {
    await approveAd(deps, { moderatorId: id, adId: Number(adId), revision: Number(revision) })
    return Number(adId)
  })
  on(/^mod:reject:(\d{1,15}):(\d{1,9})$/, async (ctx, user, [, adId, revision]) => {
    const ad = { adId: Number(adId), revision: Number(revision) }
    const reasons = reasonKeyboard(ad, await offeredReasons(deps.db), localeOfUser(user))
    await ctx.editMessageReplyMarkup({ reply_markup: reasons }).catch(failureOf)
    return Number(adId)
  })
  on(
    /^mod:why:(\d{1,15}):(\d{1,9}):([a-z0-9_]{2,20})$/,
    async (_, { id }, [, adId, revision, reason = '']) => {
      const decision = { moderatorId: id, adId: Number(adId), revision: Number(revision) }
      await rejectAd(deps, { ...decision, reason, note: '' })
      return decision.adId
    },
  )
  on(/^mod:back:(\d{1,15})$/, async (_, __, [, adId]) => {
    await resetButtons(deps, Number(adId))
    return Number(adId)
  })
  on(/^mod:undo:(\d{1,15})$/, async (_, user, [, decisionId]) => {
    const isAdmin = roleOf(user, deps.config.telegram.adminIds) === 'admin'
    const undone = await undoDecision(deps, { moderatorId: user.id, isAdmin, decisionId: Number(decisionId) })
    return undone.adId
  })
  return composer
}

/** Does it for a moderator; a refusal is answered in their language. */
async function perform({ config }: Deps, user: UserRow, deed: () => Promise<void>) {
  try {
    if (!hasRole(roleOf(user, config.telegram.adminIds), 'moderator')) throw new AppError('auth.forbidden')
    await deed()
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return common(localeOfUser(user))(`error.${error.code}`)
  }
}
