import { createUniqueId, For } from 'solid-js'
import { haptic } from '#webapp/telegram.ts'
import './chips.css'

/** A few answers side by side of which any number may be chosen. */
export function ToggleChips(props: {
  label: string
  options: readonly { readonly id: string; readonly label: string }[]
  value: readonly string[]
  /** `tapped` is the one that was just changed. */
  onChange: (ids: readonly string[], tapped: string) => void
}) {
  const id = createUniqueId()
  return (
    <div class="vb-chips">
      <div class="vb-chips__label" id={`${id}-label`}>
        {props.label}
      </div>
      <div class="vb-chips__options" role="group" aria-labelledby={`${id}-label`}>
        <For each={props.options}>
          {(option) => (
            <button
              type="button"
              class="vb-chip"
              aria-pressed={props.value.includes(option.id)}
              onClick={() => {
                haptic('select')
                const { value } = props
                const next = value.includes(option.id)
                  ? value.filter((other) => other !== option.id)
                  : [...value, option.id]
                props.onChange(next, option.id)
              }}
            >
              {option.label}
            </button>
          )}
        </For>
      </div>
    </div>
  )
}
