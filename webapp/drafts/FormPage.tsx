import { useLocation, useNavigate } from '@solidjs/router'
import type { JSX } from 'solid-js'
import { passes, saving, stepAfter, steps as stepsNow } from '#webapp/drafts/form.ts'
import { RejectionNote } from '#webapp/drafts/RejectionNote.tsx'
import { type StepId, stepNamed } from '#webapp/drafts/steps.ts'
import { type TextKey, t } from '#webapp/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Page, type PageButton } from '#webapp/ui/Page.tsx'
import { Progress } from '#webapp/ui/Progress.tsx'
import './form-page.css'

/** Going through the form; a screen opened from another one (`?to=preview`) leads back to it. */
export function useSteps(step: StepId) {
  const navigate = useNavigate()
  const location = useLocation()
  /** What lies beside the way counts as the place where it was opened. */
  const number = () => stepsNow().indexOf(stepsNow().includes(step) ? step : (opener() ?? 'preview')) + 1
  const opener = () => stepNamed(String(location.query['to']))
  const go = (to: StepId) => navigate(`/new/${to}`, { replace: true })
  return {
    number,
    count: () => stepsNow().length,
    opener,
    /** Goes on if this screen's answers are right, else shows what is not. */
    next() {
      if (passes(step)) return go(opener() ?? stepAfter(step))
      haptic('error')
      queueMicrotask(showFirstProblem)
    },
    /** The first screen gives the way back to the one before the form. */
    back: (): true | (() => void) => {
      const before = opener() ?? stepsNow()[number() - 2]
      return before ? () => go(before) : true
    },
  }
}

function showFirstProblem() {
  const wrong = document.querySelector<HTMLElement>('[aria-invalid="true"]')
  wrong?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  wrong?.focus({ preventScroll: true })
}

const savingTexts = {
  idle: undefined,
  saving: 'draft.saving',
  saved: 'draft.saved',
  kept: 'draft.kept',
  refused: 'draft.refused',
} as const satisfies Record<ReturnType<typeof saving>, TextKey | undefined>

/** One screen of the form: how far it is, that it is kept, and the way on. */
export function FormPage(props: {
  step: StepId
  title: string
  /** What the button that leads to the next screen says, if not the usual. */
  next?: string | undefined
  /** In place of that button; null for none. */
  main?: PageButton | null | undefined
  back?: (() => void) | undefined
  children: JSX.Element
}) {
  // eslint-disable-next-line solid/reactivity -- a screen is one step for as long as it lives
  const steps = useSteps(props.step)
  const main = () =>
    props.main === null
      ? undefined
      : (props.main ?? {
          text: steps.opener() ? t('draft.done') : (props.next ?? t('draft.next')),
          onClick: () => steps.next(),
        })
  const savingText = () => {
    const text = savingTexts[saving()]
    return text && t(text)
  }
  return (
    <Page class="vb-form vb-parted" back={props.back ?? steps.back()} main={main()}>
      <div class="vb-form__head">
        <Progress
          value={steps.number() / steps.count()}
          label={t('draft.progress', { number: steps.number(), count: steps.count() })}
        />
        <p class="vb-form__saving" data-state={saving()} role="status">
          {savingText()}
        </p>
      </div>
      <h1 class="vb-page__title">{props.title}</h1>
      <RejectionNote step={props.step} />
      {props.children}
    </Page>
  )
}
