import { Show } from 'solid-js'
import './page.css'
import './empty-view.css'

/** What a screen says when it has nothing to show: one picture, one sentence, one action. */
export const EmptyView = (props: {
  icon: string
  title: string
  text?: string | undefined
  action?: { text: string; onClick: () => void } | undefined
}) => (
  <div class="vb-empty">
    <div class="vb-empty__icon" aria-hidden="true">
      {props.icon}
    </div>
    <h2 class="vb-empty__title">{props.title}</h2>
    <Show when={props.text}>
      <p class="vb-empty__text">{props.text}</p>
    </Show>
    <Show when={props.action}>
      {(action) => (
        <button type="button" class="vb-button vb-empty__action" onClick={() => action().onClick()}>
          {action().text}
        </button>
      )}
    </Show>
  </div>
)
