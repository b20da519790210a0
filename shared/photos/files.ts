export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
export type PhotoType = (typeof photoTypes)[number]

/** Widths of the public variants, in CSS pixels at the long side's scale. */
export const photoWidths = [320, 800, 1600] as const
export type PhotoWidth = (typeof photoWidths)[number]

/** `awaiting` the upload, `uploaded` and being looked at, `ready` to show, or `refused` with a reason. */
export const photoStates = ['awaiting', 'uploaded', 'ready', 'refused'] as const
export type PhotoState = (typeof photoStates)[number]

/** The path below the public base of one variant of a photo. */
export const photoPath = (photoId: string, width: PhotoWidth) => `public/photos/${photoId}/${width}.webp`
