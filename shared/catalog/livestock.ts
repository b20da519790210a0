import { bool, category, choices, labels, number, select, text, unposted } from '#shared/catalog/build.ts'
import { kind, other, pricePer } from '#shared/catalog/common.ts'
import { pets } from '#shared/catalog/pets.ts'
import type { TopCategory } from '#shared/catalog/types.ts'

const age = select(
  'age',
  ['Yoshi', 'Возраст', 'Age'],
  choices({
    'under-1m': ['1 oygacha', 'До 1 месяца', 'Under 1 month'],
    '1-6m': ['1–6 oylik', '1–6 месяцев', '1–6 months'],
    '6-12m': ['6–12 oylik', '6–12 месяцев', '6–12 months'],
    '1-2y': ['1–2 yosh', '1–2 года', '1–2 years'],
    '2-3y': ['2–3 yosh', '2–3 года', '2–3 years'],
    '3-5y': ['3–5 yosh', '3–5 лет', '3–5 years'],
    'over-5y': ['5 yoshdan katta', 'Старше 5 лет', 'Over 5 years'],
    mixed: ['Har xil yoshda', 'Разного возраста', 'Mixed ages'],
  }),
  { filter: true, post: true, icon: '📅' },
)
const sex = select(
  'sex',
  ['Jinsi', 'Пол', 'Sex'],
  choices({
    female: ['Urgʻochi', 'Самка', 'Female'],
    male: ['Erkak', 'Самец', 'Male'],
    mixed: ['Aralash', 'Разные', 'Mixed'],
  }),
  { filter: true },
)
const count = number('count', ['Necha bosh', 'Сколько голов', 'How many head'], {
  min: 1,
  max: 100_000,
  unit: 'heads',
  post: true,
  icon: '🔢',
})
const weight = number('weight', ['Tirik vazni', 'Живой вес', 'Live weight'], {
  min: 0.1,
  max: 1500,
  decimals: 1,
  unit: 'kg',
  filter: true,
})
const breedText = text('breed', ['Zoti', 'Порода', 'Breed'], { maxLength: 40, post: true, icon: '🏷️' })
const fattened = bool('fattened', ['Boʻrdoqida boqilgan', 'На откорме', 'Fattened'], { filter: true })
const vaccinated = bool('vaccinated', ['Emlangan', 'Привит', 'Vaccinated'], { filter: true })

const cattle = category({
  id: 'livestock.cattle',
  icon: '🐄',
  hashtag: 'qoramol',
  label: ['Qoramol', 'Крупный рогатый скот', 'Cattle'],
  example: [
    'Golshtin sigir, 2-tugʻishi, 18 litr sut',
    'Голштинская корова, 18 л молока',
    'Holstein cow, 18 l a day',
  ],
  attributes: [
    kind(
      choices({
        cow: ['Sigir', 'Корова', 'Cow'],
        'cow-calf': ['Sigir buzogʻi bilan', 'Корова с телёнком', 'Cow with calf'],
        heifer: ['Gʻunajin', 'Нетель', 'In-calf heifer'],
        young: ['Tana', 'Тёлка', 'Heifer'],
        bull: ['Buqa', 'Бык', 'Bull'],
        steer: ['Novvos', 'Бычок', 'Young bull'],
        calf: ['Buzoq', 'Телёнок', 'Calf'],
      }),
      '🐄',
    ),
    select(
      'breed',
      ['Zoti', 'Порода', 'Breed'],
      choices({
        holstein: ['Golshtin', 'Голштинская', 'Holstein'],
        'black-pied': ['Qora-ola', 'Чёрно-пёстрая', 'Black Pied'],
        simmental: ['Simmental', 'Симментальская', 'Simmental'],
        schwyz: ['Shvits', 'Швицкая', 'Brown Swiss'],
        bushuev: ['Bushuyev', 'Бушуевская', 'Bushuev'],
        'red-steppe': ['Qizil choʻl', 'Красная степная', 'Red Steppe'],
        montbeliarde: ['Montbelyard', 'Монбельярдская', 'Montbéliarde', 'Монбельярд'],
        jersey: ['Jersey', 'Джерсейская', 'Jersey'],
        angus: ['Aberdin-angus', 'Абердин-ангусская', 'Aberdeen Angus'],
        hereford: ['Gereford', 'Герефордская', 'Hereford'],
        kazakh: ['Qozoqi oqbosh', 'Казахская белоголовая', 'Kazakh Whiteheaded'],
        local: ['Mahalliy', 'Местная', 'Local'],
        mixed: ['Aralash zot', 'Помесь', 'Crossbred'],
        ...other,
      }),
      { filter: true, card: true, post: true, icon: '🏷️' },
    ),
    { ...age, required: true },
    weight,
    number('milk', ['Kunlik suti', 'Удой в день', 'Milk a day'], {
      min: 0.5,
      max: 70,
      decimals: 1,
      unit: 'litrPerDay',
      filter: true,
      post: true,
      icon: '🥛',
    }),
    bool('pregnant', ['Boʻgʻoz', 'Стельная', 'In calf'], { filter: true }),
    number('pregnancyMonths', ['Necha oylik boʻgʻoz', 'Месяц стельности', 'Months in calf'], {
      min: 1,
      max: 10,
      unit: 'months',
    }),
    number('calvings', ['Nechanchi tugʻishi', 'Который отёл', 'Number of calvings'], { min: 1, max: 20 }),
    sex,
    fattened,
    vaccinated,
    number('count', ['Necha bosh', 'Сколько голов', 'How many head'], { min: 1, max: 10_000, unit: 'heads' }),
    unposted(pricePer('head', 'kg', 'whole')),
  ],
})

const sheep = category({
  id: 'livestock.sheep',
  icon: '🐑',
  hashtag: 'qoy',
  label: ['Qoʻy va echkilar', 'Овцы и козы', 'Sheep and goats'],
  example: ['Hisori qoʻchqor, 90 kg', 'Гиссарский баран, 90 кг', 'Hisor ram, 90 kg'],
  attributes: [
    kind(
      choices({
        ram: ['Qoʻchqor', 'Баран', 'Ram'],
        ewe: ['Sovliq', 'Овцематка', 'Ewe'],
        'ewe-lamb': ['Sovliq qoʻzisi bilan', 'Овца с ягнёнком', 'Ewe with lamb'],
        hogget: ['Toʻqli, shishak', 'Ярка, валух', 'Hogget'],
        lamb: ['Qoʻzi', 'Ягнёнок', 'Lamb'],
        goat: ['Echki', 'Коза', 'Goat'],
        billy: ['Taka', 'Козёл', 'Billy goat'],
        kid: ['Uloq', 'Козлёнок', 'Kid'],
        mixed: ['Aralash suruv', 'Смешанное стадо', 'Mixed flock'],
      }),
      '🐑',
    ),
    select(
      'breed',
      ['Zoti', 'Порода', 'Breed'],
      choices({
        hisor: ['Hisori', 'Гиссарская', 'Hisor'],
        jaydari: ['Jaydari', 'Джайдара', 'Jaydari'],
        karakul: ['Qorakoʻl', 'Каракульская', 'Karakul'],
        arashan: ['Arashan', 'Арашан', 'Arashan'],
        merino: ['Merinos', 'Меринос', 'Merino'],
        romanov: ['Romanov', 'Романовская', 'Romanov'],
        dorper: ['Dorper', 'Дорпер', 'Dorper'],
        saanen: ['Zaanen (echki)', 'Зааненская (коза)', 'Saanen (goat)'],
        nubian: ['Nubiya (echki)', 'Нубийская (коза)', 'Nubian (goat)'],
        angora: ['Angor (echki)', 'Ангорская (коза)', 'Angora (goat)'],
        local: ['Mahalliy', 'Местная', 'Local'],
        mixed: ['Aralash zot', 'Помесь', 'Crossbred'],
        ...other,
      }),
      { filter: true, card: true },
    ),
    { ...age, required: true },
    { ...weight, max: 250, post: true, icon: '⚖️' },
    unposted(count),
    bool('pregnant', ['Boʻgʻoz', 'Суягная', 'In lamb'], { filter: true }),
    fattened,
    vaccinated,
    pricePer('head', 'kg', 'whole'),
  ],
})

const horses = category({
  id: 'livestock.horses',
  icon: '🐎',
  hashtag: 'ot',
  label: ['Otlar va eshaklar', 'Лошади и ослы', 'Horses and donkeys'],
  example: ['Qorabayir toy, 2 yosh', 'Карабаирский жеребчик, 2 года', 'Karabair colt, 2 years'],
  attributes: [
    kind(
      choices({
        stallion: ['Aygʻir', 'Жеребец', 'Stallion'],
        mare: ['Biya', 'Кобыла', 'Mare'],
        'mare-foal': ['Biya quluni bilan', 'Кобыла с жеребёнком', 'Mare with foal'],
        gelding: ['Axta ot', 'Мерин', 'Gelding'],
        foal: ['Toy, qulun', 'Жеребёнок', 'Foal'],
        donkey: ['Eshak', 'Осёл', 'Donkey'],
        mule: ['Xachir', 'Мул', 'Mule'],
      }),
      '🐎',
    ),
    select(
      'breed',
      ['Zoti', 'Порода', 'Breed'],
      choices({
        karabair: ['Qorabayir', 'Карабаирская', 'Karabair'],
        akhalteke: ['Axaltaka', 'Ахалтекинская', 'Akhal-Teke'],
        lakai: ['Laqay', 'Локайская', 'Lokai'],
        arab: ['Arab', 'Арабская', 'Arabian'],
        english: ['Ingliz (tozaqonli)', 'Английская чистокровная', 'Thoroughbred'],
        don: ['Don', 'Донская', 'Don'],
        kyrgyz: ['Qirgʻiz', 'Киргизская', 'Kyrgyz'],
        local: ['Mahalliy', 'Местная', 'Local'],
        mixed: ['Aralash zot', 'Помесь', 'Crossbred'],
        ...other,
      }),
      { filter: true, card: true, post: true, icon: '🏷️' },
    ),
    { ...age, required: true },
    select(
      'use',
      ['Nima uchun', 'Для чего', 'Used for'],
      choices({
        kupkari: ['Uloq, koʻpkari', 'Улак, купкари', 'Kupkari'],
        riding: ['Minish uchun', 'Для езды', 'Riding'],
        work: ['Ish uchun', 'Рабочая', 'Work'],
        race: ['Poyga', 'Скачки', 'Racing'],
        meat: ['Soʻyish uchun', 'На мясо', 'Meat'],
        breeding: ['Nasl uchun', 'На племя', 'Breeding'],
      }),
      { filter: true, post: true, icon: '🎯' },
    ),
    text('colour', ['Tusi', 'Масть', 'Colour'], {
      maxLength: 30,
      hint: [
        'Masalan: toʻriq, saman, koʻk',
        'Например: гнедая, соловая, серая',
        'For example: bay, palomino, grey',
      ],
    }),
    bool('papers', ['Hujjati (pasporti) bor', 'Есть паспорт', 'Has papers'], { filter: true }),
  ],
})

const poultry = category({
  id: 'livestock.poultry',
  icon: '🐓',
  hashtag: 'parranda',
  label: ['Parrandalar', 'Домашняя птица', 'Poultry'],
  example: ['Tuxum qiladigan tovuqlar, 20 ta', 'Куры-несушки, 20 штук', 'Laying hens, 20'],
  attributes: [
    kind(
      choices({
        hen: ['Tovuq', 'Куры', 'Hens'],
        rooster: ['Xoʻroz', 'Петух', 'Rooster'],
        chick: ['Joʻja', 'Цыплята', 'Chicks'],
        broiler: ['Broyler', 'Бройлер', 'Broilers'],
        gamecock: ['Dakang xoʻroz', 'Бойцовый петух', 'Game fowl'],
        turkey: ['Kurka', 'Индейка', 'Turkeys'],
        duck: ['Oʻrdak', 'Утки', 'Ducks'],
        goose: ['Gʻoz', 'Гуси', 'Geese'],
        quail: ['Bedana', 'Перепела', 'Quail'],
        guinea: ['Sesarka', 'Цесарки', 'Guinea fowl', 'Цесарка'],
        peacock: ['Tovus', 'Павлин', 'Peafowl'],
        eggs: ['Inkubatsiya tuxumi', 'Инкубационное яйцо', 'Hatching eggs'],
      }),
      '🐓',
    ),
    breedText,
    {
      ...count,
      labels: labels('Nechta', 'Сколько штук', 'How many'),
      unit: 'pieces',
      required: true,
      card: true,
    },
    select(
      'age',
      ['Yoshi', 'Возраст', 'Age'],
      choices({
        day: ['Bir kunlik', 'Суточные', 'Day-old'],
        week: ['1–4 haftalik', '1–4 недели', '1–4 weeks'],
        '1-3m': ['1–3 oylik', '1–3 месяца', '1–3 months'],
        '3-6m': ['3–6 oylik', '3–6 месяцев', '3–6 months'],
        adult: ['6 oydan katta', 'Старше 6 месяцев', 'Over 6 months'],
      }),
      { filter: true, post: true, icon: '📅' },
    ),
    bool('laying', ['Tuxum qilyapti', 'Несутся', 'Laying'], { filter: true }),
    unposted(pricePer('piece', 'kg', 'whole')),
  ],
})

const rabbits = category({
  id: 'livestock.rabbits',
  icon: '🐇',
  hashtag: 'quyon',
  label: ['Quyonlar', 'Кролики', 'Rabbits'],
  example: ['Flandr quyon bolalari, 2 oylik', 'Крольчата фландр, 2 месяца', 'Flemish Giant kits, 2 months'],
  attributes: [
    text('breed', ['Zoti', 'Порода', 'Breed'], { maxLength: 40, card: true, post: true, icon: '🏷️' }),
    { ...age, required: true },
    sex,
    { ...count, card: true },
    { ...weight, max: 15 },
    pricePer('piece', 'pair', 'kg', 'whole'),
  ],
})

const bees = category({
  id: 'livestock.bees',
  icon: '🐝',
  hashtag: 'asalari',
  label: ['Asalari va anjomlari', 'Пчёлы и пчеловодство', 'Bees and beekeeping'],
  example: ['Asalari oilasi, 10 romli', 'Пчелосемья, 10 рамок', 'Bee colony, 10 frames'],
  attributes: [
    kind(
      choices({
        family: ['Asalari oilasi', 'Пчелосемья', 'Bee colony'],
        queen: ['Ona ari', 'Пчеломатка', 'Queen bee'],
        hive: ['Boʻsh uya (quti)', 'Улей', 'Empty hive'],
        extractor: ['Asal ajratkich', 'Медогонка', 'Honey extractor'],
        wax: ['Mum, perga, propolis', 'Воск, перга, прополис', 'Wax, bee bread, propolis'],
        ...other,
      }),
      '🐝',
    ),
    breedText,
    number('count', ['Nechta', 'Сколько', 'How many'], {
      min: 1,
      max: 10_000,
      unit: 'pieces',
      card: true,
      post: true,
      icon: '🔢',
    }),
    number('frames', ['Romlar soni', 'Число рамок', 'Frames'], { min: 1, max: 40 }),
    pricePer('piece', 'whole'),
  ],
})

const fish = category({
  id: 'livestock.fish',
  icon: '🐟',
  hashtag: 'baliq',
  label: ['Baliqchilik', 'Рыбоводство', 'Fish farming'],
  example: ['Doʻngpeshona chavogʻi, 5 000 ta', 'Малёк толстолобика, 5 000 шт.', 'Silver carp fry, 5,000'],
  attributes: [
    kind(
      choices({
        fry: ['Chavoq (baliq bolasi)', 'Малёк', 'Fry'],
        live: ['Tirik baliq', 'Живая рыба', 'Live fish'],
        aquarium: ['Akvarium baligʻi', 'Аквариумная рыба', 'Aquarium fish'],
        equipment: ['Akvarium va anjomlar', 'Аквариумы и оборудование', 'Tanks and equipment'],
      }),
      '🐟',
    ),
    select(
      'species',
      ['Baliq turi', 'Вид рыбы', 'Species'],
      choices({
        carp: ['Zogʻora (karp)', 'Карп, сазан', 'Carp'],
        silver: ['Doʻngpeshona', 'Толстолобик', 'Silver carp'],
        grass: ['Oq amur', 'Белый амур', 'Grass carp'],
        catfish: ['Laqqa, afrika laqqasi', 'Сом, африканский сом', 'Catfish'],
        trout: ['Forel', 'Форель', 'Trout', 'Форель'],
        ...other,
      }),
      { filter: true, card: true, post: true, icon: '🏷️' },
    ),
    number('count', ['Miqdori', 'Количество', 'Quantity'], {
      min: 1,
      max: 1_000_000,
      post: true,
      icon: '🔢',
    }),
    { ...pricePer('kg', 'piece', 'whole'), required: true },
  ],
})

export const livestock: TopCategory = {
  id: 'livestock',
  icon: '🐄',
  labels: labels('Chorva va hayvonlar', 'Скот и животные', 'Livestock and animals'),
  children: [cattle, sheep, horses, poultry, rabbits, bees, fish, ...pets],
}
