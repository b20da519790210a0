import type { Message } from '#shared/i18n/translate.ts'

/** Texts of the frame around every screen. */
export const shell = {
  'app.back': 'Ortga',
  'app.close': 'Yopish',
  'app.retry': 'Qayta urinish',
  'app.reload': 'Yangilash',
  'app.copy': 'Nusxalash',
  'app.copied': 'Nusxalandi',
  'app.loading': 'Yuklanmoqda',
  'app.search': 'Qidirish',
  'app.nothing_found': 'Hech narsa topilmadi',
  'app.list_end': 'Hammasi shu',
  'app.characters_left': 'Yana {count} ta belgi',
  'app.offline': 'Internet yoʻq',
  'app.error_network': 'Internetga ulanib boʻlmadi. Aloqani tekshirib, qayta urinib koʻring.',
  'app.error_title': 'Ochilmadi',
  'app.error_crash': 'Sahifada xatolik yuz berdi. Yangilab koʻring: yozganlaringiz saqlangan.',
  'app.not_found_title': 'Bunday sahifa yoʻq',
  'app.not_found_text': 'Havola eskirgan boʻlishi mumkin.',
  'app.to_ads': 'Eʼlonlarni koʻrish',
  'app.banned_may':
    'Bozorni koʻrib, qidirib yurishingiz mumkin. Xato deb oʻylasangiz, kanal adminiga yozing.',
  'tabs.label': 'Boʻlimlar',
  'tabs.ads': 'Eʼlonlar',
  'tabs.saved': 'Saqlangan',
  'tabs.new': 'Eʼlon berish',
  'tabs.mine': 'Eʼlonlarim',
  'tabs.queue': 'Tekshiruv',
  'outside.title': 'Bozor Telegramda ochiladi',
  'outside.text': 'Eʼlon berish va sotuvchiga yozish uchun ilovani botimizdan oching.',
  'outside.open': 'Telegramda ochish',
  'settings.language': 'Til',
  'settings.language_saved': 'Til oʻzgardi',
  'settings.title': 'Sozlamalar',
  'settings.digest': 'Kunlik xabar',
  'settings.digest_hint':
    'Har kuni ertalab bot eʼlonlaringizni necha kishi koʻrgani, raqam soʻragani va saqlab qoʻyganini yozadi.',
  'settings.erase': 'Maʼlumotlarimni oʻchirish',
  'settings.erase_hint': 'Eʼlonlaringiz, rasmlari, kanaldagi postlari, ismingiz va raqamingiz oʻchadi.',
  'settings.erase_text': 'Hamma eʼlonlaringiz va maʼlumotlaringiz oʻchirilsinmi? Qaytarib boʻlmaydi.',
  'settings.erase_yes': 'Oʻchirish',
  'settings.erased': 'Hammasi oʻchirildi',
  'settings.erased_text':
    'Eʼlonlar — {ads}, rasmlar — {photos}, kanaldagi postlar — {posts}, ismingiz va raqamingiz. Post va rasmlar bir necha daqiqada yoʻqoladi.',
} as const satisfies Record<string, Message>

export type ShellKey = keyof typeof shell
