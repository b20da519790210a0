import { createSignal, For, Show } from 'solid-js'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import { AttributeField } from '#webapp/drafts/AttributeField.tsx'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { category, draft, problems } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** The category's own questions: what must be known first, the rest for those who want to say more. */
export function DetailsStep() {
  const questions = () => category()?.attributes ?? []
  /** A question that hangs on another comes once that one is answered. */
  const asked = (attribute: AttributeView) =>
    attribute.type !== 'select' || offeredOptions(attribute, draft().attributes).length > 0
  const needed = () => questions().filter((attribute) => attribute.required && asked(attribute))
  const more = () => questions().filter((attribute) => !attribute.required && asked(attribute))
  const [wanted, setWanted] = createSignal(false)
  const showsMore = () =>
    wanted() ||
    needed().length === 0 ||
    more().some(({ key }) => draft().attributes[key] !== undefined || problems()[`attributes.${key}`])
  return (
    <FormPage step="details" title={t('draft.step_details')}>
      <Show when={needed().length > 0}>
        <Section>
          <For each={needed()}>{(attribute) => <AttributeField attribute={attribute} />}</For>
        </Section>
      </Show>
      <Show when={more().length > 0}>
        <Section footer={showsMore() ? undefined : t('draft.more_details_hint')}>
          <Show
            when={showsMore()}
            fallback={
              <Cell
                icon={<Icon name="plus" />}
                title={t('draft.more_details')}
                onClick={() => setWanted(true)}
              />
            }
          >
            <For each={more()}>{(attribute) => <AttributeField attribute={attribute} />}</For>
          </Show>
        </Section>
      </Show>
    </FormPage>
  )
}
