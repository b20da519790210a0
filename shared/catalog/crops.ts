import { bool, category, choices, labels, number, select, text } from '#shared/catalog/build.ts'
import { delivery, kind, other, pricePer } from '#shared/catalog/common.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const amount = number('amount', ['Qancha bor', 'Сколько есть', 'Quantity'], {
  min: 1,
  max: 10_000_000,
  unit: 'kg',
  filter: true,
  post: true,
  icon: '⚖️',
})
const wholesale = bool('wholesale', ['Ulgurji ham beriladi', 'Есть опт', 'Wholesale too'], { filter: true })
const variety = text('variety', ['Navi', 'Сорт', 'Variety'], { maxLength: 40, post: true, icon: '🏷️' })
const perKg = {
  ...pricePer('kg', 'tonna', 'bag', 'piece', 'whole'),
  required: true as const,
  card: true as const,
}

const fruit = category({
  id: 'crops.fruit',
  icon: '🍎',
  hashtag: 'meva',
  label: ['Meva va rezavorlar', 'Фрукты и ягоды', 'Fruit and berries'],
  example: ['Oʻrik, yangi terilgan, ulgurji', 'Абрикосы, свежий сбор, опт', 'Apricots, freshly picked'],
  lifetimeDays: 14,
  attributes: [
    kind(
      choices({
        apricot: ['Oʻrik', 'Абрикос', 'Apricots'],
        peach: ['Shaftoli', 'Персик', 'Peaches'],
        apple: ['Olma', 'Яблоко', 'Apples'],
        pear: ['Nok', 'Груша', 'Pears'],
        grape: ['Uzum', 'Виноград', 'Grapes'],
        cherry: ['Gilos, olcha', 'Черешня, вишня', 'Cherries'],
        plum: ['Olxoʻri', 'Слива', 'Plums'],
        pomegranate: ['Anor', 'Гранат', 'Pomegranates'],
        persimmon: ['Xurmo', 'Хурма', 'Persimmons'],
        quince: ['Behi', 'Айва', 'Quinces'],
        fig: ['Anjir', 'Инжир', 'Figs'],
        strawberry: ['Qulupnay', 'Клубника', 'Strawberries'],
        mulberry: ['Tut', 'Тутовник', 'Mulberries'],
        lemon: ['Limon', 'Лимон', 'Lemons'],
        ...other,
      }),
      '🍎',
    ),
    variety,
    amount,
    perKg,
    wholesale,
    delivery,
  ],
})

const vegetables = category({
  id: 'crops.vegetables',
  icon: '🥕',
  hashtag: 'sabzavot',
  label: ['Sabzavot va poliz', 'Овощи и бахчевые', 'Vegetables and melons'],
  example: ['Kartoshka, sargʻish, 3 tonna', 'Картофель жёлтый, 3 тонны', 'Yellow potatoes, 3 tons'],
  lifetimeDays: 14,
  attributes: [
    kind(
      choices({
        potato: ['Kartoshka', 'Картофель', 'Potatoes'],
        onion: ['Piyoz', 'Лук', 'Onions'],
        carrot: ['Sabzi', 'Морковь', 'Carrots'],
        tomato: ['Pomidor', 'Помидоры', 'Tomatoes'],
        cucumber: ['Bodring', 'Огурцы', 'Cucumbers'],
        pepper: ['Bulgʻor qalampiri, achchiq', 'Перец', 'Peppers'],
        cabbage: ['Karam', 'Капуста', 'Cabbage'],
        garlic: ['Sarimsoq', 'Чеснок', 'Garlic'],
        aubergine: ['Baqlajon', 'Баклажаны', 'Aubergines'],
        pumpkin: ['Qovoq', 'Тыква', 'Pumpkins'],
        beet: ['Lavlagi, sholgʻom, turp', 'Свёкла, репа, редька', 'Beetroot, turnip, radish'],
        melon: ['Qovun', 'Дыня', 'Melons'],
        watermelon: ['Tarvuz', 'Арбуз', 'Watermelons'],
        greens: ['Koʻkatlar', 'Зелень', 'Herbs'],
        ...other,
      }),
      '🥕',
    ),
    variety,
    amount,
    perKg,
    wholesale,
    delivery,
  ],
})

const grain = category({
  id: 'crops.grain',
  icon: '🌾',
  hashtag: 'don',
  label: ['Don va dukkaklilar', 'Зерно и бобовые', 'Grain and pulses'],
  example: ['Bugʻdoy, yangi hosil, 5 tonna', 'Пшеница, новый урожай, 5 тонн', 'Wheat, new harvest, 5 tons'],
  attributes: [
    kind(
      choices({
        wheat: ['Bugʻdoy', 'Пшеница', 'Wheat'],
        barley: ['Arpa', 'Ячмень', 'Barley'],
        maize: ['Makkajoʻxori', 'Кукуруза', 'Maize'],
        sorghum: ['Joʻxori', 'Джугара, сорго', 'Sorghum'],
        rice: ['Guruch, sholi', 'Рис, шала', 'Rice'],
        mung: ['Mosh', 'Маш', 'Mung beans'],
        bean: ['Loviya', 'Фасоль', 'Beans'],
        chickpea: ['Noʻxat', 'Нут', 'Chickpeas'],
        sunflower: ['Kungaboqar (pista)', 'Подсолнечник', 'Sunflower'],
        flour: ['Un', 'Мука', 'Flour'],
        ...other,
      }),
      '🌾',
    ),
    variety,
    amount,
    perKg,
    wholesale,
    delivery,
  ],
})

const dried = category({
  id: 'crops.dried',
  icon: '🌰',
  hashtag: 'quruqmeva',
  label: ['Quruq meva va yongʻoq', 'Сухофрукты и орехи', 'Dried fruit and nuts'],
  example: ['Yongʻoq magʻzi, oq, 200 kg', 'Ядро грецкого ореха, 200 кг', 'Walnut kernels, 200 kg'],
  attributes: [
    kind(
      choices({
        walnut: ['Yongʻoq', 'Грецкий орех', 'Walnuts'],
        almond: ['Bodom', 'Миндаль', 'Almonds'],
        pistachio: ['Pista', 'Фисташки', 'Pistachios'],
        peanut: ['Yeryongʻoq', 'Арахис', 'Peanuts'],
        raisin: ['Mayiz', 'Изюм', 'Raisins'],
        apricot: ['Turshak, danak', 'Курага, косточки', 'Dried apricots, kernels'],
        prune: ['Olxoʻri qoqi', 'Чернослив', 'Prunes'],
        spice: ['Ziravor, zira', 'Специи, зира', 'Spices'],
        ...other,
      }),
      '🌰',
    ),
    variety,
    amount,
    perKg,
    wholesale,
  ],
})

const seedlings = category({
  id: 'crops.seedlings',
  icon: '🌱',
  hashtag: 'kochat',
  label: ['Koʻchat va urugʻlar', 'Саженцы и семена', 'Seedlings and seeds'],
  example: ['Gilos koʻchati, 2 yillik', 'Саженцы черешни, 2 года', 'Cherry saplings, 2 years'],
  attributes: [
    kind(
      choices({
        fruit: ['Mevali daraxt koʻchati', 'Плодовые саженцы', 'Fruit saplings'],
        grape: ['Tok koʻchati', 'Саженцы винограда', 'Vine saplings'],
        tree: ['Manzarali daraxt, archa', 'Декоративные деревья, арча', 'Ornamental trees'],
        poplar: ['Terak, pavloniya', 'Тополь, павловния', 'Poplar, paulownia', 'Терак, павловния'],
        vegetable: ['Sabzavot koʻchati', 'Рассада овощей', 'Vegetable seedlings'],
        flower: ['Gul koʻchati', 'Рассада цветов', 'Flower seedlings'],
        seed: ['Urugʻ', 'Семена', 'Seeds'],
        seedpotato: ['Urugʻlik kartoshka, piyoz', 'Посадочный картофель, лук', 'Seed potatoes, onion sets'],
      }),
      '🌱',
    ),
    variety,
    select(
      'age',
      ['Yoshi', 'Возраст', 'Age'],
      choices({
        '1y': ['1 yillik', '1 год', '1 year'],
        '2y': ['2 yillik', '2 года', '2 years'],
        '3y': ['3 yillik va katta', '3 года и старше', '3 years and over'],
      }),
      { post: true, icon: '📅' },
    ),
    { ...pricePer('piece', 'kg', 'whole'), required: true, card: true },
    wholesale,
    delivery,
  ],
})

const hay = category({
  id: 'crops.hay',
  icon: '🌿',
  hashtag: 'beda',
  label: ['Beda, somon, silos', 'Сено, солома, силос', 'Hay, straw, silage'],
  example: ['Beda pressi, 300 ta', 'Люцерна в тюках, 300 штук', 'Lucerne bales, 300'],
  attributes: [
    kind(
      choices({
        lucerne: ['Beda', 'Люцерна', 'Lucerne'],
        straw: ['Somon', 'Солома', 'Straw'],
        hay: ['Pichan, oʻt', 'Сено', 'Hay'],
        maize: ['Makka poyasi', 'Кукурузные стебли', 'Maize stalks'],
        silage: ['Silos, senaj', 'Силос, сенаж', 'Silage'],
        green: ['Koʻk oʻt (oʻrib olinadi)', 'Зелёная масса на корню', 'Green fodder, standing'],
      }),
      '🌿',
    ),
    number('count', ['Nechta press (bogʻ)', 'Сколько тюков', 'Bales'], {
      min: 1,
      max: 1_000_000,
      unit: 'pieces',
      post: true,
      icon: '🔢',
    }),
    number('cut', ['Nechanchi oʻrim', 'Который укос', 'Which cut'], { min: 1, max: 8 }),
    { ...pricePer('bale', 'kg', 'tonna', 'truck', 'sotix', 'whole'), required: true, card: true },
    delivery,
  ],
})

const feed = category({
  id: 'crops.feed',
  icon: '🥣',
  hashtag: 'yem',
  label: ['Omuxta yem', 'Комбикорм', 'Compound feed'],
  example: [
    'Sigirlar uchun omuxta yem, 40 kg qop',
    'Комбикорм для коров, мешок 40 кг',
    'Cattle feed, 40 kg bag',
  ],
  attributes: [
    kind(
      choices({
        compound: ['Omuxta yem', 'Комбикорм', 'Compound feed'],
        bran: ['Kepak', 'Отруби', 'Bran'],
        oilcake: ['Kunjara', 'Жмых', 'Oilcake'],
        husk: ['Sheluxa', 'Шелуха', 'Husks'],
        soy: ['Shrot, soya', 'Шрот, соя', 'Meal, soya'],
        beet: ['Jom (qand lavlagi)', 'Жом', 'Beet pulp'],
        vitamin: ['Vitamin, premiks', 'Витамины, премикс', 'Vitamins, premix'],
        ...other,
      }),
      '🥣',
    ),
    select(
      'for',
      ['Kimga', 'Для кого', 'For'],
      choices({
        cattle: ['Qoramolga', 'Для КРС', 'Cattle'],
        sheep: ['Qoʻy-echkiga', 'Для овец и коз', 'Sheep and goats'],
        poultry: ['Parrandaga', 'Для птицы', 'Poultry'],
        fish: ['Baliqqa', 'Для рыбы', 'Fish'],
        pets: ['It va mushukka', 'Для собак и кошек', 'Dogs and cats'],
        any: ['Hammasiga', 'Для всех', 'All'],
      }),
      { filter: true, post: true, icon: '🐄' },
    ),
    amount,
    { ...pricePer('kg', 'bag', 'tonna'), required: true, card: true },
    delivery,
  ],
})

const fertiliser = category({
  id: 'crops.fertiliser',
  icon: '🧪',
  hashtag: 'ogit',
  label: ['Oʻgʻit va dorilar', 'Удобрения и препараты', 'Fertilisers and sprays'],
  example: ['Ammiakli selitra, 50 kg qop', 'Аммиачная селитра, мешок 50 кг', 'Ammonium nitrate, 50 kg bag'],
  attributes: [
    kind(
      choices({
        mineral: ['Mineral oʻgʻit', 'Минеральное удобрение', 'Mineral fertiliser'],
        organic: ['Organik, biogumus', 'Органика, биогумус', 'Organic, vermicompost'],
        manure: ['Goʻng', 'Навоз', 'Manure'],
        pesticide: ['Zararkunandaga dori', 'От вредителей', 'Pesticide'],
        herbicide: ['Begona oʻtga dori', 'От сорняков', 'Herbicide'],
        film: ['Plyonka, issiqxona', 'Плёнка, теплица', 'Film, greenhouse'],
        drip: ['Tomchilatib sugʻorish', 'Капельный полив', 'Drip irrigation'],
        ...other,
      }),
      '🧪',
    ),
    amount,
    { ...pricePer('kg', 'bag', 'litr', 'piece', 'metre', 'truck', 'whole'), required: true, card: true },
    delivery,
  ],
})

export const crops: TopCategory = {
  id: 'crops',
  icon: '🌾',
  labels: labels('Hosil va yem', 'Урожай и корма', 'Crops and feed'),
  children: [fruit, vegetables, grain, dried, seedlings, hay, feed, fertiliser],
}
