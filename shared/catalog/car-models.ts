import { choices, type Row } from '#shared/catalog/build.ts'
import type { Option } from '#shared/catalog/types.ts'

type Make = readonly [id: string, name: Row | string, models: string | Readonly<Record<string, Row | string>>]

/** Makes and models driven in the valley, the most common first; a model's id is `<make>-<model>`. */
const makesAndModels: readonly Make[] = [
  [
    'chevrolet',
    'Chevrolet',
    'Cobalt, Gentra, Lacetti, Nexia 3, Nexia 2, Nexia 1, Spark, Matiz, Damas, Labo, Onix, Tracker, Monza, Malibu, Malibu 2, Captiva, Equinox, Tahoe, Traverse, TrailBlazer, Orlando, Epica, Aveo, Cruze, Menlo, Camaro',
  ],
  [
    'daewoo',
    'Daewoo',
    'Nexia 1, Nexia 2, Matiz, Tico, Damas, Labo, Lacetti, Gentra, Espero, Prince, Leganza',
  ],
  [
    'lada',
    ['Lada (VAZ)', 'Лада (ВАЗ)', 'Lada (VAZ)'],
    {
      '2101': '2101',
      '2102': '2102',
      '2103': '2103',
      '2104': '2104',
      '2105': '2105',
      '2106': '2106',
      '2107': '2107',
      '2108': '2108',
      '2109': '2109',
      '21099': '21099',
      '2110': '2110',
      '2111': '2111',
      '2112': '2112',
      '2114': '2114',
      '2115': '2115',
      niva: ['Niva', 'Нива', 'Niva'],
      granta: ['Granta', 'Гранта', 'Granta'],
      vesta: ['Vesta', 'Веста', 'Vesta'],
      largus: ['Largus', 'Ларгус', 'Largus'],
      kalina: ['Kalina', 'Калина', 'Kalina'],
      priora: ['Priora', 'Приора', 'Priora'],
      xray: 'XRAY',
      oka: ['Oka', 'Ока', 'Oka'],
    },
  ],
  [
    'moskvich',
    ['Moskvich', 'Москвич', 'Moskvich'],
    {
      '403': '403',
      '407': '407',
      '408': '408',
      '412': '412',
      '2140': '2140',
      '2141': '2141',
      izh: ['Ij-Kombi', 'Иж-Комби', 'Izh Kombi'],
      '3': '3',
    },
  ],
  [
    'gaz',
    ['GAZ', 'ГАЗ', 'GAZ'],
    {
      volga21: ['Volga 21', 'Волга 21', 'Volga 21'],
      volga24: ['Volga 24', 'Волга 24', 'Volga 24'],
      volga2410: ['Volga 24-10', 'Волга 24-10', 'Volga 24-10'],
      volga3102: ['Volga 3102', 'Волга 3102', 'Volga 3102'],
      volga3110: ['Volga 3110', 'Волга 3110', 'Volga 3110'],
      volga31105: ['Volga 31105', 'Волга 31105', 'Volga 31105'],
      gazelle: ['Gazel', 'Газель', 'GAZelle', 'Газель'],
      sobol: ['Sobol', 'Соболь', 'Sobol', 'Соболь'],
      '69': ['GAZ-69', 'ГАЗ-69', 'GAZ-69'],
    },
  ],
  [
    'uaz',
    ['UAZ', 'УАЗ', 'UAZ'],
    {
      '469': '469',
      '3151': '3151',
      patriot: ['Patriot', 'Патриот', 'Patriot'],
      hunter: ['Hanter', 'Хантер', 'Hunter', 'Хантер'],
      bukhanka: ['Buxanka (452)', 'Буханка (452)', 'Bukhanka (452)'],
    },
  ],
  [
    'zaz',
    ['ZAZ', 'ЗАЗ', 'ZAZ'],
    {
      zaporozhets: ['Zaporojes', 'Запорожец', 'Zaporozhets', 'Запорожец'],
      tavriya: ['Tavriya', 'Таврия', 'Tavria'],
    },
  ],
  [
    'kia',
    'Kia',
    'K5, K7, K8, Sportage, Seltos, Sonet, Carnival, Sorento, Rio, Cerato, Optima, Picanto, Morning, Soul, Bongo, Mohave, EV5, EV6',
  ],
  [
    'hyundai',
    'Hyundai',
    'Accent, Elantra, Sonata, Tucson, Creta, Santa Fe, Palisade, Avante, Grandeur, i10, i20, i30, Getz, Porter, Starex, Staria, H-1, Ioniq 5',
  ],
  [
    'byd',
    'BYD',
    'Song Plus, Song Pro, Song L, Han, Chazor, Yuan Up, Yuan Plus, Qin Plus, Qin L, Destroyer 05, Seagull, Dolphin, Seal, Tang, E2, Sealion 06, Sealion 07, Leopard 5',
  ],
  [
    'chery',
    'Chery',
    'Tiggo 2, Tiggo 3, Tiggo 4, Tiggo 7, Tiggo 7 Pro, Tiggo 8, Tiggo 8 Pro, Tiggo 9, Arrizo 5, Arrizo 6, Arrizo 7, Arrizo 8, QQ, Amulet, eQ1',
  ],
  ['haval', 'Haval', 'Jolion, Dargo, F7, F7x, H6, H9, M6, Xiaolong'],
  [
    'geely',
    'Geely',
    'Coolray, Monjaro, Atlas, Emgrand, Tugella, Okavango, Galaxy L7, Galaxy E5, Geometry C, Panda Mini',
  ],
  ['leapmotor', 'Leapmotor', 'C10, C11, C16, C01, T03, B10'],
  ['zeekr', 'Zeekr', '001, 007, 009, X, 7X'],
  ['li', 'Li Auto', 'L6, L7, L8, L9, ONE, Mega'],
  ['changan', 'Changan', 'CS35, CS55, CS75, UNI-K, UNI-T, UNI-V, Alsvin, Eado'],
  ['deepal', 'Deepal', 'S05, S07, L07, G318'],
  ['jetour', 'Jetour', 'X70, X90, Dashing, T2'],
  ['exeed', 'Exeed', 'LX, TXL, VX, RX'],
  ['jac', 'JAC', 'J7, JS4, S3, X200'],
  ['dongfeng', 'Dongfeng', 'Aeolus, Shine, Forthing, Nammi, Fengon'],
  ['wuling', 'Wuling', 'Hongguang Mini EV, Bingo, Rongguang'],
  ['xiaomi', 'Xiaomi', 'SU7, YU7'],
  ['tesla', 'Tesla', 'Model 3, Model Y, Model S, Model X'],
  [
    'toyota',
    'Toyota',
    'Camry, Corolla, Prado, Land Cruiser, RAV4, Highlander, Prius, Hilux, Fortuner, Alphard, Sienna, Yaris, bZ4X',
  ],
  [
    'mercedes',
    'Mercedes-Benz',
    'C-Class, E-Class, S-Class, CLS, CLA, GLA, GLC, GLE, GLS, G-Class, ML, 190, W124, Vito, V-Class, Sprinter',
  ],
  ['bmw', 'BMW', '3, 5, 7, X1, X3, X5, X6, X7, i3, iX3, M5'],
  ['opel', 'Opel', 'Astra, Vectra, Omega, Zafira, Corsa, Kadett, Meriva, Insignia, Frontera'],
  [
    'volkswagen',
    'Volkswagen',
    'Polo, Golf, Passat, Jetta, Tiguan, Touareg, Caddy, Transporter, Crafter, ID.4, ID.6, Bora',
  ],
  [
    'ford',
    'Ford',
    'Focus, Fiesta, Fusion, Mondeo, Escort, Sierra, Scorpio, Transit, Escape, Explorer, Mustang',
  ],
  ['audi', 'Audi', '80, 100, A3, A4, A6, A8, Q3, Q5, Q7, Q8, e-tron'],
  ['nissan', 'Nissan', 'Qashqai, X-Trail, Almera, Sunny, Teana, Patrol, Juke, Leaf, Note'],
  ['mitsubishi', 'Mitsubishi', 'Lancer, Galant, Outlander, Pajero, L200, Delica'],
  ['honda', 'Honda', 'Civic, Accord, CR-V, Fit, HR-V, e:NS1, e:NP1'],
  ['mazda', 'Mazda', '3, 6, 626, CX-5, CX-7, Demio'],
  ['lexus', 'Lexus', 'RX, LX, GX, NX, ES, LS, IS'],
  ['renault', 'Renault', 'Logan, Duster, Sandero, Kaptur, Arkana, Megane, Symbol'],
  ['skoda', 'Skoda', 'Octavia, Rapid, Superb, Kodiaq, Fabia'],
  ['suzuki', 'Suzuki', 'Swift, Vitara, Jimny, Alto'],
  ['subaru', 'Subaru', 'Forester, Outback, Legacy, Impreza'],
  ['ssangyong', 'SsangYong', 'Actyon, Rexton, Korando, Musso, Istana'],
  ['landrover', 'Land Rover', 'Range Rover, Range Rover Sport, Discovery, Defender, Freelander'],
  ['porsche', 'Porsche', 'Cayenne, Macan, Panamera, Taycan'],
  ['ravon', 'Ravon', 'R2, R3, R4, Gentra'],
]

const otherModel = { other: ['Boshqa model', 'Другая модель', 'Other model'] } as const
const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

const named = (models: string) => Object.fromEntries(models.split(', ').map((name) => [slug(name), name]))

const modelsOf = ([make, , models]: Make) => {
  const rows = { ...(typeof models === 'string' ? named(models) : models), ...otherModel }
  return choices(Object.fromEntries(Object.entries(rows).map(([id, row]) => [`${make}-${id}`, row])), make)
}

export const carMakes: readonly Option[] = choices({
  ...Object.fromEntries(makesAndModels.map(([id, name]) => [id, name])),
  other: ['Boshqa marka', 'Другая марка', 'Other make'],
})

/** Every make has its own "other model"; the make "other" has none, so no model is asked for it. */
export const carModels: readonly Option[] = makesAndModels.flatMap(modelsOf)
