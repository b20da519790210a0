// What people say for what the catalogue calls otherwise. Anyone may add to it: write words as they are said, in
// any script; case, apostrophes and look-alike letters do not matter.

/** For "another one, not in the list". */
export const otherWords = ['boshqa', 'boshqasi', 'boshqacha', 'другое', 'другая', 'другой', 'иное', 'other']

export const yesWords = [
  ...[
    'ha',
    'xa',
    'haa',
    'bor',
    'mavjud',
    'albatta',
    'boladi',
    'mumkin',
    'shunday',
    'xop',
    'hop',
    'ok',
    'okey',
  ],
  ...['да', 'есть', 'имеется', 'конечно', 'можно', 'ага', 'угу', 'д', 'yes', 'yep', 'yeah', 'true', 'y'],
]
export const noWords = [
  ...['yoq', 'yuq', 'йук', 'yoqq', 'emas', 'mavjudemas', 'bolmaydi', 'kerakmas', 'qilinmagan', 'mumkinmas'],
  ...['нет', 'неа', 'не', 'без', 'нету', 'нельзя', 'н', 'no', 'nope', 'false', 'not', 'without', 'n'],
]

/** Option id → what else it is called. The same id means the same in every category that has it. */
export const optionWords: Readonly<Record<string, readonly string[]>> = {
  // Cars: ids of makes and models are those of shared/catalog/car-models.ts.
  chevrolet: ['shevrolet', 'шевроле', 'shevrole', 'gm', 'джи эм'],
  daewoo: ['deu', 'дэу', 'деу', 'daevo', 'дево'],
  lada: ['lada', 'лада', 'vaz', 'ваз', 'jiguli', 'жигули', 'жигуль'],
  kia: ['киа', 'кия'],
  hyundai: ['xunday', 'hunday', 'хундай', 'хёндай', 'хендай', 'хюндай'],
  byd: ['бид', 'биюайди', 'бвд', 'bid'],
  chery: ['cheri', 'чери'],
  geely: ['джили', 'jili', 'жили'],
  haval: ['хавал', 'xaval'],
  toyota: ['тойота', 'tayota'],
  mercedes: ['mers', 'мерс', 'мерседес', 'mersedes', 'benz', 'бенц'],
  bmw: ['бмв', 'bemve', 'бэха'],
  volkswagen: ['фольксваген', 'folksvagen', 'vw', 'фольц'],
  nissan: ['ниссан'],
  honda: ['хонда', 'xonda'],
  'chevrolet-cobalt': ['kobalt', 'кобальт', 'кобалт', 'кобал'],
  'chevrolet-gentra': ['jentra', 'жентра', 'джентра', 'лацетти жентра'],
  'chevrolet-lacetti': ['lasetti', 'ласетти', 'лачетти', 'lachetti', 'лосетти'],
  'chevrolet-spark': ['спарк'],
  'chevrolet-matiz': ['матиз'],
  'chevrolet-damas': ['дамас'],
  'chevrolet-labo': ['лабо'],
  'chevrolet-onix': ['оникс', 'oniks'],
  'chevrolet-tracker': ['трекер', 'treker', 'tracker 2'],
  'chevrolet-captiva': ['каптива'],
  'chevrolet-equinox': ['эквинокс', 'ekvinoks'],
  'chevrolet-tahoe': ['тахо', 'taxo'],
  'chevrolet-trailblazer': ['трейлблейзер', 'treylbleyzer'],
  'chevrolet-epica': ['эпика'],
  'chevrolet-cruze': ['круз', 'kruz'],
  'daewoo-tico': ['тико', 'tiko'],
  // Fuel and gearbox.
  petrol: ['бензин', 'benzinli', 'бенз'],
  methane: ['metanli', 'метановый', 'cng', 'gaz metan'],
  propane: ['propanli', 'lpg'],
  'petrol-methane': ['benzin metan', 'бензин метан', 'metan benzin'],
  'petrol-propane': ['benzin propan', 'бензин пропан', 'propan benzin', 'бензин газ', 'benzin gaz'],
  diesel: ['solyarka', 'солярка', 'dizelniy'],
  electric: ['elektr', 'электр', 'tok', 'электрический', 'elektrokar', 'электрокар'],
  manual: ['mexanik', 'механик', 'мкпп', 'mkpp', 'ручная'],
  automatic: ['avtomatik', 'автоматик', 'акпп', 'akpp'],
  // Condition.
  new: ['yangi', 'yap yangi', 'новый', 'новая', 'новые', 'ochilmagan', 'запечатан', 'karobkada', 'новое'],
  used: ['ishlatilgan', 'б у', 'бу', 'бывший в употреблении', 'eski', 'b u', 'ишлатилган'],
  ideal: ['идеал', 'idealniy', 'yangidek', 'как новый', 'alo', 'zor', 'отличное', 'алло'],
  good: ['хорошая', 'хороший', 'yaxshi holatda'],
  broken: ['buzilgan', 'сломан', 'singan', 'битый', 'ishlamaydi', 'не работает'],
  // Colours.
  white: ['oppoq', 'белая', 'белое', 'ok', 'оқ'],
  black: ['чёрная', 'черный', 'черная', 'kora', 'qop qora'],
  grey: ['серая', 'mishiy rang', 'sichqonrang'],
  silver: ['серебро', 'серебряный', 'kumush', 'серебристая'],
  wet: ['mokriy', 'мокрый', 'мокри'],
  red: ['красная', 'kizil'],
  blue: ['синяя', 'kok'],
  // Phones.
  apple: ['iphone', 'айфон', 'ayfon', 'aifon', 'apple', 'эпл'],
  samsung: ['самсунг', 'galaxy', 'галакси'],
  xiaomi: ['сяоми', 'ксиоми', 'shaomi', 'redmi', 'редми', 'poco', 'поко', 'mi'],
  honor: ['хонор', 'xonor'],
  huawei: ['хуавей', 'xuavey'],
  tecno: ['текно', 'техно', 'tekno'],
  infinix: ['инфиникс'],
  realme: ['реалми', 'рилми'],
  vivo: ['виво'],
  oppo: ['оппо'],
  // Animals.
  holstein: ['golshtin', 'голштин', 'golishtin', 'galshtin'],
  simmental: ['симментал', 'simental'],
  cow: ['sigir', 'сигир', 'говмиш', 'govmish', 'sog‘in sigir'],
  ram: ['qochqor', 'баран'],
}

/** District id → other names people give it: its centre, an old name, a shortened one. */
export const districtWords: Readonly<Record<string, readonly string[]>> = {
  'andijon.andijon': ['Kuyganyor', 'Куйганёр'],
  'andijon.izboskan': ['Poytugʻ', 'Пайтуг'],
  'andijon.qorgontepa': ['Qorasuv', 'Карасув', 'Qorasuv shahri'],
  'namangan.mingbuloq': ['Jomashoʻy', 'Джумашуй'],
  'namangan.norin': ['Haqqulobod', 'Хаккулабад'],
  'namangan.namangan': ['Toshbuloq', 'Ташбулак'],
  'fargona.fargona': ['Vodil', 'Вадил', 'Водил'],
  'fargona.furqat': ['Navbahor', 'Навбахор'],
  'fargona.ozbekiston': ['Yaypan', 'Яйпан'],
  'fargona.qoshtepa': ['Langar', 'Лангар'],
  'fargona.qoqon-sh': ['Qoʻqon', 'Коканд', 'Кукон', 'Куқон'],
  'fargona.margilon-sh': ['Margʻilon', 'Маргилан', 'Маргелан'],
}

/** Names of districts that are ordinary words or names of people too: in a whole ad they need "tumani" behind them. */
export const commonNames = [
  'Oʻzbekiston',
  'Узбекистан',
  'Uzbek',
  'Furqat',
  'Фуркат',
  'Toshloq',
  'Langar',
  'Navbahor',
  'Boʻston',
  'Boston',
  'Davlat',
  'Fargʻona',
  'Фергана',
  'Andijon',
  'Андижан',
  'Namangan',
]
