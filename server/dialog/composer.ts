import { Composer, Keyboard } from 'grammy'
import type { Message } from 'grammy/types'
import type { BotContext } from '#server/bot/context.ts'
import { failureOf } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { guessDraft } from '#shared/answers/guess.ts'
import { limits } from '#shared/limits.ts'
import { formatPhone, parsePhone } from '#shared/text/phone.ts'
import type { Move } from './moves.ts'
import { takePhoto } from './photos.ts'
import { moreOfAlbum } from './queries.ts'
import { show } from './show.ts'
import { dialogTexts } from './texts.ts'
import * as verbs from './verbs.ts'

/**
 * Posting an ad in the chat, the second door to the draft: `/new`, photos, texts and forwarded ads begin it, then one
 * question follows the other. What is asked is the engine's to say, what is shown `composeView`'s.
 */
export function dialog(deps: Deps) {
  const composer = new Composer<BotContext>()
  composer.command('new', (ctx) => react(deps, ctx, { kind: 'open' }))
  composer.callbackQuery('dialog:new', async (ctx) => {
    await Promise.all([toast(ctx), ctx.editMessageReplyMarkup().catch(failureOf)])
    await react(deps, ctx, { kind: 'open' })
  })
  composer.callbackQuery(/^d:(\d+):(.+)$/s, async (ctx) =>
    press(deps, ctx, Number(ctx.match[1]), String(ctx.match[2])),
  )
  composer.on(['message:photo', 'message:document'], (ctx) => photo(deps, ctx, ctx.message))
  composer.on('message:contact', async (ctx, next) =>
    (await verbs.isOpen(deps.db, ctx.user.id)) ? contact(deps, ctx, ctx.message.contact) : next(),
  )
  composer.on('message:text', (ctx, next) => words(deps, ctx, ctx.message, next))
  composer.on('message', async (ctx, next) =>
    (await verbs.isOpen(deps.db, ctx.user.id)) ? react(deps, ctx, { kind: 'other' }) : next(),
  )
  return composer
}

async function react(deps: Deps, ctx: BotContext, move: Move) {
  const heard = ctx.message && { messageId: ctx.message.message_id }
  const standing = await verbs.hear(deps, { user: ctx.user, move, ...heard })
  if (standing !== 'stale') await showDialog(deps, ctx, standing)
}

/** Shows where the dialog stands; the keyboard for sharing the phone goes once it is not asked for any more. */
async function showDialog(deps: Deps, ctx: BotContext, standing: verbs.Standing, thanks?: string) {
  const { keyboard, shown } = standing.dialog.position
  const putAway = thanks !== undefined || (keyboard !== undefined && shown !== 'contact')
  if (putAway) {
    const text = thanks ?? ctx.t('dialog.noted')
    await ctx.reply(text, { reply_markup: { remove_keyboard: true } })
    if (keyboard !== undefined) await ctx.api.deleteMessage(ctx.user.id, keyboard).catch(failureOf)
    await verbs.noteKeyboard(deps, ctx.user, undefined)
  }
  await show(deps, ctx.user, standing, putAway)
}

const toast = (ctx: BotContext, text?: string) =>
  // Answered too late, after a restart, it is nobody's any more.
  ctx.answerCallbackQuery(text === undefined ? {} : { text }).catch(failureOf)

async function press(deps: Deps, ctx: BotContext, step: number, action: string) {
  if (action === 'share') return askPhone(deps, ctx, step)
  const standing =
    action === 'send'
      ? await verbs.send(deps, ctx.user, step)
      : action === 'cancel'
        ? await verbs.cancel(deps, ctx.user, step)
        : action === 'undo'
          ? await verbs.undo(deps, ctx.user, step)
          : await verbs.hear(deps, { user: ctx.user, move: { kind: 'press', action }, step })
  if (standing === 'stale') {
    await toast(ctx, ctx.t('dialog.stale'))
    return showAgain(deps, ctx)
  }
  const isFirst = action === 'back' && 'dialog' in standing && standing.dialog.position.step === step
  const answered = toast(ctx, isFirst ? ctx.t('dialog.first') : undefined)
  if ('adId' in standing) await showSent(deps, ctx)
  else await showDialog(deps, ctx, standing)
  await answered
}

/** After a crash the message may still show a question that was answered: pressing anything there puts it right. */
async function showAgain(deps: Deps, ctx: BotContext) {
  const standing = await verbs.look(deps, ctx.user)
  const pressed = ctx.callbackQuery?.message?.message_id
  if (standing && standing.messageId === pressed) await show(deps, ctx.user, standing)
}

async function showSent(deps: Deps, ctx: BotContext) {
  const t = dialogTexts(ctx.locale)
  const title = t('draft.sent_title')
  await ctx
    .editMessageText(`${title}\n\n${t('draft.sent_text')}`, {
      entities: [{ type: 'bold', offset: 0, length: title.length }],
      reply_markup: {
        inline_keyboard: [
          [{ text: t('draft.sent_mine'), web_app: { url: `${deps.config.publicUrl}/mine` } }],
          [{ text: t('draft.sent_again'), callback_data: 'dialog:new' }],
        ],
      },
    })
    .catch(failureOf)
}

/** Sharing a contact takes a keyboard of its own; it stands below the question until it was used. */
async function askPhone(deps: Deps, ctx: BotContext, step: number) {
  const standing = await verbs.look(deps, ctx.user)
  const { position } = standing?.dialog ?? {}
  if (position?.step !== step || position.shown !== 'contact')
    return void (await toast(ctx, ctx.t('dialog.stale')))
  await toast(ctx)
  if (position.keyboard !== undefined) return
  const { message_id } = await ctx.reply(ctx.t('dialog.share_hint'), {
    reply_markup: new Keyboard().requestContact(ctx.t('dialog.share_phone')).resized().oneTime(),
  })
  await verbs.noteKeyboard(deps, ctx.user, message_id)
}

/** Only one's own contact counts: Telegram vouches for that it belongs to the sender. */
async function contact(
  deps: Deps,
  ctx: BotContext,
  { user_id, phone_number }: NonNullable<Message['contact']>,
) {
  if (user_id !== ctx.user.id) return react(deps, ctx, { kind: 'foreign_contact' })
  const phone = parsePhone(phone_number)
  if (!phone) return react(deps, ctx, { kind: 'typed', text: phone_number })
  await verbs.vouchPhone(deps, ctx.user, phone)
  const messageId = ctx.message?.message_id ?? 0
  const standing = await verbs.hear(deps, {
    user: { ...ctx.user, phone },
    move: { kind: 'phone', phone },
    messageId,
  })
  if (standing !== 'stale')
    await showDialog(deps, ctx, standing, ctx.t('dialog.phone_noted', { phone: formatPhone(phone) }))
}

/** A photo or a document; an album is answered once, when the last of it is in. */
async function photo(deps: Deps, ctx: BotContext, message: Message) {
  const { caption: text, media_group_id: album } = message
  const isFull = await verbs.isFull(deps.db, ctx.user.id)
  const taken = isFull ? tooMany : await takePhoto(deps, ctx.user.id, message)
  const standing = await verbs.hear(deps, {
    user: ctx.user,
    messageId: message.message_id,
    move: {
      kind: 'material',
      ...(text !== undefined && { text }),
      ...(album !== undefined && { album }),
      ...('photoId' in taken ? { photoIds: [taken.photoId] } : { notice: taken.notice }),
    },
  })
  if (standing === 'stale') return
  const waits = album !== undefined && (await moreOfAlbum(deps.db, { updateId: ctx.update.update_id, album }))
  if (!waits) await showDialog(deps, ctx, standing)
}

const tooMany = { notice: { key: 'dialog.photos_full', params: { max: limits.photos.max } } } as const

/** A text is the answer to the question that is shown; without one, or forwarded, an ad may begin with it. */
async function words(
  deps: Deps,
  ctx: BotContext,
  message: Message & { text: string },
  next: () => Promise<void>,
) {
  const { text } = message
  if (text.startsWith('/')) return next()
  if (message.forward_origin) return react(deps, ctx, { kind: 'material', text })
  if (await verbs.isOpen(deps.db, ctx.user.id)) return react(deps, ctx, { kind: 'typed', text })
  return isWorthAnAd(text) ? react(deps, ctx, { kind: 'material', text }) : next()
}

/** A greeting begins no ad; what names a thing or a price does. */
function isWorthAnAd(text: string) {
  const { categoryId, price, contact } = guessDraft(text)
  return categoryId !== undefined || price !== undefined || contact !== undefined
}
