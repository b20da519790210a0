import type { Message } from '#shared/i18n/translate.ts'

/** Texts of the moderators' queue. */
export const moderation = {
  'moderation.waiting': '{count} ta eʼlon kutmoqda',
  'moderation.approve': 'Tasdiqlash',
  'moderation.reject': 'Qaytarish',
  'moderation.why': 'Nega qaytarasiz?',
  'moderation.note': 'Izoh',
  'moderation.note_hint': 'Sotuvchi oʻqiydi. Nima qilish kerakligini yozing.',
  'moderation.send_back': 'Sotuvchiga qaytarish',
  'moderation.contact': 'Aloqa',
  'moderation.telegram_allowed': 'Telegramda yozish mumkin',
  'moderation.seller': 'Sotuvchi',
  'moderation.since': '{date} kelgan',
  'moderation.ads': '{count} ta eʼlon',
  'moderation.first_ad': 'birinchi eʼloni',
  'moderation.submitted': 'Yuborilgan: {ago}',
  'moderation.no_text': 'Tavsif yozilmagan',
  'moderation.empty_title': 'Hammasi koʻrib chiqildi',
  'moderation.empty_text': 'Yangi eʼlon kelsa, guruhga xabar yuboramiz.',
  'moderation.empty_action': 'Yangilash',
} as const satisfies Record<string, Message>

export type ModerationKey = keyof typeof moderation
