import { useLocation } from '@solidjs/router'
import { createMemo, createSignal, For, Show } from 'solid-js'
import { AttributeField } from '#webapp/catalog/AttributeField.tsx'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import { answer, draft, furtherQuestions, problems } from '#webapp/drafts/form.ts'
import { t } from '#webapp/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Section } from '#webapp/ui/Section.tsx'

/** So many questions come at a time: a screen is never a wall of fields. */
const fewQuestions = 3

/** What else can be said of the thing, for those who want to: a few questions, and a few more with every tap. */
export function DetailsStep() {
  const location = useLocation()
  const [wanted, setWanted] = createSignal<readonly string[]>([])
  /** Those that were ever answered or asked for here: one emptied again stays under the finger. */
  const touched = createMemo<readonly string[]>((before) => {
    const wrong = Object.keys(problems()).map((path) => path.replace('attributes.', ''))
    const advised = [location.query['ask'] ?? ''].flat()
    return [...new Set([...before, ...Object.keys(draft().attributes), ...wrong, ...advised, ...wanted()])]
  }, [])
  const advised = () => location.query['ask'] !== undefined
  const open = () =>
    furtherQuestions().filter(
      ({ key }, place) => touched().includes(key) || (place < fewQuestions && !advised()),
    )
  const hidden = () => furtherQuestions().filter((attribute) => !open().includes(attribute))
  const showMore = () =>
    setWanted((before) => [
      ...before,
      ...hidden()
        .slice(0, fewQuestions)
        .map(({ key }) => key),
    ])
  return (
    <FormPage step="details" title={t('draft.step_details')}>
      <Section>
        <For each={open()}>
          {(attribute) => (
            <AttributeField
              attribute={attribute}
              answers={draft().attributes}
              onAnswer={answer}
              problem={problems()[`attributes.${attribute.key}`]}
            />
          )}
        </For>
        <Show when={hidden().length > 0}>
          <Cell icon={<Icon name="plus" />} title={t('draft.more_details')} onClick={showMore} />
        </Show>
      </Section>
    </FormPage>
  )
}
