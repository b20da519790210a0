import { bool, category, choices, labels, select, text } from '#shared/catalog/build.ts'
import { condition, gender, kind, other } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const age = select(
  'age',
  ['Necha yoshga', 'На какой возраст', 'Age'],
  choices({
    '0-1': ['1 yoshgacha', 'До 1 года', 'Under 1'],
    '1-3': ['1–3 yosh', '1–3 года', '1–3 years'],
    '3-6': ['3–6 yosh', '3–6 лет', '3–6 years'],
    '6-10': ['6–10 yosh', '6–10 лет', '6–10 years'],
    '10-14': ['10–14 yosh', '10–14 лет', '10–14 years'],
    over14: ['14 yoshdan katta', 'Старше 14 лет', 'Over 14'],
  }),
  { required: true, filter: true, post: true, icon: '👶' },
)

const clothes = category({
  id: 'children.clothes',
  icon: '👕',
  hashtag: 'bolakiyim',
  label: ['Bolalar kiyimi va poyabzali', 'Детская одежда и обувь', 'Children’s clothes and shoes'],
  example: ['Qishki kombinezon, 2 yosh', 'Зимний комбинезон, 2 года', 'Winter overall, age 2'],
  attributes: [
    kind(
      choices({
        set: ['Kostyum, toʻplam', 'Костюм, комплект', 'Outfit'],
        dress: ['Koʻylak', 'Платье', 'Dress'],
        outer: ['Kurtka, kombinezon', 'Куртка, комбинезон', 'Jacket, overall'],
        shoes: ['Poyabzal', 'Обувь', 'Shoes'],
        school: ['Maktab formasi', 'Школьная форма', 'School uniform'],
        newborn: ['Chaqaloq toʻplami', 'Для новорождённых', 'Newborn set'],
        ...other,
      }),
      '👕',
    ),
    { ...age, card: true },
    condition,
    gender,
    text('size', ['Razmeri', 'Размер', 'Size'], { maxLength: 20 }),
  ],
})

const prams = category({
  id: 'children.prams',
  icon: '🚼',
  hashtag: 'kolyaska',
  label: ['Kolyaska va oʻrindiqlar', 'Коляски и автокресла', 'Prams and car seats'],
  example: ['Kolyaska, holati zoʻr', 'Коляска в отличном состоянии', 'Pram in great condition'],
  attributes: [
    kind(
      choices({
        pram: ['Kolyaska', 'Коляска', 'Pram'],
        seat: ['Avtokreslo', 'Автокресло', 'Car seat'],
        walker: ['Xodunok', 'Ходунки', 'Baby walker'],
        carrier: ['Kengurushka', 'Кенгурушка, слинг', 'Carrier'],
        bike: ['Uch gʻildirakli velosiped', 'Трёхколёсный велосипед', 'Tricycle'],
        car: ['Elektromobil (bolalar)', 'Детский электромобиль', 'Ride-on car'],
      }),
      '🚼',
    ),
    { ...condition, card: true },
    text('brand', ['Brend', 'Бренд', 'Brand'], { maxLength: 40 }),
  ],
})

const toys = category({
  id: 'children.toys',
  icon: '🧸',
  hashtag: 'oyinchoq',
  label: ['Oʻyinchoqlar', 'Игрушки', 'Toys'],
  example: ['Lego toʻplami, toʻliq', 'Набор Lego, полный', 'Lego set, complete', 'Lego тўплами, тўлиқ'],
  attributes: [
    kind(
      choices({
        doll: ['Qoʻgʻirchoq', 'Куклы', 'Dolls'],
        car: ['Mashinacha', 'Машинки', 'Cars'],
        builder: ['Konstruktor', 'Конструктор', 'Building sets'],
        soft: ['Yumshoq oʻyinchoq', 'Мягкие игрушки', 'Soft toys'],
        learn: ['Oʻrgatuvchi', 'Развивающие', 'Educational'],
        outdoor: ['Hovli uchun, batut', 'Для двора, батут', 'Outdoor, trampoline'],
        ...other,
      }),
      '🧸',
    ),
    { ...condition, card: true },
    { ...age, required: true },
  ],
})

const furniture = category({
  id: 'children.furniture',
  icon: '🛏️',
  hashtag: 'beshik',
  label: ['Beshik va bolalar mebeli', 'Колыбели и детская мебель', 'Cradles and nursery furniture'],
  example: ['Beshik, toʻplami bilan', 'Бешик с полным набором', 'Beshik cradle, full set'],
  attributes: [
    kind(
      choices({
        beshik: ['Beshik', 'Бешик', 'Beshik cradle'],
        bed: ['Bolalar karavoti', 'Детская кроватка', 'Cot'],
        bunk: ['Ikki qavatli karavot', 'Двухъярусная кровать', 'Bunk bed'],
        desk: ['Yozuv stoli', 'Письменный стол', 'Desk'],
        chair: ['Ovqatlanish stulchasi', 'Стульчик для кормления', 'High chair'],
        ...other,
      }),
      '🛏️',
    ),
    { ...condition, card: true },
    bool('set', ['Toʻplami bilan', 'С комплектом', 'With bedding'], { filter: true }),
  ],
})

const school = category({
  id: 'children.school',
  icon: '🎒',
  hashtag: 'maktab',
  label: ['Maktab va chaqaloq uchun', 'Для школы и малышей', 'School and baby goods'],
  example: ['5-sinf darsliklari, toʻliq', 'Учебники для 5 класса, комплект', 'Year 5 textbooks, full set'],
  attributes: [
    kind(
      choices({
        bag: ['Sumka, ryukzak', 'Портфель, рюкзак', 'School bag'],
        books: ['Darslik', 'Учебники', 'Textbooks'],
        stationery: ['Kanselyariya', 'Канцелярия', 'Stationery', 'Канцелярия'],
        feeding: ['Shisha, soʻrgʻich, ovqat', 'Бутылочки, соски, питание', 'Bottles, food'],
        nappies: ['Pampers (taglik)', 'Подгузники', 'Nappies'],
        ...other,
      }),
      '🎒',
    ),
    { ...condition, card: true },
  ],
})

export const children: TopCategory = {
  id: 'children',
  icon: '🧸',
  labels: labels('Bolalar uchun', 'Детский мир', 'Children'),
  children: [clothes, prams, toys, furniture, school],
}
