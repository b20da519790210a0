import { setTimeout as sleep } from 'node:timers/promises'
import { GrammyError } from 'grammy'
import type { Update } from 'grammy/types'
import type { Deps } from '#server/deps.ts'
import { wantedUpdates } from './bot.ts'

/** Seconds that Telegram holds an empty answer back; shorter than the request timeout. */
const hold = 20
/** Seconds before the next try, by how many failed in a row. */
const pause = (failures: number) => Math.min(30, 0.25 * 2 ** failures)

/**
 * Asks Telegram for updates until stopped. An update is confirmed, by asking for those after it, only when `receive`
 * has resolved: whatever fails or dies before is sent again.
 */
export function startPolling(
  { telegram, log }: Pick<Deps, 'telegram' | 'log'>,
  receive: (updates: readonly Update[]) => Promise<void>,
) {
  const stopping = new AbortController()
  const { signal } = stopping

  async function poll() {
    let offset = 0
    let failures = 0
    while (!signal.aborted) {
      try {
        // A webhook of before would keep every poll from working.
        if (offset === 0) await telegram.deleteWebhook()
        const updates = await telegram.getUpdates(
          { offset, timeout: hold, allowed_updates: wantedUpdates },
          signal as never,
        )
        await receive(updates)
        offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
        failures = 0
      } catch (error) {
        if (signal.aborted) return
        failures += 1
        const seconds = pause(failures)
        log.error({ err: error, failures, seconds }, meaningOf(error))
        await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined)
      }
    }
  }
  const polling = poll()

  return {
    async stop() {
      stopping.abort()
      await polling
    },
  }
}

const meaningOf = (error: unknown) =>
  error instanceof GrammyError && error.error_code === 409
    ? 'another process polls with this bot token: only one may'
    : 'updates could not be fetched'
