import type { Locale } from '#shared/i18n/locales.ts'
import { type Names, valley } from '#shared/regions/valley.ts'

interface Place {
  readonly names: Readonly<Record<Locale, string>>
  /** Without `#`; Latin letters only, unique among all regions and districts. */
  readonly hashtag: string
}
export interface District extends Place {
  /** `<region id>.<slug>`, e.g. `fargona.qoqon-sh`. */
  readonly id: string
  readonly kind: 'city' | 'district'
}
export interface Region extends Place {
  readonly id: string
  /** Code in the national classifier of administrative territories. */
  readonly soato: number
  readonly districts: readonly District[]
}

const namesOf = ([uz, cyrillic, ru, en]: Names) => ({ uz, 'uz-Cyrl': cyrillic, ru, en })

/** A city and the district around it, or the whole region, may share a name: these say which they are. */
const ambiguous = new Set(
  valley.flatMap((region) => {
    const slugs = region.districts.map(([slug]) => slug.replace(/-sh$/, ''))
    return [region.id, ...slugs.filter((slug, index) => slugs.indexOf(slug) !== index)]
  }),
)
function hashtagOf(slug: string, kind: District['kind']) {
  const name = slug.replace(/-sh$/, '')
  const suffix = ambiguous.has(name) ? (kind === 'city' ? 'shahri' : 'tumani') : ''
  return name.replaceAll('-', '') + suffix
}

export const regions: readonly Region[] = valley.map(({ id, soato, names, districts }) => ({
  id,
  soato,
  names: namesOf(names),
  hashtag: id,
  districts: districts.map(([slug, kind, ...districtNames]) => ({
    id: `${id}.${slug}`,
    kind,
    names: namesOf(districtNames),
    hashtag: hashtagOf(slug, kind),
  })),
}))

const regionsById = new Map(regions.map((region) => [region.id, region]))
const districtsById = new Map(
  regions.flatMap((region) =>
    region.districts.map((district) => [district.id, { district, region }] as const),
  ),
)

export const regionById = (id: string): Region | undefined => regionsById.get(id)
export const districtById = (id: string): District | undefined => districtsById.get(id)?.district
export const regionOfDistrict = (districtId: string): Region | undefined =>
  districtsById.get(districtId)?.region

/** "Qoʻqon shahri, Fargʻona viloyati" for a district, the plain name for a region; empty when unknown. */
export function placeLabel(id: string, locale: Locale): string {
  const found = districtsById.get(id)
  if (!found) return regionsById.get(id)?.names[locale] ?? ''
  return `${found.district.names[locale]}, ${found.region.names[locale]}`
}

/** The regions in one locale, as the API serves them to the Mini App. */
export const regionsFor = (locale: Locale) =>
  regions.map(({ id, names, districts }) => ({
    id,
    label: names[locale],
    districts: districts.map((district) => ({ id: district.id, label: district.names[locale] })),
  }))
export type RegionView = ReturnType<typeof regionsFor>[number]
