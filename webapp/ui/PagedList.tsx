import { createEffect, createMemo, For, type JSX, Match, onCleanup, Show, Switch, untrack } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { type Batch, createPaged, type Load, type Paged } from '#webapp/ui/paged.ts'
import { RetryLine } from '#webapp/ui/RetryLine.tsx'
import { Windowed } from '#webapp/ui/Windowed.tsx'
import './paged-list.css'

/** How far below the screen the next page is asked for, so that the finger seldom meets the end. */
const ahead = '1200px'
const placeholders = [1, 2, 3, 4, 5, 6]

/**
 * An endless list. Give `load` (and what is `initial`ly there), or a `list` made by `createPaged` when the list should
 * outlive the screen. `skeleton` is the placeholder of one item.
 */
export function PagedList<T extends { id: number | string }>(props: {
  load?: Load<T>
  initial?: Batch<T> | undefined
  list?: Paged<T> | undefined
  children: (item: T) => JSX.Element
  skeleton: JSX.Element
  empty: JSX.Element
  /** Items are of equal height: side by side, or as lines. Of a list of thousands only what is near the screen is drawn. */
  look?: 'grid' | 'lines' | undefined
}) {
  const className = () => (props.look ? `vb-list__${props.look}` : 'vb-list__rows')
  const list = createMemo(
    () =>
      props.list ?? untrack(() => createPaged<T>((cursor) => (props.load as Load<T>)(cursor), props.initial)),
  )
  const waiting = () => list().state() === 'new' || list().state() === 'loading'

  createEffect(() => {
    if (list().state() === 'new') void list().more()
  })

  const observer = new IntersectionObserver(
    // A busy phone reports several moments at once; only the last one holds.
    (entries) => {
      if (entries.at(-1)?.isIntersecting) void list().more()
    },
    { rootMargin: ahead },
  )
  onCleanup(() => observer.disconnect())

  return (
    <div class="vb-list" aria-busy={waiting()}>
      <Show when={list().items().length > 0 || waiting()}>
        <Show
          when={list().items().length > 0}
          fallback={
            <ul class={className()}>
              <For each={placeholders}>{() => <li aria-hidden="true">{props.skeleton}</li>}</For>
            </ul>
          }
        >
          <Show
            when={props.look}
            fallback={
              <ul class={className()}>
                <For each={list().items()}>{(item) => <li>{props.children(item)}</li>}</For>
              </ul>
            }
          >
            <Windowed class={className()} items={list().items()} open={list().state() !== 'end'}>
              {props.children}
            </Windowed>
          </Show>
        </Show>
      </Show>
      <Switch>
        <Match when={list().state() === 'failed' && list().items().length === 0}>
          <ErrorView error={list().error()} retry={() => void list().more()} />
        </Match>
        <Match when={list().state() === 'failed'}>
          <RetryLine error={list().error()} retry={() => void list().more()} />
        </Match>
        <Match when={list().state() === 'end' && list().items().length === 0}>{props.empty}</Match>
        <Match when={list().state() === 'end'}>
          <p class="vb-list__end">{t('app.list_end')}</p>
        </Match>
        <Match when={list().items().length > 0}>
          {/* A new sentinel after each page: one that never left the screen would not be reported again. */}
          <For each={[list().items()]}>
            {() => (
              <ul
                class={className()}
                aria-label={t('app.loading')}
                ref={(sentinel) => {
                  observer.disconnect()
                  queueMicrotask(() => observer.observe(sentinel))
                }}
              >
                <li aria-hidden="true">{props.skeleton}</li>
                <Show when={props.look === 'grid'}>
                  <li aria-hidden="true">{props.skeleton}</li>
                </Show>
              </ul>
            )}
          </For>
        </Match>
      </Switch>
    </div>
  )
}
