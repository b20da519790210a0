import { useNavigate } from '@solidjs/router'
import { createResource, For, Show, untrack } from 'solid-js'
import type { Audience } from '#shared/announcements/schema.ts'
import { locales } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import { audienceOf, inputOf, languagesOf, typedOf } from '#webapp/announcements/form.ts'
import {
  type Announcement,
  changeAnnouncement,
  countAudience,
  loadAnnouncement,
  writeAnnouncement,
} from '#webapp/announcements/queries.ts'
import { reachText } from '#webapp/announcements/words.ts'
import { ApiError, newKey } from '#webapp/api.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { showFirstProblem } from '#webapp/staff/settings/board-form.ts'
import { clashOf } from '#webapp/staff/settings/NumberSetting.tsx'
import { differing, type Typed } from '#webapp/staff/typed.ts'
import { createTypedForm } from '#webapp/staff/typed-form.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Page, useBack } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { ToggleChips } from '#webapp/ui/ToggleChips.tsx'

/** Words in up to four languages and whom they are for, of a new announcement or of a draft. */
export function AnnouncementForm(props: { draft?: Announcement | undefined }) {
  const draft = untrack(() => props.draft)
  const navigate = useNavigate()
  const goBack = useBack(`/staff/announcements/${draft?.id ?? ''}`)
  const form = createTypedForm(`announcement.${draft?.id ?? 'new'}`, typedOf(draft))
  const { typed, set, problems, setProblems, clashes } = form
  const { busy, attempt } = createAttempt()
  const [reach] = createResource(
    () => JSON.stringify(audienceOf(typed())),
    (audience) => countAudience(JSON.parse(audience) as Audience),
  )

  let tried = { text: '', key: '' }
  /** The same words tried again are the same announcement, other words another. */
  function keyOf(text: string) {
    if (tried.text !== text) tried = { text, key: newKey() }
    return tried.key
  }
  let revision = draft?.revision ?? 0
  /** What was sent and not answered: it may have arrived. */
  let unheard: Typed | undefined
  async function change(id: number, sent: Typed): Promise<void> {
    try {
      await changeAnnouncement(id, inputOf(sent), revision)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      if (error.code === 'network') unheard = sent
      if (error.code !== 'announcements.changed') throw error
      const next = await loadAnnouncement(id)
      const theirs = typedOf(next)
      revision = next.revision
      if (unheard && differing(theirs, unheard).length === 0) return change(id, sent)
      // What another admin has made of it; what was typed here stays on top.
      form.overtake(theirs)
      throw error
    }
  }
  async function save() {
    setProblems({})
    const sent = typed()
    try {
      if (draft) {
        await change(draft.id, sent)
        form.settle(sent)
        return goBack()
      }
      const { id } = await writeAnnouncement(inputOf(sent), keyOf(JSON.stringify(sent)))
      form.settle(sent)
      navigate(`/staff/announcements/${id}`, { replace: true })
    } catch (error) {
      if (error instanceof ApiError) setProblems(error.fields)
      showFirstProblem()
      throw error
    }
  }
  const any = () => ({ id: '', label: t('announcements.any') })
  const value = (path: string) => typed()[path] ?? ''
  const labelOf = (path: string, id: string) =>
    path === 'audience.who'
      ? t(`announcements.to_${id as Audience['who']}`)
      : ([any(), ...glance().regions, ...glance().categories].find((one) => one.id === id)?.label ?? id)
  function said(path: string) {
    const theirs = clashes()[path]
    const text = theirs !== undefined && path.startsWith('audience.') ? labelOf(path, theirs) : theirs
    return problems()[path] ?? clashOf(text)
  }

  return (
    <Page
      back
      column
      title={t(draft ? 'announcements.one' : 'announcements.new')}
      main={{ text: t('announcements.save'), busy: busy(), onClick: () => void attempt(save) }}
    >
      <Section footer={t('announcements.languages_hint')}>
        <For each={locales}>
          {(language) => (
            <TextField
              label={t(`announcements.in_${language}`)}
              value={value(`texts.${language}`)}
              onInput={(text) => set(`texts.${language}`, text)}
              problem={said(`texts.${language}`)}
              maxLength={limits.announcement.max}
              multiline
            />
          )}
        </For>
      </Section>
      <Section header={t('announcements.audience')} footer={reachText(reach)}>
        <Chips
          label={t('announcements.who')}
          options={(['sellers', 'everybody'] as const).map((who) => ({
            id: who,
            label: t(`announcements.to_${who}`),
          }))}
          value={value('audience.who')}
          onChange={(who) => set('audience.who', who)}
          problem={said('audience.who')}
        />
        <Show when={value('audience.who') === 'sellers'}>
          <Chips
            label={t('announcements.region')}
            options={[any(), ...glance().regions]}
            value={value('audience.region')}
            onChange={(region) => set('audience.region', region)}
            problem={said('audience.region')}
          />
          <Chips
            label={t('announcements.category')}
            options={[any(), ...glance().categories]}
            value={value('audience.category')}
            onChange={(category) => set('audience.category', category)}
            problem={said('audience.category')}
          />
        </Show>
        <ToggleChips
          label={t('announcements.languages')}
          options={locales.map((language) => ({ id: language, label: t(`announcements.in_${language}`) }))}
          value={languagesOf(typed())}
          onChange={(languages) => set('audience.languages', languages.join(' '))}
        />
      </Section>
    </Page>
  )
}
