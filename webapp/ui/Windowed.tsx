import { createEffect, createMemo, createSignal, For, type JSX, on, onCleanup, onMount } from 'solid-js'
import { rowsToDraw } from '#webapp/ui/windowed.ts'

interface Measure {
  /** The window's, for which the rest holds. */
  width: number
  columns: number
  /** Of a row with the gap below it. */
  row: number
}
/** By the list's class; kept, so that a list one comes back to is as long as it was at once. */
const measures = new Map<string, Measure>()
/** Drawn before anything was measured. */
const first = 12

/**
 * Items of equal height in a grid of one or more columns, of which only those near the screen are in the document:
 * thousands cost no more than a few. Scrolls with the window.
 */
export function Windowed<T>(props: {
  class: string
  items: readonly T[]
  /** There are more than are known. */
  open: boolean
  children: (item: T) => JSX.Element
}) {
  let list!: HTMLUListElement
  const remembered = () => {
    const measure = measures.get(props.class)
    return measure?.width === window.innerWidth ? measure : undefined
  }
  const [measure, setMeasure] = createSignal(remembered())
  const [top, setTop] = createSignal(0)
  const rows = () => Math.ceil(props.items.length / (measure()?.columns ?? 1))
  const range = createMemo(
    () => {
      const known = measure()
      if (!known) return { from: 0, to: first }
      return rowsToDraw({ count: rows(), height: known.row, top: top(), screen: window.innerHeight })
    },
    undefined,
    { equals: (a, b) => a?.from === b.from && a.to === b.to },
  )
  const start = () => range().from * (measure()?.columns ?? 1)
  const drawn = createMemo(() => props.items.slice(start(), range().to * (measure()?.columns ?? 1)))
  const px = (count: number) => `${Math.max(0, count) * (measure()?.row ?? 0)}px`

  const look = () => setTop(list.getBoundingClientRect().top)
  function remeasure() {
    const [item] = list.children as unknown as HTMLElement[]
    if (!item?.offsetHeight) return
    const { gridTemplateColumns, rowGap } = getComputedStyle(list)
    const next = {
      width: window.innerWidth,
      columns: gridTemplateColumns.split(' ').length,
      row: item.getBoundingClientRect().height + (Number.parseFloat(rowGap) || 0),
    }
    measures.set(props.class, next)
    const now = measure()
    if (now?.row !== next.row || now.columns !== next.columns) setMeasure(next)
    look()
  }
  onMount(() => {
    const observer = new ResizeObserver(remeasure)
    observer.observe(list)
    window.addEventListener('scroll', look, { passive: true })
    onCleanup(() => {
      observer.disconnect()
      window.removeEventListener('scroll', look)
    })
  })
  createEffect(on([() => props.class, () => props.items], () => queueMicrotask(remeasure)))

  return (
    <ul
      ref={list}
      class={props.class}
      style={{ 'padding-top': px(range().from), 'padding-bottom': px(measure() ? rows() - range().to : 0) }}
    >
      <For each={drawn()}>
        {(item, index) => (
          <li aria-posinset={start() + index() + 1} aria-setsize={props.open ? -1 : props.items.length}>
            {props.children(item)}
          </li>
        )}
      </For>
    </ul>
  )
}
