import { useLocation, useNavigate } from '@solidjs/router'
import { createEffect, createSignal, Match, on, onCleanup, Show, Switch } from 'solid-js'
import { Dynamic } from 'solid-js/web'
import { catalog, readCatalog } from '#webapp/catalog/catalog.ts'
import { CategoryStep } from '#webapp/drafts/CategoryStep.tsx'
import { ContactStep } from '#webapp/drafts/ContactStep.tsx'
import { DetailsStep } from '#webapp/drafts/DetailsStep.tsx'
import { isBegun, loadForm, openForm, resumeStep, tidy } from '#webapp/drafts/form.ts'
import { PhotosStep } from '#webapp/drafts/PhotosStep.tsx'
import { PlaceStep } from '#webapp/drafts/PlaceStep.tsx'
import { PreviewStep } from '#webapp/drafts/PreviewStep.tsx'
import { PriceStep } from '#webapp/drafts/PriceStep.tsx'
import { QuestionStep } from '#webapp/drafts/QuestionStep.tsx'
import { SentScreen } from '#webapp/drafts/SentScreen.tsx'
import { type StepId, stepNamed } from '#webapp/drafts/steps.ts'
import { sendWaiting, whenSent } from '#webapp/drafts/submit.ts'
import { TextStep } from '#webapp/drafts/TextStep.tsx'
import { locale, t } from '#webapp/i18n.ts'
import { me } from '#webapp/session.ts'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { BanSection } from '#webapp/users/BanSection.tsx'

const screens = {
  photos: PhotosStep,
  category: CategoryStep,
  details: DetailsStep,
  text: TextStep,
  price: PriceStep,
  place: PlaceStep,
  contact: ContactStep,
  preview: PreviewStep,
} satisfies Record<Exclude<StepId, `attributes.${string}`>, unknown>
const screenOf = (step: StepId) => (step in screens ? screens[step as keyof typeof screens] : QuestionStep)

/** The form of an ad, one screen a step: `/new/price`. `/new` opens it where it was left, `/new?from=7` mends ad 7. */
export default function DraftScreen() {
  const location = useLocation()
  const navigate = useNavigate()
  const [error, setError] = createSignal<unknown>()
  const [opened, setOpened] = createSignal(false)
  const path = () => location.pathname.split('/')[2] ?? ''
  const step = () => stepNamed(path())
  const sent = () => path() === 'sent'

  /** What is on this phone is shown at once; the server's answer, when it is slow, comes in later. */
  async function open(from?: number) {
    setError(undefined)
    try {
      await openForm()
      // What was sent without an answer goes first, before anything of it is asked or shown.
      if (await sendWaiting()) return
      if (from === undefined && isBegun()) setOpened(true)
      const all = Promise.all([loadForm(from), catalogHere()])
      await (from === undefined ? Promise.race([all, patience()]) : all)
      setOpened(true)
      tidy()
      if (!step() && !sent()) navigate(`/new/${catalog() ? resumeStep() : 'photos'}`, { replace: true })
    } catch (reason) {
      setError(reason)
    }
  }

  const from = () => Number(location.query['from']) || undefined
  createEffect(
    on([() => step() === undefined && !sent(), from], ([choosing]) => {
      if (choosing || !opened()) void open(from())
    }),
  )
  onCleanup(whenSent(() => navigate('/new/sent', { replace: true })))

  return (
    <Switch fallback={<Opening />}>
      <Match when={error()}>
        <Page back>
          <ErrorView error={error()} retry={() => void open(from())} />
        </Page>
      </Match>
      <Match when={me()?.ban}>
        <Page
          back
          title={t('ban.title')}
          main={{ text: t('app.to_ads'), onClick: () => navigate('/', { replace: true }) }}
        >
          <BanSection titled />
        </Page>
      </Match>
      <Match when={sent()}>
        <SentScreen />
      </Match>
      <Match when={opened()}>
        <Show when={step()} keyed>
          {(id) => <Dynamic component={screenOf(id)} step={id} />}
        </Show>
      </Match>
    </Switch>
  )
}

/** Waits for the catalogue: in the language of the screen, which may become another one meanwhile. */
async function catalogHere(): Promise<void> {
  for (let tries = 0; tries < 3 && !catalog(); tries++) await readCatalog(locale()).catch(() => undefined)
}

const patienceMs = 1500
const patience = () => new Promise<void>((resolve) => setTimeout(resolve, patienceMs))

/** The form's shape until it is known what was answered before. */
const Opening = () => (
  <Page back>
    <div class="vb-form__head">
      <Skeleton height={3} />
      <Skeleton width={180} height={28} />
      <Skeleton height={168} radius={12} />
    </div>
  </Page>
)
