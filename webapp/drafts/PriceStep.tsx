import { createMemo, For, Show } from 'solid-js'
import { priceKindsFor } from '#shared/ads/check-price.ts'
import { groupTyped } from '#shared/money/group-typed.ts'
import { type Currency, currencies, groupDigits, type PriceKind } from '#shared/money/money.ts'
import { parseSum } from '#shared/money/parse.ts'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { category, change, draft, problems } from '#webapp/drafts/form.ts'
import { stepTitle } from '#webapp/drafts/summary.ts'
import { formatPrice, otherPrice, type TextKey, t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

const kindTexts: Record<PriceKind, TextKey> = {
  fixed: 'draft.price_fixed',
  negotiable: 'money.negotiable',
  exchange: 'money.exchange',
  free: 'money.free',
}
const currencyLabels = () => ({ UZS: t('money.uzs', { amount: '' }).trim(), USD: '$' })
const fieldId = 'price-amount'
/** "12" in so'm was hardly meant so: thousands and millions are offered. */
const hardlyMeant = 1000

/** What it costs: the sum grouped while typing, the other currency beside it. */
export function PriceStep() {
  const price = () => draft().price ?? { kind: 'fixed' as const, currency: 'UZS' as const }
  const amount = () => {
    const sum = price().amount
    return typeof sum === 'number' ? sum : parseSum(sum ?? '')?.amount
  }
  const shown = () => {
    const sum = price().amount
    return typeof sum === 'number' ? groupDigits(sum) : (sum ?? '')
  }
  const kinds = () => priceKindsFor(category(), price().kind)
  const named = () => ({ kind: price().kind, amount: amount() ?? null, currency: price().currency })
  const hint = () => (price().kind === 'fixed' ? undefined : t('draft.price_optional'))
  const meant = createMemo(() => {
    const sum = amount()
    if (price().currency !== 'UZS' || !sum || sum >= hardlyMeant) return []
    return [sum * 1e3, sum * 1e6]
  })
  const set = (change_: Partial<ReturnType<typeof price>>) => change({ price: { ...price(), ...change_ } })

  function type(text: string) {
    const input = document.getElementById(fieldId) as HTMLInputElement
    const typed = groupTyped({ text, caret: input.selectionStart ?? text.length })
    const sum = parseSum(typed.text)
    // While letters are being typed the text stays as it is; a plain number is one.
    const plain = sum && /^[\d\s]*$/.test(typed.text)
    set({ amount: plain ? sum.amount : typed.text, ...(sum?.currency && { currency: sum.currency }) })
    input.value = typed.text
    input.setSelectionRange(typed.caret, typed.caret)
  }

  return (
    <FormPage step="price" title={stepTitle('price')}>
      <Section>
        <Chips
          label={t('draft.price_kind')}
          options={kinds().map((id) => ({ id, label: t(kindTexts[id]) }))}
          value={price().kind}
          onChange={(kind) => set({ kind: kind as PriceKind })}
        />
      </Section>
      <Show when={price().kind !== 'free'}>
        <Section>
          <TextField
            id={fieldId}
            label={t('draft.price_amount')}
            inputMode="decimal"
            placeholder="0"
            suffix={currencyLabels()[price().currency]}
            value={shown()}
            onInput={type}
            onBlur={() => {
              const sum = amount()
              if (sum !== undefined) set({ amount: sum })
            }}
            hint={meant().length === 0 ? otherPrice(named()) || hint() : hint()}
            problem={problems()['price.amount'] ?? problems()['price']}
          />
          <Show when={meant().length > 0}>
            <div class="vb-suggestions">
              <span class="vb-suggestions__label">{t('draft.price_meant')}</span>
              <For each={meant()}>
                {(sum) => (
                  <button
                    type="button"
                    class="vb-chip"
                    onClick={() => {
                      haptic('select')
                      set({ amount: sum })
                    }}
                  >
                    {formatPrice({ kind: 'fixed', amount: sum, currency: 'UZS' })}
                  </button>
                )}
              </For>
            </div>
          </Show>
          <Chips
            label={t('draft.price_currency')}
            options={currencies.map((id) => ({ id, label: currencyLabels()[id] }))}
            value={price().currency}
            onChange={(currency) => set({ currency: currency as Currency })}
          />
        </Section>
      </Show>
    </FormPage>
  )
}
