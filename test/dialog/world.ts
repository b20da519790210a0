import { setTimeout as sleep } from 'node:timers/promises'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { InlineKeyboardButton, Message } from 'grammy/types'
import * as v from 'valibot'
import { createBot } from '#server/bot/bot.ts'
import { startUpdates } from '#server/bot/updates.ts'
import { ads, telegramUpdates } from '#server/db/schema.ts'
import { findDialog } from '#server/dialog/queries.ts'
import { findDraft } from '#server/drafts/queries.ts'
import { draftSchema } from '#shared/ads/schema.ts'
import { type BotWorld, startBotWorld } from '../bot/world.ts'

export interface Upload {
  field: 'photo' | 'document'
  name: string
  type: string
  data: Uint8Array
}

/** The board's bot on the sandbox's wire, and people who write to it; `restart` is another process on the same rows. */
export async function startDialogWorld() {
  const world = await startBotWorld()
  const begin = () => startUpdates(world.deps, createBot(world.deps))
  let updates = await begin()
  return {
    ...world,
    async restart(between: () => Promise<unknown> = async () => {}) {
      await updates.stop()
      await between()
      updates = await begin()
      await quiet(world)
    },
    quiet: () => quiet(world),
    person: (id: number) => personIn(world, id),
    async stop() {
      await updates.stop()
      await world.stop()
    },
  }
}
export type DialogWorld = Awaited<ReturnType<typeof startDialogWorld>>
export type Person = ReturnType<typeof personIn>

/** Looks every few milliseconds: a dialog is many short turns. */
async function until(isSo: () => Promise<unknown>) {
  for (const deadline = Date.now() + 15_000; !(await isSo()); await sleep(4))
    if (Date.now() > deadline) throw new Error('the bot did not come to an end')
}

/** Everything that came in was worked on. */
async function quiet({ db }: BotWorld) {
  await until(async () => {
    const undone = await db.select().from(telegramUpdates).where(isNull(telegramUpdates.doneAt)).limit(1)
    return undone.length === 0
  })
}

async function heard({ db }: BotWorld, chatId: number, messageId: number) {
  const isIt = sql`${telegramUpdates.payload}->'message'->>'message_id' = ${String(messageId)}
    and ${telegramUpdates.payload}->'message'->'chat'->>'id' = ${String(chatId)}`
  await until(async () => (await db.select().from(telegramUpdates).where(isIt)).at(0)?.doneAt)
}

const dataOf = (button: InlineKeyboardButton) => ('callback_data' in button ? button.callback_data : '')
/** `d:12:v:yes` → `v:yes` */
const actionOf = (button: InlineKeyboardButton) => dataOf(button).split(':').slice(2).join(':')

function personIn(world: BotWorld, id: number) {
  const send = async (body: FormData) => {
    const answer = await fetch(`${world.deps.config.telegram.apiRoot}/client/messages`, {
      method: 'POST',
      body,
    })
    if (!answer.ok) throw new Error(await answer.text())
    const messages = (await answer.json()) as Message[]
    for (const message of messages) await heard(world, id, message.message_id)
    return messages
  }
  const botMessages = async () => (await world.messages(id)).filter(({ from }) => from?.is_bot)
  /** The messages that still have a question's buttons. */
  const questions = async () =>
    (await botMessages()).filter((message) =>
      message.reply_markup?.inline_keyboard.flat().some((button) => dataOf(button).startsWith('d:')),
    )
  const question = async () => {
    const all = await questions()
    const last = all.at(-1)
    if (!last || all.length > 1) throw new Error(`${all.length} questions stand in the chat`)
    return last
  }
  const buttons = async () => (await question()).reply_markup?.inline_keyboard.flat() ?? []
  const pressData = async (message: Message, data: string) => {
    const answer = (await world.press(id, message, data)) as { text?: string }
    await quiet(world)
    return answer
  }
  return {
    id,
    botMessages,
    questions,
    question,
    buttons,
    pressData,
    actions: async () => (await buttons()).map(actionOf).filter(Boolean),
    async says(text: string) {
      const message = await world.say(id, text)
      await heard(world, id, message.message_id)
    },
    async sends(uploads: readonly Upload[], caption = '') {
      const form = new FormData()
      form.set('from', String(id))
      form.set('chatId', String(id))
      if (caption) form.set('text', caption)
      for (const { field, name, type, data } of uploads)
        form.append(field, new Blob([data as BlobPart], { type }), name)
      return send(form)
    },
    async client(body: object) {
      const messages = await world.client<Message[]>('POST', 'messages', { from: id, chatId: id, ...body })
      for (const message of messages) await heard(world, id, message.message_id)
    },
    /** Presses the button of the shown question that does `action`. */
    async presses(action: string) {
      const message = await question()
      const buttons = message.reply_markup?.inline_keyboard.flat() ?? []
      const button = buttons.find((known) => actionOf(known) === action)
      if (!button) throw new Error(`no ${action} among ${buttons.map(actionOf).join(' ')}`)
      return pressData(message, dataOf(button))
    },
    async position() {
      return (await findDialog(world.db, id))?.position
    },
    async draft() {
      const row = await findDraft(world.db, id)
      return row && { ...row, data: v.parse(draftSchema, row.data) }
    },
    ads: () =>
      world.db
        .select()
        .from(ads)
        .where(and(eq(ads.sellerId, id)))
        .orderBy(ads.id),
  }
}
