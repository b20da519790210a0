import { and, eq } from 'drizzle-orm'
import { Composer, InlineKeyboard } from 'grammy'
import { findAd } from '#server/ads/queries.ts'
import { confirmAd, markSold, ownAsItIs, removeAd, renewAd } from '#server/ads/verbs.ts'
import { ads } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { isBanned } from '#server/users/standing.ts'
import { closingOf } from '#shared/catalog/index.ts'
import { common } from '#shared/i18n/common/index.ts'
import { adButtons, type Deed, deeds, standing } from './ad-buttons.ts'
import type { BotContext } from './context.ts'
import { failureOf } from './failure.ts'

const verbs = { confirm: confirmAd, sold: markSold, renew: renewAd, erase: removeAd } as const

/**
 * The buttons below what the bot says of an ad. Whatever the message showed, the ad as it is now decides; then the
 * message tells how it stands, so a button that came too late answers truthfully. Removing takes a second tap.
 */
export function outcomes(deps: Deps) {
  const composer = new Composer<BotContext>()
  composer.callbackQuery(new RegExp(`^ad:(${deeds.join('|')}):(\\d{1,15})$`), async (ctx) => {
    const deed = ctx.match[1] as Deed
    const adId = Number(ctx.match[2])
    const answer = deed === 'remove' ? ctx.t('bot.remove_sure') : await perform(deps, ctx, deed, adId)
    const { text, keyboard } = await showing(deps, ctx, deed, adId)
    await Promise.all([
      // Telegram forgets a tap after a while, and an unchanged message is no edit: what was done is done.
      ctx.answerCallbackQuery(answer ? { text: answer } : {}).catch(failureOf),
      ctx.editMessageText(text, { reply_markup: keyboard }).catch(failureOf),
    ])
  })
  return composer
}

/** Does it and answers what to say in passing; a refusal is said in the words that the Mini App would use. */
async function perform(deps: Deps, ctx: BotContext, deed: Exclude<Deed, 'remove'>, adId: number) {
  if (deed === 'keep') return undefined
  try {
    if (isBanned(ctx.user)) throw new AppError('auth.banned')
    const { categoryId } = await verbs[deed](deps, await ownAsItIs(deps.db, ctx.user.id, adId))
    return ctx.t(deed === 'sold' && closingOf(categoryId) !== 'sold' ? 'bot.did_close' : `bot.did_${deed}`)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return common(ctx.locale)(`error.${error.code}`)
  }
}

async function showing({ db, config }: Deps, ctx: BotContext, deed: Deed, adId: number) {
  const mine = and(eq(ads.id, adId), eq(ads.sellerId, ctx.user.id))
  const found = await findAd(db, config.telegram.channelId, mine)
  if (!found) return { text: ctx.t('bot.now_gone'), keyboard: new InlineKeyboard() }
  const now = standing(found, ctx.locale, config.publicUrl)
  if (deed !== 'remove' || found.ad.state === 'removed') return now
  const { erase, keep } = adButtons(found, ctx.locale, config.publicUrl)
  return {
    text: `${now.text}\n\n${ctx.t('bot.remove_sure')}`,
    keyboard: InlineKeyboard.from([[erase], [keep]]),
  }
}
