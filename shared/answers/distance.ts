/** Letters that people take for each other most: such a slip counts half. */
const pairs = ['ou', 'ao', 'ei', 'sz', 'dt', 'bp', 'gk', 'vf', 'hk', 'ij', 'vu']
const near = new Set(pairs.flatMap((pair) => [pair, pair.charAt(1) + pair.charAt(0)]))
const swap = (a: string, b: string) => (near.has(a + b) ? 0.5 : 1)

/** How many slips of the keyboard lie between two folded words: letters missed, added, replaced or exchanged. */
export function distance(from: string, to: string): number {
  let before: number[] = []
  let above = Array.from({ length: to.length + 1 }, (_, column) => column)
  for (let row = 1; row <= from.length; row++) {
    const here = [row]
    for (let column = 1; column <= to.length; column++) {
      const a = from.charAt(row - 1)
      const b = to.charAt(column - 1)
      const replaced = (above[column - 1] ?? 0) + (a === b ? 0 : swap(a, b))
      let best = Math.min(replaced, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1)
      if (column > 1 && row > 1 && a === to.charAt(column - 2) && b === from.charAt(row - 2))
        best = Math.min(best, (before[column - 2] ?? 0) + 1)
      here.push(best)
    }
    before = above
    above = here
  }
  return above[to.length] ?? 0
}

/** Slips forgiven in a word of this length; short words are too near to each other. */
const forgiven = (length: number) => (length < 4 ? 0 : length < 6 ? 1 : length < 9 ? 1.5 : 2)

/** The distance if it is forgivable and both begin alike; undefined otherwise. Words with digits are never forgiven. */
export function slips(typed: string, meant: string): number | undefined {
  const most = forgiven(Math.min(typed.length, meant.length))
  if (most === 0 || Math.abs(typed.length - meant.length) > most || /\d/.test(typed + meant)) return undefined
  const first = [typed.charAt(0), meant.charAt(0)] as const
  if (first[0] !== first[1] && swap(...first) === 1) return undefined
  const found = distance(typed, meant)
  return found <= most ? found : undefined
}
