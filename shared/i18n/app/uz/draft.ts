import type { Message } from '#shared/i18n/translate.ts'

/** Texts of the form of a new ad. */
export const draft = {} as const satisfies Record<string, Message>

export type DraftKey = keyof typeof draft
