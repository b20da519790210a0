import type { ReportsKey } from '#shared/i18n/staff/uz/reports.ts'
import type { Dictionary } from '#shared/i18n/translate.ts'

export const reports: Dictionary<ReportsKey> = {
  'reports.title': 'Жалобы',
  'reports.none': 'Жалоб нет',
  'reports.none_text': 'Покупатели ни на что не жалуются.',
  'reports.first': 'первая жалоба',
  'reports.record': 'верных: {upheld}, напрасных: {dismissed}',
  'reports.weight': 'Вес жалобы',
  'reports.count': {
    one: '{count} жалоба',
    few: '{count} жалобы',
    many: '{count} жалоб',
    other: '{count} жалобы',
  },
  'reports.all': 'Все жалобы',
  'reports.settled': 'Эту жалобу уже разобрали',
  'reports.sum': {
    one: '{count} жалоба, вес {weight}',
    few: '{count} жалобы, вес {weight}',
    many: '{count} жалоб, вес {weight}',
    other: '{count} жалобы, вес {weight}',
  },
  'reports.hidden': 'скрыто',
  'reports.take_down': 'Снять',
  'reports.dismiss': 'Всё в порядке',
  'reports.did_take_down': 'Снято',
  'reports.did_dismiss': 'Жалоба отклонена',
}
