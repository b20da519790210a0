import { createResource, For, Match, Show, Switch } from 'solid-js'
import { ownWords } from '#shared/reasons/built-in.ts'
import { inAllLanguages } from '#shared/reasons/schema.ts'
import { locale } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { loadReasons, orderReasons, type Reason } from '#webapp/staff/reasons/queries.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './reasons.css'

/** Why ads are sent back: each leads to its words, an arrow moves it up. */
export default function ReasonsScreen() {
  const [reasons, { refetch, mutate }] = createResource(loadReasons)
  const { busy, attempt } = createAttempt()
  const all = () => knownOf(reasons) ?? []
  const given = () => all().filter(({ archived }) => !archived)
  const archived = () => all().filter((reason) => reason.archived)

  async function moveUp(id: string) {
    const ids = given().map((reason) => reason.id)
    const at = ids.indexOf(id)
    ids.splice(at - 1, 2, id, ids[at - 1] as string)
    mutate(await orderReasons(ids))
  }
  return (
    <Page back column title={t('reasons.title')}>
      <Switch
        fallback={
          <div class="reasons__waiting">
            <Skeleton height={480} radius={12} />
          </div>
        }
      >
        <Match when={reasons.error}>
          <ErrorView error={reasons.error} retry={() => void refetch()} />
        </Match>
        <Match when={knownOf(reasons)}>
          <Section footer={t('reasons.hint')}>
            <For each={given()}>
              {(reason, index) => (
                <div class="reasons__row">
                  <ReasonCell reason={reason} />
                  <Show when={index() > 0 && reason.id !== ownWords}>
                    <button
                      type="button"
                      class="reasons__up"
                      aria-label={t('reasons.up', { name: nameOf(reason) })}
                      disabled={busy()}
                      onClick={() => void attempt(moveUp, reason.id)}
                    >
                      <Icon name="chevron" size={20} />
                    </button>
                  </Show>
                </div>
              )}
            </For>
            <Cell icon="➕" title={t('reasons.add')} href="/staff/settings/reasons/new" />
          </Section>
          <Show when={archived().length > 0}>
            <Section header={t('reasons.archived')}>
              <For each={archived()}>{(reason) => <ReasonCell reason={reason} />}</For>
            </Section>
          </Show>
        </Match>
      </Switch>
    </Page>
  )
}

const nameOf = ({ name }: Reason) => inAllLanguages(name)[locale()]

const ReasonCell = (props: { reason: Reason }) => (
  <Cell
    title={nameOf(props.reason)}
    subtitle={[inAllLanguages(props.reason.text)[locale()], props.reason.final && `(${t('reasons.final')})`]
      .filter(Boolean)
      .join(' ')}
    href={`/staff/settings/reasons/${props.reason.id}`}
  />
)
