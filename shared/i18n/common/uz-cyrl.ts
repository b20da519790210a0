import { cyrillicOf } from '#shared/i18n/translate.ts'
import { type CommonKey, uz } from './uz.ts'

export const uzCyrl = cyrillicOf<CommonKey>(uz, { brand: 'Водий Бозор' })
