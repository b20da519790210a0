import { bool, category, choices, labels, text } from '#shared/catalog/build.ts'
import { delivery, kind, other, pricePer } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const toOrder = bool('toOrder', ['Buyurtmaga tayyorlanadi', 'На заказ', 'Made to order'], { filter: true })

const homemade = category({
  id: 'food.homemade',
  icon: '🥟',
  hashtag: 'uytaomi',
  label: ['Uy taomlari', 'Домашняя еда', 'Home cooking'],
  example: ['Uy mantisi, buyurtmaga', 'Домашние манты на заказ', 'Home-made manti to order'],
  lifetimeDays: 14,
  attributes: [
    kind(
      choices({
        meals: ['Osh, manti, somsa', 'Плов, манты, самса', 'Plov, manti, samsa'],
        frozen: ['Muzlatilgan taom', 'Полуфабрикаты', 'Frozen meals'],
        salad: ['Salat, tuzlama', 'Салаты, соленья', 'Salads, pickles'],
        sumalak: ['Sumalak, halim', 'Сумаляк, халим', 'Sumalak, halim'],
        jam: ['Murabbo, kompot', 'Варенье, компот', 'Jam, compote'],
        ...other,
      }),
      '🥟',
    ),
    { ...pricePer('kg', 'piece', 'seat', 'whole'), required: true, card: true },
    toOrder,
    delivery,
  ],
})

const baking = category({
  id: 'food.baking',
  icon: '🫓',
  hashtag: 'nontort',
  label: ['Non, tort va shirinliklar', 'Хлеб, торты и сладости', 'Bread, cakes and sweets'],
  example: ['Patir non, toʻyga ham', 'Патыр, в том числе на свадьбу', 'Patir bread, weddings too'],
  lifetimeDays: 14,
  attributes: [
    kind(
      choices({
        bread: ['Non, patir', 'Лепёшки, патыр', 'Flatbread'],
        cake: ['Tort', 'Торт', 'Cake'],
        biscuits: ['Pishiriq, pechenye', 'Выпечка, печенье', 'Biscuits, pastry'],
        halva: ['Holva, nisholda', 'Халва, нишалда', 'Halva, nisholda'],
        sweets: ['Qand, novvot, konfet', 'Сахар, навват, конфеты', 'Sugar, sweets'],
        ...other,
      }),
      '🫓',
    ),
    { ...pricePer('piece', 'kg', 'whole'), required: true, card: true },
    toOrder,
    delivery,
  ],
})

const dairy = category({
  id: 'food.dairy',
  icon: '🥛',
  hashtag: 'sutgosht',
  label: ['Sut, goʻsht va tuxum', 'Молоко, мясо и яйца', 'Milk, meat and eggs'],
  example: ['Sigir suti, har kuni ertalab', 'Коровье молоко каждое утро', 'Cow’s milk every morning'],
  lifetimeDays: 14,
  attributes: [
    kind(
      choices({
        milk: ['Sut', 'Молоко', 'Milk'],
        cream: ['Qaymoq, qatiq, suzma', 'Каймак, катык, сузьма', 'Cream, yoghurt, suzma'],
        butter: ['Sariyogʻ, pishloq, qurut', 'Масло, сыр, курт', 'Butter, cheese, qurut'],
        beef: ['Mol goʻshti', 'Говядина', 'Beef'],
        lamb: ['Qoʻy goʻshti, dumba', 'Баранина, курдюк', 'Mutton, tail fat'],
        horse: ['Ot goʻshti, qazi', 'Конина, казы', 'Horse meat, qazi'],
        chicken: ['Tovuq goʻshti', 'Курятина', 'Chicken'],
        fish: ['Baliq', 'Рыба', 'Fish'],
        eggs: ['Tuxum', 'Яйца', 'Eggs'],
      }),
      '🥛',
    ),
    { ...pricePer('kg', 'litr', 'piece'), required: true, card: true },
    delivery,
  ],
})

const honey = category({
  id: 'food.honey',
  icon: '🍯',
  hashtag: 'asal',
  label: ['Asal va yogʻlar', 'Мёд и масла', 'Honey and oils'],
  example: ['Togʻ asali, yangi', 'Горный мёд, свежий', 'Mountain honey, fresh'],
  attributes: [
    kind(
      choices({
        mountain: ['Togʻ asali', 'Горный мёд', 'Mountain honey'],
        flower: ['Gul asali', 'Цветочный мёд', 'Flower honey'],
        cotton: ['Paxta asali', 'Хлопковый мёд', 'Cotton honey'],
        comb: ['Romli (sotli) asal', 'Мёд в сотах', 'Comb honey'],
        cottonoil: ['Paxta yogʻi', 'Хлопковое масло', 'Cottonseed oil'],
        flaxoil: ['Zigʻir, kunjut yogʻi', 'Льняное, кунжутное масло', 'Flaxseed, sesame oil'],
        tea: ['Choy, giyohlar', 'Чай, травы', 'Tea, herbs'],
        ...other,
      }),
      '🍯',
    ),
    { ...pricePer('kg', 'litr', 'piece'), required: true, card: true },
    text('origin', ['Qayerniki', 'Откуда', 'Where from'], { maxLength: 40, post: true, icon: '📍' }),
    delivery,
  ],
})

export const food: TopCategory = {
  id: 'food',
  icon: '🍯',
  labels: labels('Oziq-ovqat', 'Продукты', 'Food'),
  children: [homemade, baking, dairy, honey],
}
