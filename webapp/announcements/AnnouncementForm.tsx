import { useNavigate, useParams } from '@solidjs/router'
import { createEffect, createResource, createSignal, For, onMount, Show } from 'solid-js'
import { createStore, unwrap } from 'solid-js/store'
import type { Audience } from '#shared/announcements/schema.ts'
import { type Locale, locales } from '#shared/i18n/locales.ts'
import { limits } from '#shared/limits.ts'
import {
  changeAnnouncement,
  countAudience,
  loadAnnouncement,
  type Typed,
  writeAnnouncement,
} from '#webapp/announcements/queries.ts'
import { reachText } from '#webapp/announcements/words.ts'
import { ApiError, messageOf, newKey } from '#webapp/api.ts'
import { glance } from '#webapp/i18n.ts'
import { t } from '#webapp/staff/i18n.ts'
import { keep, recall } from '#webapp/storage.ts'
import { haptic } from '#webapp/telegram.ts'
import { Chips } from '#webapp/ui/Chips.tsx'
import { Page, useBack } from '#webapp/ui/Page.tsx'
import { Section } from '#webapp/ui/Section.tsx'
import { TextField } from '#webapp/ui/TextField.tsx'
import { ToggleChips } from '#webapp/ui/ToggleChips.tsx'
import { toast } from '#webapp/ui/toast.tsx'
import './announcements.css'

const storageKey = 'announcement'
const nothing = (): Typed => ({
  texts: { uz: '', 'uz-Cyrl': '', ru: '', en: '' },
  audience: { who: 'sellers', languages: [] },
})
/** What was typed on this device and not yet written down. */
function remembered(): Typed {
  try {
    return { ...nothing(), ...(JSON.parse(recall('local', storageKey) ?? '{}') as Partial<Typed>) }
  } catch {
    return nothing()
  }
}

/** Words in up to four languages and whom they are for; what was typed stays, whatever happens. */
export default function AnnouncementForm() {
  const params = useParams<{ id?: string }>()
  const navigate = useNavigate()
  const id = () => (params.id === undefined ? undefined : Number(params.id))
  const goBack = useBack(`/staff/announcements/${params.id ?? ''}`)
  const [typed, setTyped] = createStore<Typed>(nothing())
  const [problems, setProblems] = createSignal<Readonly<Record<string, string>>>({})
  const [busy, setBusy] = createSignal(false)
  const [ready, setReady] = createSignal(false)
  const key = newKey()

  onMount(async () => {
    const known = id()
    if (known === undefined) setTyped(remembered())
    else
      await loadAnnouncement(known).then(
        ({ texts: { uz, 'uz-Cyrl': cyrillic = '', ru = '', en = '' }, audience }) =>
          setTyped({ texts: { uz, 'uz-Cyrl': cyrillic, ru, en }, audience }),
        (error: unknown) => toast(messageOf(error)),
      )
    setReady(true)
  })
  createEffect(() => {
    const now = JSON.stringify(typed)
    if (ready() && id() === undefined) keep('local', storageKey, now)
  })
  const [reach] = createResource(
    () => ready() && JSON.stringify(typed.audience),
    (audience) => countAudience(JSON.parse(audience) as Audience),
  )

  async function save() {
    setBusy(true)
    try {
      const now = JSON.parse(JSON.stringify(unwrap(typed))) as Typed
      const known = id()
      const written = await (known === undefined
        ? writeAnnouncement(now, key)
        : changeAnnouncement(known, now))
      if (known === undefined) keep('local', storageKey, '{}')
      haptic('success')
      if (known === undefined) navigate(`/staff/announcements/${written.id}`, { replace: true })
      else goBack()
    } catch (error) {
      haptic('error')
      setProblems(error instanceof ApiError ? error.fields : {})
      toast(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  const any = () => ({ id: '', label: t('announcements.any') })
  const choose = (part: Partial<Audience>) => setTyped('audience', part)

  return (
    <Page
      back
      column
      title={t('announcements.new')}
      main={{ text: t('announcements.save'), busy: busy(), onClick: () => void save() }}
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
      <Section
        header={t('announcements.audience')}
        footer={reach.error ? undefined : reachText(reach.latest)}
      >
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
