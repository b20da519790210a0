import type { Message } from '#shared/i18n/translate.ts'

/** Texts of my ads. */
export const mine = {
  'mine.title': 'Mening eʼlonlarim',
  'mine.states': 'Eʼlonlar holati',
  'mine.all': 'Hammasi',
  'mine.draft': 'Tugallanmagan eʼlon',
  'mine.draft_untitled': 'Hali nomi yoʻq',
  'mine.draft_continue': 'Davom ettirish',
  'mine.empty_title': 'Sizda hali eʼlon yoʻq',
  'mine.empty_text': 'Bir necha savolga javob bering, eʼloningizni butun vodiy koʻradi.',
  'mine.empty_action': 'Eʼlon berish',
  'mine.empty_state': 'Bu yerda hozircha eʼlon yoʻq',
  'mine.days_left': 'Yana {count} kun turadi',
  'mine.ends_soon': 'Tez orada tugaydi',
  'mine.ended': 'Muddati tugadi, xaridorlar koʻrmayapti',
  'mine.waiting': 'Tekshirilmoqda, natijasini bot yozadi',
  'mine.sold': 'Sotildi',
  'mine.sold_done': 'Muborak boʻlsin! Eʼlon «sotildi» deb belgilandi.',
  'mine.price': 'Narxni oʻzgartirish',
  'mine.price_title': 'Yangi narx',
  'mine.price_save': 'Saqlash',
  'mine.price_done': 'Narx oʻzgardi. Kanaldagi post ham yangilanadi.',
  'mine.renew': 'Qayta joylash',
  'mine.renew_done': 'Eʼlon yana joylandi va roʻyxat boshiga chiqdi.',
  'mine.fix': 'Tuzatish',
  'mine.fix_title': 'Boshqa eʼlon tugallanmagan',
  'mine.fix_text': 'Uning oʻrniga shu eʼlon ochiladi, yozganlaringiz oʻchadi. Davom etamizmi?',
  'mine.remove': 'Oʻchirish',
  'mine.remove_title': 'Eʼlon oʻchirilsinmi?',
  'mine.remove_text': 'U kanaldan ham olib tashlanadi. Qaytarib boʻlmaydi.',
  'mine.remove_done': 'Eʼlon oʻchirildi',
  'mine.reason': 'Nega qaytarildi',
  'mine.actions': 'Amallar',
  'mine.as_buyer': 'Xaridor koʻradigan koʻrinish',
} as const satisfies Record<string, Message>

export type MineKey = keyof typeof mine
