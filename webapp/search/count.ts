import { createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import { groupDigits } from '#shared/money/money.ts'
import { type AdFilters, readFilters, writeFilters } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { countAds } from '#webapp/search/queries.ts'

/** How long nothing must change before the server is asked. */
const pauseMs = 200

export interface Count {
  count: number
  /** Not counted to the end. */
  more: boolean
}
export const countText = ({ count, more }: Count) => `${groupDigits(count)}${more ? '+' : ''}`

/** How many ads pass, as the filters change; undefined until it is known, and when it cannot be. */
export function createCount(filters: () => AdFilters) {
  const [count, setCount] = createSignal<Count>()
  const counted = createMemo(() => {
    // The order of a list changes nothing in how long it is.
    const { sort: _, ...rest } = filters()
    return writeFilters(rest)
  })
  let pause = 0
  createEffect(() => {
    const asked = readFilters(new URLSearchParams(counted()))
    let current = true
    const timer = setTimeout(
      () =>
        countAds(asked).then(
          (answer) => current && setCount(answer),
          () => current && setCount(undefined),
        ),
      pause,
    )
    pause = pauseMs
    onCleanup(() => {
      current = false
      clearTimeout(timer)
    })
  })
  /** What stands above them, "132 ta eʼlon". */
  const told = () => {
    const known = count()
    return known && t('search.count', { count: known.count, shown: countText(known) })
  }
  /** What a button that leads to them says. */
  const text = () => {
    const known = count()
    if (!known) return t('search.show')
    return known.count === 0
      ? t('app.nothing_found')
      : t('search.show_count', { count: known.count, shown: countText(known) })
  }
  return { told, text }
}
