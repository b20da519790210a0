import { createEffect, createSignal, createUniqueId, untrack } from 'solid-js'
import { groupTyped } from '#shared/money/group-typed.ts'
import { groupDigits } from '#shared/money/money.ts'
import type { Range } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import './range-fields.css'

/** As in a year, four digits stand together. */
const readable = (value: number | undefined) =>
  value === undefined ? '' : value >= 10_000 ? groupDigits(value) : String(value)

/** "From" and "to"; each may stay empty. What cannot be read counts as empty and stays as typed. */
export function RangeFields(props: {
  label: string
  unit?: string | undefined
  decimal?: boolean | undefined
  range: Range | undefined
  parse: (typed: string) => number | undefined
  onChange: (range: Range | undefined) => void
}) {
  const id = createUniqueId()
  return (
    <div class="range-fields" role="group" aria-labelledby={id}>
      <div class="range-fields__label" id={id}>
        {[props.label, props.unit].filter(Boolean).join(', ')}
      </div>
      <div class="range-fields__line">
        <Bound
          label={t('search.bound_from')}
          decimal={props.decimal}
          value={props.range?.min}
          parse={props.parse}
          onChange={(min) => props.onChange(rangeOf(min, props.range?.max))}
        />
        <Bound
          label={t('search.bound_to')}
          decimal={props.decimal}
          value={props.range?.max}
          parse={props.parse}
          onChange={(max) => props.onChange(rangeOf(props.range?.min, max))}
        />
      </div>
    </div>
  )
}

const rangeOf = (min: number | undefined, max: number | undefined): Range | undefined =>
  min === undefined && max === undefined
    ? undefined
    : { ...(min !== undefined && { min }), ...(max !== undefined && { max }) }

function Bound(props: {
  label: string
  decimal: boolean | undefined
  value: number | undefined
  parse: (typed: string) => number | undefined
  onChange: (value: number | undefined) => void
}) {
  const [typed, setTyped] = createSignal(untrack(() => readable(props.value)))
  createEffect(() => {
    // Cleared or changed from elsewhere.
    if (props.value !== props.parse(typed())) setTyped(readable(props.value))
  })
  return (
    <label class="range-fields__bound">
      <span class="range-fields__word">{props.label}</span>
      <input
        class="range-fields__input"
        inputmode={props.decimal ? 'decimal' : 'numeric'}
        autocomplete="off"
        value={typed()}
        onInput={(event) => {
          const input = event.currentTarget
          const caret = input.selectionStart ?? input.value.length
          const next =
            props.decimal || input.value.replace(/\D/g, '').length <= 4
              ? { text: input.value, caret }
              : groupTyped({ text: input.value, caret })
          input.value = next.text
          input.setSelectionRange(next.caret, next.caret)
          setTyped(next.text)
          props.onChange(props.parse(next.text))
        }}
        onBlur={() => props.value !== undefined && setTyped(readable(props.value))}
      />
    </label>
  )
}
