import { createEffect, createSignal, For, Show, untrack } from 'solid-js'
import { priceKindsFor } from '#shared/ads/check-price.ts'
import type { AttributeValue } from '#shared/catalog/types.ts'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { CategoryView, SelectView } from '#shared/catalog/view.ts'
import { limits } from '#shared/limits.ts'
import type { AdChanges } from '#shared/moderation/schema.ts'
import { type Currency, currencies, groupDigits, type PriceKind } from '#shared/money/money.ts'
import { parseSum } from '#shared/money/parse.ts'
import { AttributeField } from '#webapp/catalog/AttributeField.tsx'
import { answersFor, isAsked, withAnswer } from '#webapp/catalog/answers.ts'
import { catalog, subCategory } from '#webapp/catalog/catalog.ts'
import { type TextKey } from '#webapp/i18n.ts'
import { changesOf, type Edit, editOf } from '#webapp/moderation/edit.ts'
import { createKept } from '#webapp/moderation/kept.ts'
import type { QueueAd } from '#webapp/moderation/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Sheet } from '#webapp/ui/Sheet.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'

interface Props {
  ad: QueueAd
  /** What was sent and will not do, by the names of the answers. */
  problems: Readonly<Record<string, string>>
  onApprove: (changes: AdChanges | undefined) => void
}

/** What a moderator mends on the way: everything at once, then one button approves it so. The seller is told. */
export function EditSheet(props: Props & { open: boolean; onClose: () => void }) {
  const [picking, setPicking] = createSignal<Picking>()
  const title = () => {
    const what = picking()
    if (what === undefined) return t('moderation.edit_title')
    return typeof what === 'string' ? t(`field.${what}`) : what.label
  }
  return (
    <Sheet
      open={props.open}
      onClose={() => (picking() ? setPicking(undefined) : props.onClose())}
      title={title()}
    >
      <EditForm
        ad={props.ad}
        problems={props.problems}
        onApprove={props.onApprove}
        picking={picking()}
        onPick={setPicking}
      />
    </Sheet>
  )
}
type Picking = 'category' | 'place' | SelectView

const kindTexts: Record<PriceKind, TextKey> = {
  fixed: 'draft.price_fixed',
  negotiable: 'money.negotiable',
  exchange: 'money.exchange',
  free: 'money.free',
}

function EditForm(
  props: Props & { picking: Picking | undefined; onPick: (what: Picking | undefined) => void },
) {
  const { fields: edit, change: keep } = createKept<Edit>(
    untrack(() => `edit ${props.ad.id}.${props.ad.revision}`),
    () => untrack(() => editOf(props.ad)),
  )
  const [problems, setProblems] = createSignal(untrack(() => props.problems))
  /** What is answered anew is no problem any more. */
  function change(part: Partial<Edit>) {
    const { attributes } = edit()
    keep(part)
    const isOpen = (path: string) => {
      const [top = '', key = ''] = path.split('.')
      return !(top in part) || (top === 'attributes' && part.attributes?.[key] === attributes[key])
    }
    setProblems((all) => Object.fromEntries(Object.entries(all).filter(([path]) => isOpen(path))))
  }
  /** Those that no field can say of itself. */
  const otherProblems = () =>
    Object.entries(problems()).flatMap(([path, text]) => {
      const isSaid =
        ['title', 'description', 'price.amount'].includes(path) ||
        questions().some(({ key }) => path === `attributes.${key}`)
      if (isSaid) return []
      return path.startsWith('photoIds') ? `${t('field.photos')}: ${text}` : text
    })
  let view!: HTMLDivElement
  let scrolled = 0
  /** A choice begins at its top, and the form is where it was left. */
  function pick(what: Picking) {
    scrolled = view.parentElement?.scrollTop ?? 0
    props.onPick(what)
  }
  createEffect(() => view.parentElement?.scrollTo(0, props.picking ? 0 : scrolled))
  const category = () => subCategory(edit().categoryId)
  const priced = () => category()?.price !== 'none' && category()?.price !== 'free'
  const price = () => edit().price ?? { kind: 'fixed' as const, currency: 'UZS' as const }
  const amountText = () => {
    const { amount } = price()
    return typeof amount === 'number' ? groupDigits(amount) : (amount ?? '')
  }
  const districts = () =>
    (catalog()?.regions ?? []).flatMap((region) =>
      region.districts.map(({ id, label }) => ({ id, label: `${label}, ${region.label}` })),
    )
  const categories = () =>
    (catalog()?.categories ?? []).flatMap((top) =>
      top.children.map(({ id, label }) => ({ id, label: `${label} · ${top.label}`, icon: top.icon })),
    )
  const [all, setAll] = createSignal(false)
  const asked = () =>
    (category()?.attributes ?? []).filter((attribute) => isAsked(attribute, edit().attributes))
  /** What must be answered, what is, and what was and will not do; the others when they are asked for. */
  const questions = () =>
    asked().filter(
      ({ key, required }) =>
        all() || required || key in edit().attributes || key in props.ad.attributes || isWrong(key),
    )
  const isWrong = (key: string) => `attributes.${key}` in problems()
  const answer = (key: string, value: AttributeValue | undefined) =>
    change({ attributes: withAnswer(category(), edit().attributes, key, value) })

  function chooseCategory(next: CategoryView | undefined) {
    if (next) change({ categoryId: next.id, attributes: answersFor(next, props.ad.attributes) })
  }
  /** What one chooses from in place of the form. */
  function choices(what: Picking) {
    if (what === 'category')
      return {
        label: t('field.category'),
        options: categories(),
        value: edit().categoryId,
        choose: (id: string) => chooseCategory(subCategory(id)),
      }
    if (what === 'place')
      return {
        label: t('field.place'),
        options: districts(),
        value: edit().districtId,
        choose: (districtId: string) => change({ districtId }),
      }
    return {
      label: what.label,
      options: offeredOptions(what, edit().attributes),
      value: edit().attributes[what.key] as string | undefined,
      choose: (id: string) => answer(what.key, id),
    }
  }
  function submit(event: Event) {
    event.preventDefault()
    // What is being typed is read when its field is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    props.onApprove(changesOf(props.ad, edit()))
  }

  return (
    <div ref={view}>
      <Show
        when={props.picking}
        fallback={
          <form class="vb-parted" onSubmit={submit}>
            <Section>
              <TextField
                label={t('draft.title')}
                value={edit().title}
                onInput={(title) => change({ title })}
                maxLength={limits.title.max}
                problem={problems()['title']}
              />
              <TextField
                label={t('draft.description')}
                value={edit().description}
                onInput={(description) => change({ description })}
                maxLength={limits.description.max}
                problem={problems()['description']}
                multiline
              />
            </Section>
            <Show when={priced()}>
              <Section>
                <TextField
                  label={t('draft.price_amount')}
                  inputMode="decimal"
                  value={amountText()}
                  problem={problems()['price.amount']}
                  onInput={(text) =>
                    change({ price: { ...price(), amount: parseSum(text)?.amount ?? text } })
                  }
                />
                <Chips
                  label={t('draft.price_currency')}
                  options={currencies.map((id) => ({
                    id,
                    label: id === 'USD' ? '$' : t('money.uzs', { amount: '' }).trim(),
                  }))}
                  value={price().currency}
                  onChange={(currency) => change({ price: { ...price(), currency: currency as Currency } })}
                />
                <Chips
                  label={t('draft.price_kind')}
                  options={priceKindsFor(category(), price().kind).map((id) => ({
                    id,
                    label: t(kindTexts[id]),
                  }))}
                  value={price().kind}
                  onChange={(kind) => change({ price: { ...price(), kind: kind as PriceKind } })}
                />
              </Section>
            </Show>
            <Section>
              <Cell
                title={t('field.category')}
                after={<span class="vb-answer">{category()?.label}</span>}
                onClick={() => pick('category')}
              />
              <Cell
                title={t('field.place')}
                after={
                  <span class="vb-answer">
                    {districts().find(({ id }) => id === edit().districtId)?.label ?? edit().districtId}
                  </span>
                }
                onClick={() => pick('place')}
              />
            </Section>
            <Section>
              <For each={questions()}>
                {(attribute) => (
                  <AttributeField
                    attribute={attribute}
                    answers={edit().attributes}
                    onAnswer={answer}
                    problem={problems()[`attributes.${attribute.key}`]}
                    onPick={() => pick(attribute as SelectView)}
                  />
                )}
              </For>
              <Show when={questions().length < asked().length}>
                <Cell
                  icon={<Icon name="plus" />}
                  title={t('draft.more_details')}
                  onClick={() => setAll(true)}
                />
              </Show>
            </Section>
            <For each={otherProblems()}>{(text) => <p class="queue__problem">{text}</p>}</For>
            <div class="vb-sheet__bar">
              <button type="submit" class="vb-button">
                {t('moderation.edit_approve')}
              </button>
            </div>
          </form>
        }
      >
        {(what) => {
          const list = choices(what())
          return (
            <OptionList
              label={list.label}
              options={list.options}
              value={list.value}
              onChange={(id) => {
                list.choose(id)
                props.onPick(undefined)
              }}
            />
          )
        }}
      </Show>
    </div>
  )
}
