import type { HintId } from '#shared/coach/coach.ts'
import type { Message } from '#shared/i18n/translate.ts'

/** Texts of the coach: what would make an ad better. */
export const coach = {
  'coach.score': 'Eʼlon {score}\u00a0% toʻliq',
  'coach.better': 'Yana nima yordam beradi',
  'coach.enough': 'Xaridorga kerakli hamma narsa aytilgan.',
  'coach.photos': 'Yana {count} ta rasm qoʻying',
  'coach.attribute': 'Ayting: {question}',
  'coach.description': 'Batafsilroq yozing: holati, nimasi bor',
  'coach.price': 'Summani yozing: avval shuni soʻrashadi',
  'coach.landmark': 'Mahalla yoki moʻljalni yozing',
  'coach.phone': 'Telefon raqamini qoldiring',
  'coach.telegram': 'Telegramda yozishga ruxsat bering',
} as const satisfies Record<`coach.${HintId}`, Message> & Record<string, Message>

export type CoachKey = keyof typeof coach
