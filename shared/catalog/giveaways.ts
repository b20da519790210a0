import { bool, category, choices, labels } from '#shared/catalog/build.ts'
import { gender, kind, other } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const pickup = bool('pickup', ['Oʻzingiz olib ketasiz', 'Самовывоз', 'Collect yourself'], { filter: true })
const free = { price: 'free', closing: 'given', lifetimeDays: 14 } as const

const things = category({
  ...free,
  id: 'giveaways.things',
  icon: '🎁',
  hashtag: 'tekinga',
  label: ['Uy buyumlari', 'Вещи для дома', 'Household things'],
  example: ['Eski divan, tekinga', 'Старый диван, отдам даром', 'Old sofa, free'],
  attributes: [
    kind(
      choices({
        furniture: ['Mebel', 'Мебель', 'Furniture'],
        appliance: ['Texnika', 'Техника', 'Appliances'],
        dishes: ['Idish-tovoq', 'Посуда', 'Kitchenware'],
        building: ['Qurilishdan ortgan', 'Остатки стройматериалов', 'Building leftovers'],
        books: ['Kitob, darslik', 'Книги, учебники', 'Books'],
        ...other,
      }),
      '🎁',
    ),
    pickup,
  ],
})

const clothes = category({
  ...free,
  id: 'giveaways.clothes',
  icon: '🧥',
  hashtag: 'tekinkiyim',
  label: ['Kiyim va bolalar buyumlari', 'Одежда и детские вещи', 'Clothes and children’s things'],
  example: ['1–2 yoshli bola kiyimlari', 'Одежда на ребёнка 1–2 лет', 'Clothes for ages 1–2'],
  attributes: [
    kind(
      choices({
        child: ['Bolalar kiyimi', 'Детская одежда', 'Children’s clothes'],
        women: ['Ayollar kiyimi', 'Женская одежда', 'Women’s clothes'],
        men: ['Erkaklar kiyimi', 'Мужская одежда', 'Men’s clothes'],
        toys: ['Oʻyinchoq', 'Игрушки', 'Toys'],
        baby: ['Chaqaloq uchun', 'Для малыша', 'For a baby'],
        ...other,
      }),
      '🧥',
    ),
    gender,
    pickup,
  ],
})

const animals = category({
  ...free,
  id: 'giveaways.animals',
  icon: '🐱',
  hashtag: 'yaxshiqolga',
  label: ['Jonivorlar yaxshi qoʻlga', 'Животные в добрые руки', 'Animals to a good home'],
  example: ['Mushukchalar, 2 oylik', 'Котята, 2 месяца', 'Kittens, 2 months'],
  attributes: [
    kind(
      choices({
        cat: ['Mushuk', 'Кошка', 'Cat'],
        dog: ['It', 'Собака', 'Dog'],
        bird: ['Qush', 'Птица', 'Bird'],
        ...other,
      }),
      '🐱',
    ),
    bool('vaccinated', ['Emlangan', 'Привит', 'Vaccinated'], { filter: true }),
  ],
})

const rest = category({
  ...free,
  id: 'giveaways.other',
  icon: '🤲',
  hashtag: 'saxovat',
  label: ['Boshqa va ehson', 'Другое и помощь', 'Other and charity'],
  example: ['Koʻchat va tuproq, tekinga', 'Саженцы и земля даром', 'Saplings and soil, free'],
  attributes: [
    kind(
      choices({
        food: ['Oziq-ovqat', 'Продукты', 'Food'],
        plants: ['Koʻchat, gul', 'Саженцы, цветы', 'Plants'],
        soil: ['Tuproq, goʻng, oʻtin', 'Земля, навоз, дрова', 'Soil, manure, firewood'],
        ...other,
      }),
      '🤲',
    ),
    pickup,
  ],
})

export const giveaways: TopCategory = {
  id: 'giveaways',
  icon: '🎁',
  labels: labels('Tekinga beraman', 'Отдам даром', 'Free'),
  children: [things, clothes, animals, rest],
}
