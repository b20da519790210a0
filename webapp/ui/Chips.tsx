import { createUniqueId, For, Show } from 'solid-js'
import { haptic } from '#webapp/telegram.ts'
import { moveFocus, tabIndexOf } from '#webapp/ui/roving.ts'
import './chips.css'

export interface ChipOption {
  readonly id: string
  readonly label: string
  readonly icon?: string
}

/** A few answers to one question, side by side; tapping one chooses it. */
export function Chips(props: {
  label: string
  options: readonly ChipOption[]
  value: string | undefined
  onChange: (id: string) => void
  /** What the chosen one means. */
  hint?: string | undefined
  problem?: string | undefined
  /** One line that scrolls sideways, its label only spoken: for filters above a list. */
  row?: boolean | undefined
}) {
  const id = createUniqueId()
  const nothingChosen = () => !props.options.some((option) => option.id === props.value)
  return (
    <div class="vb-chips" classList={{ 'vb-chips--row': props.row ?? false }}>
      <div class={props.row ? 'vb-hidden' : 'vb-chips__label'} id={`${id}-label`}>
        {props.label}
      </div>
      <div
        class="vb-chips__options"
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={props.problem ? `${id}-problem` : undefined}
        aria-invalid={Boolean(props.problem)}
        onKeyDown={moveFocus}
      >
        <For each={props.options}>
          {(option, index) => (
            <button
              type="button"
              role="radio"
              class="vb-chip"
              aria-checked={option.id === props.value}
              tabIndex={tabIndexOf(option.id === props.value, nothingChosen(), index())}
              onClick={() => {
                haptic('select')
                props.onChange(option.id)
              }}
            >
              <Show when={option.icon}>
                <span aria-hidden="true">{option.icon}</span>
              </Show>
              {option.label}
            </button>
          )}
        </For>
      </div>
      <Show when={props.hint}>
        <p class="vb-chips__hint" aria-live="polite">
          {props.hint}
        </p>
      </Show>
      <Show when={props.problem}>
        <p class="vb-chips__problem" id={`${id}-problem`}>
          {props.problem}
        </p>
      </Show>
    </div>
  )
}
