import { useNavigate } from '@solidjs/router'
import { createEffect, createMemo, onCleanup, Show } from 'solid-js'
import { offeredOptions } from '#shared/catalog/validate.ts'
import type { AttributeView } from '#shared/catalog/view.ts'
import { TypedField } from '#webapp/catalog/AttributeField.tsx'
import { fewNumbers } from '#webapp/catalog/answers.ts'
import { FormPage, useSteps } from '#webapp/drafts/FormPage.tsx'
import { answer, category, draft, problems, resumeStep } from '#webapp/drafts/form.ts'
import { keyOf, type StepId } from '#webapp/drafts/steps.ts'
import { t } from '#webapp/i18n.ts'
import { type ListOption, OptionList } from '#webapp/ui/OptionList.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'

/** Milliseconds for which a choice is seen before the next question comes. */
const beat = 160

/** One question of the category that must be answered. One tap on an answer goes on; what is typed waits for the button. */
export function QuestionStep(props: { step: StepId }) {
  const navigate = useNavigate()
  const question = () =>
    category()?.attributes.find(({ key, required }) => required && key === keyOf(props.step))
  createEffect(() => {
    // An address from before another category was chosen.
    if (category() && !question()) navigate(`/new/${resumeStep()}`, { replace: true })
  })
  return (
    <Show
      when={question()}
      fallback={
        <FormPage step={props.step} title={t('draft.step_details')} main={null}>
          <Skeleton height={240} radius={12} />
        </FormPage>
      }
    >
      {(attribute) => <Question step={props.step} attribute={attribute()} />}
    </Show>
  )
}

/** The answers to choose from; undefined where the answer is typed. */
function choicesFor(attribute: AttributeView): readonly ListOption[] | undefined {
  if (attribute.type === 'select') return offeredOptions(attribute, draft().attributes)
  if (attribute.type !== 'bool') return fewNumbers(attribute)
  return [
    { id: 'true', label: t('draft.yes') },
    { id: 'false', label: t('draft.no') },
  ]
}

const valueOf = ({ type }: AttributeView, id: string) =>
  type === 'select' ? id : type === 'bool' ? id === 'true' : Number(id)

function Question(props: { step: StepId; attribute: AttributeView }) {
  // eslint-disable-next-line solid/reactivity -- a screen is one question for as long as it lives
  const steps = useSteps(props.step)
  const choices = createMemo(() => choicesFor(props.attribute))
  const value = () => draft().attributes[props.attribute.key]
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  function choose(id: string) {
    answer(props.attribute.key, valueOf(props.attribute, id))
    clearTimeout(timer)
    timer = setTimeout(() => steps.next(), beat)
  }
  return (
    <FormPage
      step={props.step}
      title={props.attribute.label}
      main={choices() && value() === undefined ? null : undefined}
    >
      <Show
        when={choices()}
        fallback={
          <Section>
            <TypedField
              attribute={props.attribute}
              answers={draft().attributes}
              onAnswer={answer}
              problem={problems()[props.step]}
              alone
            />
          </Section>
        }
      >
        {(options) => (
          <OptionList
            label={props.attribute.label}
            options={options()}
            value={value() === undefined ? undefined : String(value())}
            onChange={choose}
            problem={problems()[props.step]}
          />
        )}
      </Show>
    </FormPage>
  )
}
