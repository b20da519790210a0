/** Arrow keys move the focus among the choices of a group, Home and End to its ends: https://www.w3.org/WAI/ARIA/apg/patterns/radio/ */
export function moveFocus(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="radio"]')]
  const at = choices.indexOf(document.activeElement as HTMLElement)
  const target = targetOf(event.key, at, choices.length)
  if (target === undefined) return
  event.preventDefault()
  choices[target]?.focus()
}

/** The place to go to from `at` among `count`, undefined when the key means nothing here. */
export function targetOf(key: string, at: number, count: number): number | undefined {
  if (at < 0 || count === 0) return undefined
  if (key === 'ArrowDown' || key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowUp' || key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  if (key === 'End') return count - 1
  return undefined
}

/** Only the chosen one, or the first, is reached by Tab. */
export const tabIndexOf = (chosen: boolean, nothingChosen: boolean, index: number) =>
  chosen || (nothingChosen && index === 0) ? 0 : -1
