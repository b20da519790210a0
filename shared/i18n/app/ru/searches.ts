import type { SearchesKey } from '#shared/i18n/app/uz/searches.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const searches: Dictionary<SearchesKey> = {
  'searches.title': 'Мои поиски',
  'searches.hint': 'Появится такое — бот напишет',
  'searches.save': 'Сообщить, когда появится новое',
  'searches.saved': 'Сохранено: появится — бот напишет',
  'searches.when': 'Когда писать?',
  'searches.instant': 'Сразу',
  'searches.instant_hint': 'Как только появится',
  'searches.daily': 'Раз в день',
  'searches.daily_hint': 'Вечером, всё в одном сообщении',
  'searches.off': 'Не писать',
  'searches.off_hint': 'Просто останется в списке',
  'searches.bell': '{name}: когда писать',
  'searches.delete': 'Удалить поиск',
  'searches.deleted': 'Поиск удалён',
  'searches.done': 'Готово',
  'searches.empty_title': 'Сохранённых поисков пока нет',
  'searches.empty_text': 'Найдите что-нибудь и нажмите 🔔: бот напишет, как только такое появится.',
  'searches.empty_action': 'Искать',
  'searches.refused': 'Вы не разрешили боту писать, поэтому сообщений не будет.',
}
