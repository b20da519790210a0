import type { ModerationKey } from '#shared/i18n/app/uz/moderation.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const moderation: Dictionary<ModerationKey> = {
  'moderation.waiting': {
    one: 'Ждёт {count} объявление',
    few: 'Ждут {count} объявления',
    many: 'Ждут {count} объявлений',
    other: 'Ждут {count} объявления',
  },
  'moderation.approve': 'Одобрить',
  'moderation.reject': 'Вернуть',
  'moderation.why': 'Почему возвращаете?',
  'moderation.note': 'Пояснение',
  'moderation.note_hint': 'Его прочтёт продавец. Напишите, что исправить.',
  'moderation.send_back': 'Вернуть продавцу',
  'moderation.contact': 'Связь',
  'moderation.telegram_allowed': 'Можно писать в Telegram',
  'moderation.seller': 'Продавец',
  'moderation.since': 'с нами с {date}',
  'moderation.ads': {
    one: '{count} объявление',
    few: '{count} объявления',
    many: '{count} объявлений',
    other: '{count} объявления',
  },
  'moderation.first_ad': 'первое объявление',
  'moderation.submitted': 'Отправлено: {ago}',
  'moderation.no_text': 'Без описания',
  'moderation.empty_title': 'Всё проверено',
  'moderation.empty_text': 'Когда придёт новое объявление, напишем в группу.',
  'moderation.empty_action': 'Обновить',
}
