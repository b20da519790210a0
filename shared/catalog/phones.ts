import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { brand, colour, condition, kind, other, techCondition, warranty } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const storage = select(
  'storage',
  ['Xotirasi', 'Память', 'Storage'],
  choices({
    'under-16': ['16 GB gacha', 'До 16 ГБ', 'Under 16 GB'],
    '16': ['16 GB', '16 ГБ', '16 GB'],
    '32': ['32 GB', '32 ГБ', '32 GB'],
    '64': ['64 GB', '64 ГБ', '64 GB'],
    '128': ['128 GB', '128 ГБ', '128 GB'],
    '256': ['256 GB', '256 ГБ', '256 GB'],
    '512': ['512 GB', '512 ГБ', '512 GB'],
    '1024': ['1 TB', '1 ТБ', '1 TB'],
  }),
  { filter: true, post: true, icon: '💾' },
)
const ram = number('ram', ['Operativ xotirasi', 'Оперативная память', 'RAM'], {
  min: 1,
  max: 32,
  unit: 'gb',
  filter: true,
})
const battery = number('battery', ['Batareya holati', 'Ёмкость аккумулятора', 'Battery health'], {
  min: 1,
  max: 100,
  unit: 'percent',
  filter: true,
  hint: [
    'iPhoneʼda: Sozlamalar → Batareya',
    'На iPhone: Настройки → Аккумулятор',
    'On iPhone: Settings → Battery',
    'iPhoneʼда: Созламалар → Батарея',
  ],
})
const box = select(
  'box',
  ['Quti va hujjati', 'Коробка и документы', 'Box and papers'],
  choices({
    full: ['Quti va hujjati bor', 'Коробка и документы есть', 'Box and papers'],
    box: ['Faqat qutisi bor', 'Только коробка', 'Box only'],
    none: ['Faqat oʻzi', 'Только аппарат', 'Device only'],
  }),
  { filter: true },
)

const smartphones = category({
  id: 'phones.smartphones',
  icon: '📱',
  hashtag: 'telefon',
  label: ['Telefonlar', 'Телефоны', 'Phones'],
  example: ['iPhone 13, 128 GB, ideal', 'iPhone 13, 128 ГБ, идеальный', 'iPhone 13, 128 GB, like new'],
  attributes: [
    {
      ...brand(
        choices({
          apple: 'iPhone',
          samsung: 'Samsung',
          xiaomi: 'Xiaomi, Redmi, Poco',
          honor: 'Honor',
          huawei: 'Huawei',
          tecno: 'Tecno',
          infinix: 'Infinix',
          realme: 'Realme',
          vivo: 'Vivo',
          oppo: 'Oppo',
          oneplus: 'OnePlus',
          google: 'Google Pixel',
          nokia: 'Nokia',
          itel: 'Itel',
          artel: 'Artel',
          novey: 'Novey',
          zte: 'ZTE, Nubia',
          motorola: 'Motorola',
          sony: 'Sony',
          ...other,
        }),
      ),
      required: true,
      post: true,
    },
    text('model', ['Modeli', 'Модель', 'Model'], {
      maxLength: 50,
      required: true,
      post: true,
      icon: '📱',
      hint: ['Masalan: Redmi Note 13', 'Например: Redmi Note 13', 'For example: Redmi Note 13'],
    }),
    { ...techCondition, card: true },
    { ...storage, card: true },
    ram,
    battery,
    box,
    bool('imei', ['IMEI roʻyxatdan oʻtgan', 'IMEI зарегистрирован', 'IMEI registered'], { filter: true }),
    bool('sims', ['Ikki simkartali', 'Две сим-карты', 'Dual SIM']),
    colour,
    bool('barter', ['Ayirboshlash mumkin', 'Возможен обмен', 'Open to exchange'], { filter: true }),
    warranty,
  ],
})

const tablets = category({
  id: 'phones.tablets',
  icon: '📲',
  hashtag: 'planshet',
  label: ['Planshetlar', 'Планшеты', 'Tablets'],
  example: [
    'Samsung Tab A9, 64 GB',
    'Samsung Tab A9, 64 ГБ',
    'Samsung Tab A9, 64 GB',
    'Samsung Tab A9, 64 ГБ',
  ],
  attributes: [
    {
      ...brand(
        choices({
          apple: 'iPad',
          samsung: 'Samsung',
          xiaomi: 'Xiaomi, Redmi',
          huawei: 'Huawei',
          honor: 'Honor',
          lenovo: 'Lenovo',
          ...other,
        }),
      ),
      required: true,
      card: true,
    },
    text('model', ['Modeli', 'Модель', 'Model'], { maxLength: 50, post: true, icon: '📲' }),
    { ...techCondition, card: true },
    storage,
    bool('sim', ['Simkarta ishlaydi', 'Работает с сим-картой', 'Takes a SIM']),
    box,
  ],
})

const wearables = category({
  id: 'phones.watches',
  icon: '⌚',
  hashtag: 'smartsoat',
  label: ['Smart soat va quloqchinlar', 'Смарт-часы и наушники', 'Smart watches and earphones'],
  example: [
    'AirPods Pro 2, original',
    'AirPods Pro 2, оригинал',
    'AirPods Pro 2, genuine',
    'AirPods Pro 2, оригинал',
  ],
  attributes: [
    kind(
      choices({
        watch: ['Smart soat', 'Смарт-часы', 'Smart watch'],
        band: ['Fitnes braslet', 'Фитнес-браслет', 'Fitness band'],
        earbuds: ['Simsiz quloqchin', 'Беспроводные наушники', 'Wireless earphones'],
        headphones: ['Katta quloqchin', 'Накладные наушники', 'Headphones'],
      }),
      '⌚',
    ),
    { ...techCondition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40, post: true, icon: '🏷️' }),
    bool('original', ['Original', 'Оригинал', 'Genuine'], { filter: true }),
    box,
  ],
})

const accessories = category({
  id: 'phones.accessories',
  icon: '🔌',
  hashtag: 'aksessuar',
  label: ['Aksessuar va ehtiyot qismlar', 'Аксессуары и запчасти', 'Accessories and parts'],
  example: ['iPhone 13 uchun chexol', 'Чехол для iPhone 13', 'Case for iPhone 13'],
  attributes: [
    kind(
      choices({
        case: ['Chexol, oyna', 'Чехол, стекло', 'Case, screen glass'],
        charger: ['Zaryadlovchi, kabel', 'Зарядка, кабель', 'Charger, cable'],
        powerbank: ['Poverbank', 'Повербанк', 'Power bank'],
        screen: ['Ekran, batareya', 'Экран, аккумулятор', 'Screen, battery'],
        card: ['Xotira kartasi, fleshka', 'Карта памяти, флешка', 'Memory card, flash drive'],
        stand: ['Shtativ, tutqich', 'Штатив, держатель', 'Tripod, holder'],
        ...other,
      }),
      '🔌',
    ),
    { ...condition, card: true },
    text('fits', ['Qaysi telefonga', 'Для какого телефона', 'Fits which phone'], {
      maxLength: 60,
      post: true,
      icon: '📱',
    }),
  ],
})

const numbers = category({
  id: 'phones.numbers',
  icon: '☎️',
  hashtag: 'raqam',
  label: ['Telefon raqamlari', 'Номера телефонов', 'Phone numbers'],
  example: ['Chiroyli raqam: 90 777-77-70', 'Красивый номер: 90 777-77-70', 'Gold number: 90 777-77-70'],
  attributes: [
    select(
      'operator',
      ['Operatori', 'Оператор', 'Operator'],
      choices({
        beeline: 'Beeline',
        ucell: 'Ucell',
        mobiuz: 'Mobiuz',
        uztelecom: 'Uztelecom (Uzmobile)',
        humans: 'Humans',
        perfectum: 'Perfectum',
      }),
      { required: true, filter: true, card: true, post: true, icon: '📶' },
    ),
    text('number', ['Raqami', 'Номер', 'Number'], {
      maxLength: 20,
      required: true,
      card: true,
      post: true,
      icon: '🔢',
    }),
    text('tariff', ['Tarifi', 'Тариф', 'Tariff'], { maxLength: 40 }),
  ],
})

export const phones: TopCategory = {
  id: 'phones',
  icon: '📱',
  labels: labels('Telefonlar', 'Телефоны', 'Phones'),
  children: [smartphones, tablets, wearables, accessories, numbers],
}
