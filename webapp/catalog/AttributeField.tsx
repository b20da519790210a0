import { createSignal, Match, Show, Switch } from 'solid-js'
import { rangeText } from '#shared/catalog/format.ts'
import type { AttributeValue, AttributeValues } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView, NumberView, SelectView } from '#shared/catalog/view.ts'
import { groupDigits } from '#shared/money/money.ts'
import { parseNumber } from '#shared/money/parse.ts'
import { fewAnswers, fewNumbers } from '#webapp/catalog/answers.ts'
import { locale, t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { Switch as Toggle } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

interface Props<T extends AttributeView = AttributeView> {
  attribute: T
  /** All answers so far: what is offered may hang on another one. */
  answers: AttributeValues
  /** Undefined takes the answer back; a number is a text while it is unreadable. */
  onAnswer: (key: string, value: AttributeValue | undefined) => void
  problem?: string | undefined
  /** Where a long list of answers opens, when not in a sheet of its own. */
  onPick?: (() => void) | undefined
}

/** A question that need not be answered, in the form that is easiest: chips, a list, a switch, a number, a text. */
export function AttributeField(props: Props) {
  const key = () => props.attribute.key
  const value = () => props.answers[key()]
  const numbers = () => fewNumbers(props.attribute)
  return (
    <Switch fallback={<TypedField {...props} />}>
      <Match when={props.attribute.type === 'select' && props.attribute}>
        {(select) => <SelectField {...props} attribute={select()} />}
      </Match>
      <Match when={props.attribute.type === 'bool'}>
        <Toggle
          label={props.attribute.label}
          checked={value() === true}
          onChange={(checked) => props.onAnswer(key(), checked || undefined)}
        />
      </Match>
      <Match when={numbers()}>
        {(options) => (
          <Chips
            label={props.attribute.label}
            options={options()}
            value={value() === undefined ? undefined : String(value())}
            onChange={(id) => props.onAnswer(key(), Number(id))}
            problem={props.problem}
          />
        )}
      </Match>
    </Switch>
  )
}

function SelectField(props: Props<SelectView>) {
  const [open, setOpen] = createSignal(false)
  const options = () => offeredOptions(props.attribute, props.answers)
  const value = () => props.answers[props.attribute.key] as string | undefined
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
          onChange={(id) => props.onAnswer(props.attribute.key, id === value() ? undefined : id)}
          problem={props.problem}
        />
      }
    >
      <div aria-invalid={Boolean(props.problem)} tabIndex={-1}>
        <Cell
          title={props.attribute.label}
          subtitle={
            <Show when={props.problem}>{(text) => <span class="vb-field__problem">{text()}</span>}</Show>
          }
          after={
            <span class={chosen() ? 'vb-answer' : 'vb-answer--none'}>
              {chosen()?.label ?? t('draft.choose')}
            </span>
          }
          onClick={() => (props.onPick ? props.onPick() : setOpen(true))}
        />
      </div>
      <Sheet open={open()} onClose={() => setOpen(false)} title={props.attribute.label}>
        <OptionList
          label={props.attribute.label}
          options={options()}
          value={value()}
          onChange={(id) => {
            props.onAnswer(props.attribute.key, id)
            setOpen(false)
          }}
        />
      </Sheet>
    </Show>
  )
}

/** A number or a text; a number is kept as typed while it is unreadable. `alone`: the screen's title is the question. */
export function TypedField(props: Props & { alone?: boolean | undefined }) {
  const key = () => props.attribute.key
  const value = () => props.answers[key()]
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
    if (read !== undefined) props.onAnswer(key(), read)
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
      onInput={(typed) => props.onAnswer(key(), typed || undefined)}
      onBlur={() => {
        const asked = number()
        if (asked) read(asked)
      }}
      problem={props.problem}
    />
  )
}
