import * as v from 'valibot'

/** Header of writes that create: the same key again is the same request again. */
export const idempotencySchema = v.object({
  'idempotency-key': v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/)),
})

/** Keyset cursor of lists: an opaque number. */
export const cursorSchema = v.object({ cursor: v.optional(v.pipe(v.string(), v.regex(/^\d{1,16}$/))) })

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
/** The id of a row. */
export const rowId = whole(1, Number.MAX_SAFE_INTEGER)
/** The revision of a row that somebody saw; as much as PostgreSQL's `integer` holds. */
export const rowRevision = whole(0, 2_147_483_647)
