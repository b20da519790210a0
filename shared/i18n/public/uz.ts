import type { Message } from '#shared/i18n/translate.ts'

/** Texts of the pages outside Telegram, beside those of the app's ads. */
export const uz = {
  'public.market': 'Vodiy eʼlonlari',
  'public.valley': 'Fargʻona vodiysi',
  'public.in_place': '{what}: {place}',
  'public.list_text':
    '{what}, {place}: yangi eʼlonlar, narxi va rasmlari bilan. Yozish va qoʻngʻiroq qilish Telegramda.',
  'public.open': 'Telegramda ochish',
  'public.open_text': 'Yozish va qoʻngʻiroq qilish Telegramda.',
  'public.hidden': 'Telefon va havolalar faqat Telegramda koʻrinadi.',
  'public.similar': 'Oʻxshash eʼlonlar',
  'public.older': 'Oldingi eʼlonlar',
  'public.newest': 'Eng yangilari',
  'public.languages': 'Til',
  'public.path': 'Siz shu yerdasiz',
  'public.places': 'Joylar',
  'public.photos': 'Rasmlar',
  'public.empty_title': 'Hozircha eʼlon yoʻq',
  'public.empty_text': 'Birinchi boʻlib siz bering: bu bepul.',
  'public.to_ads': 'Eʼlonlarni koʻrish',
  'public.error_title': 'Sahifa ochilmadi',
  'public.error_text': 'Bizda xatolik yuz berdi. Birozdan keyin urinib koʻring.',
} as const satisfies Record<string, Message>

export type PublicKey = keyof typeof uz
