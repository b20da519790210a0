import { bool, category, choices, number, select, text } from '#shared/catalog/build.ts'
import { kind, other, pricePer } from '#shared/catalog/common.ts'
import type { Category } from '#shared/catalog/types.ts'

const sex = select(
  'sex',
  ['Jinsi', 'Пол', 'Sex'],
  choices({
    male: ['Erkak', 'Самец', 'Male'],
    female: ['Urgʻochi', 'Самка', 'Female'],
    pair: ['Jufti', 'Пара', 'A pair'],
    unknown: ['Bilinmaydi', 'Не знаю', 'Not known'],
  }),
  { filter: true, post: true, icon: '⚥️' },
)
const age = select(
  'age',
  ['Yoshi', 'Возраст', 'Age'],
  choices({
    'under-3m': ['3 oygacha', 'До 3 месяцев', 'Under 3 months'],
    '3-12m': ['3–12 oylik', '3–12 месяцев', '3–12 months'],
    '1-3y': ['1–3 yosh', '1–3 года', '1–3 years'],
    'over-3y': ['3 yoshdan katta', 'Старше 3 лет', 'Over 3 years'],
  }),
  { required: true, filter: true, card: true, post: true, icon: '📅' },
)
const vaccinated = bool('vaccinated', ['Emlangan', 'Привит', 'Vaccinated'], { filter: true })
const papers = bool('papers', ['Hujjati (pasporti) bor', 'Есть документы', 'Has papers'])

const birds = category({
  id: 'livestock.birds',
  icon: '🕊️',
  hashtag: 'kaptar',
  label: ['Kaptar va sayroqi qushlar', 'Голуби и певчие птицы', 'Pigeons and songbirds'],
  example: ['Oʻyinchi kaptar, jufti', 'Бойные голуби, пара', 'Tumbler pigeons, a pair'],
  attributes: [
    kind(
      choices({
        pigeon: ['Kaptar', 'Голубь', 'Pigeon'],
        quail: ['Sayroqi bedana', 'Певчий перепел', 'Singing quail'],
        partridge: ['Kaklik', 'Кеклик', 'Chukar partridge'],
        parrot: ['Toʻtiqush', 'Попугай', 'Parrot'],
        canary: ['Kanareyka', 'Канарейка', 'Canary'],
        cage: ['Qafas, anjomlar', 'Клетки, принадлежности', 'Cages, supplies'],
        ...other,
      }),
      '🕊️',
    ),
    text('breed', ['Zoti', 'Порода', 'Breed'], { maxLength: 40, card: true, post: true, icon: '🏷️' }),
    sex,
    number('count', ['Nechta', 'Сколько', 'How many'], { min: 1, max: 1000, unit: 'pieces' }),
    pricePer('piece', 'pair', 'whole'),
  ],
})

const dogs = category({
  id: 'livestock.dogs',
  icon: '🐕',
  hashtag: 'itlar',
  label: ['Itlar', 'Собаки', 'Dogs'],
  example: ['Alabay kuchugi, 2 oylik', 'Щенок алабая, 2 месяца', 'Alabai puppy, 2 months'],
  attributes: [
    select(
      'breed',
      ['Zoti', 'Порода', 'Breed'],
      choices({
        alabai: ['Alabay (boʻribosar)', 'Алабай', 'Alabai'],
        shepherd: ['Nemis ovcharkasi', 'Немецкая овчарка', 'German Shepherd'],
        tazy: ['Tozi', 'Тазы', 'Tazy'],
        kangal: ['Kangal', 'Кангал', 'Kangal'],
        rottweiler: ['Rotveyler', 'Ротвейлер', 'Rottweiler'],
        doberman: ['Doberman', 'Доберман', 'Dobermann'],
        husky: ['Xaski', 'Хаски', 'Husky'],
        spitz: ['Shpits', 'Шпиц', 'Spitz'],
        yorkie: ['York', 'Йорк', 'Yorkshire Terrier', 'Йорк'],
        hunting: ['Ov iti', 'Охотничья', 'Hunting dog'],
        mixed: ['Zotsiz, aralash', 'Беспородная', 'Mixed'],
        ...other,
      }),
      { required: true, filter: true, card: true, post: true, icon: '🐕' },
    ),
    age,
    sex,
    vaccinated,
    papers,
  ],
})

const cats = category({
  id: 'livestock.cats',
  icon: '🐈',
  hashtag: 'mushuk',
  label: ['Mushuklar', 'Кошки', 'Cats'],
  example: [
    'Britan mushukchasi, 2 oylik',
    'Британский котёнок, 2 месяца',
    'British Shorthair kitten, 2 months',
  ],
  attributes: [
    select(
      'breed',
      ['Zoti', 'Порода', 'Breed'],
      choices({
        british: ['Britan', 'Британская', 'British Shorthair'],
        scottish: ['Shotland', 'Шотландская', 'Scottish Fold'],
        persian: ['Fors', 'Персидская', 'Persian'],
        siamese: ['Siyam', 'Сиамская', 'Siamese'],
        sphynx: ['Sfinks', 'Сфинкс', 'Sphynx'],
        mainecoon: ['Meyn-kun', 'Мейн-кун', 'Maine Coon'],
        angora: ['Angora', 'Ангорская', 'Angora'],
        mixed: ['Oddiy, zotsiz', 'Обычная', 'Domestic'],
        ...other,
      }),
      { required: true, filter: true, card: true, post: true, icon: '🐈' },
    ),
    age,
    sex,
    vaccinated,
    papers,
  ],
})

export const pets: readonly Category[] = [birds, dogs, cats]
