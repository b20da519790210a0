/** The life of an ad; a draft is kept apart until it is sent. */
export const adStates = ['pending', 'active', 'rejected', 'sold', 'expired', 'removed'] as const
export type AdState = (typeof adStates)[number]

/** Which states an ad may come from to enter the given one. */
export const transitions = {
  pending: ['rejected', 'active'],
  active: ['pending', 'expired', 'sold'],
  rejected: ['pending', 'active'],
  sold: ['active', 'expired'],
  expired: ['active'],
  removed: ['pending', 'active', 'rejected', 'sold', 'expired'],
} as const satisfies Record<AdState, readonly AdState[]>
