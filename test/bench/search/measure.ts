/** Milliseconds. */
export interface Figures {
  median: number
  p95: number
  p99: number
}

export function figuresOf(times: readonly number[]): Figures {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export async function timed(times: number[], act: () => Promise<unknown>) {
  const started = performance.now()
  await act()
  times.push(performance.now() - started)
}

const number = (value: number) => value.toFixed(value < 10 ? 2 : 1).padStart(8)

/** One line of the table: the board's figures, the bare driver's, and how many times as long the board takes. */
export const row = (name: string, board: Figures, bare: Figures) =>
  `${name.padEnd(38)}${[board.median, board.p95, board.p99, bare.median, bare.p95, bare.p99].map(number).join('')}${`×${(board.median / bare.median).toFixed(2)}`.padStart(8)}`

export const header = `${''.padEnd(38)}${'board: median, p95, p99'.padStart(24)}${'bare driver, same SQL'.padStart(24)}${'ratio'.padStart(8)}`
