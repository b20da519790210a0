import { category, choices, labels, select, text } from '#shared/catalog/build.ts'
import { kind, other } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const what = select(
  'event',
  ['Nima boʻldi', 'Что случилось', 'What happened'],
  choices({
    lost: ['Yoʻqoldi', 'Потеряно', 'Lost'],
    found: ['Topildi', 'Найдено', 'Found'],
  }),
  { required: true, filter: true, card: true, post: true, icon: '❗' },
)
const when = text('when', ['Qachon', 'Когда', 'When'], {
  maxLength: 40,
  post: true,
  icon: '📅',
  hint: ['Masalan: kecha kechqurun', 'Например: вчера вечером', 'For example: yesterday evening'],
})
const reward = text('reward', ['Mukofot', 'Вознаграждение', 'Reward'], {
  maxLength: 60,
  post: true,
  icon: '🎁',
})

const documents = category({
  id: 'lost.documents',
  icon: '🪪',
  hashtag: 'hujjat',
  label: ['Hujjatlar', 'Документы', 'Documents'],
  example: [
    'Karimov Anvar nomiga hujjatlar topildi',
    'Найдены документы на имя Каримова Анвара',
    'Found: papers of Anvar Karimov',
  ],
  price: 'none',
  closing: 'returned',
  minPhotos: 0,
  attributes: [
    what,
    kind(
      choices({
        passport: ['Pasport, ID-karta', 'Паспорт, ID-карта', 'Passport, ID card', 'Паспорт, ID-карта'],
        licence: ['Prava, texpasport', 'Права, техпаспорт', 'Driving licence, car papers'],
        card: ['Bank kartasi', 'Банковская карта', 'Bank card'],
        diploma: ['Diplom, attestat', 'Диплом, аттестат', 'Diploma'],
        plate: ['Mashina raqami', 'Автомобильный номер', 'Number plate'],
        several: ['Bir nechta hujjat', 'Несколько документов', 'Several papers'],
        ...other,
      }),
      '🪪',
    ),
    text('owner', ['Kimning nomiga', 'На чьё имя', 'In whose name'], {
      maxLength: 60,
      post: true,
      icon: '👤',
    }),
    when,
  ],
})

const animals = category({
  id: 'lost.animals',
  icon: '🐕',
  hashtag: 'yoqolganhayvon',
  label: ['Hayvonlar', 'Животные', 'Animals'],
  example: ['Qora-ola sigir yoʻqoldi', 'Пропала чёрно-пёстрая корова', 'Black and white cow lost'],
  price: 'none',
  closing: 'returned',
  minPhotos: 0,
  attributes: [
    what,
    kind(
      choices({
        cattle: ['Qoramol', 'Корова, бык', 'Cattle'],
        sheep: ['Qoʻy, echki', 'Овца, коза', 'Sheep, goat'],
        horse: ['Ot, eshak', 'Лошадь, осёл', 'Horse, donkey'],
        dog: ['It', 'Собака', 'Dog'],
        cat: ['Mushuk', 'Кошка', 'Cat'],
        bird: ['Qush', 'Птица', 'Bird'],
        ...other,
      }),
      '🐕',
    ),
    when,
    reward,
    text('signs', ['Belgilari', 'Приметы', 'Marks'], { maxLength: 120 }),
  ],
})

const things = category({
  id: 'lost.things',
  icon: '🔑',
  hashtag: 'yoqolganbuyum',
  label: ['Buyumlar', 'Вещи', 'Things'],
  example: ['Telefon topildi, bozor yonida', 'Найден телефон возле базара', 'Phone found near the market'],
  price: 'none',
  closing: 'returned',
  minPhotos: 0,
  attributes: [
    what,
    kind(
      choices({
        phone: ['Telefon', 'Телефон', 'Phone'],
        keys: ['Kalit', 'Ключи', 'Keys'],
        bag: ['Sumka, hamyon', 'Сумка, кошелёк', 'Bag, wallet'],
        jewel: ['Tilla buyum', 'Золотое изделие', 'Jewellery'],
        vehicle: ['Velosiped, skuter', 'Велосипед, скутер', 'Bicycle, scooter'],
        ...other,
      }),
      '🔑',
    ),
    when,
    reward,
  ],
})

export const lost: TopCategory = {
  id: 'lost',
  icon: '🔎',
  labels: labels('Yoʻqoldi-topildi', 'Потери и находки', 'Lost and found'),
  children: [documents, animals, things],
}
