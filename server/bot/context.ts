import type { Context } from 'grammy'
import type { UserRow } from '#server/users/queries.ts'
import type { BotKey } from '#shared/i18n/bot/index.ts'
import type { Locale } from '#shared/i18n/locales.ts'
import type { Translate } from '#shared/i18n/translate.ts'

/** What a private update's handlers know beside the update: who it is from and how to speak to them. */
export type BotContext = Context & { user: UserRow; locale: Locale; t: Translate<BotKey> }
