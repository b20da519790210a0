import { useNavigate } from '@solidjs/router'
import { createResource, createSignal, For, Show, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { Audience } from '#shared/announcements/schema.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import {
  type Announcement,
  changeAnnouncement,
  countAudience,
  type Typed,
  writeAnnouncement,
} from '#webapp/announcements/queries.ts'
import { reachText } from '#webapp/announcements/words.ts'
import { ApiError, newKey } from '#webapp/api.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { showFirstProblem } from '#webapp/staff/settings/board-form.ts'
import { unsavedOf, useUnsavedGuard } from '#webapp/staff/unsaved.ts'
import { createAttempt } from '#webapp/ui/attempt.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Page, useBack } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { ToggleChips } from '#webapp/ui/ToggleChips.tsx'

const nothing = (): Typed => ({
  texts: { uz: '', 'uz-Cyrl': '', ru: '', en: '' },
  audience: { who: 'sellers', languages: [] },
})
function typedOf({
  texts: { uz, 'uz-Cyrl': cyrillic = '', ru = '', en = '' },
  audience,
}: Announcement): Typed {
  return { texts: { uz, 'uz-Cyrl': cyrillic, ru, en }, audience: { ...audience } }
}

/** Words in up to four languages and whom they are for, of a new announcement or of a draft. */
export function AnnouncementForm(props: { draft?: Announcement | undefined }) {
  const draft = untrack(() => props.draft)
  const navigate = useNavigate()
  const goBack = useBack(`/staff/announcements/${draft?.id ?? ''}`)
  const name = `announcement.${draft?.id ?? 'new'}`
  const begun = draft ? typedOf(draft) : nothing()
  const [typed, setTyped] = createStore<Typed>(unsavedOf<Typed>(name) ?? begun)
  const all = () => JSON.stringify(typed)
  const [saved, setSaved] = createSignal(JSON.stringify(begun))
  const [problems, setProblems] = createSignal<Readonly<Record<string, string>>>({})
  const { busy, attempt } = createAttempt()
  useUnsavedGuard(name, () => (all() === saved() ? undefined : typed))
  const [reach] = createResource(
    () => JSON.stringify(typed.audience),
    (audience) => countAudience(JSON.parse(audience) as Audience),
  )

  let tried = { text: '', key: '' }
  /** The same words tried again are the same announcement, other words another. */
  function keyOf(text: string) {
    if (tried.text !== text) tried = { text, key: newKey() }
    return tried.key
  }
  async function save() {
    setProblems({})
    const text = all()
    const now = JSON.parse(text) as Typed
    try {
      if (draft) {
        await changeAnnouncement(draft.id, now)
        setSaved(text)
        return goBack()
      }
      const { id } = await writeAnnouncement(now, keyOf(text))
      setSaved(text)
      navigate(`/staff/announcements/${id}`, { replace: true })
    } catch (error) {
      if (error instanceof ApiError) setProblems(error.fields)
      showFirstProblem()
      throw error
    }
  }
  const any = () => ({ id: '', label: t('announcements.any') })
  const choose = (part: Partial<Audience>) => setTyped('audience', part)

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
              value={typed.texts[language]}
              onInput={(text) => setTyped('texts', language, text)}
              problem={problems()[`texts.${language}`]}
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
          value={typed.audience.who}
          onChange={(who) => choose({ who: who as Audience['who'], region: undefined, category: undefined })}
          problem={problems()['audience.who']}
        />
        <Show when={typed.audience.who === 'sellers'}>
          <Chips
            label={t('announcements.region')}
            options={[any(), ...glance().regions]}
            value={typed.audience.region ?? ''}
            onChange={(region) => choose({ region: region || undefined })}
            problem={problems()['audience.region']}
          />
          <Chips
            label={t('announcements.category')}
            options={[any(), ...glance().categories]}
            value={typed.audience.category ?? ''}
            onChange={(category) => choose({ category: category || undefined })}
            problem={problems()['audience.category']}
          />
        </Show>
        <ToggleChips
          label={t('announcements.languages')}
          options={locales.map((language) => ({ id: language, label: t(`announcements.in_${language}`) }))}
          value={typed.audience.languages}
          onChange={(languages) => choose({ languages: [...languages] as Locale[] })}
        />
      </Section>
    </Page>
  )
}
