import type { FrameLocator, Page } from 'playwright-core'

/** Roles that say nothing to a screen reader without a name. */
const nameless =
  /^ *- (button|link|textbox|searchbox|checkbox|switch|radio|radiogroup|dialog|progressbar|navigation)\b(?! ").*$/gm

/** All that shuts somebody out of a screen, one line each: nothing, when it is open to everybody. */
export async function barriers(screen: FrameLocator | Page): Promise<string[]> {
  const body = screen.locator('body')
  const silent = (await body.ariaSnapshot()).match(nameless) ?? []
  return [...silent, ...(await body.evaluate(measure))]
}

/** Runs in the page, once everything stands still. What lies under an open sheet is out of reach anyway. */
async function measure(body: HTMLElement): Promise<string[]> {
  const ending = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ending.map(({ finished }) => finished))
  const controls = 'button, a[href], input, textarea, select'
  const least = 44
  const found: string[] = []
  const labelsOf = (control: HTMLElement) => Array.from((control as HTMLInputElement).labels ?? [])

  /** Whether a finger that lands `x` and `y` pixels off the middle still touches the control or its label. */
  function reaches(control: HTMLElement, x: number, y: number) {
    const boxes = [control, ...labelsOf(control)].map((part) => part.getBoundingClientRect())
    const [left, top] = [Math.min(...boxes.map((box) => box.left)), Math.min(...boxes.map((box) => box.top))]
    const [right, bottom] = [
      Math.max(...boxes.map((box) => box.right)),
      Math.max(...boxes.map((box) => box.bottom)),
    ]
    if (right - left >= least && bottom - top >= least) return true
    const hit = document.elementFromPoint((left + right) / 2 + x, (top + bottom) / 2 + y)
    return [control, ...labelsOf(control)].some((part) => part.contains(hit))
  }

  const scope = document.querySelector('[role=dialog]') ?? body
  for (const control of scope.querySelectorAll<HTMLElement>(controls)) {
    if (!control.checkVisibility({ visibilityProperty: true })) continue
    control.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
    const edge = least / 2 - 1
    const sides = [
      [-edge, 0],
      [edge, 0],
      [0, -edge],
      [0, edge],
    ] as const
    const what = control.outerHTML.slice(0, 120)
    if (!sides.every(([x, y]) => reaches(control, x, y))) found.push(`too small for a finger: ${what}`)
    const typed = control.matches('textarea, input:not([type=file], [type=checkbox])')
    const size = Number.parseFloat(getComputedStyle(control).fontSize)
    if (typed && size < 16) found.push(`text of ${size} px, so phones zoom in: ${what}`)
  }
  const { scrollWidth, clientWidth, lang } = document.documentElement
  if (scrollWidth > clientWidth) found.push(`wider than the phone by ${scrollWidth - clientWidth} px`)
  if (!lang) found.push('in no language')
  const headings = document.querySelectorAll('h1, h2').length
  const main = document.querySelectorAll('h1').length
  if (headings === 0 || main > 1) found.push(`${headings} headings, ${main} of them the main one`)
  return found
}
