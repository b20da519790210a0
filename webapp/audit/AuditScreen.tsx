import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, createResource, createSignal, For, lazy, Show, Suspense } from 'solid-js'
import { auditKinds } from '#shared/audit/schema.ts'
import { Entry } from '#webapp/audit/Entry.tsx'
import { type AuditEntry, type AuditQuery, loadAudit, loadStaff, sendAudit } from '#webapp/audit/queries.ts'
import { auditPath, readQuery, without } from '#webapp/audit/query.ts'
import { undoDecision } from '#webapp/moderation/queries.ts'
import { isAdmin } from '#webapp/session.ts'
import { t } from '#webapp/staff/i18n.ts'
import { requestWriteAccess } from '#webapp/telegram.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { Icon } from '#webapp/ui/Icon.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { PagedList } from '#webapp/ui/PagedList.tsx'
import { createPaged } from '#webapp/ui/paged.ts'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './audit.css'

const AuditFilterSheet = lazy(() => import('#webapp/audit/AuditFilterSheet.tsx'))

/** Who did what, when, and what was before; what is looked for stands in the address. */
export default function AuditScreen() {
  const location = useLocation()
  const navigate = useNavigate()
  // While another screen is being made ready the address is already that one's.
  const query = createMemo<AuditQuery>(
    (before) => (location.pathname === '/staff/audit' ? readQuery(location.search) : before),
    {},
  )
  const [sheet, setSheet] = createSignal(false)
  const { busy, attempt } = createAttempt()
  const [staff] = createResource(loadStaff)
  const list = createMemo(() => {
    const asked = query()
    return createPaged<AuditEntry>((cursor) => loadAudit(asked, cursor))
  })
  const look = (next: AuditQuery) => navigate(auditPath(next), { replace: true })
  const kinds = () => auditKinds.filter((kind) => kind !== 'changes' || isAdmin())
  const colleague = (id: string | undefined) =>
    (knownOf(staff) ?? []).find((one) => String(one.id) === id)?.name ?? id ?? ''
  /** Whom the query names; their name stands in what was found. */
  const person = () => {
    const id = query().person
    if (id === undefined) return undefined
    return (
      list()
        .items()
        .map((entry) => entry.person)
        .find((one) => String(one?.id) === id) ?? { id: Number(id), name: '' }
    )
  }
  const active = (): readonly { key: keyof AuditQuery; label: string }[] => {
    const { actor, ad, from, to } = query()
    const meant = person()
    return [
      ...(actor ? [{ key: 'actor' as const, label: t('audit.by', { name: colleague(actor) }) }] : []),
      ...(meant
        ? [{ key: 'person' as const, label: t('audit.of_person', { name: meant.name || meant.id }) }]
        : []),
      ...(ad ? [{ key: 'ad' as const, label: t('audit.of_ad', { name: ad }) }] : []),
      ...(from ? [{ key: 'from' as const, label: t('audit.since', { day: readable(from) }) }] : []),
      ...(to ? [{ key: 'to' as const, label: t('audit.until', { day: readable(to) }) }] : []),
    ]
  }
  async function exportAll() {
    await requestWriteAccess()
    const { rows, capped } = await sendAudit(query())
    toast(capped ? t('audit.sent_capped', { count: rows }) : t('audit.sent'))
  }
  async function undo(decisionId: number) {
    await undoDecision(decisionId)
    await list().refresh()
    toast(t('audit.undone'))
  }

  return (
    <Page back column title={t('audit.title')}>
      <Chips
        row
        label={t('audit.kind')}
        options={[
          { id: '', label: t('audit.kind_all') },
          ...kinds().map((id) => ({ id, label: t(`audit.kind_${id}`) })),
        ]}
        value={query().kind ?? ''}
        onChange={(id) => look({ ...without(query(), 'kind'), ...readQuery(`?kind=${id}`) })}
      />
      <div class="audit__tools">
        <button type="button" class="audit__tool" onClick={() => setSheet(true)}>
          <Icon name="filter" size={20} />
          {t('audit.filter')}
        </button>
        <button type="button" class="audit__tool" disabled={busy()} onClick={() => void attempt(exportAll)}>
          <span aria-hidden="true">📄</span>
          {t('audit.export')}
        </button>
      </div>
      <Show when={active().length > 0}>
        <div class="audit__active">
          <For each={active()}>
            {({ key, label }) => (
              <button
                type="button"
                class="vb-chip"
                aria-label={t('audit.take_away', { name: label })}
                onClick={() => look(without(query(), key))}
              >
                {label}
                <Icon name="close" size={16} />
              </button>
            )}
          </For>
        </div>
      </Show>
      <PagedList
        list={list()}
        skeleton={
          <div class="audit__entry">
            <Skeleton width="70%" />
            <Skeleton width="40%" height={13} />
          </div>
        }
        empty={
          <Show
            when={Object.keys(query()).length > 0}
            fallback={<EmptyView icon="🧾" title={t('people.nothing')} />}
          >
            <EmptyView icon="🧾" title={t('audit.empty_title')} text={t('audit.empty_text')} />
          </Show>
        }
      >
        {(entry) => (
          <Entry entry={entry} busy={busy()} onLook={look} onUndo={(id) => void attempt(undo, id)} />
        )}
      </PagedList>
      <Suspense>
        <Show when={sheet()}>
          <AuditFilterSheet
            query={query()}
            person={person()}
            staff={knownOf(staff) ?? []}
            onApply={(next) => {
              setSheet(false)
              look(next)
            }}
            onClose={() => setSheet(false)}
          />
        </Show>
      </Suspense>
    </Page>
  )
}

const readable = (day: string) => day.split('-').reverse().join('.')
