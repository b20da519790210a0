import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, For, Match, Show, Switch } from 'solid-js'
import { messageOf } from '#webapp/api.ts'
import { addChannel, type ListedChannel, loadChannels } from '#webapp/channels/queries.ts'
import { StandingNote } from '#webapp/channels/StandingNote.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { haptic } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { EmptyView } from '#webapp/ui/EmptyView.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import './channels.css'

/** All channels with how they are doing, and the ways to add one. */
export default function ChannelsScreen() {
  const [page, { refetch }] = createResource(loadChannels)
  const items = () => knownOf(page)?.items ?? []
  return (
    <Page back column title={t('channels.title')}>
      <Switch>
        <Match when={page.error}>
          <ErrorView error={page.error} retry={() => void refetch()} />
        </Match>
        <Match when={!knownOf(page)}>
          <Section>
            <div class="channels__skeleton">
              <Skeleton height={20} width="60%" />
              <Skeleton height={20} width="40%" />
            </div>
          </Section>
        </Match>
        <Match when={items().length === 0}>
          <EmptyView icon="📢" title={t('channels.none')} />
        </Match>
        <Match when={items().length > 0}>
          <For each={items()}>{(channel) => <Listed channel={channel} />}</For>
        </Match>
      </Switch>
      <AddForm />
    </Page>
  )
}

function Listed(props: { channel: ListedChannel }) {
  const counts = () => props.channel.counts
  const line = () =>
    props.channel.enabled
      ? [
          t('channels.waiting', { count: counts().waiting }),
          t('channels.sent_today', { count: counts().sentToday }),
        ].join(' · ')
      : t('channels.off')
  return (
    <Section>
      <Cell
        icon={props.channel.enabled ? '📢' : '⏸️'}
        title={props.channel.title}
        subtitle={
          <>
            <Show when={props.channel.username}>
              {(name) => <span class="channels__line">@{name()}</span>}
            </Show>
            <span class="channels__line">{line()}</span>
            <Show when={counts().failed > 0}>
              <span class="channels__line channels__bad">
                {t('channels.failed', { count: counts().failed })}
              </span>
            </Show>
          </>
        }
        href={`/staff/channels/${props.channel.id}`}
      />
      <StandingNote channel={props.channel} />
    </Section>
  )
}

/** A channel is named here, or its post is forwarded to the bot, or the bot is made its administrator. */
function AddForm() {
  const navigate = useNavigate()
  const [chat, setChat] = createSignal('')
  const [problem, setProblem] = createSignal<string>()
  const [busy, setBusy] = createSignal(false)

  async function add() {
    if (!chat().trim()) {
      setProblem(t('problem.required'))
      return
    }
    setBusy(true)
    setProblem(undefined)
    try {
      const { id } = await addChannel(chat())
      haptic('success')
      navigate(`/staff/channels/${id}`)
    } catch (error) {
      haptic('error')
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <Section header={t('channels.add')} footer={t('channels.add_hint')}>
        <TextField
          label={t('channels.add_field')}
          placeholder="@vodiy_bozor"
          value={chat()}
          onInput={(value) => {
            setChat(value)
            setProblem(undefined)
          }}
          problem={problem()}
        />
        <button type="submit" class="channels__action" disabled={busy()} aria-busy={busy()}>
          {t('channels.add_button')}
        </button>
      </Section>
    </form>
  )
}
