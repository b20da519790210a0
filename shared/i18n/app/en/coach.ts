import type { CoachKey } from '#shared/i18n/app/uz/coach.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const coach: Dictionary<CoachKey> = {
  'coach.score': 'The ad says {score}\u00a0% of what it could',
  'coach.better': 'What else would help',
  'coach.enough': 'It says all that a buyer wants to know.',
  'coach.photos': { one: 'Add {count} more photo', other: 'Add {count} more photos' },
  'coach.attribute': 'Say: {question}',
  'coach.description': 'Write more: its condition, what comes with it',
  'coach.price': 'Name a sum: buyers ask for it first',
  'coach.landmark': 'Name the mahalla or a landmark',
  'coach.phone': 'Leave a phone number',
  'coach.telegram': 'Allow messages in Telegram',
}
