import type { ModerationKey } from '#shared/i18n/app/uz/moderation.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const moderation: Dictionary<ModerationKey> = {
  'moderation.waiting': { one: '{count} ad waits', other: '{count} ads wait' },
  'moderation.approve': 'Approve',
  'moderation.reject': 'Send back',
  'moderation.why': 'Why do you send it back?',
  'moderation.note': 'Note',
  'moderation.note_hint': 'The seller reads it. Say what to change.',
  'moderation.send_back': 'Send back to the seller',
  'moderation.contact': 'Contact',
  'moderation.telegram_allowed': 'Buyers may write in Telegram',
  'moderation.seller': 'Seller',
  'moderation.since': 'with us since {date}',
  'moderation.ads': { one: '{count} ad', other: '{count} ads' },
  'moderation.first_ad': 'first ad',
  'moderation.submitted': 'Sent: {ago}',
  'moderation.no_text': 'No description',
  'moderation.empty_title': 'All done',
  'moderation.empty_text': 'When a new ad comes, the group is told.',
  'moderation.empty_action': 'Refresh',
}
