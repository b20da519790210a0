import type { Dictionary } from '#shared/i18n/translate.ts'
import type { OutcomeKey } from './uz.ts'

export const outcomes: Dictionary<OutcomeKey> = {
  'bot.approved': 'Ваше объявление вышло ✅\n{title}',
  'bot.approved_button': 'Посмотреть объявление',
  'bot.approved_post': 'Посмотреть в канале',
  'bot.rejected': 'Ваше объявление пока не вышло\n{title}\n\n{reason}',
  'bot.rejected_note': 'Модератор пишет: {note}',
  'bot.undone':
    'Ваше объявление снова на проверке\n{title}\n\nМодератор пересмотрит решение. О результате напишу.',
  'bot.hidden':
    'Ваше объявление проверяется ещё раз 🔎\n{title}\n\nПокупатели нам написали. Пока модератор смотрит, объявление не показывается; если всё в порядке, вернётся на своё место. О результате напишу.',
  'bot.mended': 'Модератор немного поправил:\n{changes}',
  'bot.rejected_marks': 'Что исправить:\n{marks}',
  'bot.rejected_final': 'Это объявление нельзя отправить снова.',
  'bot.rejected_button': 'Исправить',
  'bot.ask': 'Ещё продаёте?\n{title}\n\nСрок объявления — до {date}. Скажете «да» — останется дальше.',
  'bot.ask_yes': 'Да, продаю',
  'bot.ask_open': 'Объявление ещё нужно?\n{title}\n\nЕго срок — до {date}. Скажете «да» — останется дальше.',
  'bot.ask_open_yes': 'Да, нужно',
  'bot.expired': 'Срок вашего объявления истёк\n{title}\n\nЕсли ещё нужно, продлите одним нажатием.',
  'bot.photo_refused':
    'Одно фото в объявлении не открылось\n{title}\n\n{problem} Объявление проверяется с остальными фото.',
  'bot.deed_price': 'Цена',
  'bot.deed_renew': 'Разместить снова',
  'bot.deed_remove': 'Удалить',
  'bot.deed_erase': 'Да, удалить',
  'bot.deed_keep': 'Нет, оставить',
  'bot.remove_sure': 'Точно удалить? Вернуть его нельзя.',
  'bot.did_confirm': 'Хорошо, объявление остаётся.',
  'bot.did_sold': 'Поздравляем!',
  'bot.did_close': 'Хорошо, отмечено.',
  'bot.did_renew': 'Объявление снова размещено.',
  'bot.did_erase': 'Объявление удалено.',
  'bot.now_active': '{title}\n\nОбъявление работает ✅ до {date}.',
  'bot.now_pending': '{title}\n\nПроверяется, о результате напишу.',
  'bot.now_rejected': '{title}\n\nВозвращено: исправьте и отправьте снова.',
  'bot.now_sold': '{title}\n\n{word} 🤝 Больше никто не напишет.',
  'bot.now_expired': '{title}\n\nСрок истёк, покупатели его не видят.',
  'bot.now_removed': '{title}\n\nУдалено.',
  'bot.now_gone': 'Этого объявления больше нет.',
  'bot.saved_price': 'Сохранённое вами подешевело\n{title}\n\n{was} → {now}',
  'bot.saved_ends':
    'Сохранённое вами объявление закончится {date}\n{title}\n\nЕсли оно вам нужно, напишите продавцу сейчас.',
  'bot.digest':
    'Вчера ваши объявления: просмотров — {views}, номер спросили — {contacts}, сохранили — {favorites}.',
  'bot.digest_off': 'Больше не писать',
  'bot.digest_on': 'Писать снова',
  'bot.digest_is_off': 'Хорошо, об этом больше не пишу.',
  'bot.digest_is_on': 'Хорошо, буду писать.',
  'bot.command.delete': 'Удалить мои данные',
  'bot.erase':
    'Удалить все ваши данные?\n\nУдалятся объявления, их фото и посты в канале, незаконченное объявление, ваше имя и номер. Вернуть будет нельзя.',
  'bot.erase_yes': 'Да, удалить всё',
  'bot.erase_no': 'Нет, оставить',
  'bot.erase_done':
    'Удалено: объявлений — {ads}, фото — {photos}, постов в канале — {posts}, ваше имя и номер.\n\nПосты и фото исчезнут за несколько минут. Понадобимся — /start.',
  'bot.erase_kept': 'Хорошо, всё осталось на месте.',
}
