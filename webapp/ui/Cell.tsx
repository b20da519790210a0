import { type JSX, Show } from 'solid-js'
import { haptic } from '#webapp/telegram.ts'
import { Icon } from '#webapp/ui/Icon.tsx'
import './cell.css'

/**
 * One row of a `Section`: a link with `href`, a button with `onClick`, else plain. `selected` (when given at all)
 * makes it a choice with a tick; what leads to another screen or opens a list gets an arrow.
 */
export function Cell(props: {
  icon?: JSX.Element | undefined
  title: JSX.Element
  subtitle?: JSX.Element | undefined
  after?: JSX.Element | undefined
  onClick?: (() => void) | undefined
  href?: string | undefined
  selected?: boolean | undefined
  /** It takes away what does not come back. */
  danger?: boolean | undefined
}) {
  const content = () => (
    <>
      <Show when={props.icon}>
        <span class="vb-cell__icon" aria-hidden="true">
          {props.icon}
        </span>
      </Show>
      <span class="vb-cell__text">
        <span class="vb-cell__title" classList={{ 'vb-cell__title--danger': props.danger ?? false }}>
          {props.title}
        </span>
        <Show when={props.subtitle}>
          <span class="vb-cell__subtitle">{props.subtitle}</span>
        </Show>
      </span>
      <Show when={props.after}>
        <span class="vb-cell__after">{props.after}</span>
      </Show>
      <Show when={props.selected}>
        <span class="vb-cell__tick">
          <Icon name="check" />
        </span>
      </Show>
      <Show when={props.href?.startsWith('/') || (props.onClick && props.after)}>
        <span class="vb-cell__arrow">
          <Icon name="chevron" size={20} />
        </span>
      </Show>
    </>
  )
  return (
    <Show
      when={props.href}
      fallback={
        <Show when={props.onClick} fallback={<div class="vb-cell">{content()}</div>}>
          <button
            type="button"
            class="vb-cell"
            aria-pressed={props.selected}
            onClick={() => {
              haptic(props.selected === undefined ? 'tap' : 'select')
              props.onClick?.()
            }}
          >
            {content()}
          </button>
        </Show>
      }
    >
      {(href) => (
        <a class="vb-cell" href={href()} rel={href().startsWith('/') ? undefined : 'external'}>
          {content()}
        </a>
      )}
    </Show>
  )
}
