import * as v from 'valibot'

/** Header of writes that create: the same key again is the same request again. */
export const idempotencySchema = v.object({
  'idempotency-key': v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/)),
})

/** Keyset cursor of lists: an opaque number. */
export const cursorSchema = v.object({ cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/))) })
