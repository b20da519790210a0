import { type JSX, onCleanup, onMount } from 'solid-js'
import { Icon } from '../icons.tsx'

/** A small window over the page; Escape, the cross and a press beside it close it. */
export function Sheet(props: { title: string; close(): void; children: JSX.Element }) {
  let box!: HTMLElement
  const before = document.activeElement
  onMount(() => box.focus())
  onCleanup(() => before instanceof HTMLElement && before.focus())
  return (
    <div
      class="dialog-layer"
      onKeyDown={(event) => event.key === 'Escape' && props.close()}
      onPointerDown={(event) => event.target === event.currentTarget && props.close()}
    >
      <section ref={box} class="sheet" role="dialog" aria-modal="true" aria-label={props.title} tabindex="-1">
        <header>
          <h2>{props.title}</h2>
          <button type="button" class="icon-button" aria-label="Close" onClick={() => props.close()}>
            <Icon name="close" size={22} />
          </button>
        </header>
        {props.children}
      </section>
    </div>
  )
}
