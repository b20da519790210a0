import type { Message } from '#shared/i18n/translate.ts'

/** What the bot tells somebody of their ban or their role. */
export const people = {
  'bot.banned_hidden': 'Eʼlonlaringizdan {count} tasi olib tashlandi.',
  'bot.banned_kept': 'Turgan eʼlonlaringiz joyida qoladi.',
  'bot.banned_may':
    'Bozorni koʻrib, qidirib yurishingiz mumkin. Xato deb oʻylasangiz, kanal adminiga yozing.',
  'bot.lifted': 'Taqiq olib tashlandi ✅ Yana eʼlon berishingiz mumkin.',
  'bot.lifted_ads':
    'Olib tashlangan {count} ta eʼloningiz oʻzi qaytmaydi: kerak boʻlsa, «Mening eʼlonlarim»dan qayta yuboring.',
  'bot.role_moderator':
    'Siz endi Vodiy Bozor moderatorisiz 🛡️\n\nEʼlonlarni tekshirish ilovada: «Tekshiruv» boʻlimi.',
  'bot.role_admin': 'Siz endi Vodiy Bozor adminisiz 🛡️\n\nHamma sozlamalar ilovada: «Boshqaruv» boʻlimi.',
  'bot.role_user': 'Siz endi Vodiy Bozor moderatori emassiz. Yordamingiz uchun rahmat!',
  'bot.role_button': 'Boshqaruvni ochish',
} as const satisfies Record<string, Message>

export type PeopleKey = keyof typeof people
