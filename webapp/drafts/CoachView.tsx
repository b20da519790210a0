import { useNavigate } from '@solidjs/router'
import { createMemo, For, Show } from 'solid-js'
import { coach, type Hint } from '#shared/coach/coach.ts'
import { category, draft } from '#webapp/drafts/form.ts'
import { type StepId, stepOf, stepsUntil } from '#webapp/drafts/steps.ts'
import { t } from '#webapp/i18n.ts'
import { photos } from '#webapp/photos/photos.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import './coach-view.css'

const mostShown = 2

/** How much the ad says and what would help most: advice beside the way, never in it, about the screens so far. */
export function CoachView(props: { step: StepId }) {
  const navigate = useNavigate()
  const advice = createMemo(() => {
    const chosen = category()
    const asked = stepsUntil(props.step, chosen)
    return chosen && coach(draft(), chosen, photos().length, (path) => asked.includes(stepOf(path, chosen)))
  })
  const question = (key: string) =>
    category()?.attributes.find((attribute) => attribute.key === key)?.label ?? ''
  const textOf = ({ id, params: { key = '', count = 0 } }: Hint) =>
    t(`coach.${id}`, { question: question(key), count })
  const go = ({ path, params }: Hint) =>
    navigate(`/new/${stepOf(path, category())}?to=${props.step}${params.key ? `&ask=${params.key}` : ''}`, {
      replace: true,
    })
  return (
    <Show when={advice()}>
      {(given) => (
        <Section class="vb-coach">
          <div class="vb-coach__head">
            <Ring score={given().score} />
            <p role="status">
              <span class="vb-coach__title">{t('coach.score', { score: given().score })}</span>
              <span class="vb-coach__text">
                {t(given().hints.length > 0 ? 'coach.better' : 'coach.enough')}
              </span>
            </p>
          </div>
          <For each={given().hints.slice(0, mostShown)}>
            {(hint) => (
              <Show
                when={stepOf(hint.path, category()) !== props.step}
                fallback={<Cell title={textOf(hint)} />}
              >
                <Cell title={<span class="vb-coach__way">{textOf(hint)}</span>} onClick={() => go(hint)} />
              </Show>
            )}
          </For>
        </Section>
      )}
    </Show>
  )
}

/** Drawn with a circumference of 100. */
const Ring = (props: { score: number }) => (
  <svg class="vb-coach__ring" viewBox="0 0 36 36" aria-hidden="true">
    <circle cx="18" cy="18" r="15.9" />
    <circle cx="18" cy="18" r="15.9" pathLength="100" stroke-dasharray={`${props.score} 100`} />
  </svg>
)
