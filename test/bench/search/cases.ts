import { type AdFilters, type Sort, sorts } from '#shared/search/filters.ts'
import { misspelt } from './misspelt.ts'
import type { Random } from './random.ts'
import type { Word } from './vocabulary.ts'

/** A kind of question that buyers ask, asked anew each time; with it, how deep in the list. */
export interface Case {
  name: string
  filters(random: Random): AdFilters
  /** Share of the list behind which the page lies; the first page when absent. */
  depth?: number
  count?: true
}

/** Words by how many ads have them: of a million, some hundred thousand, some hundreds, a handful. */
const ranks = { common: [0, 12], middling: [600, 2000], rare: [30_000, 60_000] } as const

const cars = ['transport.cars', 'realty.flats', 'phones.phones', 'livestock.cattle', 'services.machines']
const regions = ['andijon', 'fargona', 'namangan']
const districts = ['andijon.asaka', 'fargona.qoqon-sh', 'namangan.pop', 'andijon.andijon-sh']

const orders: Record<Sort, string> = { new: 'newest', cheap: 'cheapest', dear: 'dearest', best: 'best' }

/** What the bench of search asks; saved searches and typed words have lists of their own beside this one. */
export function casesFor(vocabulary: readonly Word[]): readonly Case[] {
  const word = (random: Random, kind: keyof typeof ranks, least = 0) => {
    const [from, to] = ranks[kind]
    for (;;) {
      const typed = (vocabulary[from + random.below(to - from)] as Word).forms[0] as string
      if (typed.length >= least) return typed
    }
  }
  const two = (random: Random, kind: keyof typeof ranks) => {
    const first = word(random, kind)
    for (;;) {
      const second = word(random, kind)
      if (second !== first) return `${first} ${second}`
    }
  }
  const queries: Record<string, (random: Random) => string> = {
    'rare word': (r) => word(r, 'rare'),
    'middling word': (r) => word(r, 'middling'),
    'common word': (r) => word(r, 'common'),
    'two common words': (r) => two(r, 'common'),
    'misspelt word': (r) => misspelt(r, word(r, 'middling', 6)),
  }
  const place = (random: Random): AdFilters => ({ category: random.one(cars), region: random.one(regions) })
  const narrow = (random: Random): AdFilters => ({
    category: 'transport.cars',
    region: random.one(regions),
    price: { min: 5000, max: 5000 + random.below(20_000) },
    currency: 'USD',
    photos: true,
    attributes: { year: { min: 1990 + random.below(30) } },
  })
  return [
    { name: 'feed, first page', filters: () => ({}) },
    { name: 'feed, deep', filters: () => ({}), depth: 0.6 },
    { name: 'category', filters: (r) => ({ category: r.one(cars) }) },
    { name: 'category, deep', filters: (r) => ({ category: r.one(cars) }), depth: 0.6 },
    { name: 'top category', filters: (r) => ({ category: r.one(cars).split('.')[0] as string }) },
    { name: 'district', filters: (r) => ({ district: r.one(districts) }) },
    { name: 'category and region', filters: place },
    { name: 'car: region, price, photos, year', filters: narrow },
    { name: 'car, narrow and deep', filters: narrow, depth: 0.3 },
    { name: 'price range alone', filters: (r) => ({ price: { min: 1e6 * (1 + r.below(50)), max: 1e8 } }) },
    { name: 'cheapest of all', filters: () => ({ sort: 'cheap' }) },
    { name: 'dearest of all', filters: () => ({ sort: 'dear' }) },
    { name: 'cheapest of a category', filters: (r) => ({ category: r.one(cars), sort: 'cheap' }) },
    { name: 'dearest of category and region', filters: (r) => ({ ...place(r), sort: 'dear' }) },
    { name: 'cheapest car, narrow', filters: (r) => ({ ...narrow(r), sort: 'cheap' }) },
    ...Object.entries(queries).flatMap(([name, q]) =>
      sorts.flatMap((sort): Case[] => [
        { name: `${name}, ${orders[sort]}`, filters: (r) => ({ q: q(r), sort }) },
        { name: `${name}, ${orders[sort]}, filtered`, filters: (r) => ({ q: q(r), ...place(r), sort }) },
      ]),
    ),
    {
      name: 'two common words, newest, deep',
      filters: (r) => ({ q: two(r, 'common'), sort: 'new' }),
      depth: 0.6,
    },
    { name: 'two middling words, best', filters: (r) => ({ q: two(r, 'middling') }) },
    { name: 'common word, narrow car, best', filters: (r) => ({ q: word(r, 'common'), ...narrow(r) }) },
    { name: 'count: category', filters: (r) => ({ category: r.one(cars) }), count: true },
    { name: 'count: car, narrow', filters: narrow, count: true },
    { name: 'count: rare word', filters: (r) => ({ q: word(r, 'rare') }), count: true },
    { name: 'count: two common words', filters: (r) => ({ q: two(r, 'common') }), count: true },
  ]
}
