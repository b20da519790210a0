import type { Dictionary } from '#shared/i18n/translate.ts'
import { dialog } from './dialog/ru.ts'
import { outcomes } from './outcomes/ru.ts'
import { people } from './people/ru.ts'
import { searches } from './searches/ru.ts'
import type { BotKey } from './uz.ts'

export const ru: Dictionary<BotKey> = {
  'bot.start':
    'Здравствуйте, {name}! 👋\n\nВ Vodiy Bozor легко и продать, и найти что угодно. Подать объявление — дело одной минуты.',
  'bot.open': 'Открыть базар',
  'bot.my': 'Ваши объявления здесь: измените цену или отметьте, что продано.',
  'bot.my_button': 'Мои объявления',
  'bot.help':
    'Всё в одной кнопке: откройте базар, ищите или подайте объявление.\n\n/new — подать объявление\n/my — мои объявления\n/language — сменить язык',
  'bot.unknown': 'Базар — по кнопке ниже 👇',
  'bot.language': 'На каком языке говорим?',
  'bot.language_done': 'Хорошо, теперь говорим по-русски.',
  'bot.error': 'У нас произошла ошибка. Попробуйте ещё раз чуть позже.',
  'bot.menu': 'Базар',
  'bot.command.start': 'Открыть базар',
  'bot.command.new': 'Подать объявление',
  'bot.command.my': 'Мои объявления',
  'bot.command.language': 'Сменить язык',
  'bot.command.help': 'Помощь',
  'bot.description':
    'Vodiy Bozor — объявления Андижана, Ферганы и Намангана.\n\nСфотографируйте, что продаёте, и подайте объявление за минуту. Нужно что-то — найдите здесь.',
  'bot.short_description': 'Объявления долины: продавайте, находите, пишите. Бесплатно.',
  'bot.announce': 'Новое объявление',
  'bot.mod_approve': 'Одобрить',
  'bot.mod_reject': 'Вернуть',
  'bot.mod_back': 'Назад',
  'bot.mod_undo': 'Отменить решение',
  'bot.mod_claimed': 'Смотрит {name}',
  'bot.mod_approved': 'Одобрено: {name}',
  'bot.mod_mended': 'Исправлено и одобрено: {name}',
  'bot.mod_rejected': 'Возвращено: {name}',
  'bot.mod_by_board': 'Проверенный продавец: одобрено само',
  'bot.mod_kept': 'Рассмотрено, оставлено: {name}',
  'bot.mod_undone': 'Решение отменено, снова ждёт',
  'bot.mod_gone': 'Объявление больше не ждёт',
  'bot.announce_seller': 'Продавец: {name}',
  'bot.announce_button': 'Проверить',
  ...dialog,
  ...outcomes,
  ...people,
  ...searches,
  'bot.alert': '⚠️ {text}',
  'bot.alert_lost_rights':
    'Бот не может работать в чате «{chat}»: добавьте его снова и сделайте администратором.',
  'bot.alert_mute':
    'Бот не может публиковать в канале «{chat}»: в настройках канала дайте ему право публиковать сообщения. Что ждёт, выйдет само.',
  'bot.report': 'Жалоба',
  'bot.announce_reported': 'На объявление жалуются',
  'bot.report_upheld': 'Спасибо, вы были правы 🙏 Мы проверили и приняли меры:',
  'bot.report_dismissed': 'Мы проверили и ничего плохого не нашли. Спасибо, что написали:',
  'bot.report_lapsed':
    'Объявления, о котором вы писали, больше нет, или хозяин его исправил. Спасибо за внимание:',
  'bot.report_over': 'Разбирать больше не нужно',
  'bot.report_button': 'Разобрать',
  'bot.alert_not_reported':
    'Жалобу на «{title}» не удалось отправить в группу модераторов. Посмотрите её в «Жалобах».\n\nTelegram: {error}',
  'bot.alert_not_announced':
    'Объявление «{title}» не отправлено в группу модераторов. Оно ждёт в очереди.\n\nTelegram: {error}',
  'channel.sample_title': 'Пробный пост',
  'channel.sample_text': 'Это образец: так выглядят объявления в канале. Его можно удалить.',
  'channel.sample_second': 'Второе фото',
  'bot.channel_added':
    'Канал «{title}» добавлен в список. Пока он выключен: выберите, что он берёт, и включите.',
  'bot.channel_known': 'Канал «{title}» уже в списке.',
  'bot.channel_not_in':
    'Бот не администратор в канале «{title}». Добавьте его администратором и перешлите пост ещё раз.',
  'bot.channel_open': 'Настройки канала',
  'channel.view': 'Смотреть',
  'channel.write': 'Написать',
  'channel.expired': 'СРОК ИСТЁК',
  'channel.removed': 'Объявление убрано',
  'channel.alert_not_posted':
    'Объявление «{title}» не вышло в канал. Проверьте, что бот — администратор канала, он попробует снова сам.\n\nTelegram: {error}',
  'channel.alert_not_edited':
    'Пост объявления «{title}» в канале не изменился. Бот попробует снова сам.\n\nTelegram: {error}',
  'channel.alert_gone':
    'Пост объявления «{title}» в канале не найден: его кто-то удалил. В приложении объявление осталось.',
  'channel.alert_uncertain':
    'Не удалось проверить, вышел ли пост «{title}». Проверьте права бота в служебном чате.\n\nTelegram: {error}',
}
