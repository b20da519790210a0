import './progress.css'

/** A thin line that says how far it is; `value` goes from 0 to 1. */
export const Progress = (props: { value: number; label: string }) => (
  <div
    class="vb-progress"
    role="progressbar"
    aria-label={props.label}
    aria-valuemin={0}
    aria-valuemax={100}
    aria-valuenow={Math.round(props.value * 100)}
  >
    <div
      class="vb-progress__done"
      style={{ transform: `scaleX(${Math.min(1, Math.max(0, props.value))})` }}
    />
  </div>
)
