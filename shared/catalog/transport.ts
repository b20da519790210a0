import { bool, category, choices, labels, number, select, text, unposted } from '#shared/catalog/build.ts'
import { cars, fuel, gearbox, mileage, vehicleDocuments } from '#shared/catalog/cars.ts'
import { condition, kind, model, other, pricePer, year } from '#shared/catalog/common.ts'
import { farmMachines, specialMachines } from '#shared/catalog/machinery.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const trucks = category({
  id: 'transport.trucks',
  icon: '🚚',
  hashtag: 'yukmashina',
  label: ['Yuk mashinalari va avtobuslar', 'Грузовики и автобусы', 'Trucks and buses'],
  example: ['Isuzu 5 tonnali, bortli', 'Isuzu, 5 тонн, бортовой', 'Isuzu, 5 tons, flatbed'],
  attributes: [
    select(
      'make',
      ['Markasi', 'Марка', 'Make'],
      choices({
        isuzu: 'Isuzu',
        kamaz: ['KamAZ', 'КамАЗ', 'KamAZ'],
        zil: ['ZIL', 'ЗИЛ', 'ZIL'],
        gaz: ['GAZ', 'ГАЗ', 'GAZ'],
        maz: ['MAZ', 'МАЗ', 'MAZ'],
        man: 'MAN',
        howo: 'Howo (Sinotruk)',
        shacman: 'Shacman',
        faw: 'FAW',
        foton: 'Foton',
        hyundai: 'Hyundai',
        mercedes: 'Mercedes-Benz',
        volvo: 'Volvo',
        scania: 'Scania',
        daf: 'DAF',
        yutong: 'Yutong',
        paz: ['PAZ', 'ПАЗ', 'PAZ'],
        ...other,
      }),
      { required: true, filter: true, post: true, icon: '🚚', hashtag: true },
    ),
    model,
    { ...year, required: true, card: true },
    select(
      'body',
      ['Kuzovi', 'Кузов', 'Body'],
      choices({
        flatbed: ['Bortli', 'Бортовой', 'Flatbed'],
        tipper: ['Samosval', 'Самосвал', 'Tipper'],
        box: ['Furgon, budka', 'Фургон, будка', 'Box'],
        fridge: ['Refrijerator', 'Рефрижератор', 'Refrigerated'],
        tractor: ['Tyagach (bosh)', 'Тягач', 'Tractor unit'],
        tank: ['Sisterna', 'Цистерна', 'Tanker', 'Цистерна'],
        trailer: ['Pritsep', 'Прицеп', 'Trailer'],
        bus: ['Avtobus', 'Автобус', 'Bus'],
        minibus: ['Mikroavtobus', 'Микроавтобус', 'Minibus'],
        ...other,
      }),
      { filter: true },
    ),
    number('payload', ['Yuk koʻtarishi', 'Грузоподъёмность', 'Payload'], {
      min: 0.3,
      max: 60,
      decimals: 1,
      unit: 'tonna',
      filter: true,
      post: true,
      icon: '⚖️',
    }),
    { ...mileage, card: true },
    unposted(fuel),
    gearbox,
    vehicleDocuments,
  ],
})

const motorbikes = category({
  id: 'transport.moto',
  icon: '🏍️',
  hashtag: 'moto',
  label: ['Mototsikl va skuterlar', 'Мотоциклы и скутеры', 'Motorbikes and scooters'],
  example: [
    'Elektroskuter, zaryadi 60 km',
    'Электроскутер, заряда на 60 км',
    'Electric scooter, 60 km range',
  ],
  attributes: [
    kind(
      choices({
        motorcycle: ['Mototsikl', 'Мотоцикл', 'Motorcycle'],
        scooter: ['Skuter', 'Скутер', 'Scooter'],
        moped: ['Moped', 'Мопед', 'Moped'],
        'e-scooter': ['Elektroskuter', 'Электроскутер', 'Electric scooter'],
        kickscooter: ['Elektrosamokat', 'Электросамокат', 'Electric kick scooter'],
        trike: ['Yuk motorolleri', 'Грузовой мотороллер', 'Cargo trike'],
        quad: ['Kvadrotsikl', 'Квадроцикл', 'Quad bike'],
        ...other,
      }),
      '🏍️',
    ),
    { ...condition, card: true },
    text('brand', ['Markasi', 'Марка', 'Make'], { maxLength: 40 }),
    year,
    mileage,
    vehicleDocuments,
  ],
})

const bicycles = category({
  id: 'transport.bicycles',
  icon: '🚲',
  hashtag: 'velosiped',
  label: ['Velosipedlar', 'Велосипеды', 'Bicycles'],
  example: ['Bolalar velosipedi, 6–9 yosh', 'Детский велосипед, 6–9 лет', 'Child’s bicycle, ages 6–9'],
  attributes: [
    kind(
      choices({
        child: ['Bolalar uchun', 'Детский', 'Children’s'],
        teen: ['Oʻsmirlar uchun', 'Подростковый', 'Teen'],
        adult: ['Kattalar uchun', 'Взрослый', 'Adult'],
        sport: ['Sport, togʻ', 'Горный, спортивный', 'Mountain, sport'],
        electric: ['Elektrovelosiped', 'Электровелосипед', 'Electric'],
      }),
      '🚲',
    ),
    { ...condition, card: true },
    number('wheel', ['Gʻildiragi', 'Диаметр колёс', 'Wheel size'], {
      min: 10,
      max: 32,
      decimals: 1,
      unit: 'inches',
    }),
    text('brand', ['Markasi', 'Марка', 'Brand'], { maxLength: 40 }),
  ],
})

const parts = category({
  id: 'transport.parts',
  icon: '🔩',
  hashtag: 'ehtiyotqism',
  label: ['Ehtiyot qismlar', 'Запчасти', 'Spare parts'],
  example: [
    'Gentra old bamperi, original',
    'Передний бампер Gentra, оригинал',
    'Gentra front bumper, genuine',
  ],
  attributes: [
    kind(
      choices({
        engine: ['Dvigatel qismlari', 'Двигатель', 'Engine parts'],
        gearbox: ['Uzatma qutisi', 'Коробка передач', 'Gearbox'],
        chassis: ['Xodovoy', 'Ходовая', 'Suspension'],
        body: ['Kuzov, bamper, oyna', 'Кузов, бампер, стёкла', 'Body, bumper, glass'],
        lights: ['Fara va elektr qismlar', 'Фары и электрика', 'Lights and electrics'],
        gas: ['Gaz ballon va jihozi', 'Газовое оборудование', 'Gas cylinders and kits'],
        battery: ['Akkumulyator', 'Аккумулятор', 'Battery'],
        audio: ['Monitor, magnitola', 'Магнитола, монитор', 'Car audio'],
        oil: ['Moy va suyuqliklar', 'Масла и жидкости', 'Oils and fluids'],
        accessories: ['Chexol, gilamcha, bezak', 'Чехлы, коврики, тюнинг', 'Covers, mats, tuning'],
        ...other,
      }),
      '🔩',
    ),
    { ...condition, card: true },
    text('fits', ['Qaysi mashinaga', 'На какую машину', 'Fits which car'], {
      maxLength: 60,
      post: true,
      icon: '🚗',
      hint: ['Masalan: Cobalt, Gentra', 'Например: Cobalt, Gentra', 'For example: Cobalt, Gentra'],
    }),
    bool('original', ['Original', 'Оригинал', 'Genuine'], { filter: true }),
  ],
})

const tyres = category({
  id: 'transport.tyres',
  icon: '🛞️',
  hashtag: 'shina',
  label: ['Shina va disklar', 'Шины и диски', 'Tyres and wheels'],
  example: [
    '195/65 R15 yozgi shina, 4 ta',
    'Летние шины 195/65 R15, 4 шт.',
    'Summer tyres 195/65 R15, set of 4',
  ],
  attributes: [
    kind(
      choices({
        summer: ['Yozgi shina', 'Летние шины', 'Summer tyres'],
        winter: ['Qishki shina', 'Зимние шины', 'Winter tyres'],
        all: ['Toʻrt faslli shina', 'Всесезонные шины', 'All-season tyres'],
        alloy: ['Titan disk', 'Литые диски', 'Alloy wheels'],
        steel: ['Temir disk', 'Штампованные диски', 'Steel wheels'],
        set: ['Shina diski bilan', 'Шины с дисками', 'Tyres with wheels'],
      }),
      '🛞️',
    ),
    { ...condition, card: true },
    number('radius', ['Radiusi (R)', 'Радиус (R)', 'Rim (R)', 'Радиуси (R)'], {
      min: 10,
      max: 26,
      decimals: 1,
      required: true,
      filter: true,
    }),
    text('size', ['Oʻlchami', 'Размер', 'Size'], {
      maxLength: 30,
      post: true,
      icon: '📏',
      hint: ['Masalan: 195/65', 'Например: 195/65', 'For example: 195/65'],
    }),
    number('count', ['Nechta', 'Количество', 'How many'], {
      min: 1,
      max: 100,
      unit: 'pieces',
      post: true,
      icon: '🔢',
    }),
  ],
})

const rental = category({
  id: 'transport.rental',
  icon: '🔑',
  hashtag: 'avtoijara',
  label: ['Mashina ijarasi', 'Аренда машин', 'Vehicles for hire'],
  example: ['Cobalt ijaraga, haydovchisiz', 'Cobalt в аренду без водителя', 'Cobalt for hire, self-drive'],
  priceLabel: 'rent',
  closing: 'rented',
  attributes: [
    kind(
      choices({
        car: ['Yengil mashina', 'Легковая', 'Car'],
        minivan: [
          'Miniven, mikroavtobus',
          'Минивэн, микроавтобус',
          'Minivan, minibus',
          'Минивэн, микроавтобус',
        ],
        truck: ['Yuk mashinasi', 'Грузовая', 'Truck'],
        wedding: ['Toʻy mashinasi', 'Свадебная', 'Wedding car'],
        moto: ['Skuter, velosiped', 'Скутер, велосипед', 'Scooter, bicycle'],
        ...other,
      }),
      '🔑',
    ),
    text('model', ['Modeli', 'Модель', 'Model'], { maxLength: 50, post: true, icon: '🚗' }),
    select(
      'driver',
      ['Haydovchi', 'Водитель', 'Driver'],
      choices({
        with: ['Haydovchi bilan', 'С водителем', 'With driver'],
        without: ['Haydovchisiz', 'Без водителя', 'Self-drive'],
        both: ['Ikkalasi ham boʻladi', 'Возможно и так и так', 'Either'],
      }),
      { required: true, filter: true, card: true, post: true, icon: '👤' },
    ),
    { ...pricePer('day', 'hour', 'month'), required: true },
    bool('buyout', ['Keyin sotib olish mumkin', 'С правом выкупа', 'Rent to buy'], { filter: true }),
    bool('deposit', ['Garov (zalog) kerak', 'Нужен залог', 'Deposit needed']),
  ],
})

export const transport: TopCategory = {
  id: 'transport',
  icon: '🚗',
  labels: labels('Transport', 'Транспорт', 'Vehicles'),
  children: [cars, trucks, farmMachines, specialMachines, motorbikes, bicycles, parts, tyres, rental],
}
