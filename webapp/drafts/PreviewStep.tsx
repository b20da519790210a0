import { useNavigate } from '@solidjs/router'
import {
  createResource,
  createSignal,
  For,
  Match,
  onCleanup,
  onMount,
  Show,
  Suspense,
  Switch,
} from 'solid-js'
import { ApiError, api, call } from '#webapp/api.ts'
import { CoachView } from '#webapp/drafts/CoachView.tsx'
import { FormPage } from '#webapp/drafts/FormPage.tsx'
import {
  autosave,
  category,
  draft,
  findProblems,
  furtherQuestions,
  mending,
  setProblems,
  steps,
} from '#webapp/drafts/form.ts'
import { PostPreview } from '#webapp/drafts/PostPreview.tsx'
import { firstWrong, problemsOf, type StepId } from '#webapp/drafts/steps.ts'
import { sending, submit, waits } from '#webapp/drafts/submit.ts'
import { answerOf, stepTitle } from '#webapp/drafts/summary.ts'
import { t } from '#webapp/i18n.ts'
import { isUnderway, retryable } from '#webapp/photos/item.ts'
import { photos, queue } from '#webapp/photos/photos.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** The post exactly as the channel will show it; everything can still be changed, then it is sent. */
export function PreviewStep() {
  const navigate = useNavigate()
  const [offline, setOffline] = createSignal(false)
  const underway = () => photos().filter(isUnderway)
  const stuck = () => photos().filter(retryable)
  const arrived = () => photos().length - underway().length - stuck().length
  /** Asked for once all photos are there, and no more once the draft is on its way. */
  const whole = () => underway().length + stuck().length === 0 && !sending() && Boolean(draft().categoryId)
  const [post, { refetch }] = createResource(() => whole() && draft(), loadPost)
  const again = () => offline() && void refetch()
  window.addEventListener('online', again)
  let left = false
  onCleanup(() => {
    left = true
    window.removeEventListener('online', again)
  })

  /** Leads to the first screen with something to mend, its texts beside the fields. */
  function mend(wrong: Readonly<Record<string, string>>): boolean {
    const step = firstWrong(wrong, category())
    if (!step) return false
    setProblems(problemsOf(step, wrong, category()))
    navigate(`/new/${step}?to=preview`, { replace: true })
    return true
  }

  async function loadPost() {
    setOffline(false)
    if (!(await autosave.flush())) return void setOffline(true)
    try {
      return await call(api.draft.preview.$get())
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'network') return void setOffline(true)
      // An answer that comes late is of no use: the draft is on its way, or another screen is shown.
      if (!left && !sending() && !mend(error.fields)) toast(error.message)
      return undefined
    }
  }

  async function send() {
    const result = await submit()
    if (result === undefined || result === 'waiting') return
    if (!(result instanceof ApiError)) {
      haptic('success')
      return navigate('/new/sent', { replace: true })
    }
    haptic('error')
    if (!mend(result.fields)) toast(result.message)
    // Sent from another device: there the ad is.
    if (result.code === 'drafts.empty') navigate('/mine', { replace: true })
  }

  onMount(() => mend(findProblems()))
  const main = () => {
    if (stuck().length > 0)
      return { text: t('photo.retry'), onClick: () => stuck().forEach(({ key }) => queue.retry(key)) }
    if (underway().length > 0) {
      const sum = underway().reduce((total, { progress }) => total + progress, arrived())
      const percent = Math.floor((sum / photos().length) * 100)
      return { text: t('draft.send_uploading', { percent }), disabled: true, onClick: () => {} }
    }
    return sending()
      ? { text: t('draft.sending'), busy: true, onClick: () => {} }
      : { text: t('draft.send'), onClick: () => void send() }
  }
  /** Every answer, and behind the needed ones what else can be said. */
  const rows = () =>
    steps().flatMap((step): StepId[] => {
      if (step === 'preview') return []
      return step === 'text' && furtherQuestions().length > 0 ? ['details', step] : [step]
    })

  return (
    <FormPage step="preview" title={t('draft.step_preview')} main={main()}>
      <Suspense fallback={<Skeleton height={360} radius={16} />}>
        <Switch fallback={<Skeleton height={360} radius={16} />}>
          <Match when={waits() || offline() || stuck().length > 0}>
            <p class="vb-form__note" role="status">
              {t(waits() ? 'draft.send_offline' : 'draft.preview_offline')}
            </p>
          </Match>
          <Match when={post.latest}>{(shown) => <PostPreview post={shown()} photos={photos()} />}</Match>
        </Switch>
      </Suspense>
      <CoachView step="preview" />
      <Section header={t('draft.edit')}>
        <For each={rows()}>
          {(step) => (
            <Cell
              title={stepTitle(step)}
              after={<Show when={answerOf(step)}>{(text) => <span class="vb-answer">{text()}</span>}</Show>}
              onClick={() => navigate(`/new/${step}?to=preview`, { replace: true })}
            />
          )}
        </For>
      </Section>
      <Show when={mending() === null && !offline()}>
        <p class="vb-section__footer">{t('draft.preview_hint')}</p>
      </Show>
    </FormPage>
  )
}
