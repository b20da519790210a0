import { useNavigate, useParams } from '@solidjs/router'
import { createResource, createSignal, onCleanup, onMount, Show } from 'solid-js'
import { AudienceCells, Preview, Standing } from '#webapp/announcements/AnnouncementParts.tsx'
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
import { messageOf } from '#webapp/api.ts'
import { t } from '#webapp/staff/i18n.ts'
import { confirm, haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Page, useBack } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './announcements.css'

/** Milliseconds between looks at how far it is. */
const pulse = 2000

/** One announcement: as people get it, whom it is for, and how far it is; tried out, started, stopped, resumed. */
export default function AnnouncementScreen() {
  const params = useParams<{ id: string }>()
  const navigate = useNavigate()
  const goBack = useBack('/staff/announcements')
  const id = () => Number(params.id)
  const [item, { mutate, refetch }] = createResource(id, loadAnnouncement)
  const [busy, setBusy] = createSignal(false)
  const shown = () => (item.error ? undefined : item.latest)
  const [reach] = createResource(() => shown()?.state === 'draft' && shown()?.audience, countAudience)
  const reached = () => (reach.error ? undefined : reach.latest)

  onMount(() => {
    const look = setInterval(() => {
      if (shown()?.state === 'sending' && !document.hidden) void refetch()
    }, pulse)
    onCleanup(() => clearInterval(look))
  })

  async function attempt(deed: Promise<Announcement | object>, done?: string): Promise<boolean> {
    setBusy(true)
    try {
      const answer = await deed
      if ('progress' in answer) mutate(answer)
      haptic('success')
      if (done) toast(done)
      return true
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
      void refetch()
      return false
    } finally {
      setBusy(false)
    }
  }
  async function remove() {
    const ask = { text: t('announcements.delete'), destructive: true }
    if (busy() || !(await confirm(t('announcements.delete_ask'), ask))) return
    if (await attempt(deleteAnnouncement(id()), t('announcements.deleted'))) goBack()
  }
  const main = () => {
    switch (shown()?.state) {
      case 'draft': {
        const count = reached()?.reachable ?? 0
        return {
          text: t('announcements.start', { count }),
          disabled: count === 0,
          busy: busy(),
          onClick: () => void attempt(startAnnouncement(id())),
        }
      }
      case 'sending':
        return { text: t('announcements.stop'), onClick: () => void attempt(stopAnnouncement(id())) }
      case 'stopped':
        return { text: t('announcements.resume'), onClick: () => void attempt(resumeAnnouncement(id())) }
      default:
        return undefined
    }
  }

  return (
    <Page back column title={t('announcements.one')} main={main()}>
      <Show when={item.error}>
        <ErrorView error={item.error} retry={() => void refetch()} />
      </Show>
      <Show when={shown()}>
        {(it) => (
          <>
            <Show when={it().state !== 'draft'}>
              <Standing item={it()} />
            </Show>
            <Preview item={it()} />
            <AudienceCells audience={it().audience} />
            <Show when={it().state === 'draft'}>
              <Section footer={reachText(reached())}>
                <Cell
                  icon="✉️"
                  title={t('announcements.test')}
                  onClick={() => void attempt(testAnnouncement(id()), t('announcements.tested'))}
                />
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
