import type { Message } from '#shared/i18n/translate.ts'

/** The dialog in the chat, beside the form's own texts. */
export const dialog = {
  'dialog.back': '‹ Ortga',
  'dialog.cancel': 'Bekor qilish',
  'dialog.form': '📝 Formada davom etish',
  'dialog.skip': 'Oʻtkazib yuborish',
  'dialog.keep': 'Shunday qolsin ›',
  'dialog.remove': 'Olib tashlash',
  'dialog.enough': 'Shu yetarli ›',
  'dialog.clean': 'Yaramaganini olib tashlash',
  'dialog.clear': 'Hamma rasmni olib tashlash',
  'dialog.category': 'Boʻlim',
  'dialog.current': 'Hozirgi javob: {answer}',
  'dialog.photos': '📷 {count} ta rasm',
  'dialog.price_hint': 'Masalan: 12,5 mln yoki 1500$',
  'dialog.place_hint': 'Masalan: Asaka',
  'dialog.stale': 'Bu eski savolning tugmasi.',
  'dialog.first': 'Bu birinchi savol.',
  'dialog.cancelled': 'Bekor qilindi. Fikringizdan qaytsangiz, yozganlaringiz shu yerda.',
  'dialog.undo': '↩️ Qaytarish',
  'dialog.share_phone': '📱 Raqamimni yuborish',
  'dialog.share_hint': 'Pastdagi tugmani bosing 👇',
  'dialog.telegram_only': 'Telegramda yozishsin',
  'dialog.phone_noted': 'Raqamingiz yozildi: {phone}',
  'dialog.noted': 'Yozib oldim 👌',
  'dialog.not_yours': 'Bu boshqa odamning raqami. Oʻzingiznikini yuboring yoki yozing.',
  'dialog.unreadable': 'Bu xabarni tushunmadim. Matn yoki rasm yuboring.',
  'dialog.send_photo': 'Rasm yuboring.',
  'dialog.use_buttons': 'Pastdagi tugmalardan birini bosing.',
  'dialog.photos_full': 'Koʻpi bilan {max} ta rasm: qolganlari sigʻmadi.',
  'dialog.photo_lost': 'Rasm yetib kelmadi. Uni qayta yuboring.',
} as const satisfies Record<string, Message>

export type DialogTextKey = keyof typeof dialog
