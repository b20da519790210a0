import type { FloodGate } from '../flood.ts'
import type { Params } from '../params.ts'
import type { Queries } from '../queries.ts'
import type { Webhook } from '../webhook.ts'
import type { World } from '../world.ts'

/** What the methods of the Bot API work with. */
export interface Call {
  world: World
  params: Params
  queries: Queries
  webhook: Webhook
  flood: FloodGate
  /** Ends when the caller hangs up or the sandbox stops. */
  signal: AbortSignal
}

/** Answers a call's `result`, or throws a `BotApiError`. */
export type Method = (call: Call) => unknown
