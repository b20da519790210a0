import type { Message } from '#shared/i18n/translate.ts'
import { dialog } from './dialog/uz.ts'
import { outcomes } from './outcomes/uz.ts'
import { people } from './people/uz.ts'
import { searches } from './searches/uz.ts'

/** What the bot says in chats, and the words of the channel's posts. */
export const uz = {
  'bot.start':
    'Assalomu alaykum, {name}! 👋\n\nVodiy Bozorda istalgan narsani sotish ham, topish ham oson. Eʼlon berish — bir daqiqalik ish.',
  'bot.open': 'Bozorni ochish',
  'bot.my': 'Eʼlonlaringiz shu yerda: narxini oʻzgartiring yoki sotilganini belgilang.',
  'bot.my_button': 'Mening eʼlonlarim',
  'bot.help':
    'Hammasi bitta tugmada: bozorni oching, qidiring yoki eʼlon bering.\n\n/new — eʼlon berish\n/my — mening eʼlonlarim\n/language — tilni oʻzgartirish',
  'bot.unknown': 'Bozor quyidagi tugmada 👇',
  'bot.language': 'Qaysi tilda gaplashamiz?',
  'bot.language_done': 'Yaxshi, endi oʻzbekcha gaplashamiz.',
  'bot.error': 'Bizda xatolik yuz berdi. Birozdan keyin yana urinib koʻring.',
  'bot.menu': 'Bozor',
  'bot.command.start': 'Bozorni ochish',
  'bot.command.new': 'Eʼlon berish',
  'bot.command.my': 'Mening eʼlonlarim',
  'bot.command.language': 'Tilni oʻzgartirish',
  'bot.command.help': 'Yordam',
  'bot.description':
    'Vodiy Bozor — Andijon, Fargʻona va Namangan eʼlonlari.\n\nNima sotmoqchi boʻlsangiz, suratga oling va bir daqiqada eʼlon bering. Nima kerak boʻlsa, shu yerdan toping.',
  'bot.short_description': 'Vodiy eʼlonlari: soting, toping, yozing. Bepul.',
  'bot.announce': 'Yangi eʼlon',
  'bot.mod_approve': 'Tasdiqlash',
  'bot.mod_reject': 'Qaytarish',
  'bot.mod_back': 'Ortga',
  'bot.mod_undo': 'Qarorni bekor qilish',
  'bot.mod_claimed': '{name} koʻryapti',
  'bot.mod_approved': '{name} tasdiqladi',
  'bot.mod_mended': '{name} tuzatib tasdiqladi',
  'bot.mod_rejected': '{name} qaytardi',
  'bot.mod_by_board': 'Ishonchli sotuvchi: oʻzi tasdiqlandi',
  'bot.mod_kept': '{name} koʻrib, qoldirdi',
  'bot.mod_undone': 'Qaror bekor qilindi, yana kutmoqda',
  'bot.mod_gone': 'Eʼlon endi kutmayapti',
  'bot.announce_seller': 'Sotuvchi: {name}',
  'bot.announce_button': 'Tekshirish',
  ...dialog,
  ...outcomes,
  ...people,
  ...searches,
  'bot.alert': '⚠️ {text}',
  'bot.alert_lost_rights':
    'Bot «{chat}» chatida ishlay olmayapti: uni qaytadan qoʻshib, administrator qiling.',
  'bot.alert_mute':
    'Bot «{chat}» kanaliga post chiqara olmayapti: kanal sozlamalarida unga xabar chiqarish huquqini bering. Kutayotganlari oʻzi chiqadi.',
  'bot.report': 'Shikoyat',
  'bot.announce_reported': 'Eʼlonga shikoyat bor',
  'bot.report_upheld': 'Rahmat, siz haq edingiz 🙏 Tekshirdik va chora koʻrdik:',
  'bot.report_dismissed': 'Tekshirdik, kamchilik topilmadi. Xabar berganingiz uchun rahmat:',
  'bot.report_lapsed': 'Siz xabar bergan eʼlon endi yoʻq yoki egasi uni tuzatdi. Eʼtiboringiz uchun rahmat:',
  'bot.report_over': 'Koʻrib chiqish endi shart emas',
  'bot.report_button': 'Koʻrib chiqish',
  'bot.alert_not_reported':
    '«{title}» haqidagi shikoyat moderatorlar guruhiga yuborilmadi. Uni «Shikoyatlar»da koʻring.\n\nTelegram: {error}',
  'bot.alert_not_announced':
    '«{title}» eʼloni moderatorlar guruhiga yuborilmadi. U navbatda turibdi.\n\nTelegram: {error}',
  'channel.sample_title': 'Sinov posti',
  'channel.sample_text': 'Bu namuna: kanaldagi eʼlonlar shunday koʻrinadi. Uni oʻchirsa boʻladi.',
  'channel.sample_second': 'Ikkinchi rasm',
  'bot.channel_added':
    '«{title}» kanali roʻyxatga qoʻshildi. Hozircha oʻchiq: nimalarni olishini tanlab, yoqing.',
  'bot.channel_known': '«{title}» kanali roʻyxatda bor.',
  'bot.channel_not_in':
    'Bot «{title}» kanalida administrator emas. Uni administrator qilib qoʻshing va postni yana yuboring.',
  'bot.channel_open': 'Kanal sozlamalari',
  'channel.view': 'Koʻrish',
  'channel.write': 'Yozish',
  'channel.expired': 'MUDDATI TUGADI',
  'channel.removed': 'Eʼlon olib tashlandi',
  'channel.alert_not_posted':
    '«{title}» eʼloni kanalga chiqmadi. Bot kanalda administrator ekanini tekshiring, u oʻzi qayta urinadi.\n\nTelegram: {error}',
  'channel.alert_not_edited':
    '«{title}» eʼlonining kanaldagi posti oʻzgarmadi. Bot oʻzi qayta urinadi.\n\nTelegram: {error}',
  'channel.alert_gone':
    '«{title}» eʼlonining posti kanalda topilmadi: uni kimdir oʻchirgan. Eʼlon ilovada turibdi.',
  'channel.alert_uncertain':
    '«{title}» posti kanalga chiqqan-chiqmaganini tekshirib boʻlmadi. Xizmat chatidagi bot huquqlarini tekshiring.\n\nTelegram: {error}',
} as const satisfies Record<string, Message>

export type BotKey = keyof typeof uz
