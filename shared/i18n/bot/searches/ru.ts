import type { Dictionary } from '#shared/i18n/translate.ts'
import type { SearchesKey } from './uz.ts'

export const searches: Dictionary<SearchesKey> = {
  'search.up_to': 'до {value}',
  'search.from': 'от {value}',
  'search.with_photos': 'с фото',
  'bot.found': '🔔 Появилось то, что вы ищете',
  'bot.found_many': {
    one: '🔔 {count} новое объявление для вас',
    few: '🔔 {count} новых объявления для вас',
    many: '🔔 {count} новых объявлений для вас',
    other: '🔔 {count} новых объявлений для вас',
  },
  'bot.found_more': 'и ещё {count}',
  'bot.found_all': 'Смотреть все',
  'bot.search_pause': '🔕 Остановить',
  'bot.search_resume': '🔔 Снова писать',
  'bot.search_delete': '🗑 Удалить',
  'bot.search_paused': 'Хорошо, пока об этом не пишу.',
  'bot.search_resumed': 'Хорошо, напишу сразу, как появится новое.',
  'bot.search_deleted': 'Поиск удалён, больше об этом не пишу.',
  'bot.find': 'То, что вы искали, — на базаре, по кнопке 👇',
  'bot.find_button': 'Смотреть',
  'inline.none': 'Не нашлось. Искать на базаре',
  'inline.more': 'Открыть базар',
}
