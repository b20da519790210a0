import { Composer } from 'grammy'
import type { Deps } from '#server/deps.ts'
import { appButton, homeUrl } from './app-button.ts'
import type { BotContext } from './context.ts'

/** `/help`, and a hint for whatever nobody else understood. */
export function help({ config }: Deps) {
  const home = homeUrl(config)
  const composer = new Composer<BotContext>()
  composer.command('help', (ctx) => ctx.reply(ctx.t('bot.help'), appButton(ctx.t('bot.open'), home)))
  composer.on('message', (ctx) => ctx.reply(ctx.t('bot.unknown'), appButton(ctx.t('bot.open'), home)))
  return composer
}
