import { useParams } from '@solidjs/router'
import { createResource, Match, Show, Switch } from 'solid-js'
import { messageOf } from '#webapp/api.ts'
import { Posts } from '#webapp/channels/Posts.tsx'
import { type Channel, checkChannel, loadChannel } from '#webapp/channels/queries.ts'
import { Sample } from '#webapp/channels/Sample.tsx'
import { SettingsForm } from '#webapp/channels/SettingsForm.tsx'
import { StandingNote } from '#webapp/channels/StandingNote.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './channels.css'

/** One channel: how the bot stands there, what it takes and how, its sample and its posts. */
export default function ChannelScreen() {
  const params = useParams<{ id: string }>()
  const id = () => Number(params.id)
  const [channel, { mutate, refetch }] = createResource(id, load)
  const known = () => knownOf(channel)

  /** A later look that fails takes nothing from the screen, least of all what was typed there. */
  async function load(channelId: number, { value }: { value: Channel | undefined }) {
    try {
      return await loadChannel(channelId)
    } catch (error) {
      if (value?.id !== channelId) throw error
      toast(messageOf(error))
      return value
    }
  }

  async function check() {
    try {
      mutate(await checkChannel(id()))
    } catch (error) {
      toast(messageOf(error))
    }
  }

  return (
    <Switch>
      <Match when={channel.error}>
        <Page back column title={t('channels.title')}>
          <ErrorView error={channel.error} retry={() => void refetch()} />
        </Page>
      </Match>
      <Match when={!known()}>
        <Page back column title={t('channels.title')}>
          <Section>
            <div class="channels__skeleton">
              <Skeleton height={20} width="60%" />
              <Skeleton height={20} width="80%" />
              <Skeleton height={20} width="40%" />
            </div>
          </Section>
        </Page>
      </Match>
      <Match when={known()}>
        {(shown) => (
          <SettingsForm
            channel={shown()}
            onSaved={mutate}
            onReload={() => void refetch()}
            top={
              <Section>
                <Cell
                  icon={shown().enabled ? '📢' : '⏸️'}
                  title={shown().username ? `@${shown().username}` : String(shown().id)}
                  subtitle={t(shown().enabled ? 'channels.on' : 'channels.off')}
                />
                <StandingNote channel={shown()} />
                <Show when={shown().standing !== 'fine'}>
                  <button type="button" class="channels__action" onClick={() => void check()}>
                    {t('channels.check')}
                  </button>
                </Show>
              </Section>
            }
          >
            <Sample channel={shown()} onChange={() => void refetch()} />
            <Posts channel={shown()} onChange={() => void refetch()} />
          </SettingsForm>
        )}
      </Match>
    </Switch>
  )
}
