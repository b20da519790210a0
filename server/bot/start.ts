import { Composer } from 'grammy'
import type { Deps } from '#server/deps.ts'
import { asPlain } from '#shared/channel/plain.ts'
import { writeFilters } from '#shared/search/filters.ts'
import { understand } from '#shared/search/understand.ts'
import { appButton, homeUrl } from './app-button.ts'
import type { BotContext } from './context.ts'
import { readFindLink } from './inline.ts'
import { setChatMenu } from './menu.ts'

/** `/start` and `/my`: a short text and one button into the Mini App. */
export function start(deps: Deps) {
  const { publicUrl } = deps.config
  const composer = new Composer<BotContext>()

  composer.command('start', async (ctx) => {
    const q = readFindLink(ctx.match)
    if (q !== undefined) {
      const url = `${publicUrl}/search?${writeFilters(understand(q).filters)}`
      return void (await ctx.reply(ctx.t('bot.find'), appButton(ctx.t('bot.find_button'), url)))
    }
    const text = ctx.t('bot.start', { name: asPlain(ctx.user.firstName) })
    await ctx.reply(text, appButton(ctx.t('bot.open'), startUrl(deps.config, ctx.match)))
    // The menu button has no language of its own at Telegram: it is set for each chat that speaks another.
    if (ctx.locale !== 'uz') await setChatMenu(deps, ctx.chat.id, ctx.locale)
  })
  composer.command('my', (ctx) =>
    ctx.reply(ctx.t('bot.my'), appButton(ctx.t('bot.my_button'), `${publicUrl}/mine`)),
  )
  return composer
}

/** A link `t.me/<bot>?start=ad_7` leads to the ad as `?startapp=ad_7` does; anything else to the feed. */
function startUrl(config: Deps['config'], payload: string) {
  const [, adId] = /^ad_(\d{1,15})$/.exec(payload) ?? []
  if (adId) return `${config.publicUrl}/ads/${adId}`
  return payload === 'new' ? `${config.publicUrl}/new` : homeUrl(config)
}
