import { catalog } from '#shared/catalog/index.ts'

/** For how many days an ad is live; a setting of the board. */
export interface Lifetimes {
  /** In categories that are not named below. */
  readonly all: number
  /** By category or top category; the nearer one counts. */
  readonly categories: Readonly<Partial<Record<string, number>>>
}

const usual = 30

/** As the catalogue says, where nobody has set anything: a top category stands for all of its own when they agree. */
export const usualLifetimes: Lifetimes = {
  all: usual,
  categories: Object.fromEntries(
    catalog.flatMap((top) => {
      const days = new Set(top.children.map(({ lifetimeDays }) => lifetimeDays))
      const [only] = days
      const named =
        days.size === 1 && only !== undefined ? [{ id: top.id, lifetimeDays: only }] : top.children
      return named.flatMap(({ id, lifetimeDays }) => (lifetimeDays === usual ? [] : [[id, lifetimeDays]]))
    }),
  ),
}

/** Days for an ad of a category. */
export const lifetimeOf = ({ all, categories }: Lifetimes, categoryId: string): number =>
  categories[categoryId] ?? categories[categoryId.split('.')[0] ?? ''] ?? all
