import { haptic } from '#webapp/telegram.ts'
import './cell.css'
import './switch.css'

/** A row that is on or off at once. */
export const Switch = (props: { label: string; checked: boolean; onChange: (checked: boolean) => void }) => (
  <label class="vb-cell vb-switch">
    <span class="vb-cell__text">{props.label}</span>
    <input
      type="checkbox"
      role="switch"
      class="vb-switch__input"
      checked={props.checked}
      onChange={(event) => {
        haptic('select')
        props.onChange(event.currentTarget.checked)
      }}
    />
  </label>
)
