import type { AdDays } from '#webapp/mine/queries.ts'

export const totalsOf = (days: AdDays) => ({
  views: days.reduce((sum, day) => sum + day.views, 0),
  contacts: days.reduce((sum, day) => sum + day.contacts, 0),
  favorites: days.reduce((sum, day) => sum + day.favorites, 0),
})

/** The bars of a chart so big, in its own units; a day with anything at all has a bar that can be seen. */
export function barsOf(days: AdDays, { width, height }: { width: number; height: number }) {
  const greatest = Math.max(
    1,
    ...days.flatMap(({ views, contacts, favorites }) => [views, contacts, favorites]),
  )
  const step = width / Math.max(1, days.length)
  const least = 2
  const upTo = (count: number) => {
    const tall = count === 0 ? 0 : Math.max(least, (count / greatest) * height)
    return { y: height - tall, height: tall }
  }
  return days.map(({ views, contacts, favorites }, index) => ({
    x: index * step + step * 0.15,
    width: step * 0.7,
    views: upTo(views),
    contacts: upTo(contacts),
    favorites: upTo(favorites),
  }))
}
