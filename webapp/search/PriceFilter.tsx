import { createSignal, untrack } from 'solid-js'
import { type Currency, currencies } from '#shared/money/money.ts'
import { parseSum } from '#shared/money/parse.ts'
import type { Range } from '#shared/search/filters.ts'
import { t } from '#webapp/i18n.ts'
import { RangeFields } from '#webapp/search/RangeFields.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** From what to what it may cost, in the money one thinks in; ads in the other are compared at the day's rate. */
export function PriceFilter(props: {
  price: Range | undefined
  currency: Currency
  onChange: (price: Range | undefined, currency: Currency) => void
}) {
  // Without a sum the currency says nothing, and is not part of the filters.
  const [currency, setCurrency] = createSignal(untrack(() => props.currency))
  return (
    <Section>
      <RangeFields
        label={t('search.price')}
        range={props.price}
        parse={(typed) => parseSum(typed)?.amount}
        onChange={(price) => props.onChange(price, price ? currency() : 'UZS')}
      />
      <Chips
        label={t('draft.price_currency')}
        options={currencies.map((id) => ({
          id,
          label: id === 'UZS' ? t('money.uzs', { amount: '' }).trim() : '$',
        }))}
        value={currency()}
        onChange={(id) => {
          setCurrency(id as Currency)
          if (props.price) props.onChange(props.price, id as Currency)
        }}
      />
    </Section>
  )
}
