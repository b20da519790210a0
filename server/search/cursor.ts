import * as v from 'valibot'
import { AppError } from '#server/errors.ts'

const whole = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Ads by price: those given away, those with a sum, those without. */
export const pricePhases = ['free', 'priced', 'open'] as const
export type PricePhase = (typeof pricePhases)[number]

const byPrice = v.strictTuple([
  v.picklist(pricePhases),
  // So'm for a dollar on the first page, so that all pages keep one order.
  v.pipe(v.number(), v.minValue(1)),
  // So'm, and the place in the feed.
  whole,
  whole,
])

/** Where a page ended, as a text that is nobody's to read. `read` throws `request.invalid` for one of another order. */
function cursor<T extends readonly unknown[]>(order: string, schema: v.GenericSchema<unknown, T>) {
  return {
    write: (place: T): string => Buffer.from(JSON.stringify([order, ...place])).toString('base64url'),
    read(text: string): T {
      try {
        const [of, ...place] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
        if (of === order) return v.parse(schema, place)
      } catch {}
      throw new AppError('request.invalid')
    },
  }
}

export const cursors = {
  /** The place in the feed. */
  new: cursor('new', v.strictTuple([whole])),
  /** The place below which the ranked thousand begins, and the last one's rank and place. */
  best: cursor('best', v.strictTuple([whole, v.number(), whole])),
  cheap: cursor('cheap', byPrice),
  dear: cursor('dear', byPrice),
}
