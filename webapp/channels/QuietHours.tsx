import { createUniqueId, Show } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'
import { Switch } from '#webapp/ui/Switch.tsx'

const two = (part: number) => String(part).padStart(2, '0')
const write = (minutes: number | null) =>
  minutes === null ? '' : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const read = (text: string) => {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text) ?? []
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes)
}
/** What quiet hours begin with. */
const night = { from: 23 * 60, to: 7 * 60 }

/** The hours, in Tashkent, in which nothing new is posted; they may go over midnight. */
export function QuietHours(props: {
  from: number | null
  to: number | null
  onChange: (from: number | null, to: number | null) => void
  problems: { from: string | undefined; to: string | undefined }
}) {
  const isOn = () => props.from !== null || props.to !== null
  return (
    <>
      <Switch
        label={t('channels.quiet')}
        checked={isOn()}
        onChange={(on) => (on ? props.onChange(night.from, night.to) : props.onChange(null, null))}
      />
      <Show when={isOn()}>
        <div class="channels__hours">
          <Hour
            label={t('channels.quiet_from')}
            value={props.from}
            onChange={(from) => props.onChange(from, props.to)}
            problem={props.problems.from}
          />
          <Hour
            label={t('channels.quiet_to')}
            value={props.to}
            onChange={(to) => props.onChange(props.from, to)}
            problem={props.problems.to}
          />
        </div>
      </Show>
    </>
  )
}

function Hour(props: {
  label: string
  value: number | null
  onChange: (minutes: number | null) => void
  problem: string | undefined
}) {
  const id = createUniqueId()
  return (
    <div class="channels__hour">
      <label class="channels__hour-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        type="time"
        class="channels__hour-input"
        value={write(props.value)}
        aria-invalid={Boolean(props.problem)}
        aria-describedby={`${id}-problem`}
        onChange={(event) => props.onChange(read(event.currentTarget.value))}
      />
      <p class="channels__problem" id={`${id}-problem`}>
        {props.problem}
      </p>
    </div>
  )
}
