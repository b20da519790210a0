import { type Logger, pino } from 'pino'

export type { Logger }

/** One wide JSON line per request, update and job; secrets and init data have no place in it. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: null,
    redact: ['*.authorization', '*.token', '*.initData', 'authorization', 'token', 'initData'],
  })
