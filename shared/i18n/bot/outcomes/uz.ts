import type { Message } from '#shared/i18n/translate.ts'

/** What the bot tells and asks a seller about an ad, and the words on the buttons below. */
export const outcomes = {
  'bot.approved': 'Eʼloningiz chiqdi ✅\n{title}',
  'bot.approved_button': 'Eʼlonni koʻrish',
  'bot.approved_post': 'Kanalda koʻrish',
  'bot.rejected': 'Eʼloningiz hozircha chiqmadi\n{title}\n\n{reason}',
  'bot.rejected_note': 'Moderator yozdi: {note}',
  'bot.undone':
    'Eʼloningiz yana tekshirilmoqda\n{title}\n\nModerator qarorini qayta koʻradi. Natijasini yozaman.',
  'bot.hidden':
    'Eʼloningizni qayta koʻryapmiz 🔎\n{title}\n\nXaridorlardan xabar tushdi. Moderator tekshirguncha eʼlon koʻrinmay turadi, hammasi joyida boʻlsa, oʻz oʻrniga qaytadi. Natijasini yozaman.',
  'bot.mended': 'Moderator biroz tuzatdi:\n{changes}',
  'bot.rejected_marks': 'Nimani tuzatish kerak:\n{marks}',
  'bot.rejected_final': 'Bu eʼlonni qayta yuborib boʻlmaydi.',
  'bot.rejected_button': 'Tuzatish',
  'bot.ask': 'Hali sotuvdami?\n{title}\n\nEʼlon {date} kuni tugaydi. «Ha» desangiz, yana turadi.',
  'bot.ask_yes': 'Ha, sotuvda',
  'bot.ask_open': 'Eʼlon hali kerakmi?\n{title}\n\nU {date} kuni tugaydi. «Ha» desangiz, yana turadi.',
  'bot.ask_open_yes': 'Ha, kerak',
  'bot.expired': 'Eʼloningiz muddati tugadi\n{title}\n\nHali kerak boʻlsa, bir bosishda yangilang.',
  'bot.photo_refused':
    'Eʼlondagi bitta rasm ochilmadi\n{title}\n\n{problem} Eʼlon qolgan rasmlar bilan tekshirilmoqda.',
  'bot.deed_price': 'Narxi',
  'bot.deed_renew': 'Qayta joylash',
  'bot.deed_remove': 'Oʻchirish',
  'bot.deed_erase': 'Ha, oʻchirilsin',
  'bot.deed_keep': 'Yoʻq, qolsin',
  'bot.remove_sure': 'Rostdan oʻchirilsinmi? Qaytarib boʻlmaydi.',
  'bot.did_confirm': 'Yaxshi, eʼlon yana turadi.',
  'bot.did_sold': 'Muborak boʻlsin!',
  'bot.did_close': 'Yaxshi, belgilab qoʻydim.',
  'bot.did_renew': 'Eʼlon yana chiqdi.',
  'bot.did_erase': 'Eʼlon oʻchirildi.',
  'bot.now_active': '{title}\n\nEʼlon turibdi ✅ {date} gacha.',
  'bot.now_pending': '{title}\n\nTekshirilmoqda, natijasini yozaman.',
  'bot.now_rejected': '{title}\n\nQaytarilgan: tuzatib, yana yuboring.',
  'bot.now_sold': '{title}\n\n{word} 🤝 Endi hech kim yozmaydi.',
  'bot.now_expired': '{title}\n\nMuddati tugagan, xaridorlar koʻrmayapti.',
  'bot.now_removed': '{title}\n\nOʻchirilgan.',
  'bot.now_gone': 'Bu eʼlon endi yoʻq.',
  'bot.saved_price': 'Saqlagan eʼloningiz arzonlashdi\n{title}\n\n{was} → {now}',
  'bot.saved_ends':
    'Saqlagan eʼloningiz {date} kuni tugaydi\n{title}\n\nKerak boʻlsa, sotuvchiga hozir yozing.',
  'bot.digest':
    'Kecha eʼlonlaringiz {views} marta koʻrildi, {contacts} marta raqam soʻraldi, {favorites} kishi saqlab qoʻydi.',
  'bot.digest_off': 'Boshqa yozilmasin',
  'bot.digest_on': 'Yana yozib turilsin',
  'bot.digest_is_off': 'Yaxshi, bu haqda endi yozmayman.',
  'bot.digest_is_on': 'Yaxshi, yozib turaman.',
  'bot.command.delete': 'Maʼlumotlarimni oʻchirish',
  'bot.erase':
    'Hamma maʼlumotlaringiz oʻchirilsinmi?\n\nEʼlonlaringiz, rasmlari, kanaldagi postlari, tugallanmagan eʼlon, ismingiz va raqamingiz oʻchadi. Qaytarib boʻlmaydi.',
  'bot.erase_yes': 'Ha, hammasi oʻchirilsin',
  'bot.erase_no': 'Yoʻq, qolsin',
  'bot.erase_done':
    'Oʻchirildi: eʼlonlar — {ads}, rasmlar — {photos}, kanaldagi postlar — {posts}, ismingiz va raqamingiz.\n\nPost va rasmlar bir necha daqiqada yoʻqoladi. Yana kerak boʻlsak, /start.',
  'bot.erase_kept': 'Yaxshi, hammasi joyida qoldi.',
} as const satisfies Record<string, Message>

export type OutcomeKey = keyof typeof outcomes
