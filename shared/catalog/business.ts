import { bool, category, choices, labels, text } from '#shared/catalog/build.ts'
import { condition, kind, other } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const equipment = category({
  id: 'business.equipment',
  icon: '⚙️',
  hashtag: 'uskuna',
  label: ['Biznes uskunalari', 'Оборудование', 'Business equipment'],
  example: ['Somsa tandir, gazda ishlaydi', 'Газовый тандыр для самсы', 'Gas tandoor for samsa'],
  attributes: [
    kind(
      choices({
        food: ['Oshxona, non, somsa', 'Кухня, хлеб, самса', 'Kitchen, bakery'],
        shop: ['Doʻkon jihozi, kassa, tarozi', 'Для магазина, касса, весы', 'Shop fittings, till, scales'],
        sewing: ['Tikuv sexi', 'Швейный цех', 'Sewing workshop'],
        wood: ['Mebel va yogʻoch stanogi', 'Деревообработка', 'Woodworking'],
        block: ['Gʻisht, blok stanogi', 'Станки для кирпича и блоков', 'Brick and block machines'],
        salon: ['Salon, sartaroshxona', 'Салон, парикмахерская', 'Salon'],
        wash: ['Avtomoyka, servis', 'Автомойка, сервис', 'Car wash, garage'],
        packing: ['Qadoqlash, quritish', 'Упаковка, сушка', 'Packing, drying'],
        tandoor: ['Tandir', 'Тандыр', 'Tandoor'],
        ...other,
      }),
      '⚙️',
    ),
    { ...condition, card: true },
    text('power', ['Quvvati, unumi', 'Мощность, производительность', 'Power, output'], {
      maxLength: 50,
      post: true,
      icon: '⚡',
    }),
    bool('training', ['Ishlatishni oʻrgatadi', 'Обучим работать', 'Training included']),
  ],
})

const ready = category({
  id: 'business.ready',
  icon: '🏭',
  hashtag: 'tayyorbiznes',
  label: ['Tayyor biznes', 'Готовый бизнес', 'Business for sale'],
  example: ['Ishlab turgan nonvoyxona', 'Действующая пекарня', 'Working bakery'],
  attributes: [
    kind(
      choices({
        food: ['Oshxona, kafe', 'Кафе, столовая', 'Café'],
        shop: ['Doʻkon', 'Магазин', 'Shop'],
        factory: ['Ishlab chiqarish', 'Производство', 'Production'],
        service: ['Xizmat koʻrsatish', 'Услуги', 'Services'],
        farm: ['Ferma, issiqxona', 'Ферма, теплица', 'Farm, greenhouse'],
        partner: ['Sherik kerak', 'Ищу партнёра', 'Partner wanted'],
        ...other,
      }),
      '🏭',
    ),
    bool('premises', ['Binosi bilan', 'Вместе с помещением', 'With premises'], { filter: true }),
    bool('working', ['Hozir ishlab turibdi', 'Сейчас работает', 'Running now'], { filter: true }),
  ],
})

export const business: TopCategory = {
  id: 'business',
  icon: '🏭',
  labels: labels('Biznes uchun', 'Для бизнеса', 'Business'),
  children: [equipment, ready],
}
