import { createEffect, createUniqueId, onMount, Show } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import './text-field.css'

/** From this many characters before the limit on the rest is counted aloud. */
const nearLimit = 30

/** A labelled input in a group; the hint and the problem are tied to it for screen readers. */
export function TextField(props: {
  label: string
  /** Its label is only spoken: the screen's title says the same. */
  quiet?: boolean | undefined
  value: string
  onInput: (value: string) => void
  onBlur?: (() => void) | undefined
  hint?: string | undefined
  placeholder?: string | undefined
  problem?: string | undefined
  multiline?: boolean | undefined
  inputMode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | undefined
  /** UTF-16 code units; typing beyond it is possible, so that a pasted text can be shortened by hand. */
  maxLength?: number | undefined
  suffix?: string | undefined
  type?: 'text' | 'tel' | 'search' | undefined
  autocomplete?: AutoFill | undefined
  autofocus?: boolean | undefined
  id?: string | undefined
}) {
  const ownId = createUniqueId()
  const id = () => props.id ?? `field-${ownId}`
  const left = () => (props.maxLength ?? Number.POSITIVE_INFINITY) - props.value.length
  let input!: HTMLInputElement | HTMLTextAreaElement
  const common = () => ({
    id: id(),
    class: 'vb-field__input',
    placeholder: props.placeholder ?? '',
    'aria-invalid': Boolean(props.problem),
    'aria-describedby': `${id()}-note`,
    onInput: (event: { currentTarget: { value: string } }) => props.onInput(event.currentTarget.value),
    onBlur: () => props.onBlur?.(),
  })
  onMount(() => {
    if (props.autofocus) input.focus({ preventScroll: true })
  })
  createEffect(() => {
    if (!props.multiline) return
    void props.value
    input.style.height = 'auto'
    input.style.height = `${input.scrollHeight}px`
  })
  return (
    <div class="vb-field" classList={{ 'vb-field--problem': Boolean(props.problem) }}>
      <label class={props.quiet ? 'vb-hidden' : 'vb-field__label'} for={id()}>
        {props.label}
      </label>
      <div class="vb-field__box">
        <Show
          when={props.multiline}
          fallback={
            <input
              {...common()}
              ref={(element) => {
                input = element
              }}
              type={props.type ?? 'text'}
              inputmode={props.inputMode}
              autocomplete={props.autocomplete ?? 'off'}
              value={props.value}
            />
          }
        >
          <textarea
            {...common()}
            ref={(element) => {
              input = element
            }}
            rows={3}
            autocomplete="off"
            value={props.value}
          />
        </Show>
        <Show when={props.suffix}>
          <span class="vb-field__suffix" aria-hidden="true">
            {props.suffix}
          </span>
        </Show>
      </div>
      <div class="vb-field__note" id={`${id()}-note`} aria-live="polite">
        <Show when={props.problem} fallback={props.hint}>
          {(problem) => <span class="vb-field__problem">{problem()}</span>}
        </Show>
        <Show when={left() <= nearLimit}>
          <span class="vb-field__left">
            {left() >= 0 ? t('app.characters_left', { count: left() }) : left()}
          </span>
        </Show>
      </div>
    </div>
  )
}
