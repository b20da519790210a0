import { createMemo, createSignal, For, type JSX, Show, untrack } from 'solid-js'
import { gaps, longestSignature, type PostStyle, postStyles } from '#shared/channels/choices.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { ApiError, messageOf } from '#webapp/api.ts'
import { catalog } from '#webapp/catalog/catalog.ts'
import { QuietHours } from '#webapp/channels/QuietHours.tsx'
import { type Channel, type Settings, saveChannel } from '#webapp/channels/queries.ts'
import { keepOnly, toggleTop } from '#webapp/channels/taken.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { unsavedOf, useUnsavedGuard } from '#webapp/staff/unsaved.ts'
import { haptic } from '#webapp/telegram.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Page } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { Switch } from '#webapp/ui/Switch.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { ToggleChips } from '#webapp/ui/ToggleChips.tsx'
import { toast } from '#webapp/ui/toast.tsx'

/** Languages by their own names. */
const names: Record<Locale, string> = { uz: 'Oʻzbekcha', 'uz-Cyrl': 'Ўзбекча', ru: 'Русский', en: 'English' }

/**
 * The screen of a channel: its settings, saved together by the main button, among what else there is of it.
 * What was typed stays when saving fails; every wrong field says so itself.
 */
export function SettingsForm(props: {
  channel: Channel
  onSaved: (channel: Channel) => void
  onReload: () => void
  /** Before the settings. */
  top: JSX.Element
  /** After them. */
  children: JSX.Element
}) {
  const name = `channel.${untrack(() => props.channel.id)}`
  const [changes, setChanges] = createSignal(unsavedOf<Partial<Settings>>(name) ?? {})
  const [problems, setProblems] = createSignal<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = createSignal(false)
  const settings = createMemo((): Settings => ({ ...props.channel.settings, ...changes() }))
  const isChanged = () => JSON.stringify(settings()) !== JSON.stringify(props.channel.settings)
  useUnsavedGuard(name, () => (isChanged() ? changes() : undefined))

  function set(change: Partial<Settings>) {
    setChanges((before) => ({ ...before, ...change }))
    setProblems((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => !((field.split('.')[0] as string) in change)),
      ),
    )
  }
  /** Of a list's entry as of the list. */
  const problemOf = (field: keyof Settings) =>
    Object.entries(problems()).find(([path]) => path.split('.')[0] === field)?.[1]

  async function save() {
    setBusy(true)
    try {
      props.onSaved(await saveChannel(props.channel, settings()))
      setChanges({})
      setProblems({})
      haptic('success')
      toast(t('channels.saved'))
    } catch (error) {
      haptic('error')
      if (error instanceof ApiError) setProblems(error.fields)
      // Another admin was faster: theirs is shown, with what was changed here on top of it.
      if (error instanceof ApiError && error.code === 'channels.changed') props.onReload()
      toast(messageOf(error))
    } finally {
      setBusy(false)
    }
  }

  const chosenTops = () =>
    (catalog()?.categories ?? []).filter((top) =>
      settings().categories.some((id) => id === top.id || id.startsWith(`${top.id}.`)),
    )

  return (
    <Page
      back
      column
      title={props.channel.title}
      main={isChanged() ? { text: t('channels.save'), busy: busy(), onClick: () => void save() } : undefined}
    >
      {props.top}
      <Section footer={t(settings().enabled ? 'channels.enabled_hint' : 'channels.disabled_hint')}>
        <Switch
          label={t('channels.enabled')}
          checked={settings().enabled}
          onChange={(enabled) => set({ enabled })}
        />
      </Section>
      <Section header={t('channels.takes')} footer={t('channels.takes_hint')}>
        <ToggleChips
          label={t(settings().categories.length ? 'channels.categories' : 'channels.categories_all')}
          options={glance().categories}
          value={chosenTops().map(({ id }) => id)}
          onChange={(_, top) => set({ categories: toggleTop(settings().categories, top) })}
        />
        <For each={chosenTops()}>
          {(top) => (
            <ToggleChips
              label={t(
                settings().categories.includes(top.id)
                  ? 'channels.whole_category'
                  : 'channels.part_of_category',
                { category: top.label },
              )}
              options={top.children}
              value={settings().categories}
              onChange={(ids) => set({ categories: keepOnly(ids, top) })}
            />
          )}
        </For>
        <Show when={problemOf('categories')}>{(text) => <Problem text={text()} />}</Show>
        <ToggleChips
          label={t(settings().regions.length ? 'channels.regions' : 'channels.regions_all')}
          options={glance().regions}
          value={settings().regions}
          onChange={(regions) => set({ regions: [...regions] })}
        />
        <Show when={problemOf('regions')}>{(text) => <Problem text={text()} />}</Show>
      </Section>
      <Section header={t('channels.look')}>
        <Chips
          label={t('channels.style')}
          options={postStyles.map((id) => ({ id, label: t(`channels.style_${id}`) }))}
          value={settings().style}
          onChange={(id) => set({ style: id as PostStyle })}
          problem={problemOf('style')}
          hint={t(`channels.style_${settings().style}_hint`)}
        />
        <Chips
          label={t('channels.language')}
          options={locales.map((id) => ({ id, label: names[id] }))}
          value={settings().locale}
          onChange={(id) => set({ locale: id as Locale })}
          problem={problemOf('locale')}
        />
        <TextField
          label={t('channels.signature')}
          hint={t('channels.signature_hint')}
          multiline
          maxLength={longestSignature}
          value={settings().signature}
          onInput={(signature) => set({ signature })}
          problem={problemOf('signature')}
        />
      </Section>
      <Section header={t('channels.pace')} footer={t('channels.pace_hint')}>
        <Chips
          label={t('channels.gap')}
          options={gaps.map((gap) => ({
            id: String(gap),
            label: gap === 0 ? t('channels.gap_none') : t('channels.gap_minutes', { count: gap }),
          }))}
          value={String(settings().gap)}
          onChange={(id) => set({ gap: Number(id) as Settings['gap'] })}
          problem={problemOf('gap')}
        />
        <QuietHours
          from={settings().quietFrom}
          to={settings().quietTo}
          onChange={(quietFrom, quietTo) => set({ quietFrom, quietTo })}
          problems={{ from: problemOf('quietFrom'), to: problemOf('quietTo') }}
        />
      </Section>
      {props.children}
    </Page>
  )
}

const Problem = (props: { text: string }) => (
  <p class="channels__problem" role="alert">
    {props.text}
  </p>
)
