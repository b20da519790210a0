import { Composer, type Context } from 'grammy'
import type { Deps } from '#server/deps.ts'
import { AppError } from '#server/errors.ts'
import { findCards } from '#server/inline/results.ts'
import { findUser, localeOfUser } from '#server/users/queries.ts'
import { botTexts } from '#shared/i18n/bot/index.ts'
import { localeOf } from '#shared/i18n/locales.ts'
import { failureOf } from './failure.ts'

/** Seconds for which Telegram may answer the same person's same query itself: new and sold ads show that late. */
const cacheSeconds = 30

/**
 * `@bot words` in any chat: live ads as cards to send, in the language of whoever types, so each person has answers of
 * their own. The button above leads into the chat with the bot: a Mini App that is opened from here would not be told
 * who opens it (https://core.telegram.org/bots/webapps#webappinitdata).
 */
export function inline(deps: Deps) {
  const composer = new Composer<Context>()
  composer.on('inline_query', async (ctx) => {
    const { query, offset, from } = ctx.inlineQuery
    const user = await findUser(deps.db, from.id)
    const locale = user ? localeOfUser(user) : localeOf(from.language_code)
    const { results, nextOffset } = await findCards(deps, { words: query, offset, locale }).catch(onlyKnown)
    const text = botTexts(locale)(results.length === 0 && !offset ? 'inline.none' : 'inline.more')
    await ctx
      .answerInlineQuery(results, {
        cache_time: cacheSeconds,
        is_personal: true,
        next_offset: nextOffset,
        button: { text, start_parameter: findLink(query) },
      })
      // Somebody who typed on asks for something else already.
      .catch(failureOf)
  })
  return composer
}

/** An offset of another version of the board: there is nothing more. */
function onlyKnown(error: unknown): Awaited<ReturnType<typeof findCards>> {
  if (!(error instanceof AppError)) throw error
  return { results: [], nextOffset: '' }
}

const prefix = 'find_'
/** https://core.telegram.org/bots/features#deep-linking: 64 characters, of which base64 makes three bytes of four. */
const longestWords = Math.floor(((64 - prefix.length) * 3) / 4)

/** What `/start` is called with by somebody who looked for words; as many of them as fit. */
export function findLink(words: string): string {
  let kept = words.replace(/\s+/g, ' ').trim()
  while (Buffer.byteLength(kept) > longestWords) kept = kept.slice(0, -1)
  return prefix + Buffer.from(kept.toWellFormed()).toString('base64url')
}

/** The words of such a start; undefined for another. */
export function readFindLink(payload: string): string | undefined {
  return payload.startsWith(prefix)
    ? Buffer.from(payload.slice(prefix.length), 'base64url').toString()
    : undefined
}
