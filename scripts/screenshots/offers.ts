import type { Draft } from '#shared/ads/schema.ts'
import type { SceneName } from './scenes.ts'

/** The people of the sandbox who sell. */
export const sellers = { karimjon: 1001, dilnoza: 1002, ivan: 1003 } as const
export const moderator = 1004

export interface Offer {
  seller: keyof typeof sellers
  /** The first is the cover. */
  pictures: readonly SceneName[]
  draft: Omit<Draft, 'photoIds'>
}

type Words = Pick<Draft, 'title' | 'description'>
const uzs = (amount: number, kind: 'fixed' | 'negotiable' = 'fixed') =>
  ({ kind, amount, currency: 'UZS' }) as const
const usd = (amount: number, kind: 'fixed' | 'negotiable' = 'fixed') =>
  ({ kind, amount, currency: 'USD' }) as const

const offer = (
  seller: Offer['seller'],
  pictures: readonly SceneName[],
  categoryId: string,
  attributes: Draft['attributes'],
  words: Words,
  rest: Pick<Draft, 'price' | 'districtId' | 'mahalla' | 'landmark'> & { name: string; phone: string },
): Offer => {
  const { name, phone, ...placeAndPrice } = rest
  return {
    seller,
    pictures,
    draft: {
      categoryId,
      attributes,
      ...words,
      ...placeAndPrice,
      contact: { name, phone, telegram: true },
    },
  }
}

/** The car whose page is shown. */
export const cobalt = offer(
  'karimjon',
  ['cobalt', 'dashboard', 'tyre'],
  'transport.cars',
  {
    make: 'chevrolet',
    model: 'chevrolet-cobalt',
    year: 2021,
    mileage: 87_000,
    fuel: 'petrol-methane',
    gearbox: 'automatic',
    colour: 'white',
    paint: 'clean',
    body: 'sedan',
    engine: 1.5,
    documents: 'ok',
    barter: true,
  },
  {
    title: 'Cobalt 2021, oq, ideal holatda',
    description:
      'Bir qoʻlda haydalgan, kraska yoʻq. Metan toʻrtinchi avlod, hujjatida bor.\nYangi akkumulyator, balonlar yangi. Koʻrgan odam olib ketadi.',
  },
  {
    price: usd(11_900, 'negotiable'),
    districtId: 'andijon.asaka',
    mahalla: 'Navbahor',
    landmark: 'Asaka dehqon bozori yonida',
    name: 'Karimjon',
    phone: '+998901234567',
  },
)

/** On the board, in the order they were approved: the last one stands first. */
export const live: readonly Offer[] = [
  offer(
    'dilnoza',
    [],
    'lost.documents',
    { event: 'lost', kind: 'several', owner: 'Yusupova Dilnoza', when: 'kecha, bozorda' },
    {
      title: 'Hujjatlarim yoʻqoldi',
      description: 'Qora sumkachada pasport va prava. Topgan odamdan suyunchisi bor.',
    },
    { districtId: 'fargona.qoqon-sh', landmark: 'Chorsu bozori', name: 'Dilnoza', phone: '+998912345678' },
  ),
  offer(
    'ivan',
    ['pram'],
    'children.prams',
    { kind: 'pram', condition: 'used', brand: 'Adamex' },
    {
      title: 'Коляска-люлька, зима-лето',
      description: 'После одного ребёнка, чистая. Сумка и дождевик в подарок.',
    },
    { price: uzs(850_000), districtId: 'fargona.fargona-sh', name: 'Иван', phone: '+998934567890' },
  ),
  offer(
    'dilnoza',
    ['bricks'],
    'building.bricks',
    { kind: 'fired', amount: '20 000 та', pricePer: 'piece', delivery: true },
    {
      title: 'Пишиқ ғишт, Риштон заводидан',
      description: 'Биринчи нав, жарангдор. Етказиб берамиз, 5 000 тадан.',
    },
    { price: uzs(1_150), districtId: 'fargona.rishton', name: 'Абдулла ака', phone: '+998905551122' },
  ),
  offer(
    'karimjon',
    ['calf'],
    'livestock.cattle',
    { kind: 'steer', breed: 'simmental', age: '1-2y', weight: 320, fattened: true },
    {
      title: 'Novvos, 14 oylik, boʻrdoqi',
      description: 'Oʻzimiz boqqanmiz, tirik vazni 320 kilo atrofida.',
    },
    {
      price: uzs(18_500_000, 'negotiable'),
      districtId: 'andijon.marhamat',
      name: 'Karimjon',
      phone: '+998901234567',
    },
  ),
  offer(
    'ivan',
    ['flat'],
    'realty.flats',
    {
      rooms: 3,
      area: 68,
      floor: 3,
      floors: 5,
      repair: 'euro',
      building: 'brick',
      furnished: true,
      gas: true,
    },
    {
      title: '3-комнатная у парка, евроремонт',
      description: 'Тёплый кирпичный дом, окна на юг. Мебель и техника остаются.',
    },
    {
      price: usd(48_000, 'negotiable'),
      districtId: 'fargona.fargona-sh',
      landmark: 'парк Аль-Фергани',
      name: 'Иван',
      phone: '+998934567890',
    },
  ),
  offer(
    'dilnoza',
    ['plot'],
    'realty.land',
    { land: 6, purpose: 'house', documents: 'cadastre', gas: true, water: true, light: true },
    {
      title: 'Yer uchastkasi 6 sotix, togʻ koʻrinadi',
      description: 'Gaz, suv, svet chegarasida. Kadastri tayyor, yoʻl boʻyida.',
    },
    {
      price: usd(15_000),
      districtId: 'namangan.chust',
      mahalla: 'Bogʻishamol',
      name: 'Sherzod',
      phone: '+998939876543',
    },
  ),
  offer(
    'karimjon',
    ['gentra'],
    'transport.cars',
    {
      make: 'chevrolet',
      model: 'chevrolet-gentra',
      year: 2019,
      mileage: 112_000,
      fuel: 'propane',
      gearbox: 'manual',
      colour: 'wet',
      paint: 'parts',
    },
    {
      title: 'Gentra 2019, mokriy asfalt, propan',
      description: 'Ikki joyi kraska, qolgani toza. Yurishi zoʻr.',
    },
    { price: usd(10_300), districtId: 'namangan.namangan-sh', name: 'Oybek', phone: '+998941112233' },
  ),
  offer(
    'dilnoza',
    ['apricots'],
    'crops.fruit',
    { kind: 'apricot', variety: 'Qandak', amount: 800, pricePer: 'kg', wholesale: true },
    {
      title: 'Qandak oʻrik, bogʻdan terilgan',
      description: 'Har kuni ertalab teriladi. Yashikda, ulgurji arzon.',
    },
    { price: uzs(9_000), districtId: 'fargona.sox', name: 'Matluba opa', phone: '+998916667788' },
  ),
  offer(
    'ivan',
    ['sofa'],
    'home.furniture',
    { kind: 'sofa', condition: 'used', size: '230 × 95', delivery: true },
    {
      title: 'Диван раскладной, как новый',
      description: 'Синий велюр, механизм «книжка». Продаём в связи с переездом.',
    },
    { price: uzs(2_400_000), districtId: 'fargona.margilon-sh', name: 'Иван', phone: '+998934567890' },
  ),
  offer(
    'karimjon',
    ['tractor'],
    'services.machines',
    { kind: 'plough', pricePer: 'hour', machine: 'MTZ-80' },
    {
      title: 'Yer haydayman, MTZ-80',
      description: 'Asaka, Marhamat, Buloqboshi. Yonilgʻi oʻzimdan, vaqtida kelaman.',
    },
    { price: uzs(250_000), districtId: 'andijon.asaka', name: 'Karimjon', phone: '+998901234567' },
  ),
  offer(
    'dilnoza',
    ['phone'],
    'phones.smartphones',
    {
      brand: 'apple',
      model: 'iPhone 13',
      storage: '128',
      condition: 'ideal',
      battery: 88,
      box: 'full',
      imei: true,
      colour: 'blue',
    },
    {
      title: 'iPhone 13, 128 GB, quti-hujjat',
      description: 'Akkumulyatori 88 %, tushmagan, ochilmagan. IMEI roʻyxatdan oʻtgan.',
    },
    {
      price: uzs(5_200_000, 'negotiable'),
      districtId: 'fargona.qoqon-sh',
      name: 'Dilnoza',
      phone: '+998912345678',
    },
  ),
  offer(
    'ivan',
    ['apples'],
    'crops.fruit',
    { kind: 'apple', variety: 'Семеренко, Голден', amount: 2000, pricePer: 'kg', wholesale: true },
    {
      title: 'Яблоки из сада, 2 тонны',
      description: 'Сладкие, без химии. Заберёте оптом — уступлю.',
    },
    { price: uzs(6_500), districtId: 'fargona.quva', name: 'Пётр', phone: '+998932223344' },
  ),
  offer(
    'karimjon',
    ['courtyard', 'flat'],
    'realty.houses',
    { land: 8, rooms: 5, area: 140, repair: 'good', walls: 'brick', gas: true, water: true, light: true },
    {
      title: 'Hovli 8 sotix, tokzor, 5 xona',
      description: 'Uy issiq, gaz va suv bor. Hovlida tok, anor, oʻrik. Bozorga yaqin.',
    },
    {
      price: usd(62_000, 'negotiable'),
      districtId: 'andijon.andijon-sh',
      mahalla: 'Bobur',
      name: 'Karimjon',
      phone: '+998901234567',
    },
  ),
  offer(
    'dilnoza',
    ['cow'],
    'livestock.cattle',
    { kind: 'cow', breed: 'holstein', age: '3-5y', milk: 18, calvings: 3, vaccinated: true },
    {
      title: 'Голштин сигир, кунига 18 литр сут',
      description: 'Учинчи туғиши, ювош, қўл билан соғса бўлади. Эмланган, ҳужжати бор.',
    },
    {
      price: uzs(24_000_000, 'negotiable'),
      districtId: 'namangan.uychi',
      name: 'Абдулла ака',
      phone: '+998905551122',
    },
  ),
  cobalt,
]

/** Sold by the time the pictures are taken. */
export const soldTitle = 'Gentra 2019, mokriy asfalt, propan'

/** Comes back from the moderator. */
export const refused = offer(
  'karimjon',
  ['plot'],
  'realty.land',
  { land: 4, purpose: 'garden', documents: 'process' },
  { title: 'Yer 4 sotix, Marhamat', description: 'Suvi bor, yoʻl yaqin.' },
  { price: usd(1), districtId: 'andijon.marhamat', name: 'Karimjon', phone: '+998901234567' },
)
export const refusal = { reason: 'price', note: 'Yer 1 $ turmaydi, oʻz narxini yozing.' } as const

/** Wait for a moderator; the first is on top of the queue. */
export const waiting: readonly Offer[] = [
  offer(
    'dilnoza',
    ['courtyard', 'flat', 'plot'],
    'realty.houses',
    { land: 6, rooms: 4, area: 110, repair: 'euro', gas: true, water: true, light: true },
    {
      title: 'Hovli 6 sotix, yangi taʼmir',
      description: 'Toʻrt xona, ayvon, tokzor. Maktab va bozor yonida.',
    },
    {
      price: usd(41_000, 'negotiable'),
      districtId: 'fargona.qoqon-sh',
      mahalla: 'Chorsu',
      name: 'Dilnoza',
      phone: '+998912345678',
    },
  ),
  offer(
    'ivan',
    ['phone'],
    'phones.smartphones',
    { brand: 'apple', model: 'iPhone 12', storage: '64', condition: 'good' },
    { title: 'iPhone 12, 64 ГБ', description: 'Всё работает, есть царапины.' },
    { price: uzs(3_700_000), districtId: 'fargona.fargona-sh', name: 'Иван', phone: '+998934567890' },
  ),
  offer(
    'dilnoza',
    ['apples'],
    'crops.fruit',
    { kind: 'apple', variety: 'Golden', amount: 500, pricePer: 'kg' },
    { title: 'Olma, Golden navi', description: 'Quvaning shirin olmasi.' },
    { price: uzs(7_000), districtId: 'fargona.quva', name: 'Dilnoza', phone: '+998912345678' },
  ),
]

/** Answered to the end and not yet sent. */
export const unfinished = offer(
  'ivan',
  ['cow', 'calf'],
  'livestock.cattle',
  {
    kind: 'cow-calf',
    breed: 'holstein',
    age: '3-5y',
    milk: 20,
    calvings: 2,
    vaccinated: true,
    pricePer: 'whole',
  },
  {
    title: 'Golshtin sigir buzogʻi bilan',
    description: 'Ikkinchi tugʻishi, kuniga 20 litr beradi. Buzogʻi 8 oylik, novvos.',
  },
  {
    price: uzs(29_500_000, 'negotiable'),
    districtId: 'namangan.uychi',
    mahalla: 'Jiydakapa',
    name: 'Abdulla aka',
    phone: '+998905551122',
  },
)
