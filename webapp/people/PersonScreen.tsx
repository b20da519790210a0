import { useParams } from '@solidjs/router'
import { createResource, createSignal, For, Show, untrack } from 'solid-js'
import { type Trust, trustLevels } from '#shared/users/trust.ts'
import { readablePhone } from '#webapp/ads/readable-phone.ts'
import { messageOf } from '#webapp/api.ts'
import { formatDate, timeAgo } from '#webapp/i18n.ts'
import { setTrust } from '#webapp/moderation/queries.ts'
import { BanSheet } from '#webapp/people/BanSheet.tsx'
import { LimitSheet } from '#webapp/people/LimitSheet.tsx'
import { PersonLists } from '#webapp/people/PersonLists.tsx'
import { liftBan, loadPerson, type Person } from '#webapp/people/queries.ts'
import { RoleSheet } from '#webapp/people/RoleSheet.tsx'
import { t } from '#webapp/staff/i18n.ts'
import { confirm, haptic, openTelegramLink } from '#webapp/telegram.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { knownOf } from '#webapp/ui/known.ts'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './people.css'

/** By their own names, as everywhere. */
const languages = { uz: 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', ru: 'Русский', en: 'English' } as const

/** One person: who they are, how they stand, what can be done, and all that there is of them. */
export default function PersonScreen() {
  const params = useParams<{ id: string }>()
  const id = () => Number(params.id)
  const [person, { refetch }] = createResource(id, loadPerson)
  /** Grows with every deed, so that the lists are read anew. */
  const [round, setRound] = createSignal(1)
  function again() {
    void refetch()
    setRound((before) => before + 1)
  }
  const known = () => knownOf(person)
  return (
    <Show
      when={known()}
      fallback={
        <Page back column title={t('people.title')}>
          <Show when={person.error} fallback={<Waiting />}>
            {(error) => <ErrorView error={error()} retry={() => void refetch()} />}
          </Show>
        </Page>
      }
    >
      {(one) => (
        <Page back column title={one().name || t('people.nameless', { id: one().id })}>
          <Ban person={one()} />
          <Facts person={one()} />
          <Deeds person={one()} onDone={again} />
          <Show when={round()} keyed>
            {(_) => <PersonLists person={one()} onNoted={() => void refetch()} />}
          </Show>
        </Page>
      )}
    </Show>
  )
}

const Ban = (props: { person: Person }) => (
  <Show when={props.person.ban}>
    {(ban) => (
      <Section>
        <div class="people__ban">
          <p class="people__ban-why">
            🚫 {t('people.banned')}: {t(`ban.${ban().reason}`)}
          </p>
          <Show when={ban().note}>{(note) => <p>{note()}</p>}</Show>
          <p class="people__ban-hint">
            <Show when={ban().until} fallback={t('ban.forever')}>
              {(until) => t('ban.until', { date: formatDate(until()) })}
            </Show>
          </p>
        </div>
      </Section>
    )}
  </Show>
)

function Facts(props: { person: Person }) {
  const open = (username: string) => openTelegramLink(`https://t.me/${username}`)
  const standing = () =>
    [
      props.person.role !== 'user' && t(`people.role_${props.person.role}`),
      t('people.since', { date: formatDate(props.person.since) }),
      t('people.seen', { ago: timeAgo(props.person.seenAt) }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section footer={props.person.reachable ? undefined : t('people.unreachable')}>
      <Cell
        icon="👤"
        title={props.person.username ? `@${props.person.username}` : t('people.no_username')}
        subtitle={`ID ${props.person.id} · ${languages[props.person.locale]}`}
        onClick={props.person.username ? () => open(props.person.username as string) : undefined}
      />
      <Cell icon="🕰️" title={standing()} />
      <For each={props.person.phones}>
        {({ phone, confirmed }) => (
          <Cell
            icon="📞"
            title={readablePhone(phone)}
            subtitle={confirmed ? `✓ ${t('people.phone_confirmed')}` : t('people.phone_written')}
            href={`tel:${phone}`}
          />
        )}
      </For>
    </Section>
  )
}

/** What can be done to the person, each where the viewer may. */
function Deeds(props: { person: Person; onDone: () => void }) {
  const [sheet, setSheet] = createSignal<'ban' | 'limit' | 'role'>()
  const [trust, setShown] = createSignal(untrack(() => props.person.trust))
  const close = () => setSheet(undefined)
  async function choose(level: Trust) {
    const before = trust()
    setShown(level)
    await setTrust(props.person.id, level).then(props.onDone, (error: unknown) => {
      setShown(before)
      toast(messageOf(error))
    })
  }
  async function lift() {
    if (!(await confirm(t('people.lift_ask'), { text: t('people.lift') }))) return
    try {
      await liftBan(props.person.id)
      haptic('success')
      toast(t('people.lift_done'))
    } catch (error) {
      haptic('error')
      toast(messageOf(error))
    }
    props.onDone()
  }
  const done = () => {
    close()
    props.onDone()
  }
  return (
    <>
      <Section header={t('people.actions')}>
        <Chips
          label={t('moderation.trust')}
          options={trustLevels.map((level) => ({ id: String(level), label: t(`moderation.trust_${level}`) }))}
          value={String(trust())}
          onChange={(level) => void choose(Number(level) as Trust)}
        />
        <Show when={props.person.may.role && !props.person.ban}>
          <Cell
            icon="🛡️"
            title={t('people.role')}
            after={t(`people.role_${props.person.role}`)}
            onClick={() => setSheet('role')}
          />
        </Show>
        <Show when={props.person.may.limit}>
          <Cell
            icon="🗂️"
            title={t('people.limit')}
            after={props.person.openAds ?? t('people.limit_usual')}
            onClick={() => setSheet('limit')}
          />
        </Show>
        <Show when={props.person.ban}>
          <Cell icon="🕊️" title={t('people.lift')} onClick={() => void lift()} />
        </Show>
        <Show when={props.person.may.ban}>
          <Cell
            icon="🚫"
            title={t(props.person.ban ? 'people.ban_again' : 'people.ban')}
            danger
            onClick={() => setSheet('ban')}
          />
        </Show>
      </Section>
      <BanSheet person={props.person} open={sheet() === 'ban'} onClose={close} onBanned={done} />
      <LimitSheet person={props.person} open={sheet() === 'limit'} onClose={close} onChanged={done} />
      <RoleSheet person={props.person} open={sheet() === 'role'} onClose={close} onChanged={done} />
    </>
  )
}

const Waiting = () => (
  <Section>
    <For each={[1, 2, 3]}>
      {() => (
        <div class="vb-cell" aria-hidden="true">
          <Skeleton width={28} height={28} radius={14} />
          <span class="vb-cell__text">
            <Skeleton width="60%" />
          </span>
        </div>
      )}
    </For>
  </Section>
)
