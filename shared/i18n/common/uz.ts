import type { AdState } from '#shared/ads/states.ts'
import type { Closing } from '#shared/catalog/types.ts'
import type { ErrorCode, PhotoProblem, ProblemCode } from '#shared/errors.ts'
import type { Message } from '#shared/i18n/translate.ts'
import type { RejectionReason } from '#shared/moderation/schema.ts'

/** Keys that the code's own lists demand, beside those written out below. */
type Derived =
  | `error.${ErrorCode}`
  | `problem.${ProblemCode}`
  | `photo.${PhotoProblem}`
  | `state.${AdState}`
  | `closed.${Closing}`
  | `reason.${RejectionReason}`

/** Texts that server, bot and Mini App share. */
export const uz = {
  brand: 'Vodiy Bozor',
  'error.auth.missing': 'Ilovani Telegram orqali oching.',
  'error.auth.invalid': 'Ilovani yoping va Telegramdan qayta oching.',
  'error.auth.expired': 'Ilova uzoq ochiq qoldi. Uni yopib, qayta oching.',
  'error.auth.forbidden': 'Bu ish uchun sizga ruxsat berilmagan.',
  'error.auth.banned': 'Sizga eʼlon berish taqiqlangan. Savol boʻlsa, moderatorga yozing.',
  'error.request.invalid': 'Soʻrovni tushunib boʻlmadi. Ilovani yangilab koʻring.',
  'error.request.too_large': 'Maʼlumot juda katta. Matnni qisqartiring.',
  'error.request.not_found': 'Bunday sahifa yoʻq.',
  'error.request.too_many': 'Juda tez-tez bosildi. Bir daqiqadan keyin urinib koʻring.',
  'error.server.unexpected':
    'Bizda xatolik yuz berdi. Birozdan keyin qayta urinib koʻring, yozganlaringiz saqlangan.',
  'error.ads.not_found': 'Bu eʼlon topilmadi yoki olib tashlangan.',
  'error.ads.invalid': 'Eʼlonda toʻldirilmagan yoki xato joylar bor.',
  'error.ads.changed': 'Eʼlon shu orada oʻzgardi. Yangisini koʻrib, qayta urinib koʻring.',
  'error.ads.wrong_state': 'Eʼlonning hozirgi holatida buni qilib boʻlmaydi.',
  'error.ads.too_many': 'Sizda eʼlonlar soni chegaraga yetgan. Eskisini oʻchirib, yangisini bering.',
  'error.favorites.own': 'Bu oʻzingizning eʼloningiz.',
  'error.favorites.too_many': 'Saqlanganlar chegaraga yetdi. Keraksizlarini olib tashlang.',
  'error.drafts.empty': 'Yuboriladigan eʼlon yoʻq: u allaqachon yuborilgan yoki oʻchirilgan.',
  'error.photos.not_found': 'Bu rasm topilmadi. Uni qaytadan tanlang.',
  'error.photos.too_many': 'Juda koʻp rasm yuklandi. Keraksizlarini oʻchiring.',
  'error.photos.not_uploaded': 'Rasm oxirigacha yuklanmadi. Qayta yuklang.',
  'error.photos.type': 'Bu fayl rasm emas. JPEG, PNG yoki WebP tanlang.',
  'error.photos.too_large': 'Rasm fayli juda katta. Kichikroq rasm tanlang.',
  'error.contact.invalid': 'Raqam tasdiqlanmadi. Qayta urinib koʻring yoki oʻzingiz yozing.',
  'error.moderation.decided': 'Bu eʼlon boʻyicha qaror allaqachon qabul qilingan.',
  'error.moderation.photos_not_ready': 'Rasmlar hali tayyor emas. Bir necha soniyadan keyin urinib koʻring.',
  'problem.required': 'Buni toʻldiring.',
  'problem.unknown': 'Bunday savol bu boʻlimda yoʻq.',
  'problem.type': 'Raqam bilan yozing.',
  'problem.range': '{min} dan {max} gacha boʻlishi kerak.',
  'problem.option': 'Roʻyxatdan birini tanlang.',
  'problem.too_short': 'Kamida {min} ta belgi yozing.',
  'problem.too_long': 'Koʻpi bilan {max} ta belgi. Qisqartiring.',
  'problem.phone': 'Telefon raqami notoʻgʻri. Masalan: 90 123 45 67.',
  'problem.contact': 'Telefon yozing yoki Telegramda yozishga ruxsat bering.',
  'problem.district': 'Tuman yoki shaharni tanlang.',
  'problem.category': 'Boʻlimni tanlang.',
  'problem.price': 'Narxni yozing yoki «kelishiladi»ni tanlang.',
  'problem.phone_in_title': 'Nomida telefon yozmang: uning oʻz joyi bor.',
  'problem.link_in_title': 'Nomida havola yoki @nom boʻlmasin.',
  'problem.shouting': 'HAMMASINI BOSH HARFDA yozmang: oddiy harflar yaxshi oʻqiladi.',
  'problem.card_number': 'Karta raqamini yozmang: undan firibgarlar foydalanadi.',
  'problem.photos_required': 'Kamida bitta rasm qoʻying.',
  'problem.photos_missing': 'Bir rasm topilmadi. Uni qaytadan qoʻshing.',
  'problem.photos_uploading': 'Rasmlar hali yuklanmoqda.',
  'problem.photos_refused': 'Bir rasm yaramadi. Uni almashtiring yoki oʻchiring.',
  'photo.not_image': 'Bu fayl rasm emas.',
  'photo.broken': 'Rasm buzilgan, ochilmadi.',
  'photo.animated': 'Harakatli rasm qoʻyib boʻlmaydi.',
  'photo.too_many_pixels': 'Rasm oʻlchami juda katta.',
  'photo.too_small': 'Rasm juda kichkina.',
  'photo.too_large': 'Fayl juda katta.',
  'state.pending': 'Tekshirilmoqda',
  'state.active': 'Faol',
  'state.rejected': 'Qaytarilgan',
  'state.sold': 'Sotildi',
  'state.expired': 'Muddati tugagan',
  'state.removed': 'Olib tashlangan',
  'closed.sold': 'Sotildi',
  'closed.given': 'Berildi',
  'closed.rented': 'Ijaraga berildi',
  'closed.found': 'Topildi',
  'closed.returned': 'Egasini topdi',
  'closed.closed': 'Yopildi',
  'reason.photos': 'Rasmlar yaramaydi: aniq va shu buyumning rasmini qoʻying.',
  'reason.text': 'Matn tushunarsiz: nima ekanini aniqroq yozing.',
  'reason.price': 'Narx notoʻgʻri: haqiqiy narxni yozing.',
  'reason.category': 'Boʻlim notoʻgʻri tanlangan.',
  'reason.contact': 'Aloqa maʼlumoti notoʻgʻri.',
  'reason.duplicate': 'Bu eʼlon allaqachon berilgan.',
  'reason.forbidden': 'Bunday narsani sotish mumkin emas.',
  'reason.fraud': 'Eʼlon ishonchsiz koʻrinadi.',
  'reason.other': 'Boshqa sabab.',
  'money.uzs': '{amount} soʻm',
  'money.usd': '{amount} $',
  'money.free': 'Bepul',
  'money.exchange': 'Ayirboshlash',
  'money.negotiable': 'Kelishiladi',
  'money.or_exchange': 'ayirboshlasa ham boʻladi',
  'money.rate': '{date} kursi: 1 $ = {rate} soʻm',
  'time.today': 'bugun',
  'time.yesterday': 'kecha',
  'time.just_now': 'hozirgina',
  'time.minutes': '{count} daqiqa oldin',
  'time.days': '{count} kun oldin',
} as const satisfies Record<Derived, Message> & Record<string, Message>

export type CommonKey = keyof typeof uz
