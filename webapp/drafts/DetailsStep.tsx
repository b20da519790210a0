import { useLocation } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import { AttributeField } from '#webapp/drafts/AttributeField.tsx'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { category, draft, problems } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** So many further questions come at a time: a screen is never a wall of fields. */
const fewQuestions = 3

/** The category's own questions: what must be known first, the rest for those who want to say more. */
export function DetailsStep() {
  const questions = () => category()?.attributes ?? []
  /** A question that hangs on another comes once that one is answered. */
  const asked = (attribute: AttributeView) =>
    attribute.type !== 'select' || offeredOptions(attribute, draft().attributes).length > 0
  const needed = () => questions().filter((attribute) => attribute.required && asked(attribute))
  const more = () => questions().filter((attribute) => !attribute.required && asked(attribute))
  const location = useLocation()
  const [wanted, setWanted] = createSignal<readonly string[]>([])
  /** Others that were ever answered or asked for here: one emptied again stays under the finger. */
  const touched = createMemo<readonly string[]>((before) => {
    const wrong = Object.keys(problems()).map((path) => path.replace('attributes.', ''))
    const advised = [location.query['ask'] ?? ''].flat()
    return [...new Set([...before, ...Object.keys(draft().attributes), ...wrong, ...advised, ...wanted()])]
  }, [])
  /** A few at first where nothing else is asked, a few more with every tap. */
  const open = () =>
    more().filter(
      ({ key }, place) => touched().includes(key) || (needed().length === 0 && place < fewQuestions),
    )
  const showMore = () => {
    const hidden = more().filter((attribute) => !open().includes(attribute))
    setWanted((before) => [...before, ...hidden.slice(0, fewQuestions).map(({ key }) => key)])
  }
  return (
    <FormPage step="details" title={t('draft.step_details')}>
      <Show when={needed().length > 0}>
        <Section>
          <For each={needed()}>{(attribute) => <AttributeField attribute={attribute} />}</For>
        </Section>
      </Show>
      <Show when={more().length > 0}>
        <Section footer={open().length === 0 ? t('draft.more_details_hint') : undefined}>
          <For each={open()}>{(attribute) => <AttributeField attribute={attribute} />}</For>
          <Show when={open().length < more().length}>
            <Cell icon={<Icon name="plus" />} title={t('draft.more_details')} onClick={showMore} />
          </Show>
        </Section>
      </Show>
    </FormPage>
  )
}
