import { type Logger, pino } from 'pino'

export type { Logger }

/** One wide JSON line per request, update and job; secrets and init data have no place in it. */
export const createLogger = (level: string): Logger =>
  pino({ level, base: null, serializers: { err: describeError } })

/** A failed query is told by its cause: the error itself quotes the statement with what people typed. */
function describeError(error: unknown) {
  const { cause } = error as { cause?: unknown }
  return pino.stdSerializers.err((cause instanceof Error ? cause : error) as Error)
}
