import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, onCleanup, Show } from 'solid-js'
import { limits } from '#shared/limits.ts'
import { type PeopleFilter, peopleFilters } from '#shared/people/schema.ts'
import { timeAgo } from '#webapp/i18n.ts'
import { type FoundPerson, searchPeople } from '#webapp/people/queries.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import '#webapp/ui/option-list.css'
import './people.css'

const pauseMs = 250
const all = 'all'

/** Everybody who was ever here, the latest first; what is looked for stays in the address, so that going back finds it. */
export default function PeopleScreen() {
  const [search, setSearch] = useSearchParams<{ q?: string; filter?: string }>()
  const [typed, setTyped] = createSignal(search.q ?? '')
  let timer: ReturnType<typeof setTimeout> | undefined
  onCleanup(() => clearTimeout(timer))
  function type(text: string) {
    setTyped(text)
    clearTimeout(timer)
    timer = setTimeout(() => setSearch({ q: text.trim() || undefined }, { replace: true }), pauseMs)
  }
  const filter = () => peopleFilters.find((id) => id === search.filter)
  const key = createMemo(() => `${filter() ?? all} ${search.q ?? ''}`)
  const load = (cursor?: string) => {
    const [q, which] = [search.q, filter()]
    return searchPeople({ ...(q && { q }), ...(which && { filter: which }), ...(cursor && { cursor }) })
  }
  return (
    <Page back column title={t('people.title')}>
      <div class="vb-options__search">
        <Icon name="search" size={20} />
        <input
          type="search"
          aria-label={t('people.search')}
          placeholder={t('people.search')}
          autocomplete="off"
          autocapitalize="off"
          maxLength={limits.query.max}
          value={typed()}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </div>
      <Chips
        row
        label={t('people.filter')}
        options={[
          { id: all, label: t('people.filter_all') },
          ...peopleFilters.map((id) => ({ id, label: t(`people.filter_${id}`) })),
        ]}
        value={filter() ?? all}
        onChange={(id) =>
          setSearch({ filter: peopleFilters.find((one: PeopleFilter) => one === id) }, { replace: true })
        }
      />
      <div class="people__list">
        <Show when={key()} keyed>
          <PagedList
            load={load}
            skeleton={<RowSkeleton />}
            empty={<EmptyView icon="🔎" title={t('people.none')} text={t('people.none_text')} />}
          >
            {(person) => <Row person={person} />}
          </PagedList>
        </Show>
      </div>
    </Page>
  )
}

const Row = (props: { person: FoundPerson }) => (
  <Cell
    icon={iconOf(props.person)}
    title={props.person.name || t('people.nameless', { id: props.person.id })}
    subtitle={[
      props.person.ban && t('people.banned'),
      props.person.role !== 'user' && t(`people.role_${props.person.role}`),
      props.person.username && `@${props.person.username}`,
      props.person.ads > 0 && t('moderation.ads', { count: props.person.ads }),
      timeAgo(props.person.seenAt),
    ]
      .filter(Boolean)
      .join(' · ')}
    href={`/staff/people/${props.person.id}`}
  />
)

const iconOf = ({ ban, role, trust }: FoundPerson) => {
  if (ban) return '🚫'
  if (role !== 'user') return '🛡️'
  return trust > 0 ? '⭐' : '👤'
}

const RowSkeleton = () => (
  <div class="vb-cell">
    <Skeleton width={28} height={28} radius={14} />
    <span class="vb-cell__text">
      <Skeleton width="50%" />
      <Skeleton width="70%" height={13} />
    </span>
  </div>
)
