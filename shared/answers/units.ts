import { fold } from '#shared/answers/fold.ts'

/** Unit of the catalogue → what people write for it and for its relatives, with what one of them is worth in it. */
const spoken: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  km: { 'km kilometr км километр километров километра kilometer': 1 },
  sotix: {
    'sotix sotik sotka sotih sotux сотка сотки соток сотках сотик сотих сот sot': 1,
    'ga gektar ha hectare га гектар гектара': 100,
    'm2 kvm kvm2 kv': 0.01,
  },
  m2: {
    'm2 m kv kvm kvm2 kvadrat kvadratmetr м м2 кв квм квадрат квадратов квадратный sqm': 1,
    'sotix sotik сотка сотки соток': 100,
    'ga gektar га гектар гектара': 10_000,
  },
  cm: { 'sm cm santimetr см сантиметр сантиметров': 1, 'm metr м метр метра': 100 },
  kg: {
    'kg kilo kilogram kilogramm кг кило килограмм килограммов': 1,
    'tonna tn t тонна тонны тонн т тн': 1000,
    'sentner центнер центнера центнеров': 100,
    'g gr gramm г гр грамм': 0.001,
  },
  tonna: { 'tonna tonnali tn t ton tons тонна тонны тонн т тн': 1, 'kg kilo кг': 0.001 },
  litr: { 'l litr litrli л литр литра литров liter': 1, 'kub sm3 куб кубов': 0.001 },
  litrPerDay: { 'l litr litrdan л литр литра литров liter': 1 },
  hp: { 'ot otkuchi ok лс hp лошадей лошадиных силы сил kuchi': 1 },
  hours: { 'soat motosoat ч час часа часов мч моточасов h hour hours': 1 },
  days: { 'kun kunlik день дня дней day days': 1, 'hafta haftalik неделя недели недель week weeks': 7 },
  months: { 'oy oylik месяц месяца месяцев мес month months': 1 },
  years: { 'yil yillik год года лет г year years': 1 },
  age: { 'yosh yoshda yoshli yil год года лет г year years': 1 },
  rooms: { 'xona xonali xonalik комната комнаты комнат комнатная комнатный ком к room rooms': 1 },
  pieces: { 'dona ta шт штук штука штуки pcs piece pieces donali': 1 },
  heads: { 'bosh ta голова головы голов head heads dona шт штук': 1 },
  seats: { 'orin orinli место места мест seat seats kishi kishilik': 1 },
  people: { 'kishi odam ta нафар nafar человек человека чел person people': 1 },
  percent: { '% foiz процент процента процентов percent': 1 },
  inches: { 'dyuym dyum дюйм дюйма дюймов inch inches " ”': 1, 'sm см': 1 / 2.54 },
  watts: { 'vt vatt w вт ватт watt watts': 1, 'kvt kw квт киловатт kilovatt': 1000 },
  gb: { 'gb gigabayt гб гиг гигабайт gig g': 1, 'tb terabayt тб терабайт tera': 1024 },
}

const wordsOf = new Map(
  Object.entries(spoken).map(([unit, said]) => [
    unit,
    new Map(
      Object.entries(said).flatMap(([words, worth]) =>
        words.split(' ').map((word) => [fold(word), worth] as const),
      ),
    ),
  ]),
)
const known = new Set([...wordsOf.values()].flatMap((words) => [...words.keys()]))

/** What a written unit is worth in a unit of the catalogue; undefined when it is none of its relatives. */
export const worthIn = (unit: string | undefined, word: string): number | undefined =>
  unit === undefined ? undefined : wordsOf.get(unit)?.get(word)

/** Whether the word is a unit of anything: then a number beside it means that and nothing else. */
export const isUnit = (word: string): boolean => known.has(word)
