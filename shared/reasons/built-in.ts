import type { AdField, RejectionReason } from '#shared/moderation/schema.ts'
import type { ReasonContent, ReasonTexts } from '#shared/reasons/schema.ts'

type Row = readonly [uz: string, ru: string, en: string]
const texts = ([uz, ru, en]: Row): ReasonTexts => ({ uz, ru, en })
const mended = (name: Row, text: Row, ...fields: AdField[]): ReasonContent => ({
  name: texts(name),
  text: texts(text),
  fields,
  final: false,
})
const final = (name: Row, text: Row): ReasonContent => ({ ...mended(name, text), final: true })

/** The reasons that every board begins with, in their order; admins may change or archive them. */
export const builtInReasons: Readonly<Record<RejectionReason, ReasonContent>> = {
  photos: mended(
    ['Rasmlar', 'Фото', 'Photos'],
    [
      'Rasmlar yaramaydi: aniq va shu buyumning rasmini qoʻying.',
      'Фото не подходят: поставьте чёткие фото именно этой вещи.',
      'The photos will not do: use clear ones of this very thing.',
    ],
    'photos',
  ),
  text: mended(
    ['Matn', 'Текст', 'Text'],
    [
      'Matn tushunarsiz: nima ekanini aniqroq yozing.',
      'Текст непонятен: напишите точнее, что это.',
      'The text is unclear: say exactly what it is.',
    ],
    'description',
  ),
  price: mended(
    ['Narx', 'Цена', 'Price'],
    [
      'Narx notoʻgʻri: haqiqiy narxni yozing.',
      'Цена неверна: укажите настоящую.',
      'The price is wrong: give the real one.',
    ],
    'price',
  ),
  category: mended(
    ['Boʻlim', 'Раздел', 'Category'],
    ['Boʻlim notoʻgʻri tanlangan.', 'Раздел выбран неверно.', 'The category is wrong.'],
    'category',
  ),
  contact: mended(
    ['Aloqa', 'Связь', 'Contact'],
    ['Aloqa maʼlumoti notoʻgʻri.', 'Неверные контакты.', 'The contact is wrong.'],
    'contact',
  ),
  duplicate: final(
    ['Takror', 'Повтор', 'Duplicate'],
    ['Bu eʼlon allaqachon berilgan.', 'Такое объявление уже подано.', 'This ad was already posted.'],
  ),
  forbidden: final(
    ['Taqiqlangan', 'Запрещено', 'Forbidden'],
    ['Bunday narsani sotish mumkin emas.', 'Такое продавать нельзя.', 'This may not be sold.'],
  ),
  fraud: final(
    ['Ishonchsiz', 'Недоверие', 'Distrust'],
    ['Eʼlon ishonchsiz koʻrinadi.', 'Объявление выглядит ненадёжно.', 'The ad does not look trustworthy.'],
  ),
  other: mended(['Boshqa', 'Другое', 'Other'], ['Boshqa sabab.', 'Другая причина.', 'Another reason.']),
}

/** The one without which a moderator could say nothing of their own: it has a note, stands last and stays. */
export const ownWords: RejectionReason = 'other'

export const isBuiltIn = (id: string): id is RejectionReason => Object.hasOwn(builtInReasons, id)
