import { bool, category, choices, number, select } from '#shared/catalog/build.ts'
import { carMakes, carModels } from '#shared/catalog/car-models.ts'
import { colour, other, year } from '#shared/catalog/common.ts'

export const fuel = select(
  'fuel',
  ['Yoqilgʻisi', 'Топливо', 'Fuel'],
  choices({
    petrol: ['Benzin', 'Бензин', 'Petrol'],
    methane: ['Metan', 'Метан', 'Methane (CNG)'],
    propane: ['Propan', 'Пропан', 'Propane (LPG)'],
    'petrol-methane': ['Benzin + metan', 'Бензин + метан', 'Petrol + methane'],
    'petrol-propane': ['Benzin + propan', 'Бензин + пропан', 'Petrol + propane'],
    diesel: ['Dizel', 'Дизель', 'Diesel'],
    electric: ['Elektro', 'Электро', 'Electric'],
    hybrid: ['Gibrid', 'Гибрид', 'Hybrid'],
  }),
  { filter: true, post: true, icon: '⛽' },
)

export const gearbox = select(
  'gearbox',
  ['Uzatma qutisi', 'Коробка', 'Gearbox'],
  choices({
    manual: ['Mexanika', 'Механика', 'Manual'],
    automatic: ['Avtomat', 'Автомат', 'Automatic'],
    robot: ['Robot', 'Робот', 'Robotised'],
    cvt: ['Variator', 'Вариатор', 'CVT'],
  }),
  { filter: true },
)

export const mileage = number('mileage', ['Yurgani', 'Пробег', 'Mileage'], {
  min: 0,
  max: 2_000_000,
  unit: 'km',
  filter: true,
  post: true,
  icon: '🛣️',
  hint: ['Masalan: 87 000', 'Например: 87 000', 'For example: 87,000'],
})

export const vehicleDocuments = select(
  'documents',
  ['Hujjatlari', 'Документы', 'Papers'],
  choices({
    ok: ['Joyida, oldi-sotdi mumkin', 'В порядке, переоформление', 'In order, ready to transfer'],
    proxy: ['Ishonchnoma bilan', 'По доверенности', 'By power of attorney'],
    none: ['Hujjatsiz', 'Без документов', 'No papers'],
  }),
)

export const cars = category({
  id: 'transport.cars',
  icon: '🚗',
  hashtag: 'avto',
  label: ['Yengil avtomobillar', 'Легковые автомобили', 'Cars'],
  example: ['Cobalt 2-pozitsiya, oq', 'Cobalt, 2 позиция, белый', 'Cobalt, 2nd trim, white'],
  attributes: [
    select('make', ['Markasi', 'Марка', 'Make'], carMakes, { required: true, filter: true }),
    select('model', ['Modeli', 'Модель', 'Model'], carModels, {
      required: true,
      filter: true,
      dependsOn: 'make',
      hashtag: true,
    }),
    { ...year, required: true, card: true },
    { ...mileage, required: true, card: true },
    fuel,
    { ...gearbox, post: true, icon: '⚙️' },
    { ...colour, filter: true },
    select(
      'paint',
      ['Kraskasi', 'Окрас', 'Paint'],
      choices({
        clean: ['Toza, kraska yoʻq', 'Родная краска', 'Original paint'],
        spots: ['Petno bor', 'Есть пятна', 'Spot repairs'],
        parts: ['1–2 joyi kraska', 'Крашены 1–2 детали', '1–2 panels repainted'],
        all: ['Koʻp joyi kraska', 'Много окрашено', 'Mostly repainted'],
        crashed: ['Urilgan', 'Битая', 'Damaged'],
      }),
      { filter: true },
    ),
    select(
      'body',
      ['Kuzovi', 'Кузов', 'Body'],
      choices({
        sedan: ['Sedan', 'Седан', 'Saloon'],
        hatchback: ['Xetchbek', 'Хэтчбек', 'Hatchback', 'Хэтчбек'],
        suv: ['Krossover, jip', 'Кроссовер, внедорожник', 'SUV'],
        wagon: ['Universal', 'Универсал', 'Estate'],
        minivan: ['Miniven', 'Минивэн', 'Minivan', 'Минивэн'],
        van: ['Furgon', 'Фургон', 'Van'],
        pickup: ['Pikap', 'Пикап', 'Pickup'],
        coupe: ['Kupe', 'Купе', 'Coupe'],
        ...other,
      }),
      { filter: true },
    ),
    number('engine', ['Dvigatel hajmi', 'Объём двигателя', 'Engine size'], {
      min: 0.5,
      max: 8,
      decimals: 1,
      unit: 'litr',
    }),
    vehicleDocuments,
    bool('barter', ['Ayirboshlash mumkin', 'Возможен обмен', 'Open to exchange'], { filter: true }),
    bool('credit', ['Muddatli toʻlovga', 'В рассрочку', 'Instalments'], { filter: true }),
  ],
})
