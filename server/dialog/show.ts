import { createHash } from 'node:crypto'
import { failureOf, isUnreachable } from '#server/bot/failure.ts'
import type { Deps } from '#server/deps.ts'
import { currentRate } from '#server/rates/queries.ts'
import { localeOfUser, type UserRow } from '#server/users/queries.ts'
import { noteShown } from './queries.ts'
import type { Standing } from './verbs.ts'
import { composeView, type View } from './view.ts'

/**
 * Makes the bot's one message show the dialog: edited in place while it is the last of the chat, sent anew once the
 * person has written since; the one before then loses its buttons.
 */
export async function show(
  deps: Deps,
  user: UserRow,
  { dialog, facts, messageId }: Standing,
  /** Something of the bot's own stands below the message by now. */
  isBuried = false,
) {
  const { position } = dialog
  const view = composeView(dialog, facts, {
    locale: localeOfUser(user),
    channelLocale: deps.config.telegram.channelLocale,
    rate: await currentRate(deps.db),
    publicUrl: deps.config.publicUrl,
  })
  const face = createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 16)
  const isLast = messageId !== null && messageId > position.heard && !isBuried
  if (isLast && face === position.face) return
  const edited = isLast && (await edit(deps, user.id, messageId, view))
  const shownIn = edited ? messageId : await sendNew(deps, user.id, view)
  await noteShown(deps.db, user.id, { step: position.step, messageId: shownIn, face })
  if (!edited && messageId !== null) await stripButtons(deps, user.id, messageId)
}

const options = ({ entities, rows }: View) => ({
  entities,
  reply_markup: { inline_keyboard: rows },
  link_preview_options: { is_disabled: true },
})

/** Whether the message now shows the view; not so when it is gone or too old. */
async function edit({ telegram }: Deps, chatId: number, messageId: number, view: View) {
  try {
    await telegram.editMessageText(chatId, messageId, view.text, options(view))
    return true
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'refused' || isUnreachable(failure)) throw error
    return /not modified/i.test(failure.reason)
  }
}

const sendNew = async ({ telegram }: Deps, chatId: number, view: View) =>
  (await telegram.sendMessage(chatId, view.text, options(view))).message_id

/** The buttons of a question that was asked anew further down; whether it is still there does not matter. */
const stripButtons = async ({ telegram }: Deps, chatId: number, messageId: number) =>
  void (await telegram.editMessageReplyMarkup(chatId, messageId).catch(failureOf))
