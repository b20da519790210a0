import type { Message } from '#shared/i18n/translate.ts'

/** Texts of saved searches. */
export const searches = {
  'searches.title': 'Qidiruvlarim',
  'searches.hint': 'Shunday eʼlon chiqsa, bot yozadi',
  'searches.save': 'Yangisi chiqsa, xabar berilsin',
  'searches.saved': 'Saqlandi: chiqsa, bot yozadi',
  'searches.when': 'Qachon yozilsin?',
  'searches.instant': 'Darhol',
  'searches.instant_hint': 'Eʼlon chiqishi bilan',
  'searches.daily': 'Kuniga bir marta',
  'searches.daily_hint': 'Kechqurun, hammasi bitta xabarda',
  'searches.off': 'Yozilmasin',
  'searches.off_hint': 'Faqat roʻyxatda turadi',
  'searches.bell': '{name}: qachon yozilsin',
  'searches.delete': 'Qidiruvni oʻchirish',
  'searches.deleted': 'Qidiruv oʻchirildi',
  'searches.done': 'Boʻldi',
  'searches.empty_title': 'Hali saqlangan qidiruv yoʻq',
  'searches.empty_text': 'Qidirib, 🔔 ni bosing: shunday eʼlon chiqishi bilan bot yozadi.',
  'searches.empty_action': 'Qidirish',
  'searches.refused': 'Botga yozishga ruxsat bermadingiz, shuning uchun xabar kelmaydi.',
} as const satisfies Record<string, Message>

export type SearchesKey = keyof typeof searches
