import { createSignal, Match, Show, Switch } from 'solid-js'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView, NumberView, SelectView } from '#shared/catalog/view.ts'
import { groupDigits } from '#shared/money/money.ts'
import { parseNumber } from '#shared/money/parse.ts'
import { answer, draft, problems } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { Switch as Toggle } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

/** Up to so many answers stand side by side; more open as a list with a search. */
const fewAnswers = 8

/** One question of a category, in the form that is easiest to answer: chips, a list, a switch, a number, a text. */
export function AttributeField(props: { attribute: AttributeView }) {
  const key = () => props.attribute.key
  const value = () => draft().attributes[key()]
  const problem = () => problems()[`attributes.${key()}`]
  return (
    <Switch>
      <Match when={props.attribute.type === 'select' && props.attribute}>
        {(select) => <SelectField attribute={select()} />}
      </Match>
      <Match when={props.attribute.type === 'bool' && props.attribute.required}>
        <Chips
          label={props.attribute.label}
          options={[
            { id: 'true', label: t('draft.yes') },
            { id: 'false', label: t('draft.no') },
          ]}
          value={value() === undefined ? undefined : String(value())}
          onChange={(id) => answer(key(), id === 'true')}
          problem={problem()}
        />
      </Match>
      <Match when={props.attribute.type === 'bool'}>
        <Toggle
          label={props.attribute.label}
          checked={value() === true}
          onChange={(checked) => answer(key(), checked || undefined)}
        />
      </Match>
      <Match when={props.attribute.type === 'number' && props.attribute}>
        {(number) => <NumberField attribute={number()} />}
      </Match>
      <Match when={props.attribute.type === 'text' && props.attribute}>
        {(text) => (
          <TextField
            label={text().label}
            hint={text().hint}
            maxLength={text().maxLength}
            value={String(value() ?? '')}
            onInput={(typed) => answer(key(), typed || undefined)}
            problem={problem()}
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
          // Tapping the chosen answer of an optional question takes it back.
          onChange={(id) =>
            answer(props.attribute.key, id === value() && !props.attribute.required ? undefined : id)
          }
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

/** A few whole numbers are chips (rooms, floors of a house); others are typed, and kept as typed while unreadable. */
function NumberField(props: { attribute: NumberView }) {
  const key = () => props.attribute.key
  const value = () => draft().attributes[key()]
  const problem = () => problems()[`attributes.${key()}`]
  const shown = () => {
    const number = value()
    // As in a year, four digits stand together.
    return typeof number === 'number' && number >= 10_000 ? groupDigits(number) : String(number ?? '')
  }
  const choices = () => {
    const { min, max, decimals } = props.attribute
    if (decimals || max - min >= fewAnswers) return undefined
    return Array.from({ length: max - min + 1 }, (_, index) => String(min + index))
  }
  return (
    <Show
      when={choices()}
      fallback={
        <TextField
          label={props.attribute.label}
          hint={props.attribute.hint}
          inputMode={props.attribute.decimals ? 'decimal' : 'numeric'}
          suffix={props.attribute.unit}
          value={shown()}
          onInput={(typed) => answer(key(), typed || undefined)}
          onBlur={() => {
            const typed = value()
            const number =
              typeof typed === 'string' ? parseNumber(typed, props.attribute.decimals) : undefined
            if (number !== undefined) answer(key(), number)
          }}
          problem={problem()}
        />
      }
    >
      {(numbers) => (
        <Chips
          label={props.attribute.label}
          options={numbers().map((id) => ({ id, label: id }))}
          value={value() === undefined ? undefined : String(value())}
          onChange={(id) => answer(key(), Number(id))}
          problem={problem()}
        />
      )}
    </Show>
  )
}
