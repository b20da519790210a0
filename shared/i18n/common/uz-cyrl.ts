import { cyrillicOf } from '#shared/i18n/translate.ts'
import { type CommonKey, uz } from './uz.ts'

/** What would otherwise stay Latin: an @name is no word. */
export const exceptions = {
  brand: 'Водий Бозор',
  'error.channels.not_a_channel': 'Бу канал эмас. Каналнинг @номини ёзинг.',
  'problem.link_in_title': 'Номида ҳавола ёки @ном бўлмасин.',
} as const

export const uzCyrl = cyrillicOf<CommonKey>(uz, exceptions)
