import { bool, choices, number, select, text } from '#shared/catalog/build.ts'
import type { Option } from '#shared/catalog/types.ts'

// Questions that several categories ask alike.

export const other: Record<'other', readonly [string, string, string]> = {
  other: ['Boshqa', 'Другое', 'Other'],
}

const newOrUsed = choices({
  new: ['Yangi', 'Новое', 'New'],
  used: ['Ishlatilgan', 'Б/у', 'Used'],
})
export const condition = select('condition', ['Holati', 'Состояние', 'Condition'], newOrUsed, {
  required: true,
  filter: true,
  post: true,
  icon: '✨',
})

export const techCondition = select(
  'condition',
  ['Holati', 'Состояние', 'Condition'],
  choices({
    new: ['Yangi, ochilmagan', 'Новый, запечатан', 'New, sealed'],
    ideal: ['Ideal', 'Идеальное', 'Like new'],
    good: ['Yaxshi', 'Хорошее', 'Good'],
    fair: ['Oʻrtacha', 'Среднее', 'Fair'],
    broken: ['Taʼmirtalab', 'Требует ремонта', 'Needs repair'],
  }),
  { required: true, filter: true, post: true, icon: '✨' },
)

export const delivery = bool('delivery', ['Yetkazib berish', 'Есть доставка', 'Delivery'], { filter: true })

export const warranty = bool('warranty', ['Kafolati bor', 'Есть гарантия', 'Under warranty'], {
  filter: true,
})

export const brand = (options: readonly Option[]) =>
  select('brand', ['Brend', 'Бренд', 'Brand'], options, {
    filter: true,
    post: true,
    icon: '🏷️',
    hashtag: true,
  })

export const model = text('model', ['Modeli', 'Модель', 'Model'], { maxLength: 50 })

export const year = number('year', ['Chiqqan yili', 'Год выпуска', 'Year made'], {
  min: 1960,
  max: 2027,
  filter: true,
  post: true,
  icon: '📅',
})

/** What is sold, as chips: the first question of most categories. */
export const kind = (options: readonly Option[], icon: string) =>
  select('kind', ['Turi', 'Вид', 'Kind'], options, {
    required: true,
    filter: true,
    card: true,
    post: true,
    icon,
  })

export const sizeText = text('size', ['Oʻlchami', 'Размер', 'Size'], {
  maxLength: 40,
  post: true,
  icon: '📏',
})

export const gender = select(
  'gender',
  ['Kimga', 'Для кого', 'For whom'],
  choices({
    boy: ['Oʻgʻil bolaga', 'Мальчику', 'Boy'],
    girl: ['Qiz bolaga', 'Девочке', 'Girl'],
    any: ['Farqi yoʻq', 'Не важно', 'Either'],
  }),
  { filter: true },
)

export const colour = select(
  'colour',
  ['Rangi', 'Цвет', 'Colour'],
  choices({
    white: ['Oq', 'Белый', 'White'],
    milk: ['Sutrang', 'Молочный', 'Milky white'],
    black: ['Qora', 'Чёрный', 'Black'],
    grey: ['Kulrang', 'Серый', 'Grey'],
    wet: ['Mokriy asfalt', 'Мокрый асфальт', 'Dark grey'],
    silver: ['Kumushrang', 'Серебристый', 'Silver'],
    blue: ['Koʻk', 'Синий', 'Blue'],
    sky: ['Havorang', 'Голубой', 'Light blue'],
    red: ['Qizil', 'Красный', 'Red'],
    green: ['Yashil', 'Зелёный', 'Green'],
    yellow: ['Sariq', 'Жёлтый', 'Yellow'],
    brown: ['Jigarrang', 'Коричневый', 'Brown'],
    beige: ['Bej', 'Бежевый', 'Beige'],
    ...other,
  }),
)

/** Sold by weight, piece or otherwise: what the price stands for. */
export const pricePer = (...units: readonly (keyof typeof perUnits)[]) =>
  select(
    'pricePer',
    ['Koʻrsatilgan narx', 'Цена указана', 'Price is for'],
    choices(Object.fromEntries(units.map((unit) => [unit, perUnits[unit]]))),
    { post: true, icon: '⚖️' },
  )
const perUnits = {
  kg: ['1 kg uchun', 'за 1 кг', 'per kg'],
  tonna: ['1 tonna uchun', 'за тонну', 'per ton'],
  litr: ['1 litr uchun', 'за литр', 'per litre'],
  piece: ['1 dona uchun', 'за штуку', 'apiece'],
  bag: ['1 qop uchun', 'за мешок', 'per bag'],
  bale: ['1 bogʻ (press) uchun', 'за тюк', 'per bale'],
  cubic: ['1 kub uchun', 'за куб', 'per cubic metre'],
  square: ['1 m² uchun', 'за 1 м²', 'per m²'],
  metre: ['1 metr uchun', 'за метр', 'per metre'],
  truck: ['1 mashina uchun', 'за машину', 'per truckload'],
  head: ['1 bosh uchun', 'за голову', 'per head'],
  pair: ['Jufti uchun', 'за пару', 'per pair'],
  set: ['Komplekti uchun', 'за комплект', 'per set'],
  hour: ['1 soat uchun', 'за час', 'per hour'],
  day: ['1 kun uchun', 'за день', 'per day'],
  sotix: ['1 sotix uchun', 'за сотку', 'per sotix'],
  seat: ['1 kishi uchun', 'с человека', 'per person'],
  month: ['1 oy uchun', 'за месяц', 'per month'],
  job: ['Butun ish uchun', 'за всю работу', 'for the whole job'],
  whole: ['Hammasi uchun', 'за всё', 'for all of it'],
} as const
