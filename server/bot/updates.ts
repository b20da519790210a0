import { and, asc, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Update } from 'grammy/types'
import { Hono } from 'hono'
import type { Db } from '#server/db/client.ts'
import { telegramUpdates } from '#server/db/schema.ts'
import type { Deps } from '#server/deps.ts'
import type { Bot } from './bot.ts'
import { startPolling } from './polling.ts'
import { setWebhook, webhookRoutes } from './webhook.ts'

/**
 * Takes up what a crash left undone, then listens: by webhook where there is a secret for it, by long polling otherwise.
 * `stop` lets what is under way finish.
 */
export async function startUpdates(deps: Deps, bot: Bot): Promise<{ routes: Hono; stop(): Promise<void> }> {
  for (const update of await findUndone(deps.db)) void work(deps, bot, update)
  const secret = deps.config.telegram.webhookSecret
  if (secret === undefined) {
    const polling = startPolling(deps, (updates) => receiveUpdates(deps, bot, updates))
    return {
      routes: new Hono(),
      async stop() {
        await polling.stop()
        await bot.turns.idle()
      },
    }
  }
  await setWebhook(deps, secret)
  const routes = webhookRoutes(secret, (update) => receiveUpdates(deps, bot, [update]))
  return { routes, stop: () => bot.turns.idle() }
}

/**
 * Keeps updates and begins to work on them, in order for each person; resolves when they are kept, so that Telegram can
 * be answered. What came before is passed over: Telegram repeats whatever it believes unanswered.
 */
export async function receiveUpdates(deps: Deps, bot: Bot, updates: readonly Update[]) {
  if (updates.length === 0) return
  const rows = updates.map((update) => ({ updateId: update.update_id, payload: storable(update) }))
  const kept = await deps.db
    .insert(telegramUpdates)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: telegramUpdates.updateId })
  const fresh = new Set(kept.map(({ id }) => id))
  for (const update of updates) if (fresh.has(update.update_id)) void work(deps, bot, update)
}

/** Job `updates.sweep`: forgets updates that were done three days ago; Telegram repeats none that long. */
export const sweepUpdates = ({ db }: Deps) =>
  db
    .delete(telegramUpdates)
    .where(
      and(isNotNull(telegramUpdates.doneAt), lt(telegramUpdates.receivedAt, sql`now() - interval '3 days'`)),
    )

const work = (deps: Deps, bot: Bot, update: Update) =>
  bot.turns.take(personOf(update), async () => {
    try {
      await bot.handle(update)
      await deps.db
        .update(telegramUpdates)
        .set({ doneAt: sql`now()` })
        .where(eq(telegramUpdates.updateId, update.update_id))
    } catch (err) {
      deps.log.error({ update: update.update_id, err }, 'update left undone')
    }
  })

const findUndone = async (db: Db) =>
  (
    await db
      .select({ payload: telegramUpdates.payload })
      .from(telegramUpdates)
      .where(isNull(telegramUpdates.doneAt))
      .orderBy(asc(telegramUpdates.updateId))
  ).map(({ payload }) => payload as Update)

/** Whose turn an update is in. */
function personOf(update: Update) {
  const { from, chat } = (update.message ??
    update.callback_query ??
    update.inline_query ??
    update.my_chat_member ??
    {}) as {
    from?: { id: number }
    chat?: { id: number }
  }
  return String(from?.id ?? chat?.id ?? update.update_id)
}

/** `jsonb` holds neither NUL nor half a surrogate pair. */
const storable = (update: Update): unknown =>
  JSON.parse(JSON.stringify(update), (_, value) =>
    typeof value === 'string' ? value.replaceAll('\u0000', '').toWellFormed() : value,
  )
