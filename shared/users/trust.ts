/** How much a seller is trusted: new, known, proven; set by moderators. */
export const trustLevels = [0, 1, 2] as const
export type Trust = (typeof trustLevels)[number]
