import { limits } from '#shared/limits.ts'
import { type Currency, currencies } from '#shared/money/money.ts'

export const sorts = ['new', 'cheap', 'dear', 'best'] as const
export type Sort = (typeof sorts)[number]

/** Both ends belong to it; an absent end is open. At least one is given. */
export interface Range {
  readonly min?: number
  readonly max?: number
}

/** One of some options, a range of a number, or a yes. */
export type AttributeFilter = readonly string[] | Range | true

/** What a buyer wants to see. Absent: anything. */
export interface AdFilters {
  /** Words as typed. */
  readonly q?: string
  /** Of a top category or of a sub-category. */
  readonly category?: string
  readonly region?: string
  readonly district?: string
  /** Whole units of `currency`; ads of the other currency are compared at the day's rate. */
  readonly price?: Range
  /** Of `price`; so'm when absent. */
  readonly currency?: Currency
  /** Only ads with a photo. */
  readonly photos?: true
  readonly negotiable?: true
  /** By an attribute's key. */
  readonly attributes?: Readonly<Record<string, AttributeFilter>>
  /** Absent: the best match first where there are words, else the newest. */
  readonly sort?: Sort
}

/** What a query string may hold of each. */
const limit = { words: limits.query.max, id: 60, attributes: 12, options: 30 }
const idPattern = /^[a-z0-9][a-zA-Z0-9.-]*$/
const keyPattern = /^[a-z][a-zA-Z0-9]*$/
const prefix = 'attr.'

/**
 * Filters from a query string, an address or a shared link. What cannot be read is left out: a link from another
 * version of the board still shows what both understand. Whether the catalogue knows an id is not asked here.
 */
export function readFilters(params: URLSearchParams): AdFilters {
  const q = params.get('q')?.replace(/\s+/g, ' ').trim().slice(0, limit.words)
  const id = (name: string) => {
    const value = params.get(name) ?? ''
    return idPattern.test(value) && value.length <= limit.id ? { [name]: value } : {}
  }
  const price = readRange(params.get('price') ?? '')
  const currency = currencies.find((known) => known === params.get('currency'))
  const sort = sorts.find((known) => known === params.get('sort'))
  const attributes = readAttributes(params)
  return {
    ...(q && { q }),
    ...id('category'),
    ...id('region'),
    ...id('district'),
    ...(price && { price }),
    ...(price && currency && currency !== 'UZS' && { currency }),
    ...(params.get('photos') === 'true' && { photos: true }),
    ...(params.get('negotiable') === 'true' && { negotiable: true }),
    ...(Object.keys(attributes).length > 0 && { attributes }),
    ...(sort && { sort }),
  }
}

/** The one query string of these filters: `q=cobalt&price=..12000&currency=USD&attr.gearbox=manual`. */
export function writeFilters(filters: AdFilters): string {
  const { q, category, region, district, price, currency, photos, negotiable, attributes, sort } = filters
  const params = new URLSearchParams()
  const set = (name: string, value: string | undefined) => {
    if (value) params.set(name, value)
  }
  set('q', q?.replace(/\s+/g, ' ').trim())
  set('category', category)
  set('region', region)
  set('district', district)
  set('price', price && writeRange(price))
  set('currency', price && currency !== 'UZS' ? currency : undefined)
  set('photos', photos && 'true')
  set('negotiable', negotiable && 'true')
  for (const [key, filter] of Object.entries(attributes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
    set(prefix + key, writeAttribute(filter))
  set('sort', sort)
  return params.toString()
}

function readAttributes(params: URLSearchParams): Record<string, AttributeFilter> {
  const read: Record<string, AttributeFilter> = {}
  for (const [name, value] of params) {
    const key = name.slice(prefix.length)
    if (!name.startsWith(prefix) || !keyPattern.test(key) || key.length > limit.id) continue
    const filter = readAttribute(value)
    if (filter && Object.keys(read).length < limit.attributes) read[key] = filter
  }
  return read
}

function readAttribute(value: string): AttributeFilter | undefined {
  if (value === 'true') return true
  if (value.includes('..')) return readRange(value)
  const options = [...new Set(value.split(','))].filter((id) => idPattern.test(id) && id.length <= limit.id)
  return options.length > 0 ? options.slice(0, limit.options).sort() : undefined
}

function writeAttribute(filter: AttributeFilter): string {
  if (filter === true) return 'true'
  return isRange(filter) ? writeRange(filter) : [...new Set(filter)].sort().join(',')
}

export const isRange = (filter: AttributeFilter): filter is Range =>
  typeof filter === 'object' && !Array.isArray(filter)

/** `10..`, `..20`, `10..20`; ends in the wrong order are turned round. */
function readRange(value: string): Range | undefined {
  const [, from, to] = /^(\d{1,15}(?:\.\d{1,3})?)?\.\.(\d{1,15}(?:\.\d{1,3})?)?$/.exec(value) ?? []
  const ends = [from, to].map((end) => (end === undefined ? undefined : Number(end)))
  const [min, max] =
    ends[0] !== undefined && ends[1] !== undefined && ends[0] > ends[1] ? ends.reverse() : ends
  if (min === undefined && max === undefined) return undefined
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }
}

const writeRange = ({ min, max }: Range): string =>
  min === undefined && max === undefined ? '' : `${min ?? ''}..${max ?? ''}`
