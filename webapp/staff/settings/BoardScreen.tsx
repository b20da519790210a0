import { createResource, Match, onCleanup, onMount, Show, Switch, untrack } from 'solid-js'
import { t } from '#webapp/staff/i18n.ts'
import { BoardSections } from '#webapp/staff/settings/BoardSections.tsx'
import { createBoardForm } from '#webapp/staff/settings/board-form.ts'
import { loadSettings, type Shown } from '#webapp/staff/settings/queries.ts'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './board.css'

/** How the board works: limits, terms, approval, the rate; all of it saved at once. */
export default function BoardScreen() {
  const [first, { refetch }] = createResource(loadSettings)
  return (
    <Switch
      fallback={
        <Page back column title={t('board.title')}>
          <div class="board__waiting">
            <Skeleton height={420} radius={12} />
          </div>
        </Page>
      }
    >
      <Match when={first.error}>
        <Page back column title={t('board.title')}>
          <ErrorView error={first.error} retry={() => void refetch()} />
        </Page>
      </Match>
      <Match when={knownOf(first)}>{(shown) => <Form first={shown()} />}</Match>
    </Switch>
  )
}

function Form(props: { first: Shown }) {
  // The first answer is where the form begins; later ones come through it.
  const form = createBoardForm(untrack(() => props.first))
  const onReturn = () => {
    if (!document.hidden && !form.saving()) void form.refresh().catch(() => undefined)
  }
  onMount(() => {
    document.addEventListener('visibilitychange', onReturn)
    onCleanup(() => document.removeEventListener('visibilitychange', onReturn))
  })
  const main = () =>
    form.isDirty()
      ? { text: t('board.save'), busy: form.saving(), onClick: () => void form.save() }
      : undefined
  return (
    <Page back column title={t('board.title')} main={main()}>
      <Show when={Object.keys(form.clashes()).length > 0}>
        <p class="board__note" role="alert">
          {t('board.clashed')}
        </p>
      </Show>
      <BoardSections form={form} />
    </Page>
  )
}
