import { useNavigate, useParams } from '@solidjs/router'
import { createResource, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { AudienceCells, Missing, Preview, Standing } from '#webapp/announcements/AnnouncementParts.tsx'
import {
  type Announcement,
  countAudience,
  deleteAnnouncement,
  loadAnnouncement,
  resumeAnnouncement,
  startAnnouncement,
  stopAnnouncement,
  testAnnouncement,
} from '#webapp/announcements/queries.ts'
import { reachText } from '#webapp/announcements/words.ts'
import { t } from '#webapp/staff/i18n.ts'
import { confirm } from '#webapp/telegram.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page, useBack } from '#webapp/ui/Page.tsx'
import { RetryLine } from '#webapp/ui/RetryLine.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Milliseconds between looks at how far it is. */
const pulse = 2000

/** One announcement: as people get it, whom it is for, and how far it is; tried out, started, stopped, resumed. */
export default function AnnouncementScreen() {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const goBack = useBack('/staff/announcements')
  const id = () => Number(params.id)
  /** As it was last heard of: a look that gets no answer takes nothing off the screen. */
  const [item, setItem] = createSignal<Announcement>()
  /** Why the last look failed. */
  const [trouble, setTrouble] = createSignal<unknown>()
  const [reach, { refetch: recount }] = createResource(
    () => item()?.state === 'draft' && item()?.audience,
    countAudience,
  )
  const { busy, attempt } = createAttempt()

  function hear(next: Announcement) {
    setTrouble(undefined)
    setItem(next)
  }
  let looking = false
  async function look() {
    if (looking) return
    looking = true
    await loadAnnouncement(id()).then(hear, (error: unknown) => setTrouble(() => error))
    looking = false
  }
  onMount(() => {
    void look()
    const timer = setInterval(() => {
      if (item()?.state === 'sending' && !document.hidden) void look()
    }, pulse)
    onCleanup(() => clearInterval(timer))
  })

  /** What did not go well may have been done all the same, or by somebody else. */
  async function move(deed: (id: number) => Promise<Announcement>) {
    if (!(await attempt(async () => hear(await deed(id()))))) void look()
  }
  async function tryOut() {
    if (await attempt(testAnnouncement, id())) toast(t('announcements.tested'))
  }
  async function remove() {
    const ask = { text: t('announcements.delete'), destructive: true }
    if (busy() || !(await confirm(t('announcements.delete_ask'), ask))) return
    if (!(await attempt(deleteAnnouncement, id()))) return void look()
    toast(t('announcements.deleted'))
    goBack()
  }
  /** What is sent cannot be taken back, and the button stands where the one before it stood. */
  async function start(count: number) {
    const seen = item()?.revision ?? 0
    const ask = t('announcements.start_ask', { count })
    if (busy() || !(await confirm(ask, { text: t('announcements.start_yes') }))) return
    await move((id) => startAnnouncement(id, seen))
  }
  const main = () => {
    switch (item()?.state) {
      case 'draft': {
        if (reach.error) return { text: t('app.retry'), busy: reach.loading, onClick: () => void recount() }
        const count = knownOf(reach)?.reachable
        return {
          text: t('announcements.start', { count: count ?? '…' }),
          disabled: !count,
          busy: busy(),
          onClick: () => void start(count ?? 0),
        }
      }
      case 'sending':
        return { text: t('announcements.stop'), busy: busy(), onClick: () => void move(stopAnnouncement) }
      case 'stopped':
        return { text: t('announcements.resume'), busy: busy(), onClick: () => void move(resumeAnnouncement) }
      default:
        return undefined
    }
  }

  return (
    <Page back column title={t('announcements.one')} main={main()}>
      <Show when={item()} fallback={<Missing error={trouble()} retry={() => void look()} />}>
        {(it) => (
          <>
            <Show when={trouble()}>
              <RetryLine error={trouble()} retry={() => void look()} />
            </Show>
            <Show when={it().state !== 'draft'}>
              <Standing item={it()} />
            </Show>
            <Preview item={it()} />
            <AudienceCells audience={it().audience} />
            <Show when={it().state === 'draft'}>
              <Section footer={reachText(reach)}>
                <Cell icon="✉️" title={t('announcements.test')} onClick={() => void tryOut()} />
                <Cell
                  icon="✏️"
                  title={t('announcements.edit')}
                  onClick={() => navigate(`/staff/announcements/${id()}/edit`)}
                />
              </Section>
              <Section>
                <Cell icon="🗑️" title={t('announcements.delete')} danger onClick={() => void remove()} />
              </Section>
            </Show>
          </>
        )}
      </Show>
    </Page>
  )
}
