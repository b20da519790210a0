import { type Failure, failureOf } from './failure.ts'

/**
 * Sends a message that must come and may, in the worst case, come twice. What Telegram puts off is asked for again by
 * `later`; what got lost is thrown, so that the job queue repeats it; a refusal is returned.
 * @param later takes seconds
 */
export async function notify(
  send: () => Promise<unknown>,
  later: (seconds: number) => Promise<void>,
): Promise<Extract<Failure, { kind: 'refused' }> | undefined> {
  try {
    await send()
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused') return failure
    if (failure.kind !== 'limited') throw error
    await later(failure.seconds)
  }
  return undefined
}
