import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import { Icon, type IconName } from './icons.tsx'

export interface MenuItem {
  name: string
  icon: IconName
  run(): void
}

/** A list of things to do; the first has the focus, arrows walk, and choosing closes. */
export function Menu(props: { items: MenuItem[]; close(): void; style?: JSX.CSSProperties }) {
  let menu!: HTMLDivElement
  onMount(() => menu.querySelector('button')?.focus())
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape') props.close()
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    const buttons = [...menu.querySelectorAll('button')]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons.at((at + step) % buttons.length)?.focus()
  }
  return (
    <div ref={menu} class="menu" role="menu" style={props.style ?? {}} onKeyDown={walk}>
      <For each={props.items}>
        {(item) => (
          <button
            type="button"
            role="menuitem"
            onClick={() => {
              props.close()
              item.run()
            }}
          >
            <Icon name={item.icon} size={20} />
            {item.name}
          </button>
        )}
      </For>
    </div>
  )
}

/** A round button that opens a menu beside it; leaving the menu closes it. */
export function MenuOpener(props: { label: string; icon: IconName; items: MenuItem[]; class: string }) {
  const [open, setOpen] = createSignal(false)
  return (
    <div
      class={`menu-opener ${props.class}`}
      onFocusOut={(event) =>
        !event.currentTarget.contains(event.relatedTarget as Node | null) && setOpen(false)
      }
    >
      <button
        type="button"
        class="icon-button"
        aria-label={props.label}
        aria-haspopup="menu"
        aria-expanded={open()}
        // Keeps the focus in the open menu, which would close by losing it before the click could.
        onPointerDown={(event) => open() && event.preventDefault()}
        onClick={() => setOpen(!open())}
      >
        <Icon name={props.icon} />
      </button>
      <Show when={open()}>
        <Menu items={props.items} close={() => setOpen(false)} />
      </Show>
    </div>
  )
}
