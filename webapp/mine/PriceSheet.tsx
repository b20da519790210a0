import { batch, createSignal, createUniqueId, Show, untrack } from 'solid-js'
import type { MyAd } from '#server/ads/views.ts'
import { checkPrice, priceKindsFor } from '#shared/ads/check-price.ts'
import type { CategoryView } from '#shared/catalog/view.ts'
import type { Problems } from '#shared/errors.ts'
import type { TextKey } from '#shared/i18n/app/uz/index.ts'
import { groupTyped } from '#shared/money/group-typed.ts'
import { type Currency, currencies, groupDigits, type PriceKind } from '#shared/money/money.ts'
import { parseSum } from '#shared/money/parse.ts'
import { subCategory } from '#webapp/catalog/catalog.ts'
import { otherPrice, t } from '#webapp/i18n.ts'
import { changePrice, deedOn } from '#webapp/mine/deeds.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import './price-sheet.css'

const kindTexts: Record<PriceKind, TextKey> = {
  fixed: 'draft.price_fixed',
  negotiable: 'money.negotiable',
  exchange: 'money.exchange',
  free: 'money.free',
}
const currencyText = (currency: Currency) =>
  currency === 'USD' ? '$' : t('money.uzs', { amount: '' }).trim()

/** Asks for a new price of a live ad and saves it; no moderator is asked. */
export const PriceSheet = (props: {
  ad: MyAd
  policy: CategoryView['price'] | undefined
  open: boolean
  onClose: () => void
}) => (
  <Sheet open={props.open} onClose={props.onClose} title={t('mine.price_title')}>
    <PriceForm ad={props.ad} policy={props.policy} onSaved={props.onClose} />
  </Sheet>
)

function PriceForm(props: { ad: MyAd; policy: CategoryView['price'] | undefined; onSaved: () => void }) {
  // A form begins with the price as it was when it was opened.
  const before = untrack(() => props.ad.price)
  const [kind, setKind] = createSignal<PriceKind>(before?.kind ?? 'fixed')
  const [currency, setCurrency] = createSignal<Currency>(before?.currency ?? 'UZS')
  const [amount, setAmount] = createSignal(before?.amount ? groupDigits(before.amount) : '')
  const [problem, setProblem] = createSignal<string>()
  const fieldId = createUniqueId()
  const policy = () => props.policy ?? 'required'
  const kinds = () => priceKindsFor(subCategory(props.ad.categoryId), before?.kind)
  const sum = () => parseSum(amount())
  const other = () =>
    otherPrice({ kind: kind(), amount: sum()?.amount ?? null, currency: sum()?.currency ?? currency() })
  const hint = () => other() || (kind() === 'fixed' ? undefined : t('draft.price_optional'))
  const busy = () => deedOn(props.ad.id) === 'price'

  function type(text: string) {
    const input = document.getElementById(fieldId) as HTMLInputElement
    const typed = groupTyped({ text, caret: input.selectionStart ?? text.length })
    batch(() => {
      setAmount(typed.text)
      setProblem(undefined)
    })
    input.value = typed.text
    input.setSelectionRange(typed.caret, typed.caret)
  }

  async function save() {
    const wanted = { kind: kind(), amount: amount(), currency: currency() }
    const checked = checkPrice({ price: policy() }, wanted)
    if ('problems' in checked) return setProblem(problemText(checked.problems))
    if (!checked.price) return setProblem(t('problem.price'))
    const result = await changePrice(props.ad, checked.price)
    if (result === 'done') return props.onSaved()
    const field = result?.fields['price.amount'] ?? result?.fields.price
    if (field) setProblem(field)
    else if (result?.code === 'ads.changed' || result?.code === 'ads.wrong_state') props.onSaved()
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Section>
        <Chips
          label={t('draft.price_kind')}
          options={kinds().map((id) => ({ id, label: t(kindTexts[id]) }))}
          value={kind()}
          onChange={(id) => setKind(id as PriceKind)}
        />
        <Show when={kind() !== 'free'}>
          <TextField
            id={fieldId}
            label={t('draft.price_amount')}
            value={amount()}
            onInput={type}
            inputMode="decimal"
            suffix={currencyText(currency())}
            hint={hint()}
            problem={problem()}
            autofocus
          />
          <Chips
            label={t('draft.price_currency')}
            options={currencies.map((id) => ({ id, label: currencyText(id) }))}
            value={currency()}
            onChange={(id) => setCurrency(id as Currency)}
          />
        </Show>
      </Section>
      <div class="price-sheet__save">
        <button type="submit" class="vb-button" disabled={busy()} aria-busy={busy()}>
          {t('mine.price_save')}
        </button>
      </div>
    </form>
  )
}

function problemText(problems: Problems) {
  const [problem] = Object.values(problems)
  if (!problem) return undefined
  const { code, min = 0, max = 0 } = problem
  return t(`problem.${code}`, { min: groupDigits(min), max: groupDigits(max) })
}
