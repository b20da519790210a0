import { For, Match, Show, Switch } from 'solid-js'
import type { AttributeView, CategoryView, NumberView, SelectView } from '#shared/catalog/view.ts'
import { parseNumber } from '#shared/money/parse.ts'
import type { AttributeFilter, Range } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { shortRange, tapRange } from '#webapp/search/describe.ts'
import { offeredOptions } from '#webapp/search/offered.ts'
import { RangeFields } from '#webapp/search/RangeFields.tsx'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Switch as Toggle } from '#webapp/ui/Switch.tsx'
import { ToggleChips } from '#webapp/ui/ToggleChips.tsx'

/** Up to so many options stand side by side; more open as a list. */
const fewOptions = 8

/** The questions of a category that buyers narrow by, in its order. */
export function AttributeFilters(props: {
  category: CategoryView
  values: Readonly<Record<string, AttributeFilter>>
  onChange: (key: string, filter: AttributeFilter | undefined) => void
  /** Shows the many options of a question. */
  onOpen: (key: string) => void
}) {
  const asked = () => props.category.attributes.filter(({ filter }) => filter)
  const set = (attribute: AttributeView) => (filter: AttributeFilter | undefined) =>
    props.onChange(attribute.key, filter)
  return (
    <For each={asked()}>
      {(attribute) => (
        <Switch>
          <Match when={attribute.type === 'select' && attribute}>
            {(select) => (
              <SelectFilter
                attribute={select()}
                values={props.values}
                onChange={set(attribute)}
                onOpen={() => props.onOpen(attribute.key)}
              />
            )}
          </Match>
          <Match when={attribute.type === 'number' && attribute}>
            {(number) => (
              <NumberFilter
                attribute={number()}
                value={props.values[attribute.key] as Range | undefined}
                onChange={set(attribute)}
              />
            )}
          </Match>
          <Match when={attribute.type === 'bool'}>
            <Section>
              <Toggle
                label={attribute.label}
                checked={props.values[attribute.key] === true}
                onChange={(on) => props.onChange(attribute.key, on || undefined)}
              />
            </Section>
          </Match>
        </Switch>
      )}
    </For>
  )
}

function SelectFilter(props: {
  attribute: SelectView
  values: Readonly<Record<string, AttributeFilter>>
  onChange: (filter: readonly string[] | undefined) => void
  onOpen: () => void
}) {
  const options = () => offeredOptions(props.attribute, props.values)
  const chosen = () => (props.values[props.attribute.key] as readonly string[] | undefined) ?? []
  const names = () =>
    options()
      .filter(({ id }) => chosen().includes(id))
      .map(({ label }) => label)
      .join(', ')
  return (
    <Show when={options().length > 0}>
      <Section>
        <Show
          when={props.attribute.options.length > fewOptions}
          fallback={
            <ToggleChips
              label={props.attribute.label}
              options={options()}
              value={chosen()}
              onChange={(ids) => props.onChange(ids.length > 0 ? ids : undefined)}
            />
          }
        >
          <Cell
            title={props.attribute.label}
            after={<span class="filter-answer">{names() || t('ads.all')}</span>}
            onClick={() => props.onOpen()}
          />
        </Show>
      </Section>
    </Show>
  )
}

function NumberFilter(props: {
  attribute: NumberView
  value: Range | undefined
  onChange: (range: Range | undefined) => void
}) {
  const numbers = () => shortRange(props.attribute)
  const within = (number: number) =>
    props.value !== undefined &&
    number >= (props.value.min ?? Number.NEGATIVE_INFINITY) &&
    number <= (props.value.max ?? Number.POSITIVE_INFINITY)
  return (
    <Section>
      <Show
        when={numbers()}
        fallback={
          <RangeFields
            label={props.attribute.label}
            unit={props.attribute.unit}
            decimal={Boolean(props.attribute.decimals)}
            range={props.value}
            parse={(typed) => parseNumber(typed, props.attribute.decimals)}
            onChange={(range) => props.onChange(range)}
          />
        }
      >
        {(few) => (
          <ToggleChips
            label={props.attribute.label}
            options={few().map((number) => ({ id: String(number), label: String(number) }))}
            value={few().filter(within).map(String)}
            onChange={(_, tapped) => props.onChange(tapRange(props.value, Number(tapped)))}
          />
        )}
      </Show>
    </Section>
  )
}
