import { createSignal, For, Show } from 'solid-js'
import type { Audience } from '#shared/announcements/schema.ts'
import { announcementText, recipientStates } from '#shared/announcements/text.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import type { Announcement } from '#webapp/announcements/queries.ts'
import { turnsOf } from '#webapp/announcements/words.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { Cell } from '#webapp/ui/Cell.tsx'
import { Chips } from '#webapp/ui/Chips.tsx'
import { ErrorView } from '#webapp/ui/ErrorView.tsx'
import { Progress } from '#webapp/ui/Progress.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Skeleton } from '#webapp/ui/Skeleton.tsx'
import './announcements.css'

/** How far it is, and what came of everybody. */
export const Standing = (props: { item: Announcement }) => (
  <Section
    header={t(`announcements.state_${props.item.state}`)}
    footer={props.item.pausedUntil ? t('announcements.paused') : undefined}
  >
    <div class="announcements__standing">
      <Progress value={turnsOf(props.item).share} label={t('announcements.progress', turnsOf(props.item))} />
      <p aria-live="polite">{t('announcements.progress', turnsOf(props.item))}</p>
    </div>
    <For each={recipientStates.filter((state) => props.item.progress[state] > 0)}>
      {(state) => <Cell title={t(`announcements.is_${state}`)} after={String(props.item.progress[state])} />}
    </For>
  </Section>
)

/** As the bot's message looks, in each language. */
export function Preview(props: { item: Announcement }) {
  const [language, setLanguage] = createSignal<Locale>('uz')
  return (
    <Section header={t('announcements.preview')}>
      <Chips
        row
        label={t('announcements.preview')}
        options={locales.map((id) => ({ id, label: t(`announcements.in_${id}`) }))}
        value={language()}
        onChange={(id) => setLanguage(id as Locale)}
      />
      <p class="announcements__bubble" lang={language()}>
        {announcementText(props.item.texts, language())}
      </p>
    </Section>
  )
}

/** Whom it is for, in words. */
export const AudienceCells = (props: { audience: Audience }) => (
  <Section header={t('announcements.audience')}>
    <Cell icon="👥" title={t(`announcements.to_${props.audience.who}`)} />
    <Show when={glance().regions.find(({ id }) => id === props.audience.region)}>
      {(region) => <Cell icon="📍" title={region().label} />}
    </Show>
    <Show when={glance().categories.find(({ id }) => id === props.audience.category)}>
      {(category) => <Cell icon={category().icon} title={category().label} />}
    </Show>
    <Show when={props.audience.languages.length > 0}>
      <Cell icon="💬" title={props.audience.languages.map((id) => t(`announcements.in_${id}`)).join(', ')} />
    </Show>
  </Section>
)

/** Nothing is known of it yet, or why not. */
export const Missing = (props: { error: unknown; retry: () => void }) => (
  <Show
    when={props.error}
    fallback={
      <div class="announcements__waiting">
        <Skeleton height={420} radius={12} />
      </div>
    }
  >
    <ErrorView error={props.error} retry={props.retry} />
  </Show>
)
