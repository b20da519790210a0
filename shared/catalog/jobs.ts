import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { kind, other, pricePer } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const field = kind(
  choices({
    shop: ['Savdo, sotuvchi', 'Торговля, продавец', 'Retail'],
    driver: ['Haydovchi, kuryer', 'Водитель, курьер', 'Driver, courier'],
    builder: ['Qurilish, usta', 'Стройка, мастер', 'Building trades'],
    cook: ['Oshpaz, ofitsiant', 'Повар, официант', 'Cook, waiter'],
    sewing: ['Tikuvchi, bichuvchi', 'Швея, закройщик', 'Sewing'],
    factory: ['Ishlab chiqarish, sex', 'Производство, цех', 'Factory'],
    farm: ['Qishloq xoʻjaligi, chorva', 'Сельское хозяйство', 'Farming'],
    office: ['Ofis, hisobchi, operator', 'Офис, бухгалтер, оператор', 'Office, accounts'],
    teacher: ['Oʻqituvchi, tarbiyachi', 'Учитель, воспитатель', 'Teacher, nursery'],
    medic: ['Tibbiyot', 'Медицина', 'Medicine'],
    beauty: ['Sartarosh, goʻzallik', 'Парикмахер, красота', 'Hair and beauty'],
    it: ['Kompyuter, dizayn', 'Компьютеры, дизайн', 'IT, design'],
    guard: ['Qorovul, farrosh', 'Охрана, уборка', 'Guard, cleaner'],
    home: ['Uy yordamchisi, enaga', 'Помощь по дому, няня', 'Home help, nanny'],
    ...other,
  }),
  '💼',
)
const schedule = select(
  'schedule',
  ['Ish vaqti', 'График', 'Hours'],
  choices({
    full: ['Toʻliq kun', 'Полный день', 'Full time'],
    part: ['Yarim kun', 'Неполный день', 'Part time'],
    shift: ['Smenali', 'Посменно', 'Shifts'],
    night: ['Tungi', 'Ночная', 'Nights'],
    free: ['Erkin', 'Свободный', 'Flexible'],
    remote: ['Uydan turib', 'Удалённо', 'Remote'],
  }),
  { filter: true, card: true, post: true, icon: '🕘' },
)
const experience = select(
  'experience',
  ['Tajriba', 'Опыт', 'Experience'],
  choices({
    none: ['Tajribasiz', 'Без опыта', 'None'],
    'under-1': ['1 yilgacha', 'До 1 года', 'Under 1 year'],
    '1-3': ['1–3 yil', '1–3 года', '1–3 years'],
    'over-3': ['3 yildan koʻp', 'Больше 3 лет', 'Over 3 years'],
  }),
  { filter: true, post: true, icon: '🎓' },
)
const gender = select(
  'gender',
  ['Kim kerak', 'Кто нужен', 'Who is wanted'],
  choices({
    any: ['Farqi yoʻq', 'Не важно', 'Anyone'],
    male: ['Erkak', 'Мужчина', 'Man'],
    female: ['Ayol', 'Женщина', 'Woman'],
  }),
  { filter: true },
)
const pay = pricePer('month', 'day', 'hour', 'piece', 'job')
const meals = bool('meals', ['Ovqat beriladi', 'Питание', 'Meals provided'], { filter: true })
const lodging = bool('lodging', ['Yotoqxona beriladi', 'Есть жильё', 'Lodging provided'], { filter: true })

const offered = category({
  id: 'jobs.offered',
  icon: '💼',
  hashtag: 'ishbor',
  label: ['Ish bor', 'Вакансии', 'Jobs offered'],
  example: ['Sotuvchi qiz kerak, doʻkonga', 'Требуется продавец в магазин', 'Shop assistant wanted'],
  price: 'optional',
  minPhotos: 0,
  priceLabel: 'salary',
  closing: 'found',
  attributes: [
    field,
    pay,
    schedule,
    experience,
    gender,
    number('places', ['Necha kishi kerak', 'Сколько человек', 'How many people'], {
      min: 1,
      max: 1000,
      unit: 'people',
    }),
    text('age', ['Yoshi', 'Возраст', 'Age'], {
      maxLength: 20,
      hint: ['Masalan: 20–35', 'Например: 20–35', 'For example: 20–35'],
    }),
    meals,
    lodging,
    bool('official', ['Rasmiy ishga olinadi', 'Официальное оформление', 'Formal contract'], { filter: true }),
  ],
})

const wanted = category({
  id: 'jobs.wanted',
  icon: '🙋',
  hashtag: 'ishkerak',
  label: ['Ish qidiraman', 'Ищу работу', 'Work wanted'],
  example: [
    'Haydovchiman, B va C toifa',
    'Водитель, категории B и C',
    'Driver, categories B and C',
    'Ҳайдовчиман, B ва C тоифа',
  ],
  price: 'optional',
  minPhotos: 0,
  priceLabel: 'salary',
  closing: 'found',
  attributes: [
    field,
    schedule,
    { ...experience, required: true },
    number('age', ['Yoshim', 'Мой возраст', 'My age'], {
      min: 14,
      max: 90,
      unit: 'age',
      filter: true,
      post: true,
      icon: '👤',
    }),
    text('skills', ['Nimalarni bilaman', 'Что умею', 'What I can do'], { maxLength: 120 }),
    bool('move', ['Boshqa joyga ham boraman', 'Готов к переезду', 'Willing to move'], { filter: true }),
  ],
})

const seasonal = category({
  id: 'jobs.seasonal',
  icon: '🧑‍🌾',
  hashtag: 'mavsumiyish',
  label: ['Mavsumiy va kunlik ish', 'Сезонная и подённая работа', 'Seasonal and daily work'],
  example: [
    'Oʻrik terishga 10 kishi kerak',
    'Нужны 10 человек на сбор абрикосов',
    '10 people to pick apricots',
  ],
  price: 'optional',
  minPhotos: 0,
  priceLabel: 'salary',
  closing: 'found',
  lifetimeDays: 14,
  attributes: [
    kind(
      choices({
        harvest: ['Hosil terish', 'Сбор урожая', 'Harvest'],
        cotton: ['Paxta terish', 'Сбор хлопка', 'Cotton picking'],
        weeding: ['Chopiq, oʻtoq', 'Прополка', 'Weeding'],
        planting: ['Ekish', 'Посадка', 'Planting'],
        silk: ['Pilla', 'Шелководство', 'Silkworms'],
        building: ['Qurilishga mardikor', 'Подсобник на стройку', 'Building labour'],
        loading: ['Yuk ortish-tushirish', 'Погрузка', 'Loading'],
        wedding: ['Toʻy xizmati', 'На свадьбу', 'Weddings'],
        herding: ['Choʻpon, boquvchi', 'Чабан, скотник', 'Herding'],
        abroad: ['Chet elda', 'За границей', 'Abroad'],
        ...other,
      }),
      '🧑‍🌾',
    ),
    { ...pay, card: true },
    number('places', ['Necha kishi kerak', 'Сколько человек', 'How many people'], {
      min: 1,
      max: 1000,
      unit: 'people',
      post: true,
      icon: '👥',
    }),
    number('days', ['Necha kunlik ish', 'На сколько дней', 'For how many days'], {
      min: 1,
      max: 365,
      unit: 'days',
      post: true,
      icon: '📅',
    }),
    gender,
    meals,
    lodging,
    bool('transport', ['Olib borib, olib kelinadi', 'Развозка', 'Transport provided'], { filter: true }),
  ],
})

export const jobs: TopCategory = {
  id: 'jobs',
  icon: '💼',
  labels: labels('Ish', 'Работа', 'Jobs'),
  children: [offered, wanted, seasonal],
}
