import type { Dictionary } from '#shared/i18n/translate.ts'
import type { PublicKey } from './uz.ts'

export const ru: Dictionary<PublicKey> = {
  'public.market': 'Объявления долины',
  'public.valley': 'Ферганская долина',
  'public.in_place': '{what}: {place}',
  'public.list_text':
    '{what}, {place}: новые объявления с ценами и фото. Написать и позвонить можно в Telegram.',
  'public.open': 'Открыть в Telegram',
  'public.open_text': 'Написать и позвонить можно в Telegram.',
  'public.hidden': 'Телефоны и ссылки видны только в Telegram.',
  'public.similar': 'Похожие объявления',
  'public.older': 'Более ранние',
  'public.newest': 'Самые новые',
  'public.languages': 'Язык',
  'public.path': 'Вы здесь',
  'public.places': 'Места',
  'public.photos': 'Фотографии',
  'public.empty_title': 'Пока нет объявлений',
  'public.empty_text': 'Подайте первое: это бесплатно.',
  'public.to_ads': 'Смотреть объявления',
  'public.error_title': 'Страница не открылась',
  'public.error_text': 'У нас произошла ошибка. Попробуйте чуть позже.',
}
