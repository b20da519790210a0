// What the words of a query surely mean. Anyone may add to it, but a word that narrows wrongly hides ads:
//
// 1. A word names a whole category ("kvartira"), or one choice of a question that every ad of it must answer ("sigir" is
//    a `kind` of cattle). A word for something narrower, or with a second meaning, stays a word: it is found anyway. So does
//    what is also given away or lost: whoever looks for a kitten wants to see those too.
// 2. Endings, scripts and apostrophes do not matter; the words of a phrase stand in this order.
// 3. It counts only where the rest of the query is understood too, or is said of such things (`fitting`): "kobalt bamper"
//    asks for no car.

export interface Meaning {
  /** Words and phrases, parted by commas. */
  readonly words: string
  readonly category: string
  /** Question → choices, any of which is meant. */
  readonly attributes?: Readonly<Record<string, readonly string[]>>
}

const of = (category: string, words: string, kind?: string): Meaning => ({
  category,
  words,
  ...(kind !== undefined && { attributes: { kind: kind.split(' ') } }),
})

export const meanings: readonly Meaning[] = [
  of(
    'transport.cars',
    'mashina, moshina, avto, avtomobil, avtomashina, yengil mashina, yengil avtomobil, машина, авто, автомобиль, легковая машина, легковой автомобиль',
  ),
  of('transport.trucks', 'yuk mashinasi, yuk moshina, грузовик, грузовая машина'),
  of('transport.farm', 'traktor, трактор', 'tractor mini'),
  of('transport.farm', 'kombayn, комбайн', 'combine'),
  of('transport.farm', 'motoblok, мотоблок', 'walking'),
  of('transport.special', 'ekskavator, экскаватор', 'excavator'),
  of('transport.special', 'buldozer, бульдозер', 'bulldozer'),
  of('transport.moto', 'mototsikl, motosikl, мотоцикл', 'motorcycle'),
  of('transport.moto', 'skuter, скутер', 'scooter e-scooter'),
  of(
    'transport.moto',
    'elektroskuter, электроскутер, электрический скутер, скутер электрический',
    'e-scooter',
  ),
  of('transport.moto', 'moped, мопед', 'moped'),
  of('transport.bicycles', 'velosiped, велосипед, velik, велик'),
  of('realty', 'uy, uy joy'),
  of('realty.houses', 'hovli, ховли, hovli uy, hovli joy, дом, дома, uchastka hovli'),
  of('realty.flats', 'kvartira, квартира, kvartra'),
  of('realty.land', 'yer, yer uchastka, yer uchastkasi, uchastka, участок, земельный участок, yer maydoni'),
  of('realty.garages', 'garaj, гараж'),
  of('livestock.cattle', 'qoramol, крс, крупный рогатый скот'),
  of('livestock.cattle', 'sigir, корова, коровы, коров', 'cow cow-calf'),
  of('livestock.cattle', 'buzoq, телёнок, телята', 'calf'),
  of('livestock.cattle', 'novvos, novos, бычок, бычки', 'steer bull'),
  of('livestock.cattle', 'gʻunajin, нетель', 'heifer'),
  of('livestock.sheep', 'qoʻy, баран, бараны, овца, овцы, овец', 'ram ewe ewe-lamb hogget lamb mixed'),
  of('livestock.sheep', 'qoʻchqor', 'ram'),
  of('livestock.sheep', 'sovliq', 'ewe ewe-lamb'),
  of('livestock.sheep', 'echki, коза', 'goat billy kid'),
  of('livestock.poultry', 'tovuq, курица, куры', 'hen broiler chick rooster gamecock'),
  of('livestock.poultry', 'kurka, индюк, индейка, индюки', 'turkey'),
  of('livestock.rabbits', 'quyon, кролик, кролики'),
  of('livestock.bees', 'asalari, пчёлы'),
  of('livestock.horses', 'лошадь, лошади, конь, кони', 'stallion mare mare-foal gelding foal'),
  of('livestock.birds', 'kaptar, голубь, голуби', 'pigeon'),
  of('phones.smartphones', 'telefon, телефон, smartfon, смартфон'),
  { words: 'iphone, айфон, ayfon', category: 'phones.smartphones', attributes: { brand: ['apple'] } },
  of('phones.tablets', 'planshet, планшет'),
  { words: 'ipad, айпад', category: 'phones.tablets', attributes: { brand: ['apple'] } },
  of('electronics.tv', 'televizor, телевизор'),
  of('electronics.computers', 'noutbuk, ноутбук, notebook', 'laptop'),
  of('appliances.fridges', 'muzlatkich, холодильник, xolodilnik'),
  of('appliances.washing', 'kir yuvish mashinasi, kir mashina, kir moshina, стиральная машина, стиралка'),
  of('appliances.climate', 'konditsioner, кондиционер', 'split'),
  of('home.carpets', 'gilam, ковёр, ковры'),
  of('children.prams', 'kolyaska, коляска, детская коляска, bolalar kolyaskasi', 'pram'),
  of('crops.vegetables', 'kartoshka, картошка, картофель', 'potato'),
]

/** Said of homes, words that ask for one to let; of anything else they leave the category open. */
export const letting: Readonly<Record<string, string>> = {
  'realty.houses': 'realty.rent-houses',
  'realty.flats': 'realty.rent-flats',
}

/** What is said of the things of a category besides their questions: a query that says it still means them. */
export const fitting: Readonly<Record<string, string>> = {
  'transport.cars':
    'ideal, идеал, toza, pozitsiya, позиция, kraska, краска, holat, состояние, probeg, пробег, kredit, кредит, rassrochka, рассрочка, full, salon, oilaviy, xozirgi, rang, цвет',
  realty:
    'remont, ремонт, yevroremont, евроремонт, gaz, газ, suv, вода, svet, свет, markaz, центр, shahar, город, tuman, yangi, новый, kredit, ipoteka, ипотека, katta, большой, joy, hujjat, документы, bogʻ, сад',
  livestock:
    'sogʻin, дойная, sut, semiz, жирный, boʻrdoqi, zotli, зот, породистый, naslli, katta, большой, kichik, молодой, yosh, bogʻoz, стельная, bola',
  'phones.smartphones':
    'ideal, идеал, karobka, коробка, dokument, документ, yangi, новый, holat, состояние, rang',
  transport: 'ideal, yangi, новый, holat, bolalar, детский, katta',
  appliances: 'yangi, новый, ideal, samsung, lg, artel, katta, kichik',
  electronics: 'yangi, новый, ideal, samsung, lg, artel, hp, asus, lenovo, acer, dell, igrovoy, oʻyin',
}

/** Names of places that are words, goods or dishes too: only "Norinda", "в Чусте" or "Quva tumani" says the place. */
export const wordyPlaces =
  'Furqat, Toshloq, Langar, Navbahor, Boʻston, Davlatobod, Norin, Baliqchi, Marhamat, Pop, Soʻx, Chust, Rishton, Quva, Margʻilon, Oʻzbekiston, Узбекистан, Uychi, Vodil, Buloqboshi, Chortoq, Papskiy, Yaypan'

/** Words beside which a number is of a phone's model and "128" is what it holds. */
export const phoneWords =
  'iphone, айфон, ayfon, samsung, самсунг, galaxy, галакси, redmi, редми, xiaomi, сяоми, poco, поко, honor, хонор, tecno, infinix, realme, huawei, vivo, oppo, telefon, смартфон, smartfon, note, нот, pro, про, max, макс, plus, ultra, mini, lite, a, s, x, c, t, se, fe, xr, xs'
