import { createUniqueId, type JSX, Show } from 'solid-js'
import './section.css'

/** An inset group with an optional header above and a hint below, as in Telegram's settings. */
export function Section(props: {
  header?: JSX.Element | undefined
  footer?: JSX.Element | undefined
  class?: string | undefined
  children: JSX.Element
}) {
  const id = createUniqueId()
  return (
    <section class={`vb-section ${props.class ?? ''}`} aria-labelledby={props.header ? id : undefined}>
      <Show when={props.header}>
        <h2 class="vb-section__header" id={id}>
          {props.header}
        </h2>
      </Show>
      <div class="vb-section__body">{props.children}</div>
      <Show when={props.footer}>
        <p class="vb-section__footer">{props.footer}</p>
      </Show>
    </section>
  )
}
