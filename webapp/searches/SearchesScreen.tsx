import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { t } from '#webapp/i18n.ts'
import { ModeSheet } from '#webapp/searches/ModeSheet.tsx'
import { loadSearches, searches } from '#webapp/searches/queries.ts'
import { haptic } from '#webapp/telegram.ts'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './searches.css'

/** My saved searches: each opens its list, its bell says when the bot writes. */
export default function SearchesScreen() {
  const navigate = useNavigate()
  const [loaded, { refetch }] = createResource(loadSearches)
  const [open, setOpen] = createSignal<number>()
  const opened = () => searches()?.find(({ id }) => id === open())
  return (
    <Page back title={t('searches.title')}>
      <Switch fallback={<Rows />}>
        <Match when={searches()?.length === 0}>
          <EmptyView
            icon="🔔"
            title={t('searches.empty_title')}
            text={t('searches.empty_text')}
            action={{ text: t('searches.empty_action'), onClick: () => navigate('/') }}
          />
        </Match>
        <Match when={searches()}>
          {(all) => (
            <Section>
              <For each={all()}>
                {(search) => (
                  <div class="search-row">
                    <a class="search-row__link" href={`/search?${search.query}`}>
                      <span class="search-row__name">{search.name}</span>
                      <span class="search-row__mode">{t(`searches.${search.mode}`)}</span>
                    </a>
                    <button
                      type="button"
                      class="bell-button"
                      aria-label={t('searches.bell', { name: search.name })}
                      aria-pressed={search.mode !== 'off'}
                      onClick={() => {
                        haptic('tap')
                        setOpen(search.id)
                      }}
                    >
                      <Icon name="bell" />
                    </button>
                  </div>
                )}
              </For>
            </Section>
          )}
        </Match>
        <Match when={loaded.error}>
          <ErrorView error={loaded.error} retry={() => void refetch()} />
        </Match>
      </Switch>
      <Show when={opened()}>
        {(search) => <ModeSheet search={search()} onClose={() => setOpen(undefined)} />}
      </Show>
    </Page>
  )
}

/** The place of searches that are coming. */
const Rows = () => (
  <Section>
    <For each={[0.7, 0.5, 0.6]}>
      {(share) => (
        <div class="search-row">
          <span class="search-row__link">
            <Skeleton width={`${share * 100}%`} />
            <Skeleton width="30%" height={12} />
          </span>
        </div>
      )}
    </For>
  </Section>
)
