import type { CoachKey } from '#shared/i18n/app/uz/coach.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const coach: Dictionary<CoachKey> = {
  'coach.score': 'Объявление полное на {score}\u00a0%',
  'coach.better': 'Что ещё поможет',
  'coach.enough': 'Сказано всё, что нужно покупателю.',
  'coach.photos': 'Добавьте ещё {count} фото',
  'coach.attribute': 'Укажите: {question}',
  'coach.description': 'Напишите подробнее: состояние, что в комплекте',
  'coach.price': 'Назовите сумму: о ней спрашивают первой',
  'coach.landmark': 'Укажите махаллю или ориентир',
  'coach.phone': 'Оставьте номер телефона',
  'coach.telegram': 'Разрешите писать в Telegram',
}
