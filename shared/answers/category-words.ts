// Words by which an ad's category is known for sure. Anyone may add to it: a word or a phrase as it is said, in any
// script; case, apostrophes, look-alike letters and endings do not matter. Leave out what has a second meaning.

/** Category id → words; commas part them. */
export const categoryWords: Readonly<Record<string, string>> = {
  'transport.cars':
    'avtomobil sotiladi, yengil mashina, yengil avtomobil, легковой автомобиль, mashina sotiladi',
  'transport.trucks': 'kamaz, камаз, isuzu, исузу, yuk mashinasi, грузовик, самосвал, fura, zil 130',
  'transport.farm': 'traktor, трактор, kombayn, комбайн, motoblok, мотоблок, mtz, мтз, seyalka, сеялка',
  'transport.special':
    'ekskavator, экскаватор, buldozer, бульдозер, pogruzchik, погрузчик, avtokran, автокран',
  'transport.moto':
    'mototsikl, мотоцикл, skuter, скутер, moped, мопед, kvadrotsikl, квадроцикл, elektroskuter',
  'transport.bicycles': 'velosiped, велосипед, velik, велик',
  'transport.parts':
    'ehtiyot qism, zapchast, запчасть, запчасти, bamper, бампер, dvigatel sotiladi, motor sotiladi, karobka sotiladi, kuzov sotiladi, fara sotiladi, disk sotiladi, akkumulyator, аккумулятор автомобильный',
  'transport.tyres': 'shina, шины, резина зимняя, pokrishka, покрышка, titan disk, титан диск, ballon disk',
  'realty.houses':
    'hovli, ховли, hovli joy, uy sotiladi, uy joy, дом продаётся, продаётся дом, продам дом, продаю дом',
  'realty.flats': 'kvartira, квартира, xonali uy sotiladi, комнатная квартира, дом квартира',
  'realty.land': 'yer uchastka, yer uchastkasi, uchastka, участок, земельный участок, yer sotiladi, bosh yer',
  'livestock.cattle':
    'sigir, сигир, buqa, novvos, novos, buzoq, gunajin, qoramol, корова, бык, бычок, телёнок, тёлка, нетель, tana sotiladi, govmish',
  'livestock.sheep':
    'qochqor, sovliq, toqli, qozi, qozichoq, echki, uloq, hisori qoy, qoy sotiladi, qoylar, баран, овца, овцы, коза, козлёнок, ягнёнок',
  'livestock.horses': 'biya, aygir, toychoq, ot sotiladi, лошадь, жеребец, кобыла, жеребёнок, eshak, осёл',
  'livestock.poultry':
    'tovuq, tovuqlar, xoroz, joja, kurka, ordak, broyler, brama, курица, куры, петух, цыплята, индюк, утка, гусь, бройлер',
  'livestock.rabbits': 'quyon, кролик, кролики, крольчата',
  'livestock.bees': 'asalari, ari oilasi, пчёлы, пчелосемья, улей',
  'livestock.dogs': 'kuchuk, kuchukcha, it sotiladi, alabay, алабай, собака, щенок, щенки, ovcharka, овчарка',
  'livestock.cats': 'mushuk, mushukcha, кошка, котёнок, котята, кот',
  'livestock.birds': 'kaptar, голубь, голуби, totiqush, попугай, kanareyka, канарейка, kaklik, кеклик',
  'phones.smartphones':
    'iphone, айфон, ayfon, redmi, редми, poco x, samsung a, samsung s, самсунг а, самсунг с, galaxy a, galaxy s, galaxy note, smartfon, смартфон, tecno, infinix, telefon sotiladi, телефон сотилади, tel sotiladi',
  'phones.tablets': 'planshet, планшет, ipad, айпад, galaxy tab',
  'phones.watches':
    'airpods, apple watch, smart soat, смарт часы, galaxy buds, naushnik, наушники, quloqchin',
  'phones.accessories': 'poverbank, повербанк, telefon chexoli, чехол для телефона',
  'electronics.tv': 'televizor, телевизор',
  'electronics.computers':
    'noutbuk, ноутбук, notebook, laptop, macbook, макбук, kompyuter, компьютер, monoblok',
  'electronics.games': 'playstation, плейстейшн, xbox, pristavka, приставка',
  'appliances.fridges': 'muzlatkich, холодильник, xolodilnik, морозильник, marazilnik',
  'appliances.washing': 'kir yuvish mashinasi, kir mashina, kir moshina, стиральная машина, стиралка',
  'appliances.climate':
    'konditsioner, кондиционер, kondisaner, кондиционеры, vintilyator, вентилятор, kotyol, котёл',
  'appliances.stoves': 'gaz plita, газ плита, газовая плита, duxovka, духовка, mikrovolnovka, микроволновка',
  'home.furniture':
    'divan, диван, shkaf, шкаф, mebel, мебель, karavot, кровать, stol stul, стол стул, kreslo, кресло',
  'home.carpets': 'gilam, ковёр',
  'children.prams': 'kolyaska, коляска, avtokreslo, автокресло, xodunok',
  'children.furniture': 'beshik, колыбель, детская кроватка',
  'crops.vegetables':
    'kartoshka, картошка, картофель, piyoz, лук репчатый, pomidor, помидоры, tarvuz, арбуз, qovun, дыня',
  'crops.grain': 'bugdoy, пшеница, guruch, рис девзира, makkajoxori, кукуруза, mosh sotiladi',
  'crops.hay': 'beda, somon, солома, сено, люцерна, silos',
  'crops.feed': 'omuxta yem, комбикорм, kunjara, kepak, отруби, sheluxa',
  'crops.seedlings': 'kochat, саженец, саженцы, рассада',
  'building.bricks':
    'gisht sotiladi, pishiq gisht, кирпич, shlakoblok, шлакоблок, penoblok, пеноблок, gazoblok',
  'building.cement': 'sement, цемент, alebastr, алебастр, shpaklyovka, шпаклевка',
  'building.metal': 'armatura, арматура, profnastil, профнастил, shifer, шифер, tunuka, cherepitsa',
  'food.dairy': 'mol goshti, qoy goshti, tovuq goshti, sariyog, qaymoq, tuxum sotiladi, говядина, баранина',
  'food.honey': 'asal, мёд',
  'jobs.offered':
    'ishga olamiz, ishga olinadi, ishga taklif, ishchi kerak, ishchilar kerak, vakansiya, вакансия, требуется, требуются',
}

/** What is mentioned beside something greater: category id → the categories it then says nothing of. */
export const outweighed: Readonly<Record<string, readonly string[]>> = {
  'transport.parts': ['transport.'],
  'transport.tyres': ['transport.'],
  'realty.houses': [
    'realty.land',
    'appliances.',
    'home.',
    'building.',
    'livestock.',
    'crops.',
    'electronics.tv',
  ],
  'realty.flats': ['realty.houses', 'appliances.', 'home.', 'building.', 'electronics.tv'],
  'phones.accessories': ['phones.'],
  'phones.watches': ['phones.smartphones'],
  'phones.tablets': ['phones.smartphones'],
  'crops.feed': ['livestock.', 'crops.'],
  'food.dairy': ['livestock.'],
  'livestock.bees': ['food.honey'],
  'transport.farm': ['crops.'],
  'jobs.offered': [''],
  'electronics.games': ['electronics.tv'],
}

/** Words that make a sale something else, so that no category is sure: wanted, lost, given away, a service. */
export const unsureWords =
  'olaman, sotib olaman, olamiz, qidiryapman, izlayapman, kuplyu, куплю, ищу, kimda bor, yoqoldi, yoqolgan, topildi, topib olindi, потерялась, потерялся, пропала, пропал, найден, найдена, ehson, в добрые руки, yaxshi qolga, xizmat, xizmati, услуги, услуга, tamirlayman, tuzataman, tuzatamiz, usta, мастер, ремонтирую, ремонтируем, yuk tashish, грузоперевозки, prokat, прокат, haydab beraman, вызов, chaqiruv, ayirboshlayman, talab qilinadi, kerak, chexol, чехол, zaryadnik, зарядник'

/** Words of renting; only homes have a category of their own for it. */
export const rentWords =
  'ijara, ijaraga, ijarasi, arenda, аренда, аренду, сдаётся, сдам, сдаю, kvartirantga, sutkalik, суточная, посуточно, kunlik beriladi, oyiga, в месяц'
export const rented: Readonly<Record<string, string>> = {
  'realty.houses': 'realty.rent-houses',
  'realty.flats': 'realty.rent-flats',
}

/** Car models whose names mean nothing else, so that they say «a car» alone. */
export const certainModels =
  'kobalt, cobalt, gentra, jentra, жентра, джентра, lacetti, лачетти, nexia, нексия, spark, спарк, matiz, матиз, damas, дамас, labo, лабо, captiva, каптива, malibu, малибу, tico, тико, onix, оникс, tracker, трекер, monza, монза, jiguli, жигули, tahoe, тахо, orlando, орландо, epica, эпика, equinox, эквинокс, trailblazer'
