import type { Dictionary } from '#shared/i18n/translate.ts'
import type { PeopleKey } from './uz.ts'

export const people: Dictionary<PeopleKey> = {
  'bot.banned_hidden': {
    one: 'Снято {count} ваше объявление.',
    few: 'Снято {count} ваших объявления.',
    many: 'Снято {count} ваших объявлений.',
    other: 'Снято {count} ваших объявления.',
  },
  'bot.banned_kept': 'Ваши нынешние объявления остаются.',
  'bot.banned_may': 'Смотреть и искать можно по-прежнему. Если это ошибка, напишите админу канала.',
  'bot.lifted': 'Бан снят ✅ Можно снова подавать объявления.',
  'bot.lifted_ads':
    'Снятые объявления ({count}) сами не вернутся: если нужны, отправьте их снова из «Моих объявлений».',
  'bot.role_moderator':
    'Теперь вы модератор Vodiy Bozor 🛡️\n\nОбъявления проверяют в приложении, вкладка «Проверка».',
  'bot.role_admin': 'Теперь вы админ Vodiy Bozor 🛡️\n\nВсе настройки в приложении, раздел «Управление».',
  'bot.role_user': 'Вы больше не модератор Vodiy Bozor. Спасибо за помощь!',
  'bot.role_button': 'Открыть управление',
}
