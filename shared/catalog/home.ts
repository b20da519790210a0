import { bool, category, choices, labels, number, text } from '#shared/catalog/build.ts'
import { condition, delivery, kind, other, pricePer, sizeText } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const material = text('material', ['Nimadan qilingan', 'Материал', 'Material'], { maxLength: 40 })

const furniture = category({
  id: 'home.furniture',
  icon: '🛋️',
  hashtag: 'mebel',
  label: ['Mebel', 'Мебель', 'Furniture'],
  example: ['Burchak divan, yangi', 'Угловой диван, новый', 'Corner sofa, new'],
  attributes: [
    kind(
      choices({
        sofa: ['Divan, kreslo', 'Диван, кресло', 'Sofa, armchair'],
        bedroom: ['Yotoqxona mebeli', 'Спальный гарнитур', 'Bedroom set'],
        bed: ['Karavot, matras', 'Кровать, матрас', 'Bed, mattress'],
        wardrobe: ['Shkaf, javon', 'Шкаф', 'Wardrobe'],
        kitchen: ['Oshxona mebeli', 'Кухонный гарнитур', 'Kitchen units'],
        table: ['Stol-stul', 'Стол и стулья', 'Table and chairs'],
        stand: ['TV tumba, komod', 'Тумба, комод', 'TV stand, chest of drawers'],
        sandiq: ['Sandiq', 'Сундук', 'Chest'],
        chorpoya: ['Soʻri, tapchan', 'Топчан', 'Tapchan'],
        office: ['Ofis mebeli', 'Офисная мебель', 'Office furniture'],
        ...other,
      }),
      '🛋️',
    ),
    { ...condition, card: true },
    sizeText,
    material,
    bool('custom', ['Buyurtmaga yasab beriladi', 'Делаем на заказ', 'Made to order'], { filter: true }),
    delivery,
  ],
})

const carpets = category({
  id: 'home.carpets',
  icon: '🧶',
  hashtag: 'gilam',
  label: ['Gilamlar', 'Ковры', 'Carpets'],
  example: ['Qoʻl gilami, 3×4', 'Ковёр ручной работы, 3×4', 'Handmade carpet, 3×4'],
  attributes: [
    kind(
      choices({
        machine: ['Fabrika gilami', 'Фабричный ковёр', 'Machine-made carpet'],
        hand: ['Qoʻlda toʻqilgan', 'Ручной работы', 'Handmade'],
        palas: ['Palos, sholcha', 'Палас', 'Flat-woven rug'],
        runner: ['Yoʻlak (poyandoz)', 'Дорожка', 'Runner'],
        lino: ['Linoleum, kovrolin', 'Линолеум, ковролин', 'Lino, carpeting'],
      }),
      '🧶',
    ),
    { ...condition, card: true },
    sizeText,
    pricePer('piece', 'square', 'metre'),
  ],
})

const dishes = category({
  id: 'home.dishes',
  icon: '🍽️',
  hashtag: 'idish',
  label: ['Idish-tovoq', 'Посуда', 'Kitchenware'],
  example: ['Rishton choynak-piyola toʻplami', 'Риштанский чайный набор', 'Rishton tea set'],
  attributes: [
    kind(
      choices({
        set: ['Serviz, toʻplam', 'Сервиз, набор', 'Dinner or tea set'],
        qozon: ['Qozon', 'Казан', 'Cauldron'],
        pan: ['Kastryulka, tova', 'Кастрюли, сковороды', 'Pots and pans'],
        ceramics: ['Rishton sopoli', 'Риштанская керамика', 'Rishton ceramics'],
        crystal: ['Billur', 'Хрусталь', 'Crystal'],
        knife: ['Pichoq', 'Ножи', 'Knives'],
        wedding: ['Toʻy uchun idishlar', 'Посуда на свадьбу', 'For weddings'],
        ...other,
      }),
      '🍽️',
    ),
    { ...condition, card: true },
    text(
      'count',
      ['Necha kishilik, nechta', 'На сколько персон, сколько штук', 'For how many, how many pieces'],
      {
        maxLength: 40,
        post: true,
        icon: '🔢',
      },
    ),
  ],
})

const textiles = category({
  id: 'home.textiles',
  icon: '🛏️',
  hashtag: 'korpa',
  label: ['Koʻrpa-toʻshak va pardalar', 'Одеяла, текстиль и шторы', 'Bedding and curtains'],
  example: ['Atlas koʻrpa, 10 ta', 'Атласные одеяла, 10 штук', 'Atlas quilts, 10'],
  attributes: [
    kind(
      choices({
        quilt: ['Koʻrpa, koʻrpacha', 'Одеяло, курпача', 'Quilt, korpacha'],
        linen: ['Choyshab toʻplami', 'Постельное бельё', 'Bed linen'],
        curtain: ['Parda, tyul', 'Шторы, тюль', 'Curtains'],
        suzani: ['Soʻzana, qiyiq', 'Сюзане, кийик', 'Suzani'],
        fabric: ['Mato, atlas, adras', 'Ткань, атлас, адрас', 'Fabric, atlas, adras'],
        pillow: ['Yostiq', 'Подушка', 'Pillow'],
        ...other,
      }),
      '🛏️',
    ),
    { ...condition, card: true },
    sizeText,
    pricePer('piece', 'set', 'metre'),
  ],
})

const plants = category({
  id: 'home.plants',
  icon: '🪴',
  hashtag: 'gul',
  label: ['Gullar va hovli', 'Цветы и двор', 'Flowers and yard'],
  example: ['Limon daraxti, mevali', 'Лимонное дерево с плодами', 'Lemon tree with fruit'],
  attributes: [
    kind(
      choices({
        pot: ['Tuvak guli', 'Комнатные цветы', 'House plants'],
        garden: ['Bogʻ guli', 'Садовые цветы', 'Garden flowers'],
        lemon: ['Limon, sitrus', 'Лимон, цитрус', 'Lemon, citrus', 'Лимон, цитрус'],
        bouquet: ['Guldasta', 'Букет', 'Bouquet'],
        yard: ['Hovli jihozlari', 'Всё для двора', 'For the yard'],
        lamp: ['Chiroq, lyustra', 'Люстры, светильники', 'Lamps, chandeliers'],
        ...other,
      }),
      '🪴',
    ),
    number('count', ['Nechta', 'Сколько', 'How many'], {
      min: 1,
      max: 10_000,
      unit: 'pieces',
      post: true,
      icon: '🔢',
    }),
    delivery,
  ],
})

const household = category({
  id: 'home.household',
  icon: '🧹',
  hashtag: 'rozgor',
  label: ['Boshqa roʻzgʻor buyumlari', 'Другое для дома', 'Other household goods'],
  example: ['Temir suv baki, 1000 litr', 'Железный бак для воды, 1000 л', 'Steel water tank, 1000 l'],
  attributes: [{ ...condition, card: true }, sizeText, material, delivery],
})

export const home: TopCategory = {
  id: 'home',
  icon: '🛋️',
  labels: labels('Uy-roʻzgʻor', 'Всё для дома', 'Home'),
  children: [furniture, carpets, dishes, textiles, plants, household],
}
