/** How many ads of one person may wait or be live at once; a setting of the board. */
export interface OpenAdsLimits {
  /** In all categories together. */
  readonly all: number
  /** In one top category that is not named below. */
  readonly category: number
  /** By top category. */
  readonly categories: Readonly<Partial<Record<string, number>>>
}

/** A person who may have so many ads, whatever they are of. */
export const ownLimits = (most: number): OpenAdsLimits => ({ all: most, category: most, categories: {} })

/** How many ads of one person are open, by top category. */
export type OpenAds = Readonly<Partial<Record<string, number>>>

/** How many more ads a person may have: in all, and in each top category that has room for fewer than that. */
export interface PlacesLeft {
  all: number
  categories: Readonly<Partial<Record<string, number>>>
}

export function placesLeft(open: OpenAds, { all, category, categories }: OpenAdsLimits): PlacesLeft {
  const inAll = Object.values(open).reduce<number>((sum, count = 0) => sum + count, 0)
  const left = { all: Math.max(0, all - inAll), categories: {} as Record<string, number> }
  for (const top of new Set([...Object.keys(open), ...Object.keys(categories)])) {
    const here = Math.max(0, (categories[top] ?? category) - (open[top] ?? 0))
    if (here < left.all) left.categories[top] = here
  }
  return left
}

/** How many more there may be in a sub-category's top category. */
export const placesIn = (left: PlacesLeft, categoryId: string): number =>
  left.categories[topIdOf(categoryId)] ?? left.all

/** A sub-category's id begins with its top category's. */
export const topIdOf = (categoryId: string): string => categoryId.split('.')[0] ?? ''
