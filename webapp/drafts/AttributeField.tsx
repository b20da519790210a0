import { createSignal, Match, Show, Switch } from 'solid-js'
import { rangeText } from '#shared/catalog/format.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView, NumberView, SelectView } from '#shared/catalog/view.ts'
import { groupDigits } from '#shared/money/money.ts'
import { parseNumber } from '#shared/money/parse.ts'
import { answer, draft, problems } from '#webapp/drafts/form.ts'
import { locale, t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { Switch as Toggle } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** Up to so many answers stand side by side; more open as a list with a search. */
const fewAnswers = 8

/** A question that need not be answered, in the form that is easiest: chips, a list, a switch, a number, a text. */
export function AttributeField(props: { attribute: AttributeView }) {
  const key = () => props.attribute.key
  const value = () => draft().attributes[key()]
  const numbers = () => fewNumbers(props.attribute)
  return (
    <Switch fallback={<TypedField attribute={props.attribute} />}>
      <Match when={props.attribute.type === 'select' && props.attribute}>
        {(select) => <SelectField attribute={select()} />}
      </Match>
      <Match when={props.attribute.type === 'bool'}>
        <Toggle
          label={props.attribute.label}
          checked={value() === true}
          onChange={(checked) => answer(key(), checked || undefined)}
        />
      </Match>
      <Match when={numbers()}>
        {(options) => (
          <Chips
            label={props.attribute.label}
            options={options()}
            value={value() === undefined ? undefined : String(value())}
            onChange={(id) => answer(key(), Number(id))}
            problem={problems()[`attributes.${key()}`]}
          />
        )}
      </Match>
    </Switch>
  )
}

function SelectField(props: { attribute: SelectView }) {
  const [open, setOpen] = createSignal(false)
  const options = () => offeredOptions(props.attribute, draft().attributes)
  const value = () => draft().attributes[props.attribute.key] as string | undefined
  const problem = () => problems()[`attributes.${props.attribute.key}`]
  const chosen = () => options().find(({ id }) => id === value())
  return (
    <Show
      when={options().length > fewAnswers}
      fallback={
        <Chips
          label={props.attribute.label}
          options={options()}
          value={value()}
          // Tapping the chosen answer takes it back.
          onChange={(id) => answer(props.attribute.key, id === value() ? undefined : id)}
          problem={problem()}
        />
      }
    >
      <div aria-invalid={Boolean(problem())} tabIndex={-1}>
        <Cell
          title={props.attribute.label}
          subtitle={<Show when={problem()}>{(text) => <span class="vb-field__problem">{text()}</span>}</Show>}
          after={
            <span class={chosen() ? 'vb-answer' : 'vb-answer--none'}>
              {chosen()?.label ?? t('draft.choose')}
            </span>
          }
          onClick={() => setOpen(true)}
        />
      </div>
      <Sheet open={open()} onClose={() => setOpen(false)} title={props.attribute.label}>
        <OptionList
          label={props.attribute.label}
          options={options()}
          value={value()}
          onChange={(id) => {
            answer(props.attribute.key, id)
            setOpen(false)
          }}
        />
      </Sheet>
    </Show>
  )
}

/** A few whole numbers are chosen rather than typed (rooms, floors of a house); undefined for any other question. */
export function fewNumbers(attribute: AttributeView): { id: string; label: string }[] | undefined {
  if (attribute.type !== 'number') return undefined
  const { min, max, decimals } = attribute
  if (decimals || max - min >= fewAnswers) return undefined
  return Array.from({ length: max - min + 1 }, (_, index) => {
    const id = String(min + index)
    return { id, label: id }
  })
}

/** A number or a text; a number is kept as typed while it is unreadable. `alone`: the screen's title is the question. */
export function TypedField(props: { attribute: AttributeView; alone?: boolean | undefined }) {
  const key = () => props.attribute.key
  const value = () => draft().attributes[key()]
  const number = () => (props.attribute.type === 'number' ? props.attribute : undefined)
  const text = () => (props.attribute.type === 'text' ? props.attribute : undefined)
  const range = () => {
    const asked = props.alone && number()
    return asked ? rangeText(asked, locale()) : undefined
  }
  const shown = () => {
    const typed = value()
    // As in a year, four digits stand together.
    return typeof typed === 'number' && typed >= 10_000 ? groupDigits(typed) : String(typed ?? '')
  }
  function read({ decimals }: NumberView) {
    const typed = value()
    const read = typeof typed === 'string' ? parseNumber(typed, decimals) : undefined
    if (read !== undefined) answer(key(), read)
  }
  return (
    <TextField
      label={props.attribute.label}
      quiet={props.alone}
      autofocus={props.alone}
      hint={props.attribute.hint ?? range()}
      inputMode={number() && (number()?.decimals ? 'decimal' : 'numeric')}
      suffix={number()?.unit}
      maxLength={text()?.maxLength}
      value={shown()}
      onInput={(typed) => answer(key(), typed || undefined)}
      onBlur={() => {
        const asked = number()
        if (asked) read(asked)
      }}
      problem={problems()[`attributes.${key()}`]}
    />
  )
}
